import { expect, test } from "vitest";
import { daysAsRead } from "./days-as-read.ts";
import { Problem } from "./problem.ts";

const words = "a date after 2026-10-01 and up to 2026-12-31";

test.each([
  ["en-GB", "a date after 1 Oct 2026 and up to 31 Dec 2026"],
  ["en-US", "a date after Oct 1, 2026 and up to Dec 31, 2026"],
])("the days of a refusal are written as in %s", (locale, read) => {
  expect(daysAsRead(words, locale)).toBe(read);
});

test("what is no day stays as it is", () => {
  expect(daysAsRead("a day that exists, written YYYY-MM-DD, not 2026-13-40", "en-GB")).toContain("not 2026-13-40");
  expect(daysAsRead("v 01936f0e-7d7b-7cc1-a1f0-0242ac120002", "en-GB")).toContain("7d7b-7cc1");
});

test("every word of a refusal is read, and nothing else of it changes", () => {
  const problem = new Problem({
    status: 422,
    title: "Look",
    problems: [{ field: "on", expected: words, todo: "" }],
    version: 3,
  });
  const read = problem.worded((each) => daysAsRead(each, "en-GB"));
  expect(read.at("on")).toBe("Expected a date after 1 Oct 2026 and up to 31 Dec 2026.");
  expect(read).toMatchObject({ status: 422, title: "Look", data: { version: 3 } });
});
