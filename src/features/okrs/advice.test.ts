import { expect, it } from "vitest";
import { messages } from "../../web/ui/messages.ts";
import { adviceForKeyResult, adviceForNumberOfObjectives, adviceForObjective } from "./advice.ts";
import { adviceInWords } from "./contract/advice.ts";
import catalogue from "./web/advice.messages.json";

const objective = {
  why: "It matters",
  private: false,
  commitment: "committed",
  parents: 1,
  upkeep: false,
  keyResultWeights: ["1"],
} as const;

it.each([
  ["a sound one", {}, []],
  ["no reason and no key results", { why: " ", keyResultWeights: [] }, ["no-why", "no-key-results"]],
  ["learning may begin without key results", { commitment: "learning" as const, keyResultWeights: [] }, []],
  ["six key results", { keyResultWeights: ["1", "1", "1", "1", "1", "1"] }, ["more-than-five-key-results"]],
  ["no parent", { parents: 0 }, ["no-parent"]],
  ["upkeep needs none", { parents: 0, upkeep: true }, []],
  ["private", { parents: 0, private: true }, ["private-not-counted"]],
  ["weights of 0 only", { keyResultWeights: ["0", "0.00"] }, ["every-weight-0"]],
])("an objective: %s", (_, more, advice) => {
  expect(adviceForObjective({ ...objective, ...more })).toEqual(advice);
});

it("a key result has an owner, a unit and an outcome", () => {
  expect(adviceForKeyResult({ ownerId: null, unit: "", measure: { kind: "range" } })).toEqual(["no-owner", "no-unit"]);
  expect(adviceForKeyResult({ ownerId: "ada", unit: "", measure: { kind: "done" } })).toEqual(["done-or-not"]);
});

it("three to five objectives are right", () => {
  expect([0, 2, 3, 5, 6].map(adviceForNumberOfObjectives)).toEqual(["few", "few", "right", "right", "many"]);
});

it("says the same in the terminal, in the API's description and on the page", () => {
  const words = messages(catalogue);
  const said = Object.keys(adviceInWords).map((key) => [key, words[key as keyof typeof adviceInWords]()]);
  expect(Object.fromEntries(said)).toEqual(adviceInWords);
});
