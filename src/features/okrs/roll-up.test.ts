import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollUp, STATES, type State, type Term } from "./roll-up.ts";

const term = (progress: string | null, weight: string, state: State = "open"): Term => {
  return { kind: "key-result", id: `${progress} ${weight}`, progress, weight, state };
};

describe("roll-up", () => {
  it.each<[string, Term[], string | null]>([
    ["60 % (40), 20 % (60), child 50 % (100)", [term("0.6", "40"), term("0.2", "60"), term("0.5", "100")], "0.43"],
    ["nothing", [], null],
    ["all weights 0", [term("0.6", "0"), term("0.2", "0")], null],
    ["weight 0 beside another", [term("0.6", "0"), term("0.2", "1")], "0.2"],
    ["one dropped", [term("0.6", "1", "dropped"), term("0.2", "1")], "0.2"],
    ["one postponed, one paused", [term("0.6", "1", "postponed"), term("0.9", "1", "paused"), term("0.2", "1")], "0.2"],
    ["a baseline only", [term(null, "1")], null],
    ["a baseline beside another", [term(null, "1"), term("0.2", "1")], "0.2"],
    ["a regression counts as 0", [term("-0.5", "1"), term("0.5", "1")], "0.25"],
    ["one beyond its target counts as 1", [term("3", "1"), term("0.5", "1")], "0.75"],
    ["a closed one still counts", [term("1", "1", "closed"), term("0.5", "1")], "0.75"],
  ])("%s", (_, terms, progress) => {
    expect(rollUp(terms).progress).toBe(progress);
  });

  it("says what each term counted for, and why one did not", () => {
    const { terms } = rollUp([
      term("0.6", "40"),
      term("0.2", "60"),
      term("0.9", "60", "paused"),
      term(null, "10"),
      term("1", "0"),
    ]);
    expect(terms.map(({ share, leftOut }) => leftOut ?? share)).toEqual([
      "0.4",
      "0.6",
      "paused",
      "no-progress",
      "weight-0",
    ]);
  });

  const terms = fc.array(
    fc.record({
      kind: fc.constantFrom("key-result" as const, "objective" as const),
      id: fc.uuid(),
      progress: fc.option(fc.integer({ min: -200, max: 200 }).map((percent) => `${percent / 100}`)),
      weight: fc.integer({ min: 0, max: 100 }).map(String),
      state: fc.constantFrom(...STATES),
    }),
  );

  it("lies between its smallest and its largest term and takes no notice of order or of the scale of weights", () => {
    fc.assert(
      fc.property(terms, (some) => {
        const { progress, terms: weighed } = rollUp(some);
        const counted = weighed
          .filter(({ leftOut }) => leftOut === null)
          .map((one) => Math.min(1, Math.max(0, Number(one.progress))));
        expect(progress === null).toBe(counted.length === 0);
        if (progress !== null) {
          expect(Number(progress)).toBeGreaterThanOrEqual(Math.min(...counted) - 1e-12);
          expect(Number(progress)).toBeLessThanOrEqual(Math.max(...counted) + 1e-12);
        }
        expect(rollUp(some.toReversed()).progress).toBe(progress);
        expect(rollUp(some.map((one) => ({ ...one, weight: `${Number(one.weight) * 8}` }))).progress).toBe(progress);
      }),
    );
  });

  it("is moved by nothing that is left out", () => {
    fc.assert(
      fc.property(terms, fc.constantFrom<State>("dropped", "postponed", "paused"), (some, state) => {
        expect(rollUp([...some, term("1", "50", state), term("1", "0"), term(null, "5")]).progress).toBe(
          rollUp(some).progress,
        );
      }),
    );
  });
});
