import { expect, test } from "vitest";
import { cycleToPlan } from "./cycle-to-plan.ts";

const today = "2027-02-17";
const cycle = (id: string, startsOn: string, endsOn: string, state = "planning") => ({ id, startsOn, endsOn, state });
const forgotten = cycle("forgotten", "2025-01-06", "2025-03-30");
const current = cycle("current", "2027-01-04", "2027-03-28", "active");
const next = cycle("next", "2027-03-29", "2027-06-27");
const later = cycle("later", "2027-06-28", "2027-09-26");
const opened = (...items: (typeof next)[]) => cycleToPlan({ items, currentId: current.id }, today, []).id;

test("the next planned cycle is planned, not one that ended while it was planned", () => {
  expect(opened(later, next, current, forgotten)).toBe("next");
});

test("a planned cycle is not over on its last day", () => {
  expect(opened(later, cycle("last day", "2027-01-04", today))).toBe("last day");
});

test("where no planned cycle is left, it is the current one, and without one the latest there is", () => {
  expect(opened(current, forgotten)).toBe("current");
  expect(opened(forgotten)).toBe("forgotten");
});

test("a cycle in which something waits for the reader comes first, what closes soonest before the others", () => {
  const answer = { items: [later, next, current], currentId: current.id };
  expect(cycleToPlan(answer, today, ["later", "current"]).id).toBe("later");
  expect(cycleToPlan(answer, today, ["not listed", "current"]).id).toBe("current");
});
