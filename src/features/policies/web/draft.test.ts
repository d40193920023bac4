import { describe, expect, it } from "vitest";
import { canDraw, changesOf, comparisonOf, type Draft, typedNumber, withTeams, writtenOf } from "./draft.ts";

const [one, two] = ["01936f0e-7d7b-7cc1-a1f0-0242ac120002", "01936f0e-7d7b-7cc1-a1f0-0242ac120003"] as const;
const subject = { id: two, objectiveId: one, title: "Hand-off", team: null, unit: "d", decimals: 1, current: "4.2" };
const draft: Draft = {
  ...{ kind: "hybrid-anchored", title: "Anchor days", rule: "Two days together", why: "" },
  ...{ office: { days: 2, weekdays: ["2", "3"] }, owner: { id: one, name: "Hanna Vogel" }, imperatives: [] },
  scope: { teams: [{ id: one, name: "Product" }], exceptTeams: [], sites: [], roles: [] },
  ...{ startsOn: "2027-03-01", decidesOn: "2027-06-01" },
  outcomes: [
    {
      ...{ id: one, name: "Hand-off time", wanted: "down", sizeThatMatters: "0,5" },
      measure: { kind: "key-results", subjects: [subject], question: null, reads: null },
    },
  ],
  ...{ guardrails: [], comparison: null },
};

describe("what is sent of a draft", () => {
  it("has ids for names and numbers as they are kept", () => {
    expect(writtenOf(draft, "de-DE")).toMatchObject({
      ownerId: one,
      scope: { teamIds: [one], exceptTeamIds: [], siteIds: [], roles: [] },
      outcomes: [{ measure: { kind: "key-results", ids: [two] }, sizeThatMatters: "0.5" }],
    });
  });

  it("leaves what cannot be read to be refused with the words that were typed", () => {
    const typed = { ...draft, outcomes: draft.outcomes.map((each) => ({ ...each, sizeThatMatters: "much" })) };
    expect(writtenOf(typed, "en").outcomes?.[0]?.sizeThatMatters).toBe("much");
  });

  it("holds what changed alone", () => {
    expect(changesOf(draft, draft, "en")).toEqual({});
    expect(changesOf({ ...draft, rule: "Three days" }, draft, "en")).toEqual({ rule: "Three days" });
  });

  it("asks for no days in an office of what is no arrangement", () => {
    expect(changesOf({ ...draft, kind: "meeting-free" }, draft, "en")).toEqual({
      kind: "meeting-free",
      office: { days: null, weekdays: [] },
    });
  });
});

it.each([
  ["randomised-by-team", { kind: "randomised-by-team", draw: 1, othersFrom: null }],
  ["randomised-on-and-off", { kind: "randomised-on-and-off", weeksEach: 2, pairs: 3, wearingOff: 0 }],
  ["before-after", { kind: "before-after" }],
  ["comparison", { kind: "comparison", teamIds: [] }],
] as const)("%s begins with what it needs", (kind, sent) => {
  expect(writtenOf({ ...draft, comparison: comparisonOf(kind, draft) }, "en").comparison).toEqual(sent);
});

describe("how many a lot draws", () => {
  const team = (nth: number) => ({ id: `${one.slice(0, -2)}${nth + 10}`, name: `Team ${nth}` });
  const teams = (count: number) => Array.from({ length: count }, (_, nth) => team(nth));
  const drawing = (draw: number | null): Draft => {
    const lot = { ...comparisonOf("randomised-by-team", draft), draw };
    return { ...draft, scope: { ...draft.scope, teams: teams(4) }, comparison: lot };
  };

  it("is half of the teams until somebody says a number, which then stays", () => {
    expect(withTeams(drawing(2), teams(8), false).comparison?.draw).toBe(4);
    const said = drawing(-3);
    expect({ ...said, ...withTeams(said, teams(8), true) }.comparison?.draw).toBe(-3);
  });

  it("is sent as it was typed, and nothing stands for nothing", () => {
    expect(writtenOf(drawing(-3), "en").comparison).toMatchObject({ draw: -3 });
    expect(writtenOf(drawing(typedNumber("")), "en").comparison).toMatchObject({ draw: null });
  });

  it.each([
    [1, 2, true],
    [1, 0, false],
    [-3, 3, false],
    [3, 3, false],
    [7, 3, false],
    [1.5, 3, false],
    [null, 3, false],
  ])("%s of %i teams can be drawn: %s", (draw, of, can) => expect(canDraw(draw, of)).toBe(can));
});
