import { checksOf } from "./advice/checks.ts";
import { questionOf, reasonOf } from "./advice/reasons.ts";
import { rewriteOf, roadOf } from "./advice/rewrite.ts";
import { spansOf } from "./advice/spans.ts";
import type { Advice, Context, Fields } from "./answer.ts";
import { type Evidence, evidenceIn } from "./judging/evidence.ts";
import type { Signals } from "./judging/signals.ts";
import { type Judgement, judge } from "./judging/verdict.ts";
import type { Language } from "./languages/words.ts";
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
  if (evidence.parts.length !== 1) return alone;
  const { signals } = evidence.parts[0]!;
  const counts = COUNTED.some((name) => signals.has(name));
  const isWork =
    signals.has("verb:work") || signals.has("deed") || (signals.has("done") && countsUp(fields) && !counts);
  const { language } = evidence.reading;
  const measured = levelOf(fields, language);
  if (measured && !isWork && evidence.figures.all.length === 0) {
    const whole = judge(evidenceIn(`${text.slice(0, 900)} ${measured}`, language), true);
    return { ...whole, scores: whole.scores.slice(0, 1) };
  }
  const open = !fields?.target && MEASURED.has(fields?.type ?? "") && (counts || isOfOthers(signals));
  return open ? notYetWork(alone) : alone;
}

/** What happens to others, or how well it goes, is counted (quantities.ts). */
const COUNTED = ["quantity:theirs", "quantity:well", "quantity:bare", "told:theirs", "told:well"];
const isOfOthers = (signals: Signals) =>
  signals.has("head:noun") &&
  signals.has("any:others") &&
  !["done", "any:activity", "any:artefact"].some((name) => signals.has(name));
const MEASURED: ReadonlySet<string> = new Set(["metric", "threshold", "range", "baseline"]);

/** A measure whose figures are still open says nothing of work. */
const notYetWork = (judgement: Judgement): Judgement =>
  judgement.verdict === "output" ? { ...judgement, verdict: "unsure", score: 0.5, scores: [0.5] } : judgement;

/** "from 58 % to 72 %", "at most 10 h", of the fields. */
function levelOf(fields: Fields | undefined, language: Language): string | null {
  const road = roadOf(fields, language);
  if (road || fields?.baseline || !fields?.target || !fields.direction || language !== "en") return road;
  return `at ${fields.direction === "increase" ? "least" : "most"} ${fields.target} ${fields.unit ?? ""}`.trim();
}

/** "Contracts reviewed", 0 → 40: more of what we do; "orders shipped on time", 80 → 95 %, is a level. */
const countsUp = (fields: Fields | undefined) =>
  fields?.unit?.trim() !== "%" && Number(fields?.target) > Number(fields?.baseline);
