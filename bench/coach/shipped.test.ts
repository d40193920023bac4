/** What we ship is read as it is meant: the key results of the demo organisation, and of the templates to begin from. */
import { describe, expect, it } from "vitest";
import { drafted } from "../../db/demo/coming-cycle.ts";
import { lastCycle } from "../../db/demo/last-cycle.ts";
import { thisCycle } from "../../db/demo/this-cycle.ts";
import { coach } from "../../src/features/coach/coach.ts";
import { type Coached, coachContextOf } from "../../src/features/okrs/coached.ts";
import { builtIn } from "../../src/features/planning/templates.ts";

/** Work, told as it is: a move, a webinar, four things to build. */
const outputs = ["Billing migrated", "Launch onboarding webinar", "Setup works without a spreadsheet"];
/** Without a figure, on purpose: one waits for its baseline, one is moved by others' key results, one shows the coach. */
const unsure = ["How long a useful answer takes", "What teams add to a faster start", "Improve setup satisfaction"];

const meant = (title: string) => (outputs.includes(title) ? "output" : unsure.includes(title) ? "unsure" : "outcome");
const verdictOf = (title: string, unit: string, measure: Coached["measure"]) =>
  coach(title, coachContextOf({ measure, unit, source: "" })).verdict;

describe("the demo organisation", () => {
  const told = [...lastCycle, ...thisCycle].flatMap(({ keyResults }) => keyResults);

  it.each(told)("$title", ({ title, unit = "", measure }) => {
    expect(verdictOf(title, unit, measure)).toBe(meant(title));
  });

  it.each(drafted)("in the coming cycle: $title", ({ title, unit = "", from = "", to = "" }) => {
    expect(verdictOf(title, unit, { kind: "metric", start: from, target: to })).toBe(meant(title));
  });
});

describe("the templates", () => {
  const offered = builtIn.flatMap(({ keyResults }) => keyResults);

  it.each(offered)("$title", ({ title, unit }) => {
    const moving = (start: string, target: string) => verdictOf(title, unit, { kind: "metric", start, target });
    expect([moving("20", "60"), moving("60", "20")]).toEqual(["outcome", "outcome"]);
    expect(moving("", "")).not.toBe("output");
  });
});
