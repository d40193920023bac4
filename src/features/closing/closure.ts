/** Why a grade, a closure or an amendment cannot be kept; empty where it can. */
import {
  type Commitment,
  type Decimal,
  gradeRefusals,
  type Outcome,
  outcomeRefusals,
  type Refusal,
} from "../okrs/public.ts";

/** Grades are given while a cycle is closing: before, its numbers still move; after, they are locked. */
export function closingRefusals(cycleState: string): Refusal[] {
  if (cycleState === "closing") return [];
  const todo =
    cycleState === "closed"
      ? "A closed cycle is locked: amend what was graded, or take along to a later cycle what was left open."
      : "The owner of the organisation or a champion begins the closing of the cycle.";
  return [{ field: "cycle", expected: "a cycle that is closing", todo }];
}

interface GivenGrade {
  score: Decimal | null;
  notYetObservable: boolean;
  note: string;
}

/**
 * A key result ends with a score or is not yet observable; where there is nothing to measure it may end without either.
 * One that nobody reported on is no such: it would leave the mean of its objective without a word.
 */
export function keyResultGradeRefusals(
  given: GivenGrade,
  { suggested, isUnreported }: { suggested: Decimal | null; isUnreported: boolean },
): Refusal[] {
  const { score, notYetObservable, note } = given;
  if (score !== null && notYetObservable) {
    const todo = "Leave the score out, or say that it can be seen.";
    return [{ field: "score", expected: "no score, because it is not yet observable", todo }];
  }
  if (score !== null) return gradeRefusals({ score, note }, suggested);
  return notYetObservable || (suggested === null && !isUnreported) ? [] : [scoreMissing];
}

interface GivenClosure {
  score: Decimal | null;
  outcome: Outcome | null;
  note: string;
}

/** An objective ends with a score or, learning or not yet observable, with an outcome. */
export function objectiveGradeRefusals(
  given: GivenClosure,
  commitment: Commitment,
  suggested: Decimal | null,
): Refusal[] {
  const { score, outcome, note } = given;
  const wrong = outcomeRefusals(commitment, outcome);
  if (wrong.length > 0) return wrong;
  if (outcome !== null && score !== null) {
    const todo = "Leave the score out; say what it showed in what was learned.";
    return [{ field: "score", expected: "no score beside an outcome", todo }];
  }
  if (outcome !== null) return [];
  if (score !== null) return gradeRefusals({ score, note }, suggested);
  return suggested === null ? [] : [scoreMissing];
}

/** Each key result is graded by what it stands at now, before its objective is closed. */
export function ungradedRefusals(
  keyResults: readonly { title: string; isGraded: boolean; hasGrade: boolean; isStale: boolean }[],
): Refusal[] {
  const missing = keyResults.filter(({ isGraded, hasGrade, isStale }) => isGraded && (!hasGrade || isStale));
  if (missing.length === 0) return [];
  const titles = missing.map(({ title, isStale }) => `“${title}”${isStale ? " (checked in since it was graded)" : ""}`);
  const expected = `a grade for each key result; ${missing.length} wait`;
  return [{ field: "keyResults", expected, todo: `Grade ${titles.join(", ")} first.` }];
}

interface Settling {
  id: string;
  settle: "close" | "move" | "leave";
  word: string;
}

/** Every open ask is closed, moved or left with a word; the refusal says which are not. */
export function askRefusals(open: readonly { id: string; text: string }[], settled: readonly Settling[]): Refusal[] {
  const openIds = new Set(open.map(({ id }) => id));
  const settledIds = new Set(settled.map(({ id }) => id));
  const unsettled = open.filter(({ id }) => !settledIds.has(id));
  const strays = settled.flatMap(({ id }, at) => (openIds.has(id) ? [] : [at]));
  const wordless = settled.flatMap(({ settle, word }, at) => (settle === "leave" && word.trim() === "" ? [at] : []));
  return [
    ...(unsettled.length > 0
      ? [
          {
            field: "asks",
            expected: `what becomes of each open ask; ${unsettled.length} ${unsettled.length === 1 ? "is" : "are"} open`,
            todo: `Close, move or leave with a word: ${unsettled.map(({ text }) => `“${short(text)}”`).join(", ")}.`,
          },
        ]
      : []),
    ...strays.map((at) => ({
      field: `asks.${at}.id`,
      expected: "an ask on this objective that is open",
      todo: "Read the objective again: it may have been closed meanwhile.",
    })),
    ...wordless.map((at) => ({
      field: `asks.${at}.word`,
      expected: "a word on why it stays open",
      todo: "Say it in a sentence, or close or move the ask.",
    })),
  ];
}

interface GivenAmendment {
  keyResultId: string | null;
  score: Decimal | null;
  endValue: Decimal | null;
  reason: string;
}

/** Amended is what was closed for good, by a score or an end value, with a reason. */
export function amendmentRefusals(given: GivenAmendment, cycleState: string, isClosed: boolean): Refusal[] {
  const { keyResultId, score, endValue, reason } = given;
  if (cycleState !== "closed") {
    const todo = "Until then the grade itself can be changed.";
    return [{ field: "objectiveId", expected: "an objective of a cycle that is closed", todo }];
  }
  const wrong: Refusal[] = [];
  if (!isClosed) {
    const todo = "What was left open when the cycle closed has no grade to amend.";
    wrong.push({ field: "objectiveId", expected: "an objective that was closed with a grade", todo });
  }
  if (score === null && endValue === null) {
    wrong.push({ field: "score", expected: "a score or an end value", todo: "Say what it should have been." });
  }
  if (endValue !== null && keyResultId === null) {
    const todo = "Name the key result, or leave the end value out.";
    wrong.push({ field: "endValue", expected: "nothing, because an objective has no value of its own", todo });
  }
  if (score !== null) wrong.push(...gradeRefusals({ score, note: reason || "–" }, null));
  if (reason.trim() === "") {
    wrong.push({ field: "reason", expected: "a reason", todo: "Say what was wrong; the original stays visible." });
  }
  return wrong;
}

const scoreMissing: Refusal = {
  field: "score",
  expected: "a score from 0.0 to 1.0 with one decimal, or not yet observable",
  todo: "Take the suggested one or write your own with a note.",
};

function short(text: string): string {
  const letters = [...text.replaceAll(/\s+/g, " ")];
  return letters.length > 80 ? `${letters.slice(0, 79).join("")}…` : letters.join("");
}
