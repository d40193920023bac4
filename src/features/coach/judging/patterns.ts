/** Patterns of whole sentences: shares of something, wishes, and levels that are said without a digit. */
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
  /^(?:within|without|time|promised|first|again|weekly|daily|monthly|than|before|unasked|voluntarily|least|correctly|never|still|once|twice|instead)$/u;

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

/** "Foster a culture of trust", "Operational excellence", "Build a strong team": nothing that could be ticked or counted. */
export function wishesOf(pieces: Piece[], shape: Shape, signals: Signals, note: Note) {
  comparisons(pieces, signals, note);
  states(pieces, shape, signals, note);
  const thing = shape.object ?? shape.subject;
  if (!thing || !signals.has("figure:none")) return;
  const [verb] = shape.verbs;
  if (verb) wishedFor(verb, thing, pieces.slice(pieces.indexOf(verb) + 1), note);
  else named(pieces, thing, shape, signals, note);
  const [said, last] = pieces.slice(-2);
  if (last && said && last.classes & IS.quality && !(last.classes & IS.done) && /^(?:is|are|be)$/u.test(said.text))
    note("wish", last);
}

/** A verb with what follows it: no thing to make, but a quality or somebody. */
function wishedFor(verb: Piece, thing: Piece, clause: Piece[], note: Note) {
  const near = clause.slice(0, 3).some(({ classes }) => classes & (IS.others | IS.ours) && !(classes & IS.artefact));
  const betters = clause.some(({ text, classes }) => classes & IS.quality && MORE_SO.test(text));
  if (clause.at(-1)?.text === "first") note("wish", verb);
  if (/^(?:make|help)$/u.test(verb.text) && near) note("wish", verb);
  if (MAKES.test(verb.text) && betters) note("wish", verb);
  if (isMade(thing) || clause.some(isThing) || clause.slice(1).some(({ text }) => /^(?:with|by)$/u.test(text))) return;
  const praised = clause.some(({ classes }) => classes & IS.quality);
  const vague = clause.some(({ classes }) => classes & IS.abstract) || Boolean(thing.classes & SOMETHING_MOVED);
  if (verb.classes & IS.wish && (vague || praised)) note("wish", verb, thing);
  const abstract = thing.classes & IS.abstract && !(thing.classes & IS.artefact);
  if (MAKES.test(verb.text) && (praised || abstract)) note("wish", verb, thing);
}

/** A noun group alone: "Culture", "Legendary service"; a thing that is praised stays a thing. */
function named(pieces: Piece[], thing: Piece, { predicates }: Shape, signals: Signals, note: Note) {
  const [first] = pieces;
  if (first && isMade(thing) && !MORE_SO.test(first.text)) note("praise:made", thing);
  if (predicates.length > 0 || signals.has("word:done") || pieces.length > 5 || !(thing.classes & IS.abstract)) return;
  const praised = pieces.some(({ classes }) => classes & IS.quality);
  if (praised || !(thing.classes & (IS.artefact | IS.activity))) note("wish", thing);
}

const SOMETHING_MOVED = IS.ours | IS.others | IS.metric | IS.result;
const isMade = ({ classes }: Piece) =>
  Boolean(classes & (IS.artefact | IS.activity)) && !(classes & (IS.abstract | IS.ours | IS.others));
const isThing = ({ classes }: Piece) =>
  Boolean(classes & (IS.artefact | IS.activity)) && !(classes & (IS.abstract | SOMETHING_MOVED));

/** "Better docs" is a wish; "Open data portal", "Best practices guide" are things. */
const MORE_SO = /^(?:.{3,}er|more|less|fewer|better|improved|mehr|besser.*|mejor|mieux|melhor)$/u;
const MAKES = /^(?:build|create|deliver|provide|make|have|offer|give|ensure|form|shape|grow|become|be|tell|do)$/u;

/** Levels without a digit: "fewer … than last year", "as often as", "eliminate stockouts", "cash-flow positive". */
function comparisons(pieces: Piece[], signals: Signals, note: Note) {
  const than = pieces.findIndex(({ text }) => text === "than");
  if (than > 0 && pieces.slice(0, than).some(({ classes }) => classes & (IS.level | IS.quality)))
    note("compared", pieces[than]);
  const as = pieces.findIndex(({ text }) => text === "as");
  if (as >= 0 && pieces.slice(as + 2, as + 5).some(({ text }) => text === "as")) note("compared", pieces[as]);
  const first = pieces[0];
  if (first && /^(?:eliminate|eradicate|end)$/u.test(first.text)) {
    const what = groupEnd(pieces, 1, pieces.length);
    if (what && what.classes & IS.result) note("to-zero", first, what);
  }
  if (first && /^(?:no|nobody|none|zero|never)$/u.test(first.text)) note("head:none", first);
  const sign = pieces.find(({ text }) =>
    /^(?:negative|positive|breakeven|break-even|profitable|debt-free|smoke-free)$/u.test(text),
  );
  if (sign && (signals.has("any:metric") || /^(?:profitable|break|debt-free|smoke-free)/u.test(sign.text)))
    note("to-zero", sign);
}

/** States of things ("up to date", "on board"), of mind ("satisfied") and of body, and what others decide about us. */
function states(pieces: Piece[], { verbs, subject, predicates }: Shape, signals: Signals, note: Note) {
  for (const [at, piece] of pieces.entries()) {
    const two = `${piece.text} ${pieces[at + 1]?.text ?? ""}`;
    if (two === "on board" || (two === "up to" && pieces[at + 2]?.text === "date") || piece.text === "up-to-date")
      note("brought", piece);
    if (FEEL.test(piece.text) && !signals.has("figure:none")) note("feels", piece);
  }
  const [verb] = verbs;
  const level =
    pieces.some(({ text }) => ABLY.test(text)) || signals.has("figure:within") || signals.has("figure:time");
  if (verb && ABLE.test(verb.text) && level) note("ability", verb);
  if (verb && BODY.test(verb.text)) note("body", verb);
  const decided = predicates.find(({ text, form }) => DECIDE.test(text) && !(form & 4));
  const forUs = predicates.find(
    (piece) => !FONDNESS.test(piece.text) && /^(?:us|our)$/u.test(pieces[pieces.indexOf(piece) + 1]?.text ?? ""),
  );
  if (subject && subject.classes & IS.others && !(subject.classes & IS.ours) && (decided || forUs))
    note("others-decide", decided ?? forUs);
}

const FEEL =
  /^(?:satisfied|happy|confident|safe|proud|sure|respected|valued|heard|supported|understood|welcome|fairly|ready|fair|able)$/u;
const ABLE = /^(?:run|swim|cycle|row|speak|play|read|lift|squat|deadlift|climb|walk|hold|sing|write|type|do)$/u;
const ABLY = /^(?:without|memory|fluently|comfortably|[abc][12])$/u;
const BODY = /^(?:weigh|sleep|feel|wake|fall|rest)$/u;
const FONDNESS = /^(?:loves?|likes?|trusts?|supports?|sees?|values?|needs?|wants?|helps?)$/u;
const DECIDE =
  /^(?:adopt|award|choose|pick|select|sign|license|stock|copy|accept|certify|fund|cite|implement|reuse|ratify|renew|approve|put|teach|list|join|return)s?$/u;
