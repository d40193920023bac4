/** Which words of a clause are verbs that are said of what stands before them. */
import { FORMS } from "../languages/inflections.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import type { Piece } from "./reading.ts";

/** A verb that is said of what stands before it, rather than a noun ("issues") or an attribute ("qualified leads"). */
export function isPredicate(pieces: Piece[], at: number): boolean {
  const { classes, form } = pieces[at]!;
  if (!(classes & VERB) || !(form & (FORMS.third | FORMS.past))) return false;
  const next = pieces[at + 1];
  const attribute =
    next !== undefined &&
    next.kind === "word" &&
    !(next.classes & (IS.links | IS.articles | IS.level | IS.numbers | IS.and | IS.fillers));
  if (form & FORMS.past && !(form & FORMS.third))
    return !attribute || (Boolean(classes & NOUN) === false && !(next!.classes & NOUN));
  if (!(classes & NOUN) || isSaidOfOne(pieces, at)) return true;
  return (
    Boolean(classes & (IS.change | IS.reach)) ||
    Boolean(next && ((next.classes & IS.articles && !isEach(pieces, at + 1)) || next.kind === "number"))
  );
}

/** "The suite runs in 4 minutes": after one thing, and before how long or how many. */
function isSaidOfOne(pieces: Piece[], at: number): boolean {
  const [before, link, figure] = [pieces[at - 1], pieces[at + 1], pieces[at + 2]];
  if (at < 2 || before?.kind !== "word" || !(before.classes & NOUN) || /s$/u.test(before.text)) return false;
  const inTime = link && /^(?:in|within|under|below)$/u.test(link.text) && figure;
  return Boolean(inTime && (figure.kind === "number" || figure.classes & (IS.numbers | IS.level)));
}

/** "calls a day", "talks each week". */
const isEach = (pieces: Piece[], at: number) => Boolean(pieces[at + 1] && pieces[at + 1]!.classes & IS.time);

/** Verbs after the subject; a base form only after a word that can have one (users send, can send). */
export function later(pieces: Piece[], start: number): Piece[] {
  return pieces.slice(start).filter((piece, index) => {
    const at = start + index;
    const before = pieces[at - 1];
    const article = before && before.classes & IS.articles && before.text !== "that";
    if (!(piece.classes & VERB) || !before || article || before.kind === "number") return false;
    if (isPredicate(pieces, at))
      return !(
        before.classes & IS.links &&
        !/^(?:that|who|which|is|are|was|were|be|been|being|has|have|had)$/u.test(before.text)
      );
    if (piece.form & FORMS.ing) return /^(?:is|are|was|were)$/u.test(before.text);
    return isSaidOfMany(pieces, at) || (Boolean(piece.form & FORMS.base) && MODAL.test(before.text));
  });
}

const MODAL =
  /^(?:will|who|that|not|to|they|we|can|always|never|still|also|quickly|easily|could|may|puede|pueden|kann|können|peut|peuvent|pode|podem)$/u;

/** "customers launch 50 campaigns": a base form after a plural, before what it is done to. */
export function isSaidOfMany(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!;
  const before = pieces[at - 1];
  const next = pieces[at + 1];
  if (!before || !(here.form & FORMS.base) || !(here.classes & VERB)) return false;
  const many =
    before.kind === "word" &&
    /(?:[^s]s|people|men|children|staff|team)$/u.test(before.text) &&
    Boolean(before.classes & NOUN || (before.classes === 0 && here.classes & IS.change));
  if (!many) return false;
  if (!(here.classes & NOUN)) return true;
  return Boolean(
    next &&
      (next.classes & (IS.articles | IS.numbers | IS.level) ||
        next.kind === "number" ||
        /^(?:to|in|within|at|for|with|back|us)$/u.test(next.text)),
  );
}
