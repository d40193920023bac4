import { describe, expect, it, vi } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { type Dependency, dueWords, isOverdue, stateWords } from "./dependency-words.ts";

vi.setSystemTime("2027-02-16T09:12:00Z");
const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const asked = {
  state: "proposed",
  dueOn: "2027-03-01",
  stateBy: { id: "1", name: "Sofia" },
  stateAt: "2027-02-13T10:00:00Z",
  reason: "",
} as Dependency;

describe("a dependency in words", () => {
  it.each<[string, Partial<Dependency>, string | null]>([
    ["is due on its day", {}, "Due 1 Mar."],
    ["is not late on the day itself", { dueOn: "2027-02-16" }, "Due 16 Feb."],
    ["is late the day after", { dueOn: "2027-02-15" }, "Overdue by 1 day: it was due 15 Feb."],
    [
      "is late while it is promised",
      { state: "accepted", dueOn: "2027-02-12" },
      "Overdue by 4 days: it was due 12 Feb.",
    ],
    ["has no day any more once it is done", { state: "done", dueOn: "2027-02-12" }, null],
    ["has none once it was declined", { state: "declined", dueOn: "2027-02-12" }, null],
  ])("%s", (_case, more, words) => expect(dueWords({ ...asked, ...more }, format)).toBe(words));

  it("says who answered and why", () => {
    expect(stateWords(asked, format)).toBe("No answer yet, asked 3 days ago by Sofia.");
    const declined = { ...asked, state: "declined" as const, reason: "No hands until June." };
    expect(stateWords(declined, format)).toBe("Declined by Sofia 3 days ago: “No hands until June.”");
    expect(isOverdue({ ...declined, dueOn: "2027-01-01" }, "2027-02-16")).toBe(false);
  });
});
