import { expect, test } from "vitest";
import { stateOf } from "./state.ts";

const dates = { startsOn: "2027-03-01", decidesOn: "2027-06-01" };

test.each([
  [false, null, "2027-04-01", "draft"],
  [true, null, "2027-02-28", "sealed"],
  [true, null, "2027-03-01", "running"],
  [true, null, "2027-05-31", "running"],
  [true, null, "2027-06-01", "due"],
  [true, "keep", "2027-06-01", "kept"],
  [true, "change", "2027-04-01", "changed"],
  [true, "stop", "2027-02-01", "stopped"],
])("sealed: %s, decided: %s, on %s it reads %s", (isSealed, decision, today, expected) => {
  expect(stateOf({ ...dates, isSealed, decision }, today)).toBe(expected);
});
