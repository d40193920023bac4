import { describe, expect, it } from "vitest";
import { percent, readable, standing, statusWord } from "./readable.ts";

const lines = (answer: unknown, width?: number) => readable(answer, width);

describe("an answer in the terminal", () => {
  it("is a table for a list: titles first, ids last, nothing that is empty everywhere", () => {
    const one = {
      id: "a",
      title: "Start unaided",
      owner: { id: "m", name: "Mei" },
      team: null,
      progress: "0.166",
      cycleId: "c",
      can: {},
    };
    const other = { ...one, id: "b", title: "Stay", owner: null, progress: null };
    expect(lines({ items: [one, other], next: null })).toEqual([
      "title          owner  progress  id",
      "Start unaided  Mei        17 %  a",
      "Stay           –             –  b",
    ]);
  });

  it.each([
    ["an empty list", { items: [], next: null }, ["Nothing here."]],
    ["what is done", { done: true }, ["Done."]],
    [
      "a list that goes on",
      { items: [{ name: "Q1" }], next: "abc" },
      ["name", "Q1", "", "More follows: add --after 'abc'"],
    ],
    ["nothing", undefined, []],
  ])("tells %s", (_what, answer, said) => {
    expect(lines(answer)).toEqual(said);
  });

  it("is names and values for a thing, with what hangs on it indented", () => {
    const thing = {
      title: "Start",
      fiscalYearStartMonth: 4,
      private: false,
      recordedAt: "2027-02-16T09:12:00.000Z",
      why: "One\nTwo",
      owner: { id: "m", name: "Mei" },
      status: {
        status: "on-track",
        proposed: { status: "on-track", because: { rule: "gap", progress: "0.5", gap: "0.02" } },
        overrule: null,
      },
      cycle: { name: "Q1", week: null },
      keyResults: [{ id: "k", title: "Unaided" }],
      advice: [],
      can: { edit: true },
    };
    expect(lines(thing)).toEqual([
      "title:                   Start",
      "fiscal year start month: 4",
      "private:                 no",
      "recorded at:             2027-02-16 09:12 UTC",
      `why:                     One\n${" ".repeat(25)}Two`,
      "owner:                   Mei, id m",
      "status:                  On track (gap: progress 50 %, gap 0.02)",
      "cycle:",
      "  name: Q1",
      "  week: –",
      "key results:",
      "  title    id",
      "  Unaided  k",
    ]);
  });

  it("says where a key result is heading, and where person, rule and data do not say the same", () => {
    const range80 = { low: "48.6", high: "58.2" };
    const forecast = { checkIns: 6, middle: "53.91837", range50: range80, range80, chance: "0.38" };
    const thing = { title: "Unaided", unit: "%", decimals: 0, forecast };
    expect(lines({ ...thing, disagreements: [{ key: "confident-forecast-unlikely", confidence: 8 }] })).toEqual([
      "title:    Unaided",
      "unit:     %",
      "decimals: 0",
      "forecast: 54 %, likely 49–58 %; 38 % to reach the goal",
      "disagreements:",
      "  Reported confident, forecast unlikely.",
    ]);
    expect(lines({ items: [{ ...thing, forecast: { ...forecast, chance: null } }] })).toEqual([
      "title    unit  forecast",
      "Unaided     %  54 %, likely 49–58 %",
    ]);
  });

  it("says what would make it better in sentences, also where the server knows more", () => {
    expect(lines({ title: "Start", advice: ["no-why", "more-to-come"] })).toEqual([
      "title: Start",
      "advice:",
      "  It does not say yet why it matters.",
      "  More to come",
    ]);
  });

  it("leaves out in a narrow terminal what tells least", () => {
    const row = { id: "a", title: "Start unaided", place: "Lisbon, in the house by the river", status: "at-risk" };
    expect(lines({ items: [row] }, 40)).toEqual(["title          status   id", "Start unaided  At risk  a"]);
  });

  it("says who overruled the rule and why", () => {
    const because = { rule: "none-reported" };
    const status = { status: "at-risk", proposed: { status: "on-track", because }, overrule: { reason: "Mei left" } };
    expect(lines({ status })).toEqual(['status: At risk because "Mei left"; the rule says On track (none reported)']);
  });

  it("fits the terminal by shortening its widest column, never an id", () => {
    const rows = lines({ items: [{ id: "01936f0e-7d7b", title: "A title that goes on for far too long to fit" }] }, 40);
    expect(rows[1]).toBe("A title that goes on for…  01936f0e-7d7b");
    expect(rows.every((row) => row.length <= 40)).toBe(true);
  });

  it.each([
    ["0.43", "43 %"],
    ["-0.2", "-20 %"],
    ["1.1", "110 %"],
    [null, "–"],
  ])("%s is %s", (share, said) => {
    expect(percent(share)).toBe(said);
  });

  it("says what something ended with beside its status", () => {
    const proposed = { status: "closed", because: { rule: "closed" } };
    const status = { status: "closed", proposed, overrule: null, end: { score: "0.7", outcome: null } };
    expect(lines({ status })).toEqual(["status: Closed · 0.7 (closed)"]);
    const learning = { ...status, end: { score: null, outcome: "not-yet-observable" } };
    expect(lines({ status: learning })).toEqual(["status: Closed · not yet observable (closed)"]);
    expect(lines({ status: { ...status, end: { score: "1", outcome: null } } })).toEqual([
      "status: Closed · 1.0 (closed)",
    ]);
  });

  it("says in a table what something ended with", () => {
    expect(standing({ status: "closed", end: { score: "0.70", outcome: null } })).toBe("Closed · 0.7");
    expect(standing({ status: "closed", end: { score: null, outcome: "validated" } })).toBe("Closed · validated");
    expect(standing({ status: "on-track", end: null })).toBe("On track");
  });

  it("says a status in its words", () => {
    expect(statusWord("no-update")).toBe("No update");
  });
});
