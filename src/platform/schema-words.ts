/** What a schema refuses, as a person would say it: by the server, and by a program that looks before it asks. */
import type { FieldProblem } from "./contract.ts";

interface Issue {
  message: string;
  path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined;
  code?: string;
  /** The fields that are not taken, of an issue about those. */
  keys?: readonly string[];
}

/** The refused fields of `given`, dotted, each once; what is missing is asked for, what is wrong is to be changed. */
export function fieldProblems(issues: readonly Issue[], given: unknown): FieldProblem[] {
  const all = problemsIn(issues, given);
  return all.filter(({ field }, at) => all.findIndex((other) => other.field === field) === at);
}

function problemsIn(issues: readonly Issue[], given: unknown): FieldProblem[] {
  return issues.flatMap(({ path = [], message, code, keys = [] }) => {
    const steps = path.map((part) => String(typeof part === "object" ? part.key : part));
    const expected = inWords(message);
    if (code === "unrecognized_keys") return keys.map((key) => notTaken([...steps, key].join("."), expected));
    if (steps.length === 0)
      return { field: "body", expected, todo: "Send what is asked for as one JSON object, and send it again." };
    // The field stands beside it, by its label where it has one, so that it is not named again.
    return {
      field: steps.join("."),
      expected,
      todo: isLeftOut(given, steps) ? "It is missing: fill it in." : "Change it and send it again.",
    };
  });
}

/** A field that the operation does not take. */
export function notTaken(field: string, expected: string): FieldProblem {
  return { field, expected, todo: "Leave it out, or use the name that is meant." };
}

/** What a schema says of itself, as a person would say it: "string to have <=30 characters" is text of at most 30. */
export function inWords(message: string): string {
  return message
    .replace(/^(Invalid (input|option)|Too (big|small)): expected /, "")
    .replace(/, received .*$/, "")
    .replace(/^Unrecognized keys?: .*$/s, "nothing of this name")
    .replace(/^Invalid key in record$/, "a name that is taken here")
    .replace(/^string to have >=1 characters$/, "text that is not empty")
    .replace(/^array to have >=1 items$/, "at least one")
    .replace(/^string to have /, "text of ")
    .replace(/^array to have /, "")
    .replace(/^(number|int) to be /, "a number of ")
    .replace(/<=/, "at most ")
    .replace(/>=/, "at least ")
    .replace(/</, "less than ")
    .replace(/>/, "more than ")
    .replace(/^string$/, "text")
    .replace(/^array$/, "a list")
    .replace(/^int$/, "a whole number")
    .replace(/^boolean$|^one of "true"\|.*$/, "true or false")
    .replace(/^one of (".*")$/, (_, words: string) => oneOf(JSON.parse(`[${words.replaceAll('"|"', '","')}]`)))
    .replace(/^Invalid ISO datetime$/, "a moment, such as 2026-11-23T17:00:00Z")
    .replace(/^(number|object)$/, (kind) => `${kind === "object" ? "an" : "a"} ${kind}`);
}

function oneOf(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function isLeftOut(given: unknown, steps: readonly string[]): boolean {
  const value = steps.reduce<unknown>((within, step) => (isHolder(within) ? within[step] : undefined), given);
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
