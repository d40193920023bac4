import { expect, test } from "vitest";
import { builtIn, holdsWords } from "./templates.ts";

test("every built-in template is whole: its own id, a reason, two to five key results that name a unit", () => {
  expect(new Set(builtIn.map(({ id }) => id)).size).toBe(builtIn.length);
  for (const { title, why, keyResults } of builtIn) {
    expect([title, why !== "", keyResults.length >= 2 && keyResults.length <= 5]).toEqual([title, true, true]);
    for (const keyResult of keyResults) expect([keyResult.title, keyResult.unit]).not.toEqual([keyResult.title, ""]);
  }
});

test("no built-in template begins with work to be done", () => {
  const work = /^(launch|build|implement|create|deliver|roll out|ship|introduce|develop|write|hire|migrate)\b/i;
  const lines = builtIn.flatMap(({ title, keyResults }) => [title, ...keyResults.map((each) => each.title)]);
  expect(lines.filter((line) => work.test(line))).toEqual([]);
});

test("templates are found by their words, wherever they stand", () => {
  const found = builtIn.filter((each) => holdsWords(each, "renewals customers"));
  expect(found.map(({ title }) => title)).toEqual(["Customers grow with us because it pays for them"]);
  expect(builtIn.filter((each) => holdsWords(each, "")).length).toBe(builtIn.length);
});
