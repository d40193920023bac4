import { expect, test } from "vitest";
import { Problem } from "./problem.ts";

test.each([
  ["nothing there, or not yours", { status: 404, title: "" }, true],
  ["not an id", { status: 422, title: "", problems: [{ field: "id", expected: "a UUID", todo: "" }] }, true],
  ["another field", { status: 422, title: "", problems: [{ field: "title", expected: "text", todo: "" }] }, false],
  ["no answer", { status: 0, title: "" }, false],
])("whether an address leads nowhere: %s", (_case, answer, nowhere) => {
  expect(new Problem(answer).leadsNowhere).toBe(nowhere);
});
