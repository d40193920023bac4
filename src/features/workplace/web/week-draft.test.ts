import { expect, test } from "vitest";
import { chosenFromLastWeek, chosenOf, chosenOnAnchors, weekAsked } from "./week-draft.ts";

type At = "home" | "office" | "travel" | "off";
const day = (date: string, at: At | null, because: string, siteId: string | null = null) => ({
  ...{ day: date, at, because },
  site: siteId === null ? null : { id: siteId },
});
const week = [
  day("2027-02-15", "off", "holiday"),
  day("2027-02-16", "office", "usual", "lisbon"),
  day("2027-02-17", "home", "day"),
  day("2027-02-18", null, "nothing"),
];

test("only days that differ are sent", () => {
  const chosen = chosenOf(week);
  expect(weekAsked(week, chosen, false)).toBeNull();
  const changed = { ...chosen, "2027-02-18": { at: "travel", siteId: null } } as const;
  expect(weekAsked(week, changed, false)).toEqual({
    days: [{ day: "2027-02-18", at: "travel", siteId: null }],
    usual: null,
  });
});

test("a usual week takes the place of the days that differed", () => {
  expect(weekAsked(week, chosenOf(week), true)).toEqual({
    days: [
      { day: "2027-02-16", at: null, siteId: null },
      { day: "2027-02-17", at: null, siteId: null },
    ],
    usual: {
      from: "2027-02-15",
      days: { "2": { at: "office", siteId: "lisbon" }, "3": { at: "home", siteId: null } },
    },
  });
});

test("last week is taken over where this one has neither a holiday nor days off", () => {
  const lastWeek = [
    day("2027-02-08", "home", "usual"),
    day("2027-02-09", "home", "day"),
    day("2027-02-10", "off", "time-off"),
    day("2027-02-11", "travel", "day"),
  ];
  expect(chosenFromLastWeek({ days: week, lastWeek })).toEqual({
    "2027-02-16": { at: "home", siteId: null },
    "2027-02-18": { at: "travel", siteId: null },
  });
});

test("anchor days are offered where one works, the site takes people and one planned otherwise", () => {
  const anchored = (date: string, more: object = {}) => ({
    ...{ ...day(date, null, "nothing"), worked: true, anchors: ["Product"] },
    ...more,
  });
  const days = [
    anchored("2027-02-15"),
    anchored("2027-02-16", { because: "holiday" }),
    anchored("2027-02-17", { worked: false }),
    anchored("2027-02-18"),
    anchored("2027-02-19", { anchors: [] }),
  ];
  const offices = [{ id: "lisbon", closed: ["2027-02-18"] }];
  const offered = { "2027-02-15": { at: "office", siteId: "lisbon" } } as const;
  expect(chosenOnAnchors({ days, home: { id: "lisbon" }, offices }, {})).toEqual(offered);
  expect(chosenOnAnchors({ days, home: { id: "lisbon" }, offices }, offered)).toEqual({});
  expect(chosenOnAnchors({ days, home: null, offices }, {})).toEqual({});
});
