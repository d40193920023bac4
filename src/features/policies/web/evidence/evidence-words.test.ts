import { describe, expect, test } from "vitest";
import { formatFor } from "../../../../web/ui/format.ts";
import {
  amountWords,
  differenceWords,
  type Evidence,
  figureWords,
  headlineWords,
  levelWords,
  rangeWords,
  sentenceWords,
  settlingWords,
  sizeWords,
} from "./evidence-words.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const days = { unit: "days", decimals: 0 };
const share = { unit: "%", decimals: 0 };

test.each([
  [-0.7, days, 0.5, "0.7 days lower"],
  [0.72, days, 0.5, "0.7 days higher"],
  [1, days, 5, "1.0 days higher"],
  [1, days, 0.5, "1.0 days higher"],
  [0.04, days, 0.5, "about the same"],
  [6.4, share, 5, "6.4 points higher"],
  [-1, share, 5, "1.0 points lower"],
  [2.256, { unit: "", decimals: 1 }, 0.25, "2.26 higher"],
  [-0.125, { unit: "", decimals: 1 }, 0.5, "0.13 lower"],
  [0.0625, { unit: "", decimals: 3 }, 0.5, "0.063 higher"],
  [0.0004, { unit: "", decimals: 0 }, 0.0005, "0.0004 higher"],
])(
  "%d is written with a decimal more than its measure, and as exact as a change that matters asks",
  (value, of, size, words) => {
    expect(differenceWords(value, of, size, format).replaceAll("\u00a0", " ")).toBe(words);
  },
);

test("levels have their unit, none is a dash, and an end without a bound says so", () => {
  expect(figureWords(62.44, share, 5, format)).toBe("62.4%");
  expect(figureWords(null, share, 5, format)).toBe("–");
  expect(figureWords(-0.01, days, 0.5, format).replaceAll("\u00a0", " ")).toBe("0.0 days");
  expect(amountWords(-3, share, 5, format)).toBe("3.0 points");
  expect(rangeWords({ low: null, high: 1 }, share, 5, format)).toEqual({
    low: "no bound below",
    high: "1.0 points higher",
  });
});

test.each([
  [1.5, share, "1.5 points"],
  [1, share, "1 point"],
  [1, days, "1 day"],
  [5, days, "5 days"],
  [0.5, days, "0.5 days"],
  [0.00025, { unit: "", decimals: 1 }, "0.00025"],
])("%d, a size that matters, is shown as it was entered", (size, of, words) => {
  expect(sizeWords(size, of, format).replaceAll("\u00a0", " ")).toBe(words);
});

test("what a row shows adds up: the change of the covered, minus the others’, is the difference", () => {
  const of = { unit: "", decimals: 1, sizeThatMatters: 0.5 };
  for (let nth = 0; nth < 200; nth++) {
    const level = (by: number) => 4 + ((nth * by) % 97) / 97;
    const [covered, others] = [
      { before: level(13), after: level(29) },
      { before: level(41), after: level(59) },
    ];
    const difference = covered.after - covered.before - (others.after - others.before);
    const change = (arm: typeof covered) => {
      const [before, after] = levelWords(of, arm, format).split(" → ").map(Number);
      return after! - before!;
    };
    const said = differenceWords(difference, of, of.sizeThatMatters, format);
    const shown = Number.parseFloat(said) * (said.endsWith("lower") ? -1 : 1) || 0;
    // Four levels and the difference are each rounded by half a hundredth at most: far less than one step of the measure.
    expect(Math.abs(change(covered) - change(others) - shown)).toBeLessThanOrEqual(0.025 + 1e-9);
  }
  expect(levelWords(of, { before: 4.156, after: 4.094 }, format)).toBe("4.16 → 4.09");
  expect(levelWords(of, { before: null, after: 4.1 }, format)).toBe("4.10");
});

const outcome = { id: "o", name: "Hand-off time", unit: "days", decimals: 1, sizeThatMatters: 0.5 };
const evidence = (more: object = {}): Evidence =>
  ({
    ...{
      verdict: "too-early",
      weeks: { over: 7, planned: 12 },
      design: "difference-in-differences",
      called: "difference",
    },
    sentence: {
      outcome: "o",
      way: "better",
      sureness: "could-be-chance",
      difference: -0.7,
      range95: { low: -1.6, high: 0.2 },
    },
    ...{ outcomes: [outcome], guardrails: [{ id: "g", name: "Focus" }] },
    ...more,
  }) as Evidence;

describe("the sentence before the chart", () => {
  test("has the verdicts of the product, and how long it still takes", () => {
    expect(headlineWords(evidence())).toBe("Too early to tell: 7 of 12 weeks");
    expect(
      (["harms", "too-few-teams", "helps", "no-difference", "cant-tell"] as const).map((verdict) =>
        headlineWords(evidence({ verdict })),
      ),
    ).toEqual(["Harms", "Too few teams to tell", "Helps", "No difference beyond the margin", "Can’t tell"]);
  });

  test("says what happened, whether chance could have done it, and how far it is known", () => {
    expect(sentenceWords(evidence(), format).replaceAll("\u00a0", " ")).toBe(
      "Hand-off time: 0.70 days lower where the policy applies. That could still be chance: the likely range runs from 1.60 days lower to 0.20 days higher.",
    );
  });

  test.each([
    ["could-be-chance", "difference-in-differences", "difference"],
    ["told", "difference-in-differences", "difference"],
    ["described", "before-after", "difference"],
    ["described", "comparison", "difference"],
    ["described", "survey", "difference"],
  ])("says effect of no design that shows none: %s, %s", (sureness, design, called) => {
    const sentence = { ...evidence().sentence, sureness };
    expect(sentenceWords(evidence({ design, called, sentence }), format)).not.toMatch(/effect/i);
  });

  test("says effect where chance decided who is covered", () => {
    const sentence = { ...evidence().sentence, sureness: "told" };
    const drawn = evidence({ called: "effect", design: "randomised-by-team", sentence });
    expect(sentenceWords(drawn, format)).toContain("This effect is more than chance would do");
  });

  test("where nothing was reported, says that", () => {
    expect(sentenceWords(evidence({ sentence: null }), format)).toBe(
      "Nothing that it should move was reported since the start.",
    );
  });
});

test.each([
  [
    "more-teams",
    "o",
    { covered: 5, others: 6, needed: 10 },
    "Hand-off time: a verdict needs 10 teams on each side. There are 5 against 6.",
  ],
  [
    "more-possible-lots",
    "o",
    { possible: 35, needed: 40 },
    "Hand-off time: the lot could have fallen in 35 ways, and a verdict needs 40. More teams would do.",
  ],
  [
    "more-teams",
    "o",
    { covered: 0, others: 0, needed: 10 },
    "Hand-off time: check-ins. Nothing was reported since the start.",
  ],
  ["wait", null, { weeks: 5 }, "5 more weeks until the decision date."],
  [
    "more-teams-or-weeks",
    "o",
    { reach: 0.75, sizeThatMatters: 0.5 },
    "Hand-off time: more teams or weeks. The figure is known to within 0.75 days, and 0.5 days would matter.",
  ],
  [
    "more-weeks-before",
    "o",
    { weeks: 4, drift: null, sizeThatMatters: 0.5 },
    "Hand-off time: more weeks before the start. 4 of them do not show that the arms moved alike.",
  ],
  ["mend-guardrail", "g", {}, "Focus: ask those whom it meets what would help."],
] as const)("what would settle it: %s", (key, of, figures, words) => {
  expect(settlingWords({ key, of, figures }, evidence(), format).replaceAll("\u00a0", " ")).toBe(words);
});
