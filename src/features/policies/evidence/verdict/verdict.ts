import type { GuardrailWord } from "./guardrail.ts";
import type { OutcomeWord } from "./outcome.ts";

export type Verdict = "harms" | "too-few-teams" | "too-early" | "helps" | "no-difference" | "cant-tell";

export interface Judged {
  guardrails: readonly GuardrailWord[];
  outcomes: readonly { word: OutcomeWord; adjustedP: number }[];
  /** The decision date has come. */
  isDue: boolean;
}

/**
 * PRODUCT.md's precedence: Harms (a guardrail broken beyond its limit, or an outcome moved the wrong way) > Too few
 * teams to tell > Too early to tell > Helps, No difference beyond the margin, Can't tell.
 * - An outcome moves the wrong way only where the design can carry it: with too few teams the guardrails alone decide.
 * - Before the date nothing is said of outcomes unless it is worse at p ≤ 0.001, for whoever looks every week sees
 *   chance at 5 % sooner or later (Haybittle 1971; Peto et al. 1976).
 * - Too few teams: of every outcome that is not only described, as what a pulse tells of two arms is.
 * - Helps: an outcome got better and none got worse. No difference: shown of every outcome.
 */
export function verdictOf({ guardrails, outcomes, isDue }: Judged): Verdict {
  const is = (word: OutcomeWord["word"]) => outcomes.filter((outcome) => outcome.word.word === word);
  if (guardrails.includes("broken")) return "harms";
  if (is("worse").some(({ adjustedP }) => isDue || adjustedP <= BEFORE_THE_DATE)) return "harms";
  const described = outcomes.filter(({ word }) => word.word === "cant-tell" && word.why === "describes-only").length;
  const fewTeams = is("too-few-teams").length;
  if (fewTeams > 0 && fewTeams + described === outcomes.length) return "too-few-teams";
  if (!isDue) return "too-early";
  if (is("better").length > 0) return "helps";
  return outcomes.length > 0 && is("no-difference").length === outcomes.length ? "no-difference" : "cant-tell";
}

const BEFORE_THE_DATE = 0.001;
