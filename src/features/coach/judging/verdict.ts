import type { Evidence, Part } from "./evidence.ts";
import { chanceOf, type Model } from "./model.ts";

export type Verdict = "outcome" | "output" | "unsure";

/** Between these the words do not decide. */
const DOUBT = { from: 0.5, to: 0.5 };

/** From here words say an outcome without a figure: "Somebody outside the lab repeats the result". */
const SURE = 0.55;

/** Pieces of a clause in which a word of praise says little. */
const LONG = 7;

/** What an aim with a figure adds as if it were a part of its own. */
const AIM = 0.9;

export interface Judgement {
  verdict: Verdict;
  /** The chance that it is an outcome, 0–1. */
  score: number;
  /** Of each part, in their order. */
  scores: number[];
  /** An outcome and an output in one sentence. */
  mixed: boolean;
}

/** The verdict on a key result, from its words; `hasTarget` says that its fields hold what its words lack. */
export function judge(evidence: Evidence, hasTarget: boolean, model?: Model): Judgement {
  const { reading, figures } = evidence;
  const parts = measuredAmong(evidence.parts);
  const scores = parts.map(({ signals }) => {
    const chance = chanceOf(signals, model);
    if (isUpToOthers(signals)) return Math.max(chance, GIVEN);
    return isFeature(signals) || isInquiry(signals) ? Math.min(chance, FEATURE) : chance;
  });
  if (scores.length === 0 || isForeign(reading))
    return { verdict: "unsure", score: 0.5, scores: scores.map(() => 0.5), mixed: false };
  if (parts.some(({ signals }) => aimsHigher(signals))) scores.push(AIM);
  const score = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  const mixed = scores.some((each) => each > 0.5) && scores.some((each) => each <= 0.5);
  const measured = hasTarget || figures.all.length > 0 || figures.ratio !== null;
  const elsewhere = !hasTarget && parts.every(({ signals }) => signals.has("elsewhere"));
  const wishes = elsewhere || (!measured && isWish(parts[0]!));
  const verdict = mixed || wishes ? "unsure" : verdictOf(score, parts, measured);
  return { verdict, score, scores, mixed };
}

/** "Increase productivity. Merge 20 % more": a wish that its measure follows is read by its measure. */
function measuredAmong(parts: Part[]): Part[] {
  const isBare = (part: Part) => part.signals.has("figure:none") && isWish(part);
  const [first, ...rest] = parts;
  const follows = first && isBare(first) && rest.length > 0 && rest.every(({ signals }) => !signals.has("figure:none"));
  return follows ? rest : parts;
}

function verdictOf(score: number, parts: Part[], measured: boolean): Verdict {
  if (score >= DOUBT.to)
    return score >= SURE || measured || parts.some(({ signals }) => isClearWithoutFigure(signals))
      ? "outcome"
      : "unsure";
  return score > DOUBT.from ? "unsure" : "output";
}

/** In no language the coach knows: another script, or many words and not one of them known. */
function isForeign({ pieces }: Evidence["reading"]): boolean {
  const words = pieces.filter(({ kind }) => kind === "word");
  if (words.some(({ classes }) => classes !== 0)) return false;
  return words.length > 3 || !words.some(({ text }) => /\p{Script=Latin}/u.test(text));
}

/** Work, and with it a figure that work alone does not reach: "… to raise sign-ups by 20 %", "Launch with 500 users". */
const aimsHigher = (signals: Part["signals"]) => signals.has("for+figure") || signals.has("launch+users");

/** A direction or praise without a measure: "Improve onboarding", "Better docs", "Make it easy to use". */
function isWish({ signals, tails, clause }: Part): boolean {
  if (isClearWithoutFigure(signals)) return false;
  if (signals.has("brought") || isInquiry(signals)) return false;
  if (signals.has("quantity:theirs") || signals.has("quantity:well")) return true;
  if (signals.has("wish")) return true;
  if (signals.has("verb:work")) return false;
  const levels = signals.has("object:metric") || signals.has("object:result");
  if (tails.some(({ kind }) => kind === "means") && !levels) return false;
  if (signals.has("verb:change")) return !signals.has("by-adding");
  if (signals.has("keeps")) return !signals.has("word:done");
  if (signals.has("head:noun") && signals.has("subject:metric") && !signals.has("made") && !signals.has("done"))
    return true;
  const compared = (signals.get("word:level") ?? []).some(({ text }) => !PLACE.test(text));
  const praised = signals.has("word:quality") || compared;
  if (signals.has("verb:light") || signals.has("verb:reach")) return praised;
  return (
    (signals.has("head:praise") && !signals.has("praise:made")) ||
    (praised &&
      clause.pieces.length <= LONG &&
      !signals.has("head:imperative") &&
      !signals.has("made") &&
      !signals.has("done"))
  );
}

/** "Users can export to CSV": what is possible, and nobody counts who does it. */
const isFeature = (signals: Part["signals"]) =>
  signals.has("capability") && !signals.has("voice") && !isClearWithoutFigure(signals, "word:without");

/** The chance of an outcome that is left to a mere possibility, and to what ends with knowing. */
const FEATURE = 0.3;
/** And at least of what others hand out or feel, and of the level of what happens to them. */
const GIVEN = 0.7;
const isUpToOthers = (signals: Part["signals"]) =>
  signals.has("given") ||
  signals.has("holds-others") ||
  (signals.has("tested") && !signals.has("verb:work")) ||
  (signals.has("voice") && signals.has("any:others")) ||
  (signals.has("compared") && signals.has("any:others") && signals.has("predicate:behave:now")) ||
  (signals.has("figure:start") && (signals.has("quantity:theirs") || signals.has("quantity:well")));

/** "Measure the time to install": reached when we know it; "Measure and raise" is not. */
const isInquiry = (signals: Part["signals"]) =>
  signals.has("ticked-off") && !signals.has("verb:change") && !signals.has("figure:start");

/** Words of a level that in a short name are only where and how: "service up and running", "sync over LAN". */
const PLACE = /^(?:over|under|up|down|above|below|within|only|no|never|beyond|zero|none|min|max)$/u;

/** Others do something, or nothing bad happens: an outcome although no number is in it. */
const isClearWithoutFigure = (signals: Part["signals"], but?: string) =>
  ["so-that", "word:without", "compared", "to-zero", "head:none", "others-decide", "others-chose", "given"].some(
    (name) => name !== but && signals.has(name),
  );
