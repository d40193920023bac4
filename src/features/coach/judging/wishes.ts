/** Wishes, and levels that are said without a digit: what a sentence hopes for and how it could be seen. */
import { IS, NOUN } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";
import { groupEnd, type Shape } from "../sentence/shape.ts";
import type { Note, Signals } from "./signals.ts";

/** "Foster a culture of trust", "Operational excellence", "Build a strong team": nothing that could be ticked or counted. */
export function wishesOf(pieces: Piece[], shape: Shape, signals: Signals, note: Note) {
  comparisons(pieces, shape, signals, note);
  states(pieces, shape, signals, note);
  const thing = shape.object ?? shape.subject;
  const measured = ["figure:%", "figure:money", "figure:time", "figure:start"].some((name) => signals.has(name));
  const [deed] = shape.verbs;
  if (
    !measured &&
    deed &&
    (deed.classes & IS.reach || deed.text === "meet") &&
    pieces.some(({ text }) => AIMED.test(text))
  )
    note("elsewhere", deed);
  if (!signals.has("figure:none")) return;
  hopes(pieces, shape, note);
  additions(pieces, shape, note);
  if (!thing) return;
  const [verb] = shape.verbs;
  if (verb) wishedFor(verb, thing, pieces.slice(pieces.indexOf(verb) + 1), note);
  else named(pieces, thing, shape, signals, note);
  const [said, last] = pieces.slice(-2);
  if (last && said && last.classes & IS.quality && !(last.classes & IS.done) && /^(?:is|are|be)$/u.test(said.text))
    note("wish", last);
}

/** "Meet the targets for partners", "Run it more efficiently", "Great pipeline": said without the figure it needs. */
function hopes(pieces: Piece[], { verbs, predicates, kind }: Shape, note: Note) {
  const [verb] = verbs;
  const words = pieces.filter(({ kind: each }) => each === "word");
  if (verb && words.at(-1)!.classes & (IS.level | IS.quality) && words.length > 2 && MORE.test(words.at(-1)!.text))
    note("wish", words.at(-1));
  const more = words.findIndex(({ text }) => text === "more");
  if (verb && more > 1 && more >= words.length - 2 && !(words[more + 1] && words[more + 1]!.classes & NOUN))
    note("wish", words[more]);
  if (verb?.text === "get" && words[1]?.text === "ready") note("wish", verb);
  if (verb && HOPES.test(verb.text)) note("wish", verb);
  const [first] = words;
  if (kind === "noun" && first && words.length <= 3 && predicates.length === 0 && PRAISE.test(first.text))
    note("wish", first);
  const last = words.at(-1);
  if (kind === "noun" && last && words.length <= 3 && last.text === "first") note("wish", last);
}

const AIMED = /^(?:targets?|goals?|objectives?|expectations?|quotas?|okrs|kpis|plan|excellence|fit)$/u;
const MORE = /^(?:more|better|faster|smarter|further|efficiently|effectively|together)$/u;
const HOPES = /^(?:be|exceed|retain|thrive|become)$/u;
const PRAISE =
  /^(?:great|strong|clear|excellent|happy|healthy|close|good|better|best|vibrant|trusted|delightful|intuitive|happier|stronger|clearer|lean|agile|fewer|more|less|higher|lower|faster|cheaper|safer|shorter|smarter|legendary|world-class)$/u;

/** "Improve the README with examples": work on a thing, and what it is done with. */
function additions(pieces: Piece[], { object, verbs }: Shape, note: Note) {
  if (!object || !(object.classes & (IS.artefact | IS.activity)) || object.classes & (IS.metric | IS.result)) return;
  if (verbs[0] && LENGTHENS.test(verbs[0].text)) return note("by-adding", object);
  if (!(object.classes & IS.artefact)) return;
  const next = pieces[pieces.indexOf(object) + 1];
  if (next && /^(?:with|mit|con|avec|com)$/u.test(next.text)) note("by-adding", object);
}

/** "Expand the documentation": more of it is written, which no figure has to show. */
const LENGTHENS = /^(?:expand|extend|widen|broaden|lengthen)$/u;

/** A verb with what follows it: no thing to make, but a quality or somebody. */
function wishedFor(verb: Piece, thing: Piece, clause: Piece[], note: Note) {
  // "Enable support for Arabic", "enable dark mode support": a feature.
  if (/^(?:enable|add|provide|offer)$/u.test(verb.text) && clause.some(({ text }) => text === "support")) return;
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
function comparisons(pieces: Piece[], { predicates }: Shape, signals: Signals, note: Note) {
  const passes = predicates.find(({ text }) =>
    /^(?:overtakes?|exceeds?|surpass(?:es)?|outperforms?|beats?)$/u.test(text),
  );
  if (passes) note("compared", passes);
  const stops = pieces.find(({ text }, at) => /^stops?$/u.test(text) && /ing$/u.test(pieces[at + 1]?.text ?? ""));
  if (stops && signals.has("subject:metric")) note("to-zero", stops);
  const than = pieces.findIndex(({ text }) => text === "than");
  if (than > 0 && pieces.slice(0, than).some(({ classes }) => classes & (IS.level | IS.quality)))
    note("compared", pieces[than]);
  const as = pieces.findIndex(({ text }) => text === "as");
  if (as >= 0 && pieces.slice(as + 2, as + 5).some(({ text }) => text === "as")) note("compared", pieces[as]);
  const against = pieces.findIndex(
    ({ text }, at) => /^(?:compared|relative)$/u.test(text) && /^(?:to|with)$/u.test(pieces[at + 1]?.text ?? ""),
  );
  const begun = pieces.findIndex(({ text }) => /^(?:start|beginning)$/u.test(text));
  const ended = begun >= 0 && pieces.slice(begun).some(({ text }) => text === "end");
  if (against > 0 || (ended && signals.has("any:metric"))) note("compared", pieces[against < 0 ? begun : against]);
  const kept = pieces.findIndex(({ text }) => text === "within");
  if (kept > 0 && pieces.slice(kept + 1, kept + 4).some(({ text }) => BOUNDS.test(text)))
    note("compared", pieces[kept]);
  const tested = pieces.find(({ text }) => /^(?:stat-sig|statistically|significant|significantly)$/u.test(text));
  if (tested && pieces.some(({ text }) => SHIFTS.test(text))) {
    note("compared", tested);
    note("tested", tested);
  }
  const first = pieces[0];
  if (first && /^(?:eliminate|eradicate|end)$/u.test(first.text)) {
    const what = groupEnd(pieces, 1, pieces.length);
    if (what && what.classes & IS.result) note("to-zero", first, what);
  }
  if (first && /^(?:no|nobody|none|zero|never)$/u.test(first.text)) note("head:none", first);
  const ending = pieces[1];
  if (first && ending && /^(?:ensure|guarantee|achieve|maintain|keep|have|reach)$/u.test(first.text))
    if (/^(?:zero|no)$/u.test(ending.text)) note("to-zero", first, ending);
  const sign = pieces.find(({ text }) =>
    /^(?:negative|positive|breakeven|break-even|profitable|debt-free|smoke-free)$/u.test(text),
  );
  if (sign && (signals.has("any:metric") || /^(?:profitable|break|debt-free|smoke-free)/u.test(sign.text)))
    note("to-zero", sign);
}

/** "within agreed SLOs", "a significant lift": where it has to lie is said, though not in digits. */
const BOUNDS = /^(?:agreed|budget|budgets|slo|slos|sla|slas|limits?|tolerances?|thresholds?)$/u;
const SHIFTS = /^(?:increases?|decreases?|reductions?|growth|drops?|declines?|rises?|uplifts?|lifts?|improvements?)$/u;

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
