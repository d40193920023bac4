import type { Finding, GuardrailFinding } from "../assess.ts";
import { calledBy, type Design } from "../designs/design.ts";
import { isBetter } from "./outcome.ts";
import type { Verdict } from "./verdict.ts";

/** What stands before the chart, without words: each part is a key and the figures to put into it, in any language. */
export interface Sentence {
  /** "Too early to tell: 7 of 12 weeks". Weeks that are over, and that were planned, from the start to the decision. */
  headline: { key: Verdict; weeks: { over: number; planned: number } };
  /** What happened to the outcome that decided, or to the first; null where nothing could be measured. */
  outcome: OutcomePart | null;
  /** Guardrails that are broken, and that are beyond their limit but could be so by chance. */
  guardrails: { broken: readonly string[]; beyondLimit: readonly string[] };
}

export interface OutcomePart {
  id: string;
  /** Which noun may be used: "effect" only where chance decided who is covered. */
  called: "effect" | "difference";
  /** Which way the figure points, told apart from chance or not. */
  key: `${"better" | "worse" | "level"}-${"told" | "could-be-chance" | "described"}`;
  /** As measured, covered minus not covered, with its 95 % range. */
  difference: number;
  low: number;
  high: number;
}

export interface Told {
  verdict: Verdict;
  design: Design;
  outcomes: readonly Finding[];
  guardrails: readonly GuardrailFinding[];
  now: number;
  decision: number;
}

export function sentenceOf(told: Told): Sentence {
  const { verdict, design, guardrails, now, decision } = told;
  const start = startOf(design) ?? now;
  const ids = (word: GuardrailFinding["word"]) => guardrails.filter((one) => one.word === word).map(({ id }) => id);
  const deciding = decidingOutcome(told);
  const planned = Math.max(0, decision - start);
  return {
    headline: { key: verdict, weeks: { over: Math.min(planned, Math.max(0, now - start)), planned } },
    outcome: deciding && outcomePart(deciding, design),
    guardrails: { broken: ids("broken"), beyondLimit: ids("beyond-limit") },
  };
}

/** First week of the policy; null for a survey. */
export function startOf(design: Design): number | null {
  if (design.kind === "survey") return null;
  return design.kind === "randomised-on-and-off" ? design.blocks.start : design.start;
}

function decidingOutcome({ verdict, outcomes }: Told): Finding | null {
  const wanted = verdict === "harms" ? "worse" : verdict === "helps" ? "better" : null;
  const measurable = outcomes.filter(({ estimate }) => estimate);
  return measurable.find(({ word }) => word.word === wanted) ?? measurable[0] ?? null;
}

function outcomePart({ id, wanted, estimate, word, trends, enoughTeams }: Finding, design: Design): OutcomePart {
  const { difference, range95 } = estimate!;
  const way = difference === 0 ? "level" : isBetter(wanted, difference) ? "better" : "worse";
  const isTold = word.word === "better" || word.word === "worse";
  const couldTell = enoughTeams && (trends?.word ?? "alike") === "alike" && !isDescribed(word);
  const sureness = isTold ? "told" : couldTell ? "could-be-chance" : "described";
  return { id, called: calledBy(design), key: `${way}-${sureness}`, difference, low: range95.low, high: range95.high };
}

function isDescribed(word: Finding["word"]): boolean {
  return word.word === "cant-tell" && word.why === "describes-only";
}
