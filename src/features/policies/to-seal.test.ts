import { describe, expect, it, test } from "vitest";
import type { Comparison, Hypothesis, Scope } from "./hypothesis.ts";
import type { People } from "./people.ts";
import { contradictions, toSeal } from "./to-seal.ts";

const today = "2027-02-16";
const everyone: Scope = { teamIds: [], exceptTeamIds: [], siteIds: [], roles: [] };
const beforeAfter: Comparison = { kind: "before-after" };
const lot: Comparison = { kind: "randomised-by-team", draw: 1, othersFrom: null };
const blocks: Comparison = { kind: "randomised-on-and-off", weeksEach: 2, pairs: 3, wearingOff: 1 };
const against = (...teamIds: string[]): Comparison => ({ kind: "difference-in-differences", teamIds });

const ready: Hypothesis = {
  ...{ kind: "meeting-free", title: "Quiet mornings", rule: "No meetings before noon.", why: "", ownerId: "ines" },
  ...{ imperativeIds: [], office: { days: null, weekdays: [] }, scope: everyone },
  ...{ startsOn: "2027-03-01", decidesOn: "2027-06-01", guardrails: [], comparison: beforeAfter },
  outcomes: [
    {
      ...{ id: "one", name: "On time", wanted: "up", sizeThatMatters: "5" },
      measure: { kind: "check-ins", reads: "on-time" },
    },
  ],
};

/** Product with Design below it, Growth beside it, and an empty team. */
const people: People = {
  members: new Map([
    ["ines", { role: "member", here: true }],
    ["priya", { role: "member", here: true }],
    ["visitor", { role: "guest", here: true }],
  ]),
  parents: new Map([
    ["product", null],
    ["design", "product"],
    ["growth", null],
    ["empty", null],
  ]),
  belongs: new Map([
    ["ines", new Set(["design"])],
    ["priya", new Set(["growth"])],
    ["visitor", new Set(["empty"])],
  ]),
  homes: new Map([["ines", "lisbon"]]),
};

const fields = (draft: Partial<Hypothesis>) => toSeal({ ...ready, ...draft }, today, people).map(({ field }) => field);
const scope = (limits: Partial<Scope>) => ({ ...everyone, ...limits });

describe("a draft can be sealed", () => {
  it.each<[string, Partial<Hypothesis>]>([
    ["that says everything", {}],
    ["that starts today", { startsOn: today }],
    ["of which one of two teams is drawn", { comparison: lot, scope: scope({ teamIds: ["design", "growth"] }) }],
    ["of one team that goes on and off", { comparison: blocks, scope: scope({ teamIds: ["growth"] }) }],
    [
      "that is compared with a team it does not cover",
      { comparison: against("growth"), scope: scope({ teamIds: ["product"] }) },
    ],
    [
      "that covers everyone but the teams it is compared with",
      { comparison: against("growth"), scope: scope({ exceptTeamIds: ["growth"] }) },
    ],
  ])("%s", (_name, draft) => expect(fields(draft)).toEqual([]));
});

describe("a draft cannot be sealed", () => {
  it.each<[string, Partial<Hypothesis>, string[]]>([
    ["without a rule", { rule: "" }, ["rule"]],
    ["without an outcome", { outcomes: [] }, ["outcomes"]],
    ["without a comparison", { comparison: null }, ["comparison"]],
    ["without dates", { startsOn: null, decidesOn: null }, ["startsOn", "decidesOn"]],
    ["after its start", { startsOn: "2027-02-15" }, ["startsOn"]],
    ["that is decided before it starts", { decidesOn: "2027-02-28" }, ["decidesOn"]],
    ["that is decided on the day it starts", { decidesOn: "2027-03-01" }, ["decidesOn"]],
    ["that covers nobody", { scope: scope({ siteIds: ["berlin"] }) }, ["scope"]],
    ["whose lot has one team", { comparison: lot, scope: scope({ teamIds: ["growth"] }) }, ["scope.teamIds"]],
    [
      "whose lot has a team and one below it",
      { comparison: lot, scope: scope({ teamIds: ["product", "design"] }) },
      ["scope.teamIds"],
    ],
    [
      "whose lot has an empty team",
      { comparison: lot, scope: scope({ teamIds: ["design", "empty"] }) },
      ["scope.teamIds"],
    ],
    [
      "whose lot would cover every team",
      { comparison: { ...lot, draw: 2 }, scope: scope({ teamIds: ["design", "growth"] }) },
      ["comparison.draw"],
    ],
    [
      "whose blocks wear off for as long as they last",
      { comparison: { ...blocks, wearingOff: 2 }, scope: scope({ teamIds: ["growth"] }) },
      ["comparison.wearingOff"],
    ],
    [
      "whose blocks end after the decision",
      { comparison: { ...blocks, pairs: 4 }, scope: scope({ teamIds: ["growth"] }) },
      ["decidesOn"],
    ],
    ["without a team on or off", { comparison: blocks }, ["scope.teamIds"]],
    ["with an empty comparison group", { comparison: against() }, ["comparison.teamIds"]],
    ["with a comparison group of nobody", { comparison: against("empty") }, ["comparison.teamIds"]],
    ["with a comparison group that it covers", { comparison: against("growth") }, ["comparison.teamIds"]],
    [
      "with a comparison group below a team it covers",
      { comparison: against("design"), scope: scope({ teamIds: ["product"] }) },
      ["comparison.teamIds"],
    ],
    [
      "with a comparison group above a team it covers",
      { comparison: against("product"), scope: scope({ teamIds: ["design"] }) },
      ["comparison.teamIds"],
    ],
  ])("%s", (_name, draft, expected) => expect(fields(draft)).toEqual(expected));
});

test("the others wait until it is decided", () => {
  const words = (othersFrom: string) => contradictions({ ...ready, comparison: { ...lot, othersFrom } as Comparison });
  expect([words("2027-05-31"), words("2027-06-01")]).toMatchObject([[{ field: "comparison.othersFrom" }], []]);
});
