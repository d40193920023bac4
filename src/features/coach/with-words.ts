import type { Advice, Said } from "./answer.ts";
import { inWords } from "./coach-words.ts";

/** Advice with every sentence in words too, for interfaces that have no catalogue of their own. */
export function withWords(advice: Advice) {
  return {
    ...advice,
    reason: said(advice.reason),
    question: advice.question && said(advice.question),
    checks: advice.checks.map((check) => ({ ...check, said: said(check.said) })),
  };
}

function said({ key, values }: Said) {
  return { key, values: { ...values }, words: inWords({ key, values }) };
}
