import fc from "fast-check";
import { expect, test } from "vitest";
import { aCount, anUuid, cursorOf, pageFrom, someText, valuesOf } from "./cursor.ts";

test("what a page answered is understood again", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 100 }), fc.uuid(), fc.nat(), (text, id, count) => {
      const words = text.replaceAll("\u0000", "");
      expect(valuesOf(cursorOf(words, id, count), someText, anUuid, aCount)).toEqual([words, id, String(count)]);
    }),
  );
});

test("anything else is refused, never a failure", () => {
  const made = [cursorOf("x"), cursorOf("1", "2"), "", "%%%", Buffer.from("{}").toString("base64url")];
  for (const cursor of made) expect(() => valuesOf(cursor, aCount)).toThrow("next of the page before");
  expect(valuesOf(undefined, aCount)).toBeNull();
});

test("a page names the next one only where there is one", () => {
  const cursor = (row: number) => cursorOf(row);
  expect(pageFrom([1, 2, 3], 2, cursor)).toEqual({ items: [1, 2], next: cursorOf(2) });
  expect(pageFrom([1, 2], 2, cursor)).toEqual({ items: [1, 2], next: null });
  expect(pageFrom([], 2, cursor)).toEqual({ items: [], next: null });
});
