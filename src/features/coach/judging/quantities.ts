/** Noun groups that name what is counted: "tickets per clinic", "hours of meetings", "orders that arrive on time". */
import { FORMS } from "../languages/inflections.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";
import type { Shape } from "../sentence/shape.ts";
import type { Note, Signals } from "./signals.ts";

/**
 * Who acts in what is counted: others or nobody ("trials started by referral"), ours but counted by how well it went
 * ("orders delivered on time"), or ours alone ("posts published per month"). Without a deed in it ("meetings per
 * person") the words decide. Read only where the group stands alone, its figure behind it or in the fields.
 */
export function quantitiesOf(pieces: Piece[], { kind }: Shape, signals: Signals, note: Note) {
  const until = pieces.findIndex(isFigure);
  const group = until < 0 ? pieces : pieces.slice(0, until);
  if (kind !== "noun" || group.length < 2 || group.some(({ classes }) => classes & IS.all)) return;
  if (group[0]!.text === "how" && ASKED.test(group[1]!.text)) return note("quantity:theirs", group[1]);
  const measure = measureAt(group);
  const counted = measure === null ? group : group.slice(measure);
  const tail = tailAt(counted);
  if (tail < 0 && measure === null) return;
  const names = counted.slice(0, tail < 0 ? firstLink(counted) : tail);
  const head = names[Math.min(firstLink(counted), names.length) - 1];
  if (measure === null && (!head || !MANY.test(head.text) || names.slice(1).some(isSaid))) return;
  const said = tail < 0 ? [] : counted.slice(tail);
  const who = whoActs(head, said, signals);
  const level = who === "bare" && measure !== null && !isNumberOf(group[0]!) ? "theirs" : who;
  const told = measure === null && signals.has("figure:none") && !TAIL.test(said[0]!.text);
  note(`${told ? "told" : "quantity"}:${level}`, head);
  if (!told && (level === "theirs" || level === "well")) forgetMaking(signals, note);
  if (!told && level === "ours") countsDeeds(signals, note);
}

/** What is made or done stands in the group, but it is not the making that is counted, nor is all of ours finished. */
function forgetMaking(signals: Signals, note: Note) {
  for (const name of ["subject:activity", "subject:artefact", "figure:100%"]) signals.delete(name);
  const start = signals.get("figure:start-count");
  if (start && signals.delete("figure:start-count")) note("figure:start", ...start);
}

/** "Partners briefed from 0 to 15": more of our own doing is a count, from whatever it starts. */
function countsDeeds(signals: Signals, note: Note) {
  const start = signals.get("figure:start");
  if (start && signals.has("figure:count") && signals.delete("figure:start")) note("figure:start-count", ...start);
}

/** "How long an answer takes": a measure, said as a question. */
const ASKED = /^(?:long|many|much|often|soon|far|well)$/u;

/** "tickets", "people": what can be counted. */
const MANY = /(?:[^s]s|people|men|women|children|staff)$/u;
/** More than a name: "admins can see …", "offers are made". */
const isSaid = ({ classes, form, kind, text }: Piece) =>
  kind !== "word" ||
  Boolean(classes & (IS.can | IS.and)) ||
  IS_OR_HAS.test(text) ||
  Boolean(classes & VERB && form & FORMS.third && !(classes & NOUN));

/** The figure that follows, or the mark before it; "per 100 clinics" belongs to what is counted. */
function isFigure({ kind, text, classes }: Piece, at: number, pieces: Piece[]): boolean {
  if (pieces[at - 1]?.text === "per") return false;
  if (kind === "number") return !/^(?:within|in|by|week|day|month|year|than|first)$/u.test(pieces[at - 1]?.text ?? "");
  if (/^(?:from|below|under|above|over|to)$/u.test(text)) return pieces[at + 1]?.kind === "number";
  return /^(?:[:=<>≤≥→|]|->|=>|>=|<=)$/u.test(text) || Boolean(classes & IS.ratio && !/^(?:twice|once)$/u.test(text));
}

/** "hours of …", "days between …", "share of …": where what is counted begins. Null where no measure stands first. */
function measureAt([first, second]: Piece[]): number | null {
  if (!first || !second || !MEASURE.test(first.text)) return null;
  return second.classes & (IS.links | IS.articles) || /^(?:lost|spent|between)$/u.test(second.text) ? 1 : null;
}

const MEASURE =
  /^(?:hours|days|minutes|weeks|seconds|months|nights|share|percentage|proportion|number|count|amount|volume|rate|frequency|time)$/u;
const isNumberOf = ({ text }: Piece) => /^(?:number|count|amount|volume)$/u.test(text);

/** Where the words begin that say what happens to what is counted: "per …", "that …", "started by …". */
function tailAt(counted: Piece[]): number {
  return counted.findIndex((piece, at) => {
    const before = counted[at - 1];
    if (before?.kind !== "word" || before.classes & (IS.links | IS.articles)) return false;
    if (TAIL.test(piece.text)) return true;
    if (/^(?:a|an|each|every)$/u.test(piece.text)) return Boolean((counted[at + 1]?.classes ?? 0) & IS.time);
    return isParticiple(piece, counted[at + 1]);
  });
}

const TAIL = /^(?:per|that|who|which|whose|where)$/u;

/** "started", "left": said of the noun before it; "qualified leads" is said of the one behind. */
function isParticiple(piece: Piece, next: Piece | undefined): boolean {
  if (!(piece.classes & VERB) || !(piece.form & FORMS.past) || piece.form & FORMS.base) return false;
  return next?.kind !== "word" || Boolean(next.classes & AFTER) || AFTER_WORDS.test(next.text);
}

const AFTER = IS.links | IS.and | IS.articles | IS.level | IS.quality | IS.time | IS.numbers | IS.done;
const AFTER_WORDS = /^(?:again|back|twice|once|late|early|complete|useful|worthwhile|empty|correctly|unread|first)$/u;

function firstLink(counted: Piece[]): number {
  const from = counted.findIndex(({ classes }) => !(classes & (IS.links | IS.articles)));
  const link = counted.findIndex(({ classes }, at) => at > from && Boolean(classes & (IS.links | IS.and)));
  return link < 0 ? counted.length : link;
}

type Who = "theirs" | "well" | "ours" | "bare";

function whoActs(head: Piece | undefined, tail: Piece[], signals: Signals): Who {
  const classes = head?.classes ?? 0;
  const theirs =
    Boolean(classes & (IS.result | IS.metric | IS.others)) && !(classes & IS.ours && !(classes & IS.result));
  const made = Boolean(classes & (IS.activity | IS.artefact | IS.ours)) && !theirs;
  const deed = tail.find(
    (piece) => Boolean(piece.classes & VERB) && Boolean(piece.form & FORMS.past) && !IS_OR_HAS.test(piece.text),
  );
  if (signals.has("by-others") || tail.some(({ text }) => UNDONE.test(text))) return "theirs";
  if (isOverHowWell(tail)) return "well";
  if (WE.test(tail[1]?.text ?? "")) return "ours";
  if (!deed) {
    if (/^(?:that|who|which|whose|where)$/u.test(tail[0]?.text ?? "")) return "theirs";
    return made && !happens(head!, tail) ? "bare" : "theirs";
  }
  if (THEIRS.test(deed.text)) return "theirs";
  if (made) return deed.classes & IS.work || deed.classes & IS.light ? "ours" : "theirs";
  return ON_OTHERS.test(deed.text) ? "ours" : "theirs";
}

/** "calls per 100 clinics", "changes per order": what comes with each of something, unless it is what we hold for them. */
function happens({ classes, text }: Piece, [per, each]: Piece[]): boolean {
  if (per?.text !== "per" || !each) return false;
  return each.kind === "number" || Boolean(classes & IS.activity && !(each.classes & IS.time) && !HELD.test(text));
}

const HELD =
  /^(?:workshops|trainings|sessions|webinars|courses|classes|lessons|talks|demos|campaigns|interviews|experiments|posts|tests|releases|events|audits|surveys|pilots|visits|newsletters)$/u;
const IS_OR_HAS = /^(?:is|are|was|were|be|been|being|has|have|had|got)$/u;
const WE = /^(?:we|our|us|i)$/u;

/** Done again, undone, or left: nobody sets out to do more of it. */
const UNDONE =
  /^(?:corrected|reopened|reverted|rolled|reworked|repaired|returned|rejected|lost|missed|abandoned|cancelled|canceled|skipped|delayed|withdrawn|repeated|refunded|recalled|broken|escalated|postponed|scrapped|left|wasted|avoided|overturned|disputed|failed|spoiled|spilled|redone|undone|forgotten|interrupted)$/u;
/** What those do who use a thing, whoever made it. */
const THEIRS =
  /^(?:used|opened|read|quoted|cited|chosen|picked|selected|adopted|downloaded|recommended|mentioned|requested|booked|bought|watched|played|rated|trusted|reused|copied|accepted|shared|found|won|signed|renewed|paid|received|praised|borrowed|started|earned|kept|clicked|ordered|reported|raised)$/u;
/** What we do to others, or with what they bring us: counted, it is our work. */
const ON_OTHERS =
  /^(?:interviewed|contacted|trained|visited|called|surveyed|hired|onboarded|coached|taught|invited|recruited|migrated|moved|asked|met|briefed|mentored|emailed|fixed|resolved|solved|closed|answered|processed|handled|triaged|reviewed|completed|delivered|shipped|sent|published|written|held|run|made|given|screened|certified|approached|phoned|audited|checked|mailed|tested|added|created|planned|served|treated)$/u;

/** How well, how soon or how often: "in one go", "complete and on time", "within a day", "twice". */
function isOverHowWell(tail: Piece[]): boolean {
  return tail.some(({ text, classes }, at) => {
    if (HOW.test(text)) return true;
    const [next, beyond] = [tail[at + 1], tail[at + 2]];
    if (text === "on") return Boolean(next && ON_TIME.test(next.text));
    if (text === "in")
      return Boolean(next?.text === "one" || (next?.kind === "number" && beyond && beyond.classes & IS.time));
    return text === "with"
      ? /^(?:one|first|no|fewer|less)$/u.test(next?.text ?? "")
      : Boolean(classes & IS.within && text === "within");
  });
}

const HOW =
  /^(?:within|without|promised|first|again|unasked|unprompted|unaided|correctly|never|still|once|twice|late|early|too|complete|back|before|after|because|instead|directly|unread|unused|empty|unchanged|useful|worthwhile|wrong|alone|themselves|outside)$/u;
const ON_TIME = /^(?:time|schedule|budget|the|their|first)$/u;
