import { expect, test } from "vitest";
import { type CheckIn, changesOf } from "./feed.ts";

const checkIn = (id: string, keyResult: string) => ({ id, keyResult: { id: keyResult, title: keyResult } }) as CheckIn;
const told = [checkIn("4", "b"), checkIn("3", "a"), checkIn("2", "b"), checkIn("1", "a")];
const inShort = (all: boolean) =>
  changesOf(told, all).map((change) => [change.checkIn.id, change.before?.id ?? null, change.isFirst]);

test("each is told with the one before it on the same key result", () => {
  expect(inShort(true)).toEqual([
    ["4", "2", false],
    ["3", "1", false],
    ["2", null, true],
    ["1", null, true],
  ]);
});

test("while earlier ones are left nothing is called the first", () => {
  expect(inShort(false).map(([, , isFirst]) => isFirst)).toEqual([false, false, false, false]);
});
