import fc from "fast-check";
import { expect, it } from "vitest";
import { type Measure, measureRefusals } from "./measures.ts";
import { linksRolledOver, proposedRestart, type RolledOver, rolledOver } from "./rollover.ts";

const metric: Measure = { kind: "metric", start: "20", target: "80" };
const milestones = (done: boolean): Measure => ({
  kind: "milestones",
  milestones: [{ id: "1", title: "Pilot", weight: "1", done }],
});

it.each<[string, Measure, string | null, "end-value" | "zero", Partial<RolledOver>]>([
  [
    "a metric restarts from its end value",
    metric,
    "55",
    "end-value",
    { measure: { ...metric, start: "55" } as Measure, asks: null },
  ],
  ["a percentage too", metric, "60", "end-value", { start: "60" }],
  ["never reported, from where it was", metric, null, "end-value", { start: "20" }],
  ["at its target it needs a new one", metric, "80", "end-value", { measure: null, start: "80", asks: "new-target" }],
  [
    "beyond it too",
    { kind: "metric", start: "80", target: "20" },
    "10",
    "end-value",
    { start: "10", asks: "new-target" },
  ],
  ["worse than its start", metric, "5", "end-value", { start: "5", asks: null }],
  [
    "a completion restarts from 0",
    { kind: "metric", start: "0", target: "100" },
    "60",
    "zero",
    { start: "0", asks: null },
  ],
  ["milestones are all to do again", milestones(true), null, "end-value", { measure: milestones(false) }],
  ["done or not, again", { kind: "done" }, "1", "end-value", { measure: { kind: "done" } }],
  [
    "limits stay",
    { kind: "range", low: "1", high: "2" },
    "3",
    "end-value",
    { measure: { kind: "range", low: "1", high: "2" } },
  ],
  ["a baseline that was found is a start", { kind: "baseline" }, "7", "end-value", { start: "7", asks: "new-target" }],
  ["one that was not is still to be found", { kind: "baseline" }, null, "end-value", { measure: { kind: "baseline" } }],
])("%s", (_, measure, endValue, restart, expected) => {
  expect(rolledOver(measure, endValue, restart)).toMatchObject(expected);
});

it("what is ready can be kept as it is", () => {
  const figure = fc.integer({ min: -100, max: 100 }).map(String);
  fc.assert(
    fc.property(
      figure,
      figure,
      figure,
      fc.constantFrom("end-value" as const, "zero" as const),
      (start, target, end, restart) => {
        fc.pre(start !== target);
        const { measure } = rolledOver({ kind: "metric", start, target }, end, restart);
        if (measure) expect(measureRefusals(measure)).toEqual([]);
      },
    ),
  );
});

it.each<[string, Measure, string, "end-value" | "zero"]>([
  ["Migration completed", { kind: "metric", start: "0", target: "100" }, "%", "zero"],
  ["Customers who stay a year", { kind: "metric", start: "0", target: "100" }, "%", "end-value"],
  ["Migration completed", { kind: "metric", start: "20", target: "100" }, "%", "end-value"],
  ["Orders completed", { kind: "metric", start: "0", target: "100" }, "orders", "end-value"],
  ["Clinics that finish setup unaided", { kind: "metric", start: "0", target: "100" }, "%", "end-value"],
])("%s restarts by itself", (title, measure, unit, restart) => {
  expect(proposedRestart(measure, unit, title)).toBe(restart);
});

it("follows links to what its parents became, and names those that became nothing", () => {
  const link = (kind: "objective" | "key-result" | "imperative", id: string) => {
    return { objectiveId: "o", parent: { kind, id }, mode: "contributes" as const };
  };
  const next = new Map([["company", { kind: "objective" as const, id: "company 2" }]]);
  const links = [
    link("objective", "company"),
    link("key-result", "gone"),
    link("imperative", "a"),
    link("imperative", "old"),
  ];
  expect(
    linksRolledOver(
      links,
      ({ id }) => next.get(id) ?? null,
      (id) => id === "a",
    ),
  ).toEqual({
    kept: [
      { parent: { kind: "objective", id: "company 2" }, mode: "contributes" },
      { parent: { kind: "imperative", id: "a" }, mode: "contributes" },
    ],
    lost: [
      { kind: "key-result", id: "gone" },
      { kind: "imperative", id: "old" },
    ],
  });
});
