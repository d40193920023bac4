import { describe, expect, test } from "vitest";
import { formatFor } from "../../../../web/ui/format.ts";
import {
  amountWords,
  differenceWords,
  type Evidence,
  figureWords,
  headlineWords,
  rangeWords,
  sentenceWords,
  settlingWords,
} from "./evidence-words.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const days = { unit: "days", decimals: 0 };
const share = { unit: "%", decimals: 0 };

test.each([
  [-0.7, days, 0.5, "0.7 days lower"],
  [0.72, days, 0.5, "0.7 days higher"],
  [1, days, 5, "1 day higher"],
  [1, days, 0.5, "1.0 days higher"],
  [0.04, days, 0.5, "about the same"],
  [6.4, share, 5, "6 points higher"],
  [-1, share, 5, "1 point lower"],
  [2.25, { unit: "", decimals: 1 }, 0.25, "2.3 higher"],
])("%d is written as exact as a change that matters asks: %s", (value, of, size, words) => {
  expect(differenceWords(value, of, size, format).replaceAll("\u00a0", " ")).toBe(words);
});

test("levels have their unit, none is a dash, and an end without a bound says so", () => {
  expect(figureWords(62.4, share, 5, format)).toBe("62%");
  expect(figureWords(null, share, 5, format)).toBe("–");
  expect(figureWords(-0.01, days, 0.5, format).replaceAll("\u00a0", " ")).toBe("0.0 days");
  expect(amountWords(-3, share, 5, format)).toBe("3 points");
  expect(rangeWords({ low: null, high: 1 }, share, 5, format)).toEqual({
    low: "no bound below",
    high: "1 point higher",
  });
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
      "Hand-off time: 0.7 days lower where the policy applies. That could still be chance: the likely range runs from 1.6 days lower to 0.2 days higher.",
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
    "Hand-off time: more teams or weeks. The figure is known to within 0.8 days, and 0.5 days would matter.",
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
