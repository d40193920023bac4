import { expect, it } from "vitest";
import { DEPENDENCY_STATES, nextStates, openness, proposalRefusals, stepRefusals } from "./dependency.ts";

const cycle = { startsOn: "2026-04-01", endsOn: "2026-06-30" };
const sound = { title: "An interface for orders", fromTeamId: "a", onTeamId: "b", dueOn: "2026-05-15" };

it.each<[string, Partial<typeof sound>, string[]]>([
  ["a sound one", {}, []],
  ["on oneself", { onTeamId: "a" }, ["onTeamId"]],
  ["due before the cycle", { dueOn: "2026-03-31" }, ["dueOn"]],
  ["due on its last day", { dueOn: "2026-06-30" }, []],
  ["due after it", { dueOn: "2026-07-01" }, ["dueOn"]],
  ["for nothing", { title: "  " }, ["title"]],
])("proposing %s", (_, more, fields) => {
  expect(proposalRefusals({ ...sound, ...more }, cycle).map(({ field }) => field)).toEqual(fields);
});

it("each side has its own steps", () => {
  const table = DEPENDENCY_STATES.map((state) => [state, nextStates(state, "asking"), nextStates(state, "asked")]);
  expect(table).toEqual([
    ["proposed", ["withdrawn"], ["accepted", "declined"]],
    ["accepted", ["withdrawn", "done"], ["declined", "done"]],
    ["declined", ["proposed", "withdrawn"], ["accepted"]],
    ["withdrawn", ["proposed"], []],
    ["done", [], []],
  ]);
});

it.each<[string, Parameters<typeof stepRefusals>, string[]]>([
  ["accepting what was asked of us", ["proposed", "accepted", "asked", ""], []],
  ["accepting what we asked", ["proposed", "accepted", "asking", ""], ["state"]],
  ["declining with a reason", ["proposed", "declined", "asked", "No hands until June."], []],
  ["declining without", ["proposed", "declined", "asked", " "], ["reason"]],
  ["doing what was not accepted", ["proposed", "done", "asked", ""], ["state"]],
  ["going on after the end", ["done", "proposed", "asking", ""], ["state"]],
])("%s", (_, step, fields) => {
  expect(stepRefusals(...step).map(({ field }) => field)).toEqual(fields);
});

it("what was accepted is late the day after it was due", () => {
  const due = { state: "accepted" as const, dueOn: "2026-05-15" };
  expect([openness(due, "2026-05-15"), openness(due, "2026-05-16")]).toEqual([null, "late"]);
});
