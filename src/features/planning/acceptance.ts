/** Whether an owner's answer to a key result still stands once somebody changes what they answered to. */
import { isDeepStrictEqual } from "node:util";
import type { DraftMeasure } from "./draft-measure.ts";

/** The words and figures that an owner answers to. */
export interface Promised {
  title: string;
  measure: DraftMeasure;
  unit: string;
  decimals: number;
}

export interface Answer {
  answer: "waiting" | "accepted" | "declined";
  /** 0 to 10, of who accepted. */
  confidence: number | null;
  /** Of who declined. */
  reason: string;
  answeredAt: string | null;
}

/** An answer with what it was given to. */
export interface Answered extends Promised, Answer {
  answer: "accepted" | "declined";
}

/** Where a key result's owner stands: what they answered, or what they had before it changed. */
export interface Standing extends Answer {
  answeredBefore: Answered | null;
}

const unanswered: Answer = { answer: "waiting", confidence: null, reason: "", answeredAt: null };

/**
 * How its owner stands to a key result after a change; undefined where nothing moves. Other words, another measure or
 * unit ask again, because nobody is held to what they have not read; once these are taken back, the answer stands
 * again. Another owner has answered nothing yet.
 */
export function standingAfter(
  before: Promised & Standing,
  { ownerId, ...fresh }: Partial<Promised> & { ownerId?: unknown },
): Standing | undefined {
  const asked = before.answer === "waiting" ? before.answeredBefore : before;
  if (asked === null) return undefined;
  if (ownerId !== undefined) return { ...unanswered, answeredBefore: null };
  const isAsAnswered = saysTheSame(asked, { ...before, ...fresh });
  const { answer: given } = before;
  if (given !== "waiting") {
    return isAsAnswered ? undefined : { ...unanswered, answeredBefore: answered({ ...before, answer: given }) };
  }
  if (!isAsAnswered) return undefined;
  const { answer, confidence, reason, answeredAt } = asked;
  return { answer, confidence, reason, answeredAt, answeredBefore: null };
}

function answered(of: Answered): Answered {
  const { title, measure, unit, decimals, answer, confidence, reason, answeredAt } = of;
  return { title, measure, unit, decimals, answer, confidence, reason, answeredAt };
}

function saysTheSame(was: Promised, is: Promised): boolean {
  return words(was.title) === words(is.title) && was.unit === is.unit && isDeepStrictEqual(was.measure, is.measure);
}

/** Without what changes no meaning: case, blanks, quotation marks, and what ends a word or a sentence. */
function words(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^["'“”„«»‘’(]+|["'“”„«»‘’).,;:!?…]+$/g, ""))
    .filter((word) => word !== "")
    .join(" ");
}
