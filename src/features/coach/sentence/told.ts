/** What is told of ourselves ("We've shipped it") or assured ("Make sure that it runs"), read as what it says. */
import { FORMS } from "../languages/inflections.ts";
import { IS, VERB } from "../languages/lexicon.ts";
import type { Piece } from "./reading.ts";

/** Where the deed stands in "We publish a post", "We have shipped it", "We're tracking it"; null where none is told. */
export function deedTold(pieces: Piece[], at: number): number | null {
  const we = /^(?:we|i|wir|nous)(?:'(ve|re|ll|m))?$/u.exec(pieces[at]?.text ?? "");
  if (!we) return null;
  const contracted = we[1];
  const next = skipped(pieces, at + 1);
  const helper = contracted ?? pieces[next]?.text ?? "";
  const deed = contracted ? next : skipped(pieces, next + 1);
  const { classes = 0, form = 0 } = pieces[deed] ?? {};
  if (classes & VERB && HELPERS.some(([helps, wanted]) => helps.test(helper) && form & wanted)) return deed;
  if (helper === "have" && !contracted) return next;
  return !contracted && pieces[next] && pieces[next].classes & VERB && !/^(?:have|are|am)$/u.test(helper) ? next : null;
}

/** Helping verbs, and the form in which the deed follows them. */
const HELPERS: [RegExp, number][] = [
  [/^(?:have|ve)$/u, FORMS.past],
  [/^(?:are|re|am|m)$/u, FORMS.ing],
  [/^(?:will|ll|do)$/u, FORMS.base],
];

/** Over "now", "already", "successfully". */
function skipped(pieces: Piece[], from: number): number {
  const at = pieces.findIndex(
    ({ kind, classes, text }, index) =>
      index >= from &&
      kind === "word" &&
      !/^(?:now|all|already|always|both|each)$/u.test(text) &&
      !(classes & IS.fillers && !(classes & VERB)),
  );
  return at < 0 ? pieces.length : at;
}

/** Where the sentence begins that "Ensure (that)", "Make sure (that)" goes before; its own place where none does. */
export function stateAssured(pieces: Piece[], at: number): number {
  const sure = /^(?:ensure|guarantee|assure)$/u.test(pieces[at]?.text ?? "");
  const made = pieces[at]?.text === "make" && pieces[at + 1]?.text === "sure";
  if (!sure && !made) return at;
  const from = at + (made ? 2 : 1);
  return pieces[from]?.text === "that" ? from + 1 : from;
}
