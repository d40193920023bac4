import { expect, test } from "vitest";
import { contract } from "../../contract.ts";
import { moduleOf, operationsOf } from "./operations.ts";

test("every operation of the contract has a method and a path for the browser", () => {
  const operations = operationsOf(contract);
  expect(operations["strategy.vision.get"]).toEqual(["GET", "/vision"]);
  expect(Object.values(operations).every(([method, path]) => /^[A-Z]+$/.test(method) && path.startsWith("/"))).toBe(
    true,
  );
});

test("an operation without a route is refused by name", () => {
  expect(() => operationsOf({ people: { list: { "~orpc": { route: {} } } } })).toThrow(
    "people.list has no method and path",
  );
});

test("the module that the browser loads says the same", async () => {
  const operations = operationsOf(contract);
  const loaded = await import(`data:text/javascript,${encodeURIComponent(moduleOf(operations))}`);
  expect(loaded.default).toEqual(operations);
});
