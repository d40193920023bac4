import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Scope } from "./hypothesis.ts";
import { type Moved, membersIn, type People, peopleBefore, withBelow } from "./people.ts";

const everyone: Scope = { teamIds: [], exceptTeamIds: [], siteIds: [], roles: [] };

/** Product with Design and Build below it, and Growth beside it. */
function people(): People {
  return {
    members: new Map([
      ["ines", { role: "member", here: true }],
      ["priya", { role: "champion", here: true }],
      ["marcus", { role: "admin", here: true }],
      ["gone", { role: "member", here: false }],
      ["visitor", { role: "guest", here: true }],
    ]),
    parents: new Map([
      ["product", null],
      ["design", "product"],
      ["build", "product"],
      ["growth", null],
    ]),
    belongs: new Map([
      ["ines", new Set(["design"])],
      ["priya", new Set(["growth", "build"])],
      ["gone", new Set(["design"])],
      ["visitor", new Set(["design"])],
    ]),
    homes: new Map([
      ["ines", "lisbon"],
      ["marcus", "berlin"],
    ]),
  };
}

describe("a scope", () => {
  it.each<[string, Partial<Scope>, string[]]>([
    ["that limits nothing takes in who is here and no guest", {}, ["ines", "priya", "marcus"]],
    ["of a team takes in those below it", { teamIds: ["product"] }, ["ines", "priya"]],
    ["leaves a team out with those below it", { exceptTeamIds: ["product"] }, ["marcus"]],
    ["leaves out who belongs to one team in and one out", { teamIds: ["growth"], exceptTeamIds: ["build"] }, []],
    ["of a site takes in whose home it is", { siteIds: ["lisbon"] }, ["ines"]],
    ["of a role takes in who has it", { roles: ["admin", "champion"] }, ["priya", "marcus"]],
    ["takes in who fits every list", { teamIds: ["product"], roles: ["champion"] }, ["priya"]],
    ["of a team that is gone takes in nobody", { teamIds: ["sales"] }, []],
  ])("%s", (_name, scope, expected) => {
    expect(membersIn({ ...everyone, ...scope }, people())).toEqual(expected);
  });
});

test("teams with those below, also where the tree were a circle", () => {
  expect([...withBelow(["product"], people().parents)].sort()).toEqual(["build", "design", "product"]);
  const circle = new Map([
    ["one", "other"],
    ["other", "one"],
  ]);
  expect(withBelow(["one"], circle)).toContain("one");
});

describe("how it was before", () => {
  const events = (...moved: [kind: string, subjectId: string, facts?: object][]): Moved[] =>
    moved.map(([kind, subjectId, facts = {}]) => ({ kind, subjectId, facts: facts as Record<string, unknown> }));

  it("knows a team that is gone, with its place and its people", () => {
    const facts = { name: "Sales", parentId: "growth", memberIds: ["marcus"] };
    const then = peopleBefore(people(), events(["team-removed", "sales", facts]));
    expect(membersIn({ ...everyone, teamIds: ["growth"] }, then)).toEqual(["priya", "marcus"]);
  });

  it("leaves what is now as it is", () => {
    const now = people();
    peopleBefore(now, events(["member-added", "ines"], ["team-member-added", "growth", { memberId: "priya" }]));
    expect(now).toEqual(people());
  });

  it("survives what it does not know", () => {
    const strange = events(["vision-written", "vision"], ["member-role-changed", "nobody", { role: 3 }]);
    expect(peopleBefore(people(), strange)).toEqual(people());
  });

  it("is any past day again, whatever happened since", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(5), fc.nat(5)), { maxLength: 60 }), fc.nat(60), (acts, stop) => {
        const now: People = { members: new Map(), parents: new Map(), belongs: new Map(), homes: new Map() };
        const record: Moved[] = [];
        let snapshot = JSON.stringify(asText(now));
        let recordedBy = 0;
        acts.forEach(([what, one, other], at) => {
          if (at === stop) [snapshot, recordedBy] = [JSON.stringify(asText(now)), record.length];
          const event = acting[what]?.(now, `m${one}`, `t${other}`, `t${one}`);
          if (event) record.push(event);
        });
        if (acts.length <= stop) [snapshot, recordedBy] = [JSON.stringify(asText(now)), record.length];
        const then = peopleBefore(now, record.slice(recordedBy).toReversed());
        expect(JSON.stringify(asText(then))).toBe(snapshot);
      }),
    );
  });
});

/** Each changes the people as the product would, and answers what it records. */
const acting: ((now: People, member: string, team: string, above: string) => Moved | null)[] = [
  ({ members }, member) => {
    if (members.has(member)) return null;
    members.set(member, { role: "member", here: true });
    return { kind: "member-added", subjectId: member, facts: { role: "member" } };
  },
  ({ members }, member) => {
    const row = members.get(member);
    if (!row) return null;
    row.here = !row.here;
    return { kind: row.here ? "member-reactivated" : "member-deactivated", subjectId: member, facts: {} };
  },
  ({ members }, member) => {
    const row = members.get(member);
    if (!row) return null;
    const role = [row.role, row.role === "guest" ? "member" : "guest"];
    row.role = role[1] as string;
    return { kind: "member-role-changed", subjectId: member, facts: { role } };
  },
  ({ parents }, _member, team, above) => {
    if (parents.has(team)) return null;
    const parentId = parents.has(above) ? above : null;
    parents.set(team, parentId);
    return { kind: "team-created", subjectId: team, facts: { parentId } };
  },
  ({ parents }, _member, team) => {
    if (!parents.has(team)) return null;
    const parentId = [parents.get(team), null];
    parents.set(team, null);
    return { kind: "team-changed", subjectId: team, facts: { parentId } };
  },
  ({ members, parents, belongs }, member, team) => {
    if (!members.has(member) || !parents.has(team)) return null;
    const teams = belongs.get(member) ?? new Set<string>();
    belongs.set(member, teams);
    const isIn = teams.delete(team);
    if (!isIn) teams.add(team);
    return { kind: isIn ? "team-member-removed" : "team-member-added", subjectId: team, facts: { memberId: member } };
  },
  ({ parents, belongs }, _member, team) => {
    if (!parents.has(team) || [...parents.values()].includes(team)) return null;
    const memberIds = [...belongs].flatMap(([id, teams]) => (teams.delete(team) ? [id] : []));
    const facts = { name: team, parentId: parents.get(team) ?? null, memberIds };
    parents.delete(team);
    return { kind: "team-removed", subjectId: team, facts };
  },
];

/** The same for the same people; who is in no team is in none, however that is kept. */
function asText({ members, parents, belongs }: People) {
  const teams = [...belongs].filter(([, of]) => of.size > 0).map(([id, of]) => [id, [...of].sort()]);
  return [[...members].sort(), [...parents].sort(), teams.sort()];
}
