import { describe, expect, it } from "vitest";
import { historyOf } from "./history.ts";

const day = (on: string, index: string | null) => ({ day: on, index, parts: {} });
const startsOn = "2027-01-04";

describe("the history of the index", () => {
  it("leaves out what was counted while forms were half filled in", () => {
    const history = [day("2026-12-20", "100"), day("2026-12-29", "83"), day("2027-01-18", "86")];
    expect(historyOf({ startsOn, state: "active", history })).toEqual([day(startsOn, "83"), day("2027-01-18", "86")]);
  });

  it("has none while the cycle is planned", () => {
    expect(historyOf({ startsOn, state: "planning", history: [day("2026-12-20", "100")] })).toEqual([]);
  });

  it("begins on its first day with data where nothing was counted before", () => {
    const history = [day("2027-01-06", null), day("2027-01-08", "70")];
    expect(historyOf({ startsOn, state: "closed", history })).toEqual(history);
  });
});
