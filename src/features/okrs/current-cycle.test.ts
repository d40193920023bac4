import { expect, it } from "vitest";
import { currentCycle } from "./current-cycle.ts";

const year = { id: "year", startsOn: "2027-01-01", endsOn: "2027-12-31", cycleState: "active" };
const first = { id: "first", startsOn: "2027-01-01", endsOn: "2027-03-31", cycleState: "active" };
const second = { id: "second", startsOn: "2027-04-01", endsOn: "2027-06-30", cycleState: "planning" };

it.each([
  ["the shortest active one around today", [year, first, second], "2027-02-16", "first"],
  ["the longer one once the shorter is over", [year, first, second], "2027-04-02", "year"],
  [
    "one that is closing before an active one that is over",
    [{ ...first, cycleState: "closing" }, second],
    "2027-04-02",
    "first",
  ],
  ["an active one that has not begun", [{ ...second, cycleState: "active" }], "2027-02-16", "second"],
  ["none while all are planned or closed", [second, { ...first, cycleState: "closed" }], "2027-04-02", null],
])("a page opens on %s", (_which, cycles, today, id) => {
  expect(currentCycle(cycles, today)?.id ?? null).toBe(id);
});
