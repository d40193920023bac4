import { validate, version } from "uuid";
import { expect, test } from "vitest";
import { newId } from "./id.ts";

test("ids are UUIDs of version 7, each another one, in the order of their milliseconds", () => {
  const ids = Array.from({ length: 1000 }, (_, at) => newId(Date.UTC(2027, 1, 16) + at));
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  expect(ids).toEqual([...ids].sort());
});
