import { describe, expect, test } from "vitest";
import { type Guardrail, guardrailWord } from "./guardrail.ts";
import { type OutcomeWord, outcomeWord, type Read } from "./outcome.ts";
import { verdictOf } from "./verdict.ts";

const said = {
  better: { word: "better" },
  worse: { word: "worse" },
  none: { word: "no-difference" },
  few: { word: "too-few-teams" },
  unclear: { word: "cant-tell", why: "too-noisy" },
} satisfies Record<string, OutcomeWord>;

describe("verdicts, in their order", () => {
  test.each([
    ["a broken guardrail harms, before all else", ["broken"], ["few"], false, "harms"],
    ["a guardrail beyond its limit by what may be chance harms not yet", ["beyond-limit"], ["better"], true, "helps"],
    ["an outcome that got worse harms", [], ["worse", "better"], true, "harms"],
    ["too few teams is said before too early", [], ["few", "few"], false, "too-few-teams"],
    ["one outcome with enough teams goes on", [], ["few", "better"], true, "helps"],
    ["before the date it is too early, however clear", [], ["better"], false, "too-early"],
    ["on the date it helps", ["no-harm"], ["better", "unclear"], true, "helps"],
    ["no difference is said when it is shown of all", [], ["none", "none"], true, "no-difference"],
    ["one unclear outcome leaves it open", [], ["none", "unclear"], true, "cant-tell"],
    ["nothing measured", [], [], true, "cant-tell"],
  ] as const)("%s", (_, guardrails, outcomes, isDue, verdict) => {
    const found = outcomes.map((key) => ({ word: said[key], adjustedP: 0.01 }));
    expect(verdictOf({ guardrails, outcomes: found, isDue })).toBe(verdict);
  });

  test("before the date worse is said from p ≤ 0.001 on, for whoever looks often sees chance", () => {
    const early = (adjustedP: number) =>
      verdictOf({ guardrails: [], outcomes: [{ word: said.worse, adjustedP }], isDue: false });
    expect([early(0.001), early(0.0011)]).toEqual(["harms", "too-early"]);
  });
});

describe("an outcome", () => {
  const estimate = (low: number, high: number): Read["estimate"] => ({
    difference: (low + high) / 2,
    range90: { low, high },
    range95: { low: low * 1.2, high: high * 1.2 },
    p: 0.01,
    method: { inference: "t", draws: 0, seed: null, df: 9 },
  });
  const trends = (word: "alike" | "apart" | "not-known") => ({
    weeks: 9,
    perWeek: 0,
    carriedOn: 0,
    range90: { low: -1, high: 1 },
    p: 0.5,
    word,
  });
  const read: Read = {
    estimate: estimate(3, 6),
    adjustedP: 0.02,
    trends: null,
    describesOnly: false,
    enoughTeams: true,
    willBeEnough: false,
  };

  test.each([
    ["moved as wanted", {}, "up", "better"],
    ["moved the other way", {}, "down", "worse"],
    ["moved, but not clear among all outcomes", { adjustedP: 0.051 }, "up", "too-noisy"],
    ["moved by less than matters", { estimate: estimate(0.5, 1.5) }, "up", "no-difference"],
    ["too few teams", { enoughTeams: false, describesOnly: true }, "up", "too-few-teams"],
    ["too few that have reported yet, of enough", { enoughTeams: false, willBeEnough: true }, "up", "not-yet"],
    ["a design that only describes", { describesOnly: true }, "up", "describes-only"],
    ["trends apart before the start", { trends: trends("apart") }, "up", "trends-apart"],
    ["trends not shown to be alike", { trends: trends("not-known") }, "up", "trends-not-known"],
    ["trends alike", { trends: trends("alike") }, "up", "better"],
    ["no data", { estimate: null }, "up", "no-data"],
  ] as const)("%s", (_, but, wanted, word) => {
    const found = outcomeWord({ wanted, sizeThatMatters: 2 }, { ...read, ...but });
    expect(found.word === "cant-tell" ? found.why : found.word).toBe(word);
  });
});

describe("a guardrail of at least 60, margin 5", () => {
  const rail: Guardrail = { safe: "at-least", limit: 60, margin: 5, level: null, against: null };
  const level = (value: number, low: number, high: number) => ({ value, range90: { low, high } });
  const against = (low: number, high: number) => ({ difference: 0, range90: { low, high } });

  test.each([
    ["no data", {}, "no-data"],
    ["50, and chance could have put it there", { level: level(50, 22, 78) }, "beyond-limit"],
    ["50 for sure", { level: level(50, 45, 55) }, "broken"],
    ["66, nothing to compare", { level: level(66, 60, 72) }, "holding"],
    [
      "66, worse than the others by more than the margin",
      { level: level(66, 60, 72), against: against(-12, -6) },
      "broken",
    ],
    ["66, not worse by the margin", { level: level(66, 60, 72), against: against(-3, 20) }, "no-harm"],
    ["66, could be worse by the margin", { level: level(66, 60, 72), against: against(-6, 2) }, "holding"],
  ] as const)("%s", (_, but, word) => {
    expect(guardrailWord({ ...rail, ...but })).toBe(word);
    // The same, seen from the other side.
    const turn = ({ low, high }: { low: number; high: number }) => ({ low: -high, high: -low });
    const of = { ...rail, ...but };
    const mirrored: Guardrail = {
      ...of,
      safe: "at-most",
      limit: -60,
      level: of.level && { value: -of.level.value, range90: turn(of.level.range90) },
      against: of.against && { difference: 0, range90: turn(of.against.range90) },
    };
    expect(guardrailWord(mirrored)).toBe(word);
  });
});
