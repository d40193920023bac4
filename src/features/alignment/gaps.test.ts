import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { supportGraph } from "../okrs/public.ts";
import { type Gap, gaps, type Picture, type PicturedObjective } from "./gaps.ts";
import type { Pulling } from "./opposing.ts";
import { reachOf } from "./reach.ts";

const today = "2026-05-01";
type Drawn = Partial<PicturedObjective> & { id: string; under?: string[] };

/** Draws a picture: "imp" are imperatives, "kr" key results of the objective named after them, the rest objectives. */
function drawn(
  objectives: Drawn[],
  more: Partial<Picture> & { krs?: (Partial<Pulling> & { id: string; of: string })[] } = {},
): Picture {
  const keyResults = (more.krs ?? []).map(({ of, ...one }) => {
    return { title: one.id, unit: "", teamId: null, pull: null, metric: null, ownerId: null, objectiveId: of, ...one };
  });
  const links = objectives.flatMap(({ id, under = [] }) =>
    under.map((parent) => {
      const kind = parent.startsWith("imp") ? "imperative" : parent.startsWith("kr") ? "key-result" : "objective";
      return { objectiveId: id, parent: { kind, id: parent } as const, mode: "supports" as const };
    }),
  );
  const graph = supportGraph(links, keyResults);
  return {
    objectives: objectives.map(({ under: _, ...one }) => {
      const title = `Hospital ${one.id}`;
      return { title, teamId: null, ownerId: null, upkeep: false, private: false, counted: true, ...one };
    }),
    keyResults,
    graph,
    reach: reachOf(
      objectives.map(({ id }) => id),
      { graph, active: new Set(["imp-1"]) },
    ),
    imperatives: [{ id: "imp-1", statement: "Win the trust of hospitals" }],
    teams: [],
    members: [],
    dependencies: [],
    ...more,
  };
}
const inWords = (found: Gap[]) =>
  found.map(({ kind, subjects }) => `${kind}: ${subjects.map(({ id }) => id).join(" ")}`);

describe("the list", () => {
  const linked = { id: "company", under: ["imp-1"] };
  it.each<[string, Picture, string[]]>([
    ["nothing is missing", drawn([linked]), []],
    ["an orphan, and its closest parent", drawn([linked, { id: "o" }]), ["orphan: o company"]],
    ["upkeep is no orphan", drawn([linked, { id: "o", upkeep: true }]), []],
    ["what is not of this cycle is no orphan", drawn([linked, { id: "o", counted: false }]), []],
    ["a private one is nowhere", drawn([linked, { id: "o", private: true }]), []],
    [
      "nor is one beneath it told where it stands",
      drawn([linked, { id: "p", private: true }, { id: "o", under: ["p"] }]),
      ["orphan: o company"],
    ],
    [
      "beneath an orphan only the orphan is told of",
      drawn([linked, { id: "o" }, { id: "c", under: ["o"] }]),
      ["orphan: o company"],
    ],
    [
      "a line to an archived imperative",
      drawn([linked, { id: "o", under: ["imp-2"] }, { id: "c", under: ["o"] }]),
      ["dead-end: imp-2 o c"],
    ],
    [
      "a line that ends in an objective of the past",
      drawn([linked, { id: "old", counted: false }, { id: "o", under: ["old"] }]),
      ["dead-end: old o"],
    ],
    [
      "a parent whose children ended",
      drawn([linked, { id: "c", under: ["company"], counted: false }]),
      ["nothing-beneath: company"],
    ],
    [
      "not where it has a key result",
      drawn([linked, { id: "c", under: ["company"], counted: false }], { krs: [{ id: "kr-1", of: "company" }] }),
      [],
    ],
    [
      "an imperative nobody works on",
      drawn([{ id: "old", counted: false, under: ["imp-1"] }]),
      ["idle-imperative: imp-1"],
    ],
    [
      "a team and a member without a line",
      drawn([{ ...linked, teamId: "t", ownerId: "ada" }], {
        teams: [
          { id: "top", parentId: null },
          { id: "t", parentId: "top" },
          { id: "u", parentId: "top" },
        ],
        members: [
          { id: "ada", teamIds: ["t"] },
          { id: "bo", teamIds: ["t"] },
          { id: "cy", teamIds: ["u"] },
        ],
      }),
      ["team-without-line: u", "member-without-line: cy"],
    ],
    [
      "dependencies that wait, were declined or are late",
      drawn([linked], {
        dependencies: (["proposed", "declined", "accepted", "done", "withdrawn"] as const).map((state) => {
          return { id: state, state, dueOn: "2026-04-01", fromTeamId: "a", onTeamId: "b" };
        }),
      }),
      ["dependency-pending: proposed a b", "dependency-declined: declined a b", "dependency-late: accepted a b"],
    ],
    [
      "one metric pulled both ways",
      drawn([linked], {
        krs: [
          { id: "kr-1", of: "company", title: "Increase tickets closed by bots to 60", teamId: "a", pull: "up" },
          { id: "kr-2", of: "company", title: "Reduce tickets closed by bots", teamId: "b", pull: "down" },
        ],
      }),
      ["opposing: kr-1 kr-2"],
    ],
  ])("%s", (_, picture, found) => {
    expect(inWords(gaps(picture, today))).toEqual(found);
  });

  it("offers no parent that stands beneath the orphan", () => {
    const [gap] = gaps(
      drawn([
        { id: "o", title: "Hospitals" },
        { id: "c", title: "Hospitals", under: ["o", "imp-1"] },
      ]),
      today,
    );
    expect(gap?.subjects.map(({ id }) => id)).toEqual(["o", "imp-1"]);
  });
});

it("a private objective changes nothing that anybody is told", () => {
  const objectives = fc.array(
    fc.record({
      private: fc.boolean(),
      upkeep: fc.boolean(),
      counted: fc.boolean(),
      under: fc.subarray(["imp-1", "imp-2", "0", "1", "kr-0"]),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(objectives, (some) => {
      const all = some.map(
        (one, at): Drawn => ({
          ...one,
          id: `${at}`,
          under: one.under.filter((id) => id.startsWith("imp") || Number(id.replace("kr-", "")) < at),
        }),
      );
      const hidden = new Set(all.filter((one) => one.private).map(({ id }) => id));
      const krs = all.map(({ id }) => ({
        id: `kr-${id}`,
        of: id,
        teamId: id,
        pull: Number(id) % 2 ? ("up" as const) : ("down" as const),
        title: "Open beds",
      }));
      const without = all
        .filter(({ id }) => !hidden.has(id))
        .map((one) => ({ ...one, under: one.under?.filter((id) => !hidden.has(id.replace("kr-", ""))) ?? [] }));
      const apart = drawn(without, { krs: krs.filter(({ of }) => !hidden.has(of)) });
      expect(gaps({ ...drawn(all, { krs }), reach: apart.reach }, today)).toEqual(gaps(apart, today));
    }),
  );
});
