import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignmentIndex, type IndexGiven, wholePoints } from "./alignment-index.ts";
import { type Counts, countAll, noCounts, type ObjectiveFacts } from "./counts.ts";

const leaf = (more: Partial<ObjectiveFacts>): ObjectiveFacts => ({
  counted: true,
  leaf: true,
  upkeep: false,
  headcount: 1,
  energy: null,
  reach: [],
  keyResults: 0,
  measurable: 0,
  ...more,
});
const imperatives = (...shares: (string | null)[]) =>
  shares.map((priorityShare, at) => ({ id: `imp-${at + 1}`, priorityShare }));
const index = (facts: ObjectiveFacts[], more: Partial<IndexGiven> = {}) =>
  alignmentIndex({ counts: countAll(facts), imperatives: [], understood: null, ...more });
const part = (facts: ObjectiveFacts[], name: string, more: Partial<IndexGiven> = {}) =>
  index(facts, more).parts.find((each) => each.part === name);

describe("the examples of the rule", () => {
  it("Product 16 × 50 % and People 7 × 50 % make 70/30", () => {
    const { placed } = index(
      [leaf({ headcount: 16, energy: "50", reach: ["imp-1"] }), leaf({ headcount: 7, energy: "50", reach: ["imp-2"] })],
      { imperatives: imperatives("50", "50") },
    );
    expect(placed.map((row) => [row.on, row.people, wholePoints(`${Number(row.placed) * 100}`)])).toEqual([
      ["imp-1", "8", 70],
      ["imp-2", "3.5", 30],
      ["unlinked", "0", 0],
      ["upkeep", "0", 0],
    ]);
  });

  it("Osier without a pulse reads (0.35·82 + 0.15·91 + 0.25·76)/0.75 = 82", () => {
    const counts: Counts = {
      ...noCounts,
      leaves: 50,
      linkedLeaves: 41,
      weight: "50",
      linkedWeight: "41",
      keyResults: 100,
      measurable: 91,
      placed: { "imp-1": "76", "": "24" },
    };
    const osier = alignmentIndex({ counts, imperatives: imperatives("100"), understood: null });
    expect(osier.parts.map(({ part: name, value }) => [name, value])).toEqual([
      ["linked", "82"],
      ["measurable", "91"],
      ["resourced", "76"],
      ["understood", null],
    ]);
    expect(osier.index).toBe("81.8");
    expect(wholePoints(osier.index ?? "0")).toBe(82);
    expect(osier.leftOut).toEqual(["understood"]);
    expect(osier.parts.map(({ counts: share }) => share)).toEqual(["0.4666666667", "0.2", "0.3333333333", "0"]);
  });
});

describe("each part", () => {
  const stated = [
    leaf({ headcount: 10, energy: "40", reach: ["imp-1"] }),
    leaf({ headcount: 10, energy: "10" }),
    leaf({ headcount: 10, energy: "50", upkeep: true }),
  ];
  it.each<[string, ObjectiveFacts[], string, [string, string] | null]>([
    ["linked is weighted by energy, upkeep apart", stated, "linked", ["4", "5"]],
    ["without energy each counts 1", [leaf({ reach: ["imp-1"] }), leaf({})], "linked", ["1", "2"]],
    ["one without energy counts 1 beside others", [...stated, leaf({})], "linked", ["4", "6"]],
    ["energy 0 counts nothing", [leaf({ energy: "0" }), leaf({ reach: ["imp-1"] })], "linked", ["1", "1"]],
    ["a parent is no leaf", [leaf({ leaf: false }), leaf({ reach: ["imp-1"] })], "linked", ["1", "1"]],
    ["what is not counted counts nowhere", [leaf({ counted: false, keyResults: 3 })], "measurable", null],
    [
      "measurable counts key results of parents too",
      [leaf({ leaf: false, keyResults: 4, measurable: 3 })],
      "measurable",
      ["3", "4"],
    ],
    ["upkeep alone leaves linked without data", [leaf({ upkeep: true, energy: "20" })], "linked", null],
    ["resourced: half on upkeep nobody gave a priority", stated, "resourced", ["4", "10"]],
    ["no energy placed, nothing to say", [leaf({ reach: ["imp-1"] })], "resourced", null],
  ])("%s", (_, facts, name, made) => {
    const found = part(facts, name, { imperatives: imperatives("100") });
    if (made === null) expect(found).toMatchObject({ value: null, counts: "0" });
    else expect([found?.numerator, found?.denominator]).toEqual(made);
  });

  it("energy that reaches three imperatives is split equally, exactly", () => {
    const thirds = [leaf({ headcount: 7, energy: "10", reach: ["imp-1", "imp-2", "imp-3"] })];
    const third = { imperatives: imperatives("20", "20", "20") };
    expect(part(thirds, "resourced", third)?.value).toBe("100");
  });

  it("an hour of one person is counted as finely as the year of a thousand", () => {
    const thirds = [leaf({ headcount: 1, energy: "0.01", reach: ["imp-1", "imp-2", "imp-3"] })];
    expect(part(thirds, "resourced", { imperatives: imperatives("50", "30", "20") })?.value).toBe("83.3333333333");
  });

  it("leadership may give upkeep and what is unlinked a priority of their own", () => {
    const priorityOf = { upkeep: "50", unlinked: "10" };
    expect(part(stated, "resourced", { imperatives: imperatives("40"), priorityOf })?.value).toBe("100");
  });

  it("says why a part is missing", () => {
    expect(index([]).parts.map(({ leftOut }) => leftOut)).toEqual([
      "no-leaf-objectives",
      "no-key-results",
      "no-energy-placed",
      "no-pulse",
    ]);
    expect(index([]).index).toBeNull();
    expect(part(stated, "resourced", { imperatives: imperatives(null) })?.leftOut).toBe("no-priority-shares");
  });

  it("a bound that the pulse published counts as the bound", () => {
    expect(index([], { understood: { share: "0.9", reads: "or-more" } }).index).toBe("90");
  });
});

const facts = fc.array(
  fc.record({
    counted: fc.boolean(),
    leaf: fc.boolean(),
    upkeep: fc.boolean(),
    headcount: fc.nat(40),
    energy: fc.option(fc.integer({ min: 0, max: 10000 }).map((hundredths) => `${hundredths / 100}`)),
    reach: fc.subarray(["imp-1", "imp-2", "imp-3"]),
    keyResults: fc.integer({ min: 5, max: 9 }),
    measurable: fc.nat(5),
  }),
  { maxLength: 12 },
);

it("lies between 0 and 100, between its parts, and takes no notice of order", () => {
  fc.assert(
    fc.property(facts, fc.option(fc.nat(100)), (some, favourable) => {
      const more = {
        imperatives: imperatives("50", "30", null),
        understood: favourable === null ? null : { share: `${favourable / 100}`, reads: "exactly" as const },
      };
      const made = index(some, more);
      const values = made.parts.flatMap(({ value }) => (value === null ? [] : [Number(value)]));
      expect(made.index === null).toBe(values.length === 0);
      if (made.index !== null) {
        expect(Number(made.index)).toBeGreaterThanOrEqual(Math.min(...values) - 1e-8);
        expect(Number(made.index)).toBeLessThanOrEqual(Math.max(...values) + 1e-8);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...values)).toBeLessThanOrEqual(100);
      }
      expect(index(some.toReversed(), more)).toEqual(made);
    }),
  );
});

it("resourced is 1 − ½ Σ|priority − placed|", () => {
  fc.assert(
    fc.property(facts, (some) => {
      const { placed, parts } = index(some, { imperatives: imperatives("50", "30", "20") });
      const resourced = parts.find((each) => each.part === "resourced")?.value ?? null;
      if (resourced === null) return;
      const apart = placed.reduce((sum, row) => sum + Math.abs(Number(row.priority) - Number(row.placed)), 0);
      expect(Number(resourced)).toBeCloseTo(100 * (1 - apart / 2), 6);
    }),
  );
});
