/** What was refused, in the same words for a person at a terminal and for an assistant. */
import type { z } from "zod";
import { fieldProblems } from "../platform/schema-words.ts";
import { Problem } from "../web/problem.ts";

/** One line per refused field, `field: expected …. What to do`; otherwise what happened and what to do. */
export function linesOf(problem: Problem): string[] {
  if (problem.problems.length > 0) {
    return problem.problems.map(({ field, expected, todo }) => `${field}: expected ${expected}. ${todo}`.trim());
  }
  const said = [problem.title, problem.detail].filter((words, index, all) => words && all.indexOf(words) === index);
  const { version, retryAfter } = problem.data;
  return [
    said.join(" "),
    ...(version === undefined ? [] : [`The version there now is ${version}.`]),
    ...(retryAfter === undefined ? [] : [`Try again in ${retryAfter} seconds.`]),
  ];
}

/** A refusal made here, before anything is sent. */
export function refusal(field: string, expected: string, todo: string): Problem {
  return new Problem({ status: 422, title: "Something needs another look.", problems: [{ field, expected, todo }] });
}

/** What the contract's own schema refuses of `given`, as the server would say it. */
export function refusalOf(error: z.ZodError, given: unknown): Problem {
  return new Problem({
    status: 422,
    title: "Something needs another look.",
    problems: fieldProblems(error.issues, given),
  });
}
