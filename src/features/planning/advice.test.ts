import fc from "fast-check";
import { expect, test } from "vitest";
import { energyStated, initiativeAdvice, keyResultAdvice, objectiveAdvice, planAdvice } from "./advice.ts";

const keyResult = {
  ownerId: "dana",
  measure: { kind: "metric" as const, start: "67", target: "78" },
  unit: "%",
  weight: "40",
  answer: "accepted" as const,
};
const objective = {
  why: "Because.",
  ownerId: "ines",
  energy: "20",
  hasParent: true,
  private: false,
  keyResults: [keyResult],
};
const plan = {
  level: "team" as const,
  state: "approved" as const,
  planned: "100",
  objectives: [objective, objective, objective],
  reviewers: [{ verdict: "approved", left: false }],
};
const times = <T>(count: number, what: T) => Array.from({ length: count }, () => what);

test("a sound plan needs no advice", () => {
  expect([keyResultAdvice(keyResult), objectiveAdvice(objective), planAdvice(plan)]).toEqual([[], [], []]);
});

test.each([
  ["no objective", { objectives: [] }, ["no-objectives"]],
  ["two objectives", { objectives: times(2, objective) }, ["fewer-than-three-objectives"]],
  ["five objectives", { objectives: times(5, objective) }, []],
  [
    "six objectives ask for 120%",
    { objectives: times(6, objective) },
    ["more-than-five-objectives", "energy-above-planned"],
  ],
  ["exactly what is planned", { planned: "60" }, []],
  ["a hair more than planned", { planned: "59.99" }, ["energy-above-planned"]],
  ["energy left open", { objectives: times(3, { ...objective, energy: null }) }, ["energy-not-stated"]],
  ["nobody asked", { state: "drafting" as const, reviewers: [] }, ["not-reviewed"]],
  ["taken back from review", { state: "drafting" as const }, ["not-reviewed"]],
  ["one still waiting", { reviewers: [{ verdict: "waiting", left: false }] }, ["reviewers-waiting"]],
  ["waiting for who left", { reviewers: [{ verdict: "waiting", left: true }] }, []],
  ["changes asked", { reviewers: [{ verdict: "changes", left: false }] }, ["changes-asked"]],
  [
    "a person's plan may be short and needs nobody",
    { level: "personal" as const, state: "drafting" as const, objectives: [objective] },
    [],
  ],
])("a plan: %s", (_sentence, change, advice) => expect(planAdvice({ ...plan, ...change })).toEqual(advice));

test.each([
  ["its measure has no target", { measure: { kind: "metric" as const, start: "58", target: null } }, ["no-measure"]],
  ["nobody owns it, so nobody is asked", { ownerId: null, answer: "waiting" as const }, ["no-owner"]],
  ["not accepted yet", { answer: "waiting" as const }, ["not-accepted"]],
  ["declined", { answer: "declined" as const }, ["declined"]],
  ["done or not", { measure: { kind: "done" as const }, unit: "" }, ["done-or-not"]],
  ["no milestone yet", { measure: { kind: "milestones" as const, milestones: [] }, unit: "" }, ["no-measure"]],
])("a key result: %s", (_sentence, change, advice) =>
  expect(keyResultAdvice({ ...keyResult, ...change })).toEqual(advice),
);

test("an objective says what it lacks", () => {
  const bare = { ...objective, why: "", ownerId: null, hasParent: false, keyResults: [] };
  expect(objectiveAdvice(bare)).toEqual(["no-owner", "no-why", "no-parent", "no-key-results"]);
  expect(objectiveAdvice({ ...objective, keyResults: times(6, { ...keyResult, weight: "0" }) })).toEqual([
    "more-than-five-key-results",
    "every-weight-0",
  ]);
});

test("an initiative names whom and what", () => {
  expect(initiativeAdvice({ ownerId: null, moves: [] })).toEqual(["no-owner", "moves-nothing"]);
});

test("energy adds up exactly, whatever the order, and is advised on above what is planned alone", () => {
  const energy = fc.option(fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toString()));
  fc.assert(
    fc.property(fc.array(energy, { maxLength: 8 }), fc.integer({ min: 0, max: 100 }), (shares, planned) => {
      const objectives = shares.map((each) => ({ ...objective, energy: each }));
      const sum = energyStated(objectives);
      expect(energyStated([...objectives].reverse())).toBe(sum);
      const said = planAdvice({ ...plan, objectives, planned: `${planned}` }).includes("energy-above-planned");
      expect(said).toBe(Math.round(Number(sum) * 100) > planned * 100);
    }),
  );
});
