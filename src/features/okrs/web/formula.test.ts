import { expect, test } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { formulaOf } from "./formula.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const paced = { progress: "0.48", expected: "0.52", goalShare: "1" };
const likely = { checkIns: 3, middle: "30", low: "5", high: "105", goal: "100", onTrackUpTo: "0.05" };

test.each([
  [
    { rule: "gap", ...paced, gap: "0.04", onTrackUpTo: "0.05", atRiskUpTo: "0.25" },
    "gap = expected 52% − progress 48% = 4 points; ≤ 5 On track, ≤ 25 At risk, more Off track.",
  ],
  [
    { rule: "gap", ...paced, goalShare: "0.7", gap: "0.0504", onTrackUpTo: "0.05", atRiskUpTo: "0.25" },
    "gap = expected 52% × 0.7 − progress 48% = 5.04 points; ≤ 5 On track, ≤ 25 At risk, more Off track.",
  ],
  [
    { rule: "ratio", ...paced, ratio: "0.9230769231", onTrackFrom: "0.95", atRiskFrom: "0.75" },
    "ratio = progress 48% ÷ expected 52% = 0.923; ≥ 0.95 On track, ≥ 0.75 At risk, less Off track.",
  ],
  [
    { rule: "ratio", ...paced, goalShare: "0.7", ratio: "1.3186813187", onTrackFrom: "0.95", atRiskFrom: "0.75" },
    "ratio = progress 48% ÷ (expected 52% × 0.7) = 1.319; ≥ 0.95 On track, ≥ 0.75 At risk, less Off track.",
  ],
  [
    { rule: "ratio", ...paced, ratio: null, onTrackFrom: "0.95", atRiskFrom: "0.75" },
    "Nothing is expected yet; from the second day on, progress ÷ expected decides.",
  ],
  [
    { rule: "forecast", ...likely, progress: "0.3", short: "0.7" },
    "Heading for 30 h, likely 5 h–105 h; the goal is 100 h. The middle is 70 points of progress short of it: ≤ 5 short On track, else At risk while the goal lies in the 80% range, outside it Off track.",
  ],
  [
    { rule: "forecast", ...likely, goal: "28", progress: "0.3", short: "-0.02" },
    "Heading for 30 h, likely 5 h–105 h; the goal is 28 h. The middle is 2 points of progress beyond it: ≤ 5 short On track, else At risk while the goal lies in the 80% range, outside it Off track.",
  ],
  [
    { rule: "forecast", ...likely, goal: "67.1", progress: "0.3", short: "0.3706" },
    "Heading for 30 h, likely 5 h–105 h; the goal is 67.1 h. The middle is 37 points of progress short of it: ≤ 5 short On track, else At risk while the goal lies in the 80% range, outside it Off track.",
  ],
  [
    { rule: "forecast", ...likely, goal: "35.04", progress: "0.3", short: "0.0504" },
    "Heading for 30 h, likely 5 h–105 h; the goal is 35.04 h. The middle is 5.04 points of progress short of it: ≤ 5 short On track, else At risk while the goal lies in the 80% range, outside it Off track.",
  ],
  [{ rule: "not-started", firstDueOn: "2027-01-13" }, "No check-in yet; the first is due 13 Jan."],
  [{ rule: "first-check-in-missed", firstDueOn: null }, "The first check-in was missed."],
  [{ rule: "holds", standing: "broken", value: "98.7" }, "98.7 h does not hold."],
  [{ rule: "worst-key-result", id: "a" }, "As its worst key result, “Setup tickets”."],
  [{ rule: "paused" }, "Paused: left out of every average until it is resumed."],
] as const)("%j", (because, sentence) => {
  const titleOf = (id: string) => (id === "a" ? "Setup tickets" : undefined);
  expect(formulaOf(because, { format, figure: (value) => `${value} h`, titleOf })).toBe(sentence);
});
