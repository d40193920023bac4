/** What a person has written of a check-in and not yet sent, and what can be read of it. */
import type { InputOf, OutputOf } from "../../../web/api.ts";
import type { FieldProblem } from "../../../web/problem.ts";
import { currencyOf, readFigure } from "../../okrs/web/public.tsx";

type Due = OutputOf<"cadence.checkIns.due">["items"][number];

export type CheckIn = OutputOf<"cadence.checkIns.list">["items"][number];

/** A key result to check in on; without a due date where somebody checks in early. */
export type Subject = Omit<Due, "due"> & {
  due: Due["due"] | null;
  /** The check-in that is corrected rather than made anew. */
  correcting?: CheckIn;
};

export interface Draft {
  /** Made once, so that however often it is sent it is one check-in. */
  id: string;
  askId: string;
  /** As typed. */
  value: string;
  /** The steps that are done now. */
  steps: readonly string[];
  done: boolean | null;
  confidence: number | null;
  whatChanged: string;
  blocker: string;
  /** An ask of it was sent: it may become another, but is not taken back. */
  asked?: boolean;
  askOf: { id: string; name: string } | null;
  askText: string;
}

export type Report = Pick<InputOf<"cadence.checkIns.create">, "value" | "milestonesDone" | "done">;

/** The figures that were read, and what is missing or cannot be read. A report without problems can be sent. */
export interface Reading {
  report: Report;
  problems: readonly FieldProblem[];
}

export function newDraft({ keyResult }: Pick<Subject, "keyResult">, newId: () => string): Draft {
  return {
    id: newId(),
    askId: newId(),
    value: "",
    steps: stepsOf(keyResult.measure).flatMap(({ id, done }) => (done ? [id] : [])),
    done: null,
    confidence: null,
    whatChanged: "",
    blocker: "",
    askOf: null,
    askText: "",
  };
}

/** A check-in that was made, as a draft to correct it. */
export function draftOf(checkIn: CheckIn, newId: () => string): Draft {
  const { id, value, done, milestonesDone, confidence, whatChanged, blocker, ask } = checkIn;
  return {
    id,
    askId: ask?.id ?? newId(),
    asked: ask !== null,
    value: value ?? "",
    steps: milestonesDone ?? [],
    done,
    confidence,
    whatChanged,
    blocker,
    askOf: ask?.to ?? null,
    askText: ask?.text ?? "",
  };
}

/** Whether anything was written that would be lost with the draft. */
export function isTouched(draft: Draft, subject: Subject): boolean {
  const { id: _, askId: __, ...written } = draft;
  const { id: ___, askId: ____, ...fresh } = newDraft(subject, () => "");
  return JSON.stringify(written) !== JSON.stringify(fresh);
}

/** The steps of a measure that has them. */
export function stepsOf(measure: Subject["keyResult"]["measure"]) {
  if (measure.kind === "milestones") return measure.milestones;
  return measure.kind === "score-table" ? measure.steps : [];
}

/** Reads what was typed as the key result's measure wants it; `locale` (BCP 47) decides what "1,234" is. */
export function readDraft(draft: Draft, { keyResult }: Pick<Subject, "keyResult">, locale: string): Reading {
  const { report, problems } = readReport(draft, keyResult, locale);
  const all = [...problems];
  if (draft.confidence === null) {
    const todo = "Choose how sure you are that the target is reached.";
    all.push({ field: "confidence", expected: "a number from 0 to 10", todo });
  }
  if (draft.askOf && !draft.askText.trim()) {
    all.push({
      field: "ask.text",
      expected: "what you ask for, in a sentence",
      todo: "Write it, or take the name out.",
    });
  }
  if (!draft.askOf && (draft.asked || draft.askText.trim())) {
    all.push({ field: "ask.toMemberId", expected: "a member", todo: "Choose whom to ask." });
  }
  return { report, problems: all };
}

/** The figures alone: what a preview needs. */
export function readReport(draft: Draft, { measure, unit }: Subject["keyResult"], locale: string): Reading {
  switch (measure.kind) {
    case "milestones":
    case "score-table":
      return { report: { milestonesDone: [...draft.steps] }, problems: [] };
    case "done":
      if (draft.done !== null) return { report: { done: draft.done }, problems: [] };
      return refused("done", "done or not yet", "Choose one.");
    case "contributions":
      return { report: {}, problems: [] };
    default:
      if (measure.kind === "baseline" && draft.value.trim() === "") return { report: {}, problems: [] };
      return readValue(draft.value, unit, locale);
  }
}

function readValue(typed: string, unit: string, locale: string): Reading {
  const bare = unit && typed.trim().endsWith(unit) ? typed.trim().slice(0, -unit.length) : typed;
  if (bare.trim() === "")
    return refused("value", "the number it stands at now", "Write it, or = where it did not move.");
  const figure = readFigure(bare, locale);
  if (!figure.ok) return refused("value", figure.expected, figure.todo);
  if (figure.unit && !isSameUnit(figure.unit, unit)) {
    const expected = unit ? `a number in ${unit}` : "a number without a unit";
    return refused("value", expected, `Leave the “${figure.unit}” out if it is meant so.`);
  }
  return { report: { value: figure.value }, problems: [] };
}

function isSameUnit(one: string, other: string): boolean {
  return one === other || (currencyOf(one) !== null && currencyOf(one) === currencyOf(other));
}

function refused(field: string, expected: string, todo: string): Reading {
  return { report: {}, problems: [{ field, expected, todo }] };
}

/** What is sent; only of a draft without problems. */
export function bodyOf(draft: Draft, keyResultId: string, report: Report): InputOf<"cadence.checkIns.create"> {
  const { id, confidence, whatChanged, blocker, askId, askOf, askText } = draft;
  return {
    id,
    keyResultId,
    ...report,
    confidence: confidence ?? 0,
    whatChanged: whatChanged.trim(),
    blocker: blocker.trim(),
    ask: askOf && { id: askId, toMemberId: askOf.id, text: askText.trim() },
  };
}
