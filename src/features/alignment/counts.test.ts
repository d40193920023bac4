import fc from "fast-check";
import { expect, it } from "vitest";
import { supportGraph } from "../okrs/public.ts";
import { countAll, noCounts, type ObjectiveFacts, recount } from "./counts.ts";
import { childrenIn, type Reach, reachFrom, reachOf } from "./reach.ts";

/** A small organisation: objective n may support only what has a smaller number, so no circle can be drawn. */
interface World {
  links: Map<string, Set<string>>;
  archived: Set<string>;
  dropped: Set<string>;
  energy: Map<string, string>;
}

const size = 8;
const ids = Array.from({ length: size }, (_, at) => `${at}`);
const imperatives = ["imp-a", "imp-b", "imp-c"];

const edits = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("link" as const),
      id: fc.nat(size - 1),
      parent: fc.nat(size - 1),
      viaKeyResult: fc.boolean(),
    }),
    fc.record({ kind: fc.constant("imperative" as const), id: fc.nat(size - 1), parent: fc.nat(2) }),
    fc.record({ kind: fc.constant("archive" as const), parent: fc.nat(2) }),
    fc.record({ kind: fc.constant("drop" as const), id: fc.nat(size - 1) }),
    fc.record({
      kind: fc.constant("energy" as const),
      id: fc.nat(size - 1),
      percent: fc.integer({ min: 0, max: 100 }),
    }),
  ),
  { maxLength: 40 },
);
type Edit = typeof edits extends fc.Arbitrary<(infer One)[]> ? One : never;

const graphOf = ({ links }: World) =>
  supportGraph(
    [...links].flatMap(([objectiveId, parents]) =>
      [...parents].map((parent) => {
        const kind = parent.startsWith("imp") ? "imperative" : parent.startsWith("kr") ? "key-result" : "objective";
        return { objectiveId, parent: { kind, id: parent } as const, mode: "supports" as const };
      }),
    ),
    ids.map((id) => ({ id: `kr-${id}`, objectiveId: id })),
  );
const given = (world: World) => ({
  graph: graphOf(world),
  active: new Set(imperatives.filter((id) => !world.archived.has(id))),
});

function factsOf(world: World, id: string, reach: Reach, childrenOf: Map<string, string[]>): ObjectiveFacts {
  const energy = world.energy.get(id) ?? null;
  const leaf = (childrenOf.get(id) ?? []).every((child) => world.dropped.has(child));
  const counted = !world.dropped.has(id);
  return { counted, leaf, upkeep: id === "7", headcount: Number(id) + 1, energy, reach, keyResults: 2, measurable: 1 };
}

const toggled = <Value>(set: Set<Value>, value: Value) => void (set.delete(value) || set.add(value));

/** What an edit touches: objectives whose way up may differ, and objectives whose facts may. */
function applied(world: World, edit: Edit): { upward: string[]; facts: string[] } {
  if (edit.kind === "archive") {
    const imperative = imperatives[edit.parent] as string;
    toggled(world.archived, imperative);
    return { upward: [...world.links].filter(([, parents]) => parents.has(imperative)).map(([id]) => id), facts: [] };
  }
  const id = `${edit.id}`;
  if (edit.kind === "energy") {
    world.energy.set(id, `${edit.percent}`);
    return { upward: [], facts: [id] };
  }
  const above = [...(world.links.get(id) ?? [])].map((parent) => parent.replace("kr-", ""));
  if (edit.kind === "drop") {
    toggled(world.dropped, id);
    return { upward: [], facts: [id, ...above] };
  }
  if (edit.kind === "link" && edit.parent >= edit.id) return { upward: [], facts: [] };
  const parent =
    edit.kind === "imperative"
      ? (imperatives[edit.parent] as string)
      : `${edit.viaKeyResult ? "kr-" : ""}${edit.parent}`;
  const links = world.links.get(id) ?? new Set();
  world.links.set(id, links);
  toggled(links, parent);
  return { upward: [id], facts: [parent.replace("kr-", "")] };
}

it("after any edits, counting what each one touched gives what counting everything gives", () => {
  fc.assert(
    fc.property(edits, (sequence) => {
      const world: World = { links: new Map(), archived: new Set(), dropped: new Set(), energy: new Map() };
      const reach = new Map<string, Reach>(ids.map((id) => [id, []]));
      const facts = new Map(ids.map((id) => [id, factsOf(world, id, [], new Map())]));
      let counts = countAll(facts.values());
      for (const edit of sequence) {
        const touched = applied(world, edit);
        const moved = reachFrom(touched.upward, given(world), reach);
        for (const [id, now] of moved) reach.set(id, now);
        const childrenOf = childrenIn(graphOf(world));
        for (const id of new Set([...touched.facts, ...moved.keys()])) {
          const before = facts.get(id);
          if (!before) continue;
          const after = factsOf(world, id, reach.get(id) ?? [], childrenOf);
          counts = recount(counts, before, after);
          facts.set(id, after);
        }
      }
      const whole = reachOf(ids, given(world));
      const childrenOf = childrenIn(graphOf(world));
      expect(reach).toEqual(whole);
      expect(counts).toEqual(countAll(ids.map((id) => factsOf(world, id, whole.get(id) ?? [], childrenOf))));
    }),
    { numRuns: 300 },
  );
});

it("what is put in and taken out again leaves nothing behind", () => {
  const facts = {
    leaf: true,
    upkeep: false,
    headcount: 3,
    energy: "33.3",
    reach: ["a", "b"],
    keyResults: 2,
    measurable: 1,
  };
  const one = { ...facts, counted: true };
  expect(recount(recount(noCounts, null, one), one, null)).toEqual(noCounts);
});

it("a change stops where nothing changes", () => {
  const graph = supportGraph(
    [
      { objectiveId: "b", parent: { kind: "objective", id: "a" }, mode: "supports" },
      { objectiveId: "c", parent: { kind: "key-result", id: "kr-b" }, mode: "contributes" },
      { objectiveId: "b", parent: { kind: "imperative", id: "imp" }, mode: "supports" },
      { objectiveId: "a", parent: { kind: "imperative", id: "imp" }, mode: "supports" },
    ],
    [{ id: "kr-b", objectiveId: "b" }],
  );
  const known = new Map<string, Reach>([
    ["a", []],
    ["b", ["imp"]],
    ["c", ["imp"]],
  ]);
  expect(reachFrom(["a"], { graph, active: new Set(["imp"]) }, known)).toEqual(new Map([["a", ["imp"]]]));
});
