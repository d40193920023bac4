import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { FormProblem } from "./form-problem.tsx";
import { Problem } from "./problem.ts";

const words = (of: Problem) =>
  renderToStaticMarkup(createElement(FormProblem, { of, fields: [] }))
    .replace(/<[^>]*>/g, "")
    .trim();

test("that no answer came is said once", () => {
  const gone = new Problem({ status: 0, title: "No answer came.", detail: "The server could not be reached." });
  expect(words(gone)).toBe("The server can’t be reached.");
});

test("what was refused is said with what to do", () => {
  const refused = new Problem({ status: 409, title: "Somebody was faster.", detail: "Read it again." });
  expect(words(refused)).toBe("Somebody was faster. Read it again.");
});
