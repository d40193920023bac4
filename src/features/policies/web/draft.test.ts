import { describe, expect, it } from "vitest";
import { changesOf, comparisonOf, type Draft, writtenOf } from "./draft.ts";

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
