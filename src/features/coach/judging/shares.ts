/** Shares of something: of what, and what is said of them. */
import { IS } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";
import { groupEnd, type Shape } from "../sentence/shape.ts";
import type { Note, Signals } from "./signals.ts";

/** "80 % of the code reviewed", "every service has an owner": of what, and what of it, as one signal. */
export function sharesOf(pieces: Piece[], { subject, predicates }: Shape, signals: Signals, note: Note) {
  const one = oneOf(pieces);
  if (one) note("figure:one-of", one);
  const whole = pieces.slice(0, 4).some(({ classes }) => classes & IS.all) || signals.has("figure:100%");
  const part = signals.has("figure:%") || signals.has("figure:one-of") || signals.has("figure:ratio");
  if (!subject || !(whole || part) || !(signals.has("head:noun") || signals.has("head:figure"))) return;
  const at = pieces.indexOf(subject);
  const figure = pieces.findIndex(
    ({ kind, classes }) => kind === "number" || classes & (IS.ratio | IS.all | IS.numbers),
  );
  if (figure < 0 || figure > at) return;
  const well = pieces.slice(at).some(({ text, classes }) => WELL.test(text) || classes & IS.time);
  const did = predicates.some(({ classes, form }) => classes & IS.work && form & 4);
  const how = did ? "did" : predicates.length > 0 ? "do" : pieces.at(-1) === subject ? "bare" : "state";
  const has = predicates.find(({ text }) => /^(?:has|have|receive|receives|received|gets?)$/u.test(text));
  const thing = has && groupEnd(pieces, pieces.indexOf(has) + 1, pieces.length);
  if (thing && thing.classes & (IS.artefact | IS.activity) && !(thing.classes & (IS.metric | IS.result)))
    note("share:holds-made", has, thing);
  const of = kindOf(subject, pieces.slice(0, at));
  note(`share:${how}:${well ? "well" : whole ? "whole" : "part"}`, subject);
  note(`share:${how}:${of}`, subject, ...predicates.slice(0, 1));
}

const kindOf = ({ classes }: Piece, before: Piece[]): string => {
  if (classes & IS.ours || before.some(({ text }) => /^(?:our|unsere[rn]?)$/u.test(text))) return "ours";
  if (classes & IS.others) return "others";
  if (classes & (IS.artefact | IS.activity)) return classes & (IS.result | IS.metric) ? "either" : "made";
  if (classes & (IS.result | IS.metric)) return "result";
  return "unknown";
};

/** How well or how often it is done, which those who wait notice. */
const WELL =
  /^(?:within|without|time|day|schedule|promised|first|again|weekly|daily|monthly|than|before|unasked|voluntarily|least|correctly|never|still|once|twice|instead)$/u;

/** "9 of 10", "three out of four", "two of our four". */
const oneOf = (pieces: Piece[]) =>
  pieces.find((piece, at) => {
    if (!isNumber(piece)) return false;
    let next = at + (pieces[at + 1]?.text === "out" ? 2 : 1);
    if (!/^(?:of|in|von|de)$/u.test(pieces[next]?.text ?? "")) return false;
    while (pieces[next + 1] && pieces[next + 1]!.classes & IS.articles) next++;
    const beyond = pieces[next + 1];
    return Boolean(
      beyond &&
        isNumber(beyond) &&
        !(pieces[next + 2] && pieces[next + 2]!.classes & IS.time && pieces[next]!.text === "in"),
    );
  });

const isNumber = ({ kind, classes }: Piece) => kind === "number" || Boolean(classes & IS.numbers);
