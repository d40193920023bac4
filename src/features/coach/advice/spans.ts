import type { Role, Span } from "../answer.ts";
import type { Evidence } from "../judging/evidence.ts";
import { trained } from "../judging/model.ts";
import type { Signals } from "../judging/signals.ts";
import type { Judgement } from "../judging/verdict.ts";
import { IS, VERB } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";

/** So many words are underlined at most in a part; more would explain nothing. */
const MOST = 3;
/** Words that moved the score by less did not decide. */
const LEAST = 0.15;

/** The words that decided: those whose signals weigh most towards the verdict. */
export function spansOf({ parts, figures }: Evidence, { verdict, scores, mixed }: Judgement): Span[] {
  const spans = parts.flatMap(({ signals }, at) => {
    if (mixed && parts.length === 1) return bothIn(signals);
    if (verdict === "unsure" && parts.length === 1) return vagueIn(signals);
    const towards = (scores[at] ?? 0.5) > 0.5 ? 1 : -1;
    return heaviest(signals, towards).map((piece) => {
      const figure = figures.all.find(({ from, to }) => piece.from >= from && piece.from < to);
      return figure ? spanOf(figure, "figure") : spanOf(piece, roleOf(piece, signals, towards > 0));
    });
  });
  return joined(spans);
}

export const spanOf = ({ from, to }: Pick<Piece, "from" | "to">, role: Role): Span => ({ from, to, role });

/** In order, neighbours of one role as one span. */
export function joined(spans: Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((one, other) => one.from - other.from)) {
    const before = result.at(-1);
    if (before && span.from < before.to) continue;
    if (before && before.role === span.role && span.from - before.to <= 1) before.to = span.to;
    else result.push({ ...span });
  }
  return result;
}

function heaviest(signals: Signals, towards: number): Piece[] {
  const weights = new Map<Piece, number>();
  for (const [name, pieces] of signals) {
    const weight = (trained.weights[name] ?? 0) * towards;
    for (const piece of new Set(pieces))
      weights.set(piece, (weights.get(piece) ?? 0) + weight / Math.sqrt(pieces.length));
  }
  return [...weights]
    .filter(([piece, weight]) => weight > LEAST && piece.to > piece.from)
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST)
    .map(([piece]) => piece);
}

/** The work, and the figure that work alone does not reach. */
function bothIn(signals: Signals): Span[] {
  const work = signals.get("verb:work") ?? [];
  const aim = [...(signals.get("for+figure") ?? []), ...(signals.get("launch+users") ?? [])].filter(
    (piece) => !work.includes(piece),
  );
  return [...work.map((piece) => spanOf(piece, "work")), ...aim.map((piece) => spanOf(piece, "purpose"))];
}

/** What has no start and no end: the wish and what it is about. */
function vagueIn(signals: Signals): Span[] {
  const names = [
    "verb:change",
    "verb:reach",
    "word:quality",
    "word:level",
    "object:unknown",
    "object:metric",
    "subject:unknown",
  ];
  const pieces = names.flatMap((name) => signals.get(name) ?? []);
  return [...new Set(pieces)].slice(0, MOST).map((piece) => spanOf(piece, "vague"));
}

function roleOf(piece: Piece, signals: Signals, isOutcome: boolean): Role {
  const seen = (name: string) => (signals.get(name) ?? []).includes(piece);
  if (seen("so-that")) return "purpose";
  if (piece.kind !== "word") return "figure";
  if (seen("all-ours") || seen("all-did") || seen("ours-did")) return "whole";
  const verb = [...signals.keys()].some((name) => /^(?:verb|predicate):/u.test(name) && seen(name));
  if (verb && isOutcome) return "change";
  if (verb)
    return piece.classes & (IS.work | IS.serve | IS.light) && !(piece.classes & (IS.change | IS.gain))
      ? "work"
      : "change";
  if (piece.classes & (IS.metric | IS.result)) return "measure";
  if (piece.classes & IS.level) return "figure";
  if (piece.classes & (IS.activity | IS.artefact) && !isOutcome && !(piece.classes & IS.ours)) return "made";
  if (piece.classes & IS.done && !isOutcome) return "work";
  if (piece.classes & (IS.others | IS.ours)) return "who";
  if (isOutcome && piece.classes & VERB) return "change";
  return isOutcome ? "measure" : "made";
}
