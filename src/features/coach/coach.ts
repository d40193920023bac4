import { checksOf } from "./advice/checks.ts";
import { questionOf, reasonOf } from "./advice/reasons.ts";
import { rewriteOf } from "./advice/rewrite.ts";
import { spansOf } from "./advice/spans.ts";
import type { Advice, Context } from "./answer.ts";
import { evidenceIn } from "./judging/evidence.ts";
import { judge } from "./judging/verdict.ts";
import { coachObjective } from "./objective.ts";

/**
 * Reads a key result or an objective as a coach would (PRODUCT: "Outcome or output"; Doerr, Wodtke, Seiden, Castro):
 * an output is work delivered, an outcome is what changes for somebody or in a measured level. Pure and deterministic;
 * any string is read, its first 1,000 characters only, in under a millisecond.
 */
export function coach(text: string, context: Context): Advice {
  if (context.kind === "objective") return coachObjective(text, context);
  const evidence = evidenceIn(text, context.language);
  const judgement = judge(evidence, Boolean(context.fields?.target));
  const decided = { evidence, judgement, context };
  return {
    kind: "key-result",
    language: evidence.reading.language,
    verdict: judgement.verdict,
    score: Math.round(judgement.score * 1000) / 1000,
    spans: spansOf(evidence, judgement),
    reason: reasonOf(decided),
    question: questionOf(decided),
    rewrite: rewriteOf(decided),
    checks: checksOf(decided),
  };
}
