import { checksOf } from "./advice/checks.ts";
import { questionOf, reasonOf } from "./advice/reasons.ts";
import { rewriteOf, roadOf } from "./advice/rewrite.ts";
import { spansOf } from "./advice/spans.ts";
import type { Advice, Context, Fields } from "./answer.ts";
import { type Evidence, evidenceIn } from "./judging/evidence.ts";
import { type Judgement, judge } from "./judging/verdict.ts";
import { coachObjective } from "./objective.ts";

/**
 * Reads a key result or an objective as a coach would (PRODUCT: "Outcome or output"; Doerr, Wodtke, Seiden, Castro):
 * an output is work delivered, an outcome is what changes for somebody or in a measured level. Pure and deterministic;
 * any string is read, its first 1,000 characters only, in under a millisecond.
 */
export function coach(text: string, context: Context): Advice {
  if (context.kind === "objective") return coachObjective(text, context);
  const evidence = evidenceIn(text, context.language);
  const judgement = judgeWithFields(text, evidence, context.fields);
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

/**
 * Figures may stand in the fields and not in the words: "Setup satisfaction" with 58 → 72 % reads like "Setup
 * satisfaction from 58 to 72 %". Work stays work, whatever is measured beside it.
 */
function judgeWithFields(text: string, evidence: Evidence, fields: Fields | undefined): Judgement {
  const alone = judge(evidence, Boolean(fields?.target));
  const isRoad = fields?.baseline && fields.target && Number(fields.baseline) !== Number(fields.target);
  const isWork = evidence.parts.some(
    ({ signals }) => signals.has("verb:work") || signals.has("deed") || (signals.has("done") && countsUp(fields)),
  );
  if (!isRoad || isWork || evidence.figures.all.length > 0 || evidence.parts.length !== 1) return alone;
  const { language } = evidence.reading;
  const whole = judge(evidenceIn(`${text.slice(0, 900)} ${roadOf(fields, language)}`, language), true);
  return { ...whole, scores: whole.scores.slice(0, 1) };
}

/** "Contracts reviewed", 0 → 40: more of what we do; "orders shipped on time", 80 → 95 %, is a level. */
const countsUp = (fields: Fields | undefined) =>
  fields?.unit?.trim() !== "%" && Number(fields?.target) > Number(fields?.baseline);
