import fc from "fast-check";
import { expect, test } from "vitest";
import { betRefusals, dateRefusals, moved } from "./planning.ts";

test.each([
  ["an initiative may end on the day it starts", "2027-02-01", "2027-02-01", []],
  ["or have one date only", null, "2027-02-01", []],
  ["but not end before it starts", "2027-02-02", "2027-02-01", ["endsOn"]],
])("%s", (_sentence, startsOn, endsOn, fields) => {
  expect(dateRefusals({ startsOn, endsOn }).map(({ field }) => field)).toEqual(fields);
});

const seen = [
  { id: "hours", type: "metric", private: false, hasEnded: false },
  { id: "steps", type: "milestones", private: false, hasEnded: false },
  { id: "mine", type: "metric", private: true, hasEnded: false },
  { id: "closed", type: "metric", private: false, hasEnded: true },
];

test.each<[string, { keyResultId: string; expectedMove: string | null }, boolean, string[]]>([
  ["a number may move up or down", { keyResultId: "hours", expectedMove: "-0.8" }, false, []],
  ["or by nobody knows how much", { keyResultId: "hours", expectedMove: null }, false, []],
  ["steps have no number to move", { keyResultId: "steps", expectedMove: "1" }, false, ["bets.0.expectedMove"]],
  ["but may be bet on", { keyResultId: "steps", expectedMove: null }, false, []],
  ["what is not seen is not there", { keyResultId: "else", expectedMove: null }, true, ["bets.0.keyResultId"]],
  ["what all see names no private one", { keyResultId: "mine", expectedMove: null }, false, ["bets.0.keyResultId"]],
  ["what has ended is not bet on", { keyResultId: "closed", expectedMove: null }, false, ["bets.0.keyResultId"]],
  ["a private initiative may", { keyResultId: "mine", expectedMove: "1" }, true, []],
])("%s", (_sentence, bet, isPrivate, fields) => {
  expect(betRefusals([bet], seen, { private: isPrivate }).map(({ field }) => field)).toEqual(fields);
});

test("a bet stays when its key result ends", () => {
  const bet = { keyResultId: "closed", expectedMove: null };
  expect(betRefusals([bet], seen, { private: false }, [bet])).toEqual([]);
});

test("how far a number has come is exact, whichever way", () => {
  expect(moved("3.2", "1.8")).toBe("-1.4");
  expect(moved("0.1", "0.3")).toBe("0.2");
  expect(moved(null, "3")).toBeNull();
  expect(moved("3", null)).toBeNull();
  fc.assert(
    fc.property(fc.integer(), (value) => {
      expect(moved(String(value), String(value))).toBe("0");
    }),
  );
});
