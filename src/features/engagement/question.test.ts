import { expect, it } from "vitest";
import { answerRefusals, isFavourable, QUESTIONS, questionRefusals, SCALE, tally } from "./question.ts";

it("the two upper steps are favourable", () => {
  expect(SCALE.filter(isFavourable)).toEqual([4, 5]);
});

it.each<[string, readonly string[], number]>([
  ["one question", ["heard"], 0],
  ["five", QUESTIONS, 0],
  ["none", [], 1],
  ["six", [...QUESTIONS, "another"], 1],
  ["one twice", ["heard", "heard"], 1],
])("a pulse of %s", (_, keys, refusals) => {
  expect(questionRefusals(keys)).toHaveLength(refusals);
});

it.each<[string, string[], string[]]>([
  ["to what is asked", ["heard"], []],
  ["to a question that is not asked", ["heard", "recommend"], ["answers.1.question"]],
])("an answer %s", (_, questions, fields) => {
  const answers = questions.map((question) => ({ question }));
  expect(answerRefusals(answers, ["heard"]).map(({ field }) => field)).toEqual(fields);
});

it("counts by group and leaves out who left it out", () => {
  const answers = [
    { group: "1", answer: 4 },
    { group: "1", answer: 2 },
    { group: "2", answer: null },
  ] as const;
  expect(tally(answers)).toEqual([{ group: "1", answers: 2, favourable: 1 }]);
});
