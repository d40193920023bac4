import type { Check, CheckName, Fields, Said } from "../answer.ts";
import type { Signals } from "../judging/signals.ts";
import { IS } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";
import { type Decided, isShareOfOurs, say } from "./reasons.ts";
import { siblingChecks } from "./siblings.ts";
import { joined, spanOf } from "./spans.ts";
import { splitOf } from "./split.ts";

/** What would make a key result better, most important first. Each is advice on its own. */
export function checksOf(decided: Decided): Check[] {
  const { evidence, context } = decided;
  if (evidence.parts.length === 0) return [];
  return [
    ...workChecks(decided),
    ...measureChecks(decided),
    ...fieldChecks(context.fields),
    ...guardrailChecks(decided),
    ...siblingChecks(evidence.reading, context.siblings ?? []),
  ];
}

function workChecks({ evidence, judgement }: Decided): Check[] {
  const signals = evidence.parts[0]!.signals;
  const checks: Check[] = [];
  const split = splitOf(evidence, judgement);
  if (split) checks.push({ ...check("compound"), split });
  if (judgement.verdict !== "output") return checks;
  if (isShareOfOurs(signals))
    checks.push(check("share-of-ours", seen(signals, "all-ours", "ours-did", "all-did"), "whole"));
  else checks.push(check("done-when-finished", seen(signals, "verb:work", "predicate:work:past"), "work"));
  return checks;
}

/** Types of key result whose target is a limit or a list of steps: they need no baseline. */
const WITHOUT_BASELINE = new Set([
  "threshold",
  "range",
  "milestones",
  "score-table",
  "done",
  "baseline",
  "contributions",
]);

function measureChecks({ evidence, judgement, context }: Decided): Check[] {
  const { figures, parts, reading } = evidence;
  const { fields } = context;
  const signals = parts[0]!.signals;
  const checks: Check[] = [];
  const number = figures.all.length > 0 || figures.ratio !== null || Boolean(fields?.target);
  const levels = figures.all.filter(({ unit, role }) => unit !== "count" || role !== "amount").length > 0;
  if (!number) checks.push(check("no-number"));
  else if (fields && !fields.target && figures.all.every(({ role }) => role === "start"))
    checks.push(check("no-target"));
  const baselineKnown = Boolean(fields?.baseline) || figures.start !== null || WITHOUT_BASELINE.has(fields?.type ?? "");
  const moves =
    signals.has("verb:change") || signals.has("predicate:change:now") || signals.has("predicate:change:past");
  if (number && !baselineKnown && judgement.verdict !== "output" && (moves || fields !== undefined))
    checks.push(check("no-baseline"));
  const limited =
    signals.has("figure:limited") ||
    signals.has("word:level") ||
    reading.pieces.some(({ classes }) => classes & (IS.reach | IS.gain));
  const roads =
    figures.start !== null ||
    Boolean(fields?.direction) ||
    Boolean(fields?.baseline && fields.target) ||
    fields?.type === "threshold";
  if (levels && judgement.verdict === "outcome" && !moves && !limited && !roads && signals.has("metric+figure"))
    checks.push(check("no-direction"));
  if (isSame(fields, figures.start?.value, figures.target?.value)) checks.push(check("stands-still"));
  const vain = reading.pieces.filter(({ classes }) => classes & IS.vanity);
  if (vain.length > 0 && judgement.verdict !== "output" && !isRateOf(evidence))
    checks.push(check("vanity", vain, "measure"));
  return checks;
}

/** A share or a rate of what is vain says something; more of it by 20 % does not. */
function isRateOf({ figures, parts, reading }: Decided["evidence"]): boolean {
  const { signals } = parts[0]!;
  const more = (at: number) => /^(?:by|\+|another|um|en|de)$/u.test(reading.pieces[at - 1]?.text ?? "");
  const share = figures.all.some(({ unit, at }) => unit === "%" && !more(at));
  const measures = [...(signals.get("object:metric") ?? []), ...(signals.get("subject:metric") ?? [])];
  return share || measures.some(({ classes }) => !(classes & IS.vanity));
}

function isSame(fields: Fields | undefined, start: string | undefined, target: string | undefined): boolean {
  const from = fields?.baseline || start;
  const to = fields?.target || target;
  return Boolean(from && to) && Number(from) === Number(to);
}

function fieldChecks(fields: Fields | undefined): Check[] {
  const isEmpty = (value: string | null | undefined) => value === null || value === "";
  const checks: Check[] = [];
  if (fields && isEmpty(fields.dataSource)) checks.push(check("no-data-source"));
  if (fields && isEmpty(fields.owner)) checks.push(check("no-owner"));
  return checks;
}

/** Goodhart: what is made cheaper, faster or more is soon made worse, unless something watches (Grove's paired indicators). */
function guardrailChecks({ evidence, judgement, context }: Decided): Check[] {
  if (context.healthMetrics !== 0 || judgement.verdict === "output") return [];
  const optimised = evidence.reading.pieces.filter(({ text }) => OPTIMISED.test(text));
  const moves = evidence.parts.some(({ signals }) => signals.has("moves+figure"));
  const optimises = context.objective?.optimises ?? (moves && optimised.length > 0);
  return optimises ? [check("no-guardrail", optimised, "measure")] : [];
}

const OPTIMISED =
  /^(?:costs?|speed|latency|duration|throughput|efficiency|productivity|velocity|headcount|spend|margin|volume|.*kosten|.*zeit|.*dauer|effizienz|durchsatz|costes?|costos?|tiempos?|coûts?|délais?|temps|custos?|tempos?|efici.+|productividad|produtividade|productivité|time|times)$/u;

export function check(
  name: CheckName,
  pieces: readonly Piece[] = [],
  role: Parameters<typeof spanOf>[1] = "vague",
  values: Said["values"] = {},
): Check {
  return { name, said: say(`check-${name}`, values), spans: joined(pieces.map((piece) => spanOf(piece, role))) };
}

const seen = (signals: Signals, ...names: string[]): Piece[] => [
  ...new Set(names.flatMap((name) => signals.get(name) ?? [])),
];
