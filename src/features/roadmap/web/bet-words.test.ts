import { expect, test } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { type Bet, betWords, type Initiative, whenWords } from "./bet-words.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const bet: Bet = {
  keyResult: { id: "a", title: "Setup tickets", unit: "", decimals: 1 },
  objective: { id: "b", title: "Set up alone" },
  expectedMove: null,
  from: "4.8",
  now: "4.1",
  target: "2",
  moved: "-0.7",
  progress: "0.25",
};

test.each([
  ["planned", {}, "Setup tickets"],
  ["doing", {}, "Setup tickets, 4.8 to 4.1 so far"],
  ["doing", { expectedMove: "-0.8" }, "Setup tickets, bet: down 0.8, 4.8 to 4.1 so far"],
  ["doing", { expectedMove: "-0.8", moved: "0" }, "Setup tickets, bet: down 0.8"],
  [
    "planned",
    { expectedMove: "3", keyResult: { ...bet.keyResult, unit: "%", decimals: 0 } },
    "Setup tickets, bet: up 3 points",
  ],
  [
    "planned",
    { expectedMove: "1.25", keyResult: { ...bet.keyResult, unit: "h" } },
    "Setup tickets, bet: up 1.25\u00a0h",
  ],
] as const)("%s with %j reads “%s”", (state, part, words) => {
  expect(betWords({ ...bet, ...part }, state, format)).toBe(words);
});

test.each([
  [{ state: "planned", startsOn: null, endsOn: null }, "No dates"],
  [{ state: "doing", startsOn: null, endsOn: "2027-03-08" }, "until 8 Mar"],
  [{ state: "doing", startsOn: "2027-03-03", endsOn: "2027-03-08" }, "3\u2009–\u20098 Mar"],
  [{ state: "done", startsOn: null, endsOn: "2027-03-08", stateChangedAt: "2027-01-25T10:00:00Z" }, "Done 25 Jan"],
] as const)("%j reads “%s”", (part, words) => {
  expect(whenWords({ stateChangedAt: null, ...part } as Initiative, format)).toBe(words);
});
