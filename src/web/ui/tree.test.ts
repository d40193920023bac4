import { expect, test } from "vitest";
import { answerTo } from "./tree.ts";

const rows = [
  { id: "vision", level: 1, open: true, text: "Every clinic" },
  { id: "week", level: 2, open: true, text: "Win the first week" },
  { id: "home", level: 3, text: "New clinics feel at home" },
  { id: "money", level: 2, open: false, text: "Pay our own way" },
];

test.each([
  ["↓ goes to the next row", "ArrowDown", "vision", { goTo: "week" }],
  ["↑ goes to the row before", "ArrowUp", "money", { goTo: "home" }],
  ["→ opens a closed row", "ArrowRight", "money", { toggle: "open" }],
  ["→ goes into an open row", "ArrowRight", "week", { goTo: "home" }],
  ["→ does nothing on a row that holds nothing", "ArrowRight", "home", {}],
  ["← closes an open row", "ArrowLeft", "week", { toggle: "close" }],
  ["← goes up from a row that is closed", "ArrowLeft", "money", { goTo: "vision" }],
  ["← goes up from a row that holds nothing", "ArrowLeft", "home", { goTo: "week" }],
  ["Home goes to the first row", "Home", "money", { goTo: "vision" }],
  ["End goes to the last row", "End", "vision", { goTo: "money" }],
  ["a letter goes to the next row that begins with it", "p", "vision", { goTo: "money" }],
  ["Enter opens the thing itself", "Enter", "home", { enter: true }],
  ["other keys are not the tree's", "F5", "home", undefined],
])("%s", (_, key, current, expected) => {
  expect(answerTo(key, false, rows, current)).toEqual(expected);
});

test("⇧→ opens the whole branch, ⇧← closes it", () => {
  expect(answerTo("ArrowRight", true, rows, "week")).toEqual({ toggle: "open", branch: true });
  expect(answerTo("ArrowLeft", true, rows, "week")).toEqual({ toggle: "close", branch: true });
});
