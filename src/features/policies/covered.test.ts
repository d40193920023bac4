import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrangementOf,
  coveredOn,
  dayAfter,
  dayBefore,
  type Exempt,
  firstClash,
  holdsOn,
  type ScopeRow,
  shifted,
} from "./covered.ts";
import type { People } from "./people.ts";

const members = ["ann", "ben", "cho"];
const teams = ["a", "b", "c"];

/** Everybody is a member; `of[i]` says which teams the i-th belongs to. */
function peopleIn(of: readonly (readonly string[])[]): People {
  return {
    members: new Map(members.map((id) => [id, { role: "member", here: true }])),
    parents: new Map(teams.map((id) => [id, null])),
    belongs: new Map(members.map((id, at) => [id, new Set(of[at])])),
    homes: new Map(),
  };
}

const row = (policyId: string, from: string, to: string | null, teamIds: string[]): ScopeRow => {
  return { policyId, from, to, teamIds, exceptTeamIds: [], siteIds: [], roles: [] };
};
const start = "2027-03-01";
const day = fc.nat(20).map((days) => shifted(start, days));
const span = fc.tuple(day, fc.option(day)).map(([from, to]) => ({ from, to: to !== null && to < from ? from : to }));
const someTeams = fc.subarray(teams);
const rowOf = (policyId: string) =>
  fc.tuple(span, someTeams).map(([{ from, to }, teamIds]) => row(policyId, from, to, teamIds));
const letOut = fc
  .tuple(fc.constantFrom("one", "other"), fc.constantFrom(...members), span)
  .map(([policyId, memberId, days]): Exempt => ({ policyId, memberId, ...days }));
const crowd = fc.array(someTeams, { minLength: 3, maxLength: 3 }).map(peopleIn);
/** Past the last day that any row begins or ends with, nothing changes any more. */
const window = Array.from({ length: 25 }, (_, days) => shifted(start, days));

describe("two arrangements for one person", () => {
  it("are found exactly where a day has both, and on the first such day", () => {
    const lists = [fc.array(rowOf("one"), { maxLength: 3 }), fc.array(rowOf("other"), { maxLength: 3 })] as const;
    fc.assert(
      fc.property(...lists, fc.array(letOut, { maxLength: 4 }), crowd, (mine, others, exempt, people) => {
        const both = window.find((each) => {
          const covered = coveredOn(each, [...mine, ...others], exempt, people);
          return [...(covered.get("one") ?? [])].some((id) => covered.get("other")?.has(id));
        });
        expect(firstClash(mine, others, exempt, people)?.day).toBe(both);
      }),
    );
  });

  it("never hold at once, even where a change of teams brought them about: the one that began first holds", () => {
    const rows = fc.tuple(rowOf("one"), rowOf("other"), rowOf("third")).map((each) => [...each]);
    fc.assert(
      fc.property(rows, crowd, day, fc.tuple(day, day, day), (scopes, people, on, starts) => {
        const covered = coveredOn(on, scopes, [], people);
        const arrangements = ["one", "other", "third"].map((id, at) => ({ id, startsOn: starts[at] as string }));
        const { holds, twice } = arrangementOf(arrangements, covered);
        for (const member of members) {
          const all = arrangements.filter(({ id }) => covered.get(id)?.has(member));
          const first = all.sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.id.localeCompare(b.id))[0];
          expect(holds.get(member)).toBe(first?.id);
          expect(twice.filter(({ memberId }) => memberId === member)).toHaveLength(Math.max(0, all.length - 1));
        }
      }),
    );
  });
});

describe("who is covered", () => {
  const people = peopleIn([["a"], ["a", "b"], []]);

  it("is who the rows of that day take in, less who was let out of it on that day", () => {
    const rows = [row("one", "2027-03-01", "2027-03-07", ["a"]), row("one", "2027-03-08", null, ["b"])];
    const exempt = [{ policyId: "one", memberId: "ben", from: "2027-03-05", to: "2027-03-09" }];
    const on = (day: string) => [...(coveredOn(day, rows, exempt, people).get("one") ?? [])];
    expect(["2027-02-28", "2027-03-01", "2027-03-05", "2027-03-08", "2027-03-10"].map(on)).toEqual([
      [],
      ["ann", "ben"],
      ["ann"],
      [],
      ["ben"],
    ]);
  });
});

describe("days", () => {
  it.each([
    ["2027-02-28", "2027-03-01"],
    ["2028-02-28", "2028-02-29"],
    ["2026-12-31", "2027-01-01"],
    ["2027-03-27", "2027-03-28"],
  ])("%s is followed by %s", (one, next) => {
    expect([dayAfter(one), dayBefore(next)]).toEqual([next, one]);
  });

  it.each([
    ["2027-03-01", null, "2027-03-01", true],
    ["2027-03-01", "2027-03-02", "2027-03-02", true],
    ["2027-03-01", "2027-03-02", "2027-03-03", false],
    ["2027-03-01", null, "2027-02-28", false],
  ])("from %s to %s holds on %s: %s", (from, to, on, holds) => expect(holdsOn({ from, to }, on)).toBe(holds));
});
