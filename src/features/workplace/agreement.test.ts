import { describe, expect, it } from "vitest";
import { agreedRefusals, isReviewDue } from "./agreement.ts";
import { agreementTemplates } from "./agreement-templates.ts";
import { Agreed } from "./contract/agreements.ts";

const nothing = { coreHours: null, channels: [], meetingFree: [], asyncByDefault: false, notes: "" };

describe("an agreement", () => {
  it("says something", () => {
    expect(agreedRefusals(nothing).map(({ field }) => field)).toEqual(["coreHours"]);
    expect(agreedRefusals({ ...nothing, asyncByDefault: true })).toEqual([]);
    expect(agreedRefusals({ ...nothing, notes: "Cameras are a choice." })).toEqual([]);
  });

  it.each([
    ["hours that end before they begin", { coreHours: { days: ["1"], from: "15:00", to: "10:00", timeZone: null } }],
    ["hours on no day", { meetingFree: [{ days: [], from: "09:00", to: "12:00" }] }],
    ["hours twice on a day", { meetingFree: [{ days: ["1", "1"], from: "09:00", to: "12:00" }] }],
    ["hours that no clock shows", { meetingFree: [{ days: ["1"], from: "9", to: "25:00" }] }],
    ["a channel twice", { channels: ["Chat", "chat"].map((name) => ({ name, use: "", answerWithin: null })) }],
    ["an answer in no time", { channels: [{ name: "Chat", use: "", answerWithin: { amount: 0, unit: "hours" } }] }],
    [
      "a zone that does not exist",
      { coreHours: { days: ["1"], from: "10:00", to: "15:00", timeZone: "Europe/Atlantis" } },
    ],
  ])("is not taken with %s", (_words, part) => {
    expect(Agreed.safeParse({ ...nothing, ...part }).success).toBe(false);
  });
});

it.each(agreementTemplates)("the template $key is a good agreement", ({ agreed }) => {
  expect(Agreed.parse(agreed)).toEqual(agreed);
  expect(agreedRefusals(agreed)).toEqual([]);
});

it.each([
  ["no cycle is under way", [], null, false],
  ["it was written before the cycle began", ["2026-12-18"], { startsOn: "2027-01-04" }, true],
  ["it was reviewed on its first day", ["2026-12-18", "2027-01-04"], { startsOn: "2027-01-04" }, false],
  ["it was written in the cycle", ["2027-02-01"], { startsOn: "2027-01-04" }, false],
])("whether a review is due where %s", (_words, lookedAt, cycle, due) => {
  expect(isReviewDue(lookedAt, cycle)).toBe(due);
});
