/**
 * One journey for every way in: vision, mission, imperative, cycle, an objective with three key results of different
 * types, its link, a check-in. These are its words and what must be seen at its end.
 */
import { expect } from "vitest";

export const vision = "Every clinic starts treating in its first week";
export const mission = "We take the paperwork out of the first week of clinics";
export const imperative = "Win the first week";
export const cycle = { name: "Q1 2027", kind: "quarter", startsOn: "2027-01-04", endsOn: "2027-03-28" };
export const objective = { title: "Clinics start unaided", why: "Whoever starts alone in week one stays." };
export const activation = {
  title: "Clinics that finish setup unaided",
  unit: "%",
  measure: { kind: "metric", start: "31", target: "55" },
};
export const guide = {
  title: "Setup guide in four languages",
  measure: {
    kind: "milestones",
    milestones: [{ title: "Portuguese" }, { title: "Japanese" }, { title: "German" }, { title: "French" }],
  },
};
export const churn = {
  title: "Clinics lost in their first month",
  unit: "%",
  measure: { kind: "threshold", operator: "at-or-below", target: "2" },
};
/** 43 of 31 to 55 is half the way; the other two have moved nothing yet, so the objective is a third of that. */
export const report = { value: "43", confidence: 7, whatChanged: "The guide now opens by itself." };

// biome-ignore lint/suspicious/noExplicitAny: answers of programs, read as they come.
type Answer = any;

/** Today of whoever owns the three key results, the map, the objective and its line, after the check-in. */
export function expectTheLine(seen: { today: Answer; map: Answer; objective: Answer; line: Answer }): void {
  const { today, map, line } = seen;
  expect(today.line).toMatchObject({ vision, imperative: { statement: imperative }, measuredBy: "mine" });
  expect(today.line.objectives.map(({ title }: Answer) => title)).toEqual([objective.title]);
  const first = today.line.keyResults.find(({ title }: Answer) => title === activation.title);
  expect(first).toMatchObject({ current: "43", progress: "0.5", lastConfidence: report.confidence, unit: "%" });
  expect(today.due.map((each: Answer) => each.keyResult.title).sort()).toEqual([churn.title, guide.title]);

  expect(map).toMatchObject({ vision, mission, cycle: { name: cycle.name }, complete: true, notConnected: [] });
  expect(map.objectives).toMatchObject([{ title: objective.title, under: { kind: "imperative" }, keyResults: 3 }]);
  expect(map.keyResults.map(({ title, progress }: Answer) => [title, progress])).toContainEqual([
    activation.title,
    "0.5",
  ]);

  expect(seen.objective).toMatchObject({ title: objective.title, why: objective.why, cycle: { name: cycle.name } });
  const types = seen.objective.keyResults.map(({ title, measure }: Answer) => [title, measure.kind]);
  expect(types).toEqual([
    [activation.title, "metric"],
    [guide.title, "milestones"],
    [churn.title, "threshold"],
  ]);
  expect(Number(seen.objective.progress)).toBeCloseTo(0.5 / 3, 9);
  expect(seen.objective.line.map(({ title }: Answer) => title)).toEqual([imperative, objective.title]);
  expect(line).toMatchObject({ vision, lines: [{ reaches: true }] });
}
