import { expect, test } from "vitest";
import { newId } from "./id.ts";
import { isId, oneOf, understood } from "./understood.ts";

const means = { cycle: isId, level: oneOf(["company", "team"]) };

test("what means nothing in an address is left out, the rest stays as it was", () => {
  const cycle = newId();
  expect(understood("cycle=banana&level=moon&q=%C3%A4", means).toString()).toBe("q=%C3%A4");
  expect(understood(`?cycle=${cycle}&level=team`, means).toString()).toBe(`cycle=${cycle}&level=team`);
  expect(understood("cycle=", means).get("cycle")).toBeNull();
  expect(understood("", means).size).toBe(0);
});

test("an id is a UUID", () => {
  expect(isId(newId())).toBe(true);
  expect(isId(newId().toUpperCase())).toBe(true);
  expect([`${newId()}0`, ` ${newId()}`, "undefined", ""].some(isId)).toBe(false);
});
