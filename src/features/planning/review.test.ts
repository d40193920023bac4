import { describe, expect, test } from "vitest";
import {
  answerRefusals,
  draftRefusals,
  reviewableRefusals,
  reviewerRefusals,
  stateOfReview,
  type Verdict,
  verdictRefusals,
} from "./review.ts";

const of = (...verdicts: (Verdict | "left")[]) =>
  verdicts.map((verdict) =>
    verdict === "left" ? { verdict: "waiting" as const, left: true } : { verdict, left: false },
  );

test.each([
  ["nobody answered", of("waiting", "waiting"), "in-review"],
  ["one of two approved", of("approved", "waiting"), "in-review"],
  ["all approved", of("approved", "approved"), "approved"],
  ["one asks for changes, the others approve", of("approved", "changes"), "changes-asked"],
  ["who left is not waited for", of("approved", "left"), "approved"],
  ["who left after asking for changes is still heard", [{ verdict: "changes" as const, left: true }], "changes-asked"],
  ["all left before they answered", of("left"), "in-review"],
])("%s", (_sentence, reviewers, state) => expect(stateOfReview(reviewers)).toBe(state));

describe("reviewers", () => {
  const there = [
    { id: "me", role: "member" },
    { id: "jonas", role: "admin" },
    { id: "gast", role: "guest" },
  ];
  test.each([
    ["somebody else is fine", ["jonas"], []],
    ["oneself beside somebody else is fine", ["me", "jonas"], []],
    ["oneself alone is not", ["me"], ["reviewerIds: somebody besides yourself"]],
    ["who is not there, or was deactivated", ["jonas", "gone"], ["reviewerIds.1: a member who is there"]],
    ["a guest", ["gast"], ["reviewerIds.0: a member who is no guest"]],
    ["the same twice", ["jonas", "jonas"], ["reviewerIds.1: each member once"]],
  ])("%s", (_sentence, ids, refusals) => {
    expect(reviewerRefusals(ids, there, "me").map(({ field, expected }) => `${field}: ${expected}`)).toEqual(refusals);
  });
});

describe("a verdict", () => {
  test("on a discarded plan is refused, and so is one on a plan that nobody asked to review", () => {
    expect(verdictRefusals("discarded", "approved", "")[0]?.todo).toBe("It was discarded: bring it back first.");
    expect(verdictRefusals("drafting", "approved", "")).toHaveLength(1);
    expect(verdictRefusals("activated", "approved", "")).toHaveLength(1);
  });
  test("may change as long as the plan is open", () => expect(verdictRefusals("approved", "approved", "")).toEqual([]));
  test("that asks for changes says which", () => {
    expect(verdictRefusals("in-review", "changes", "").map(({ field }) => field)).toEqual(["note"]);
    expect(verdictRefusals("in-review", "changes", "Name a number.")).toEqual([]);
  });
});

test("drafts change until the plan is activated or discarded", () => {
  expect(draftRefusals("approved")).toEqual([]);
  expect(draftRefusals("activated")).toHaveLength(1);
  expect(draftRefusals("discarded")).toHaveLength(1);
});

test("an owner accepts with a confidence and declines with a reason", () => {
  expect(answerRefusals("accepted", { confidence: null, reason: "" })[0]?.field).toBe("confidence");
  expect(answerRefusals("accepted", { confidence: 0, reason: "" })).toEqual([]);
  expect(answerRefusals("declined", { confidence: null, reason: "" })[0]?.field).toBe("reason");
  expect(answerRefusals("declined", { confidence: null, reason: "No data." })).toEqual([]);
});

test("nobody is asked to review what holds no objective that they could see", () => {
  const [hidden, shown] = [{ private: true }, { private: false }];
  expect(reviewableRefusals([])).toMatchObject([{ field: "objectives", expected: "at least one objective" }]);
  expect(reviewableRefusals([hidden]).map(({ todo }) => todo)).toEqual(["Show one first."]);
  expect(reviewableRefusals([hidden, shown])).toEqual([]);
});
