import { describe, expect, test } from "vitest";
import { type Draft, isTouched, newDraft, readDraft, type Subject } from "./draft.ts";

const tickets = subject({ kind: "metric", start: "4.8", target: "2" });
const setup = subject({ kind: "metric", start: "34", target: "55" }, "%");

test("an ask that was sent is changed, not taken back", () => {
  const asking = { confidence: 5, value: "4", asked: true, askOf: { id: "rui", name: "Rui" }, askText: "A tester?" };
  expect(readDraft(written(tickets, asking), tickets, "en-GB").problems).toEqual([]);
  const without = { ...asking, askOf: null, askText: "" };
  expect(readDraft(written(tickets, without), tickets, "en-GB").problems).toMatchObject([{ field: "ask.toMemberId" }]);
});

describe("what was typed is read as a number, or refused in words at its field", () => {
  test.each([
    [tickets, "3.8", "3.8"],
    [tickets, "3,637,839", "3637839"],
    [tickets, "−0.5", "-0.5"],
    [setup, "12,5 %", "12.5"],
    [setup, "46%", "46"],
    [subject({ kind: "metric", start: "9", target: "4" }, "d"), "6.1 d", "6.1"],
    [subject({ kind: "metric", start: "0", target: "9" }, "EUR"), "€5.4m", "5400000"],
  ])("%#: %s is %s", (of, typed, value) => {
    const { report, problems } = readDraft(written(of, { value: typed, confidence: 5 }), of, "en-GB");
    expect({ report, problems }).toEqual({ report: { value }, problems: [] });
  });

  test.each([
    [tickets, "", "the number it stands at now"],
    [tickets, "NaN", "a number, such as 1250 or 12.5"],
    [tickets, "12%", "a number without a unit"],
    [setup, "€46", "a number in %"],
    [setup, "forty", "a number, such as 1250 or 12.5"],
  ])("%#: %s is refused", (of, typed, expected) => {
    const { problems } = readDraft(written(of, { value: typed, confidence: 5 }), of, "en-GB");
    expect(problems).toMatchObject([{ field: "value", expected }]);
  });
});

test("each measure is reported by what it is measured by", () => {
  const steps = subject({ kind: "milestones", milestones: [step("a", true), step("b", false)] });
  expect(readDraft(written(steps, { confidence: 5 }), steps, "en").report).toEqual({ milestonesDone: ["a"] });
  const done = subject({ kind: "done" });
  expect(readDraft(written(done, { confidence: 5 }), done, "en").problems).toMatchObject([{ field: "done" }]);
  expect(readDraft(written(done, { done: false, confidence: 5 }), done, "en").report).toEqual({ done: false });
  const baseline = subject({ kind: "baseline" });
  expect(readDraft(written(baseline, { confidence: 5 }), baseline, "en")).toEqual({ report: {}, problems: [] });
});

test("a check-in says how sure its author is, and an ask names a member and what is asked", () => {
  const fields = (part: Partial<Draft>) =>
    readDraft(written(tickets, { value: "4", ...part }), tickets, "en").problems.map(({ field }) => field);
  expect(fields({})).toEqual(["confidence"]);
  expect(fields({ confidence: 0, askText: "Please tag them" })).toEqual(["ask.toMemberId"]);
  expect(fields({ confidence: 0, askOf: { id: "g", name: "Grace" } })).toEqual(["ask.text"]);
});

test("a draft is worth keeping once anything is written", () => {
  expect(isTouched(written(tickets, {}), tickets)).toBe(false);
  expect(isTouched(written(tickets, { confidence: 0 }), tickets)).toBe(true);
  expect(isTouched(written(tickets, { whatChanged: "Two fixes" }), tickets)).toBe(true);
});

function written(of: Subject, part: Partial<Draft>): Draft {
  return { ...newDraft(of, () => "id"), ...part };
}

function step(id: string, done: boolean) {
  return { id, title: id, weight: "1", done };
}

function subject(measure: Subject["keyResult"]["measure"], unit = ""): Subject {
  return { keyResult: { id: "k", measure, unit, decimals: 1, current: "4.1" }, last: null, due: null } as Subject;
}
