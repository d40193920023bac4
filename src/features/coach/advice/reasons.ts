import type { Context, MessageKey, Said } from "../answer.ts";
import type { Evidence, Part } from "../judging/evidence.ts";
import type { Judgement } from "../judging/verdict.ts";
import { IS } from "../languages/lexicon.ts";
import type { Figure } from "../sentence/amounts.ts";
import type { Piece } from "../sentence/reading.ts";

/** A text that was read and judged. */
export interface Decided {
  evidence: Evidence;
  judgement: Judgement;
  context: Context;
}

/** Why, in one sentence: the first of the causes that holds, from the particular to the general. */
export function reasonOf({ evidence, judgement }: Decided): Said {
  const part = evidence.parts[0];
  if (!part) return say("reason-nothing");
  if (judgement.mixed) return say("reason-mixed");
  if (judgement.verdict === "output") return whyOutput(part);
  return judgement.verdict === "outcome" ? whyOutcome(evidence) : whyUnsure(part);
}

/** What leads to the outcome; null where nothing is left to ask. */
export function questionOf({ evidence, judgement, context }: Decided): Said | null {
  const part = evidence.parts[0];
  if (!part) return say("question-what");
  if (judgement.mixed) return say("question-which");
  if (judgement.verdict === "unsure") return say("question-measure");
  if (judgement.verdict === "outcome") return context.fields?.baseline === null ? say("question-today") : null;
  const { signals } = part;
  if (isShareOfOurs(signals)) return say("question-after-all");
  if (signals.has("made+count") || signals.has("deed+count") || signals.has("more-of-ours"))
    return say("question-count", { thing: thingOf(part) });
  return say("question-difference", { thing: thingOf(part) });
}

/** All, or a share, of our own people or things have done what we asked. */
export const isShareOfOurs = (signals: Part["signals"]) =>
  signals.has("all-ours") || signals.has("ours-did") || (signals.has("all-did") && !signals.has("any:others"));

function whyOutput(part: Part): Said {
  const { signals } = part;
  const ofOurs = isOfItself(signals) ? [] : ["predicate:work:now"];
  const work = wordOf(signals, "verb:work", "predicate:work:past", ...ofOurs, "verb:serve", "verb:behave");
  const made = wordOf(
    signals,
    "object:artefact",
    "object:activity",
    "counted:activity",
    "counted:artefact",
    "subject:artefact",
    "subject:activity",
  );
  if (isShareOfOurs(signals)) return say("reason-share-of-ours");
  if (signals.has("more-of-ours")) return say("reason-more-of-ours", { made: wordOf(signals, "more-of-ours") });
  if (work && made) return say("reason-work-and-made", { work, made });
  if (work) return say("reason-work", { work });
  if (made) return say("reason-made", { made });
  return say("reason-output");
}

function whyOutcome({ parts, figures }: Evidence): Said {
  const signals = parts[0]!.signals;
  if (signals.has("so-that")) return say("reason-rescued");
  if (figures.start && figures.target)
    return say("reason-from-to", { start: shown(figures.start), target: shown(figures.target) });
  const who = wordOf(signals, "others-do", "subject:others", "object:others");
  if (signals.has("others-do") && who) return say("reason-others-do", { who });
  if (signals.has("won")) return say("reason-won");
  const measure = wordOf(
    signals,
    "metric+figure",
    "object:metric",
    "subject:metric",
    "object:result",
    "counted:result",
    "subject:result",
    "any:result",
    "any:metric",
  );
  return measure ? say("reason-measure", { measure }) : say("reason-outcome");
}

/** "Patients open a reminder", "the app works": said of others, or of a thing, "open" and "works" are no work of ours. */
const isOfItself = (signals: Part["signals"]) =>
  !signals.has("subject:ours") &&
  (signals.get("predicate:work:now") ?? []).every(({ classes }) => classes & (IS.behave | IS.light));

function whyUnsure({ signals }: Part): Said {
  const who = wordOf(signals, "subject:others", "any:others");
  if (signals.has("others-do") && signals.has("figure:none") && who) return say("reason-how-many", { who });
  const change = wordOf(signals, "verb:change", "word:quality", "word:level");
  if (change) return say("reason-no-measure", { change });
  return signals.has("figure:none") ? say("reason-vague") : say("reason-undecided");
}

export const say = (key: MessageKey, values: Said["values"] = {}): Said => ({ key, values });

/** A figure as it was typed, without what stands around it. */
export const shown = ({ value, unit, typedUnit }: Figure) =>
  unit === "count" || typedUnit === "" ? value : typedUnit === "%" ? `${value} %` : `${value} ${typedUnit}`;

/** The first word that carries one of the signals, as typed. */
function wordOf(signals: Part["signals"], ...names: string[]): string {
  for (const name of names) {
    const isPeople = ({ classes }: Piece) => Boolean(classes & IS.ours) && /:(?:artefact|activity)$/u.test(name);
    const piece = signals.get(name)?.find((each) => each.kind === "word" && !isPeople(each));
    if (piece) return piece.typed;
  }
  return "";
}

/** What is made or done, in the text's own words: "onboarding webinar" of "Launch an onboarding webinar". */
export function thingOf({ clause, signals }: Part): string {
  const end = ["object", "counted", "subject"].flatMap((role) => lastOf(signals, role)).at(0);
  if (!end) return "";
  const pieces = clause.pieces.slice(0, clause.pieces.indexOf(end) + 1);
  const verbs = new Set([...signals].filter(([name]) => name.startsWith("verb:")).flatMap(([, seen]) => seen));
  const start = pieces.findLastIndex((piece) => verbs.has(piece) || piece.kind === "number" || piece.text === ":");
  return pieces
    .slice(start + 1)
    .map(({ typed }) => typed)
    .join(" ")
    .replace(
      /^(?:the|an?|our|new|de[rnms]|die|das|eine?[nr]?|el|la|los|las|una?|le|les|des|une|o|os|as|um|uma|todo|toda|tout|toute)\s+/iu,
      "",
    )
    .replace(/\s+([,.;:)\]])/gu, "$1")
    .slice(0, 80);
}

function lastOf(signals: Part["signals"], role: string): Piece[] {
  return [...signals]
    .filter(([name, seen]) => name.startsWith(`${role}:`) && seen.length > 0)
    .flatMap(([, seen]) => seen[0]!);
}
