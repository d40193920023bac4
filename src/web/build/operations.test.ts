import { expect, test } from "vitest";
import { contract } from "../../contract.ts";
import { namesIn, operationsOf } from "./operations.ts";

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

const names = ["okrs.cycles.get", "okrs.cycles.list", "okrs.objectives.get", "strategy.mission.get"];
/** Code that names operations; «noun» stands for a gap of a template. */
test.each([
  ['useAsk("okrs.cycles.get", { id })', ["okrs.cycles.get"]],
  ["await api.okrs.cycles.list()", ["okrs.cycles.list"]],
  ["useAsk(`okrs.«noun».get`)", ["okrs.cycles.get", "okrs.objectives.get"]],
  ["useAsk(`«noun».get`)", ["okrs.cycles.get", "okrs.objectives.get", "strategy.mission.get"]],
  ["useAsk(`okrs.cycles.«act»`)", ["okrs.cycles.get", "okrs.cycles.list"]],
  [' * `useAsk("okrs.cycles.get")`', []],
  ['invalidates: ["okrs", "okrs.cycles"]', []],
  ["`«width»px «height»px`", []],
  ["`«first».«second»`", []],
  ["`«label»: okrs.cycles.get`", []],
  ["`«file».ts`", []],
])("%s names %j", (code, named) => {
  expect(namesIn(code.replaceAll(/«(\w+)»/g, "$${$1}"), names)).toEqual(named);
});

test("what a module was said to name can be asked for", async () => {
  const { call, know } = await import("../api.ts");
  const asked: string[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (address, init) => {
    asked.push(`${init?.method} ${address}`);
    return new Response("{}");
  };
  try {
    know("okrs.cycles.list GET /cycles,okrs.cycles.get GET /cycles/{id}");
    await call("okrs.cycles.get", { id: "7" });
  } finally {
    globalThis.fetch = fetch;
  }
  expect(asked).toEqual(["GET /api/cycles/7"]);
});
