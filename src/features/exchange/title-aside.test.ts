import { expect, test } from "vitest";
import { titleAside } from "./title-aside.ts";

test.each([
  ["Clinics active in week 4", undefined],
  ["العيادات الجديدة", undefined],
  ["…", "no-words"],
  ["TBD", "placeholder"],
  ["Clinics active ".repeat(30), "too-long-for-title"],
  ["safe \u202etxt.exe", "turns-direction"],
])("what cannot be a title is kept aside with its reason (%#)", (title, code) => {
  expect(titleAside(title)?.code).toBe(code);
});
