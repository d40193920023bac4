import { expect, test } from "vitest";
import { unitTyped } from "./unit.ts";

test.each([
  ["%%", "%"],
  ["% %", "%"],
  ["€€", "€"],
  ["%", "%"],
  ["% of clinics", "% of clinics"],
  ["pp", "pp"],
  ["ss", "ss"],
  ["", ""],
])("the unit “%s” is “%s”", (typed, unit) => expect(unitTyped(typed)).toBe(unit));
