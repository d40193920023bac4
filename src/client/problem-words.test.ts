import { expect, test } from "vitest";
import { Problem } from "../web/problem.ts";
import { inputSchemaOf, operations } from "./operations.ts";
import { linesOf, refusalOf } from "./problem-words.ts";

const wrong: unknown[] = [17, "", "?", true, null, [], {}, [17], { "?": 17 }, [{}], -1, 1.5, "x".repeat(20_000)];

const asked = [...operations.values()].filter(({ schema }) => schema);
test.each(asked.map((operation) => [operation.name, operation] as const))(
  "%s says in words what it expects, whatever it is given",
  (_, operation) => {
    const names = Object.keys(inputSchemaOf(operation).properties ?? {});
    for (const value of [undefined, ...wrong]) {
      const given = Object.fromEntries(names.map((name) => [name, value]));
      const { error } = operation.schema?.safeParse(given) ?? {};
      if (!error) continue;
      for (const line of linesOf(refusalOf(error, given)))
        expect(line).not.toMatch(/Invalid|received|"\||undefined|NaN|>=|<=|expected (string|a boolean)/);
    }
  },
);

test("a problem that is about no field is said once", () => {
  expect(linesOf(new Problem({ status: 404, title: "Nothing.", detail: "Nothing." }))).toEqual(["Nothing."]);
});
