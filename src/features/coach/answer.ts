import type catalogue from "./coach.messages.json";
import type { Verdict } from "./judging/verdict.ts";
import type { Language } from "./languages/words.ts";

/** What the coach is told beside the text. Everything but the kind may be missing. */
export interface Context {
  kind: "key-result" | "objective";
  /** Found in the text when absent. */
  language?: Language;
  /** The key result's fields. Absent: only the words are read. Null or "": the field is there and empty. */
  fields?: Fields;
  /** Texts of the other key results of the objective, or of the other objectives of the team. */
  siblings?: readonly string[];
  /** How many health metrics guard the objective; absent: not known. */
  healthMetrics?: number;
  objective?: {
    title: string;
    /** It makes something cheaper, faster or more: a guardrail is asked for. Absent: read from the words. */
    optimises?: boolean;
  };
}

/** Figures are plain decimals, as they are stored. */
export interface Fields {
  type?: string;
  baseline?: string | null;
  target?: string | null;
  unit?: string | null;
  direction?: "increase" | "decrease" | null;
  dataSource?: string | null;
  owner?: string | null;
  /** What is counted, in words: "clinics taking a live booking within 7 days". */
  measure?: string | null;
}

export type MessageKey = keyof typeof catalogue;

/** A sentence as it is stored: its key in coach.messages.json and what it is filled with. */
export interface Said {
  key: MessageKey;
  values: Readonly<Record<string, string>>;
}

/** Why words are underlined: what we do, what we make, what moves, what is measured, how much, who, all of ours, … */
export type Role = "work" | "made" | "change" | "measure" | "figure" | "who" | "whole" | "purpose" | "vague";

/** Words that decided, as places in the text: from ≤ place < to, in UTF-16 units, in order, never overlapping. */
export interface Span {
  from: number;
  to: number;
  role: Role;
}

export type CheckName =
  | "no-number"
  | "no-baseline"
  | "no-target"
  | "no-direction"
  | "no-data-source"
  | "no-owner"
  | "stands-still"
  | "compound"
  | "vanity"
  | "share-of-ours"
  | "done-when-finished"
  | "duplicate"
  | "overlap"
  | "no-guardrail"
  | "no-verb"
  | "serves-nobody"
  | "number-in-objective"
  | "task";

export interface Check {
  name: CheckName;
  said: Said;
  spans: Span[];
  /** Of a compound: the two texts to part it into. */
  split?: [string, string];
  /** Of a duplicate or overlap: the place of the other among the siblings. */
  sibling?: number;
}

/** What the coach answers. It advises and never blocks. */
export interface Advice {
  kind: Context["kind"];
  language: Language;
  verdict: Verdict;
  /** The chance that it is an outcome, 0–1, three decimals; calibrated for key results (docs/guide/coach.md). */
  score: number;
  spans: Span[];
  reason: Said;
  question: Said | null;
  /** A text to use instead, in the language of the text; null where its figures are not known. */
  rewrite: string | null;
  checks: Check[];
}
