/** Turns of phrase that say more than their words: habits, what somebody says, levels against an earlier one. */
import { FORMS } from "../languages/inflections.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import type { Piece } from "../sentence/reading.ts";
import { groupEnd, type Shape } from "../sentence/shape.ts";
import type { Note, Signals } from "./signals.ts";

export function phrasesOf(pieces: Piece[], shape: Shape, signals: Signals, note: Note) {
  habits(pieces, shape, signals, note);
  prepared(pieces, signals, note);
  someoneActs(pieces, shape, note);
  const [asked] = shape.verbs;
  if (asked && KNOWING.test(asked.text)) note("ticked-off", asked);
  if (asked && TIDIES.test(asked.text) && signals.has("figure:count") && pieces.some(({ text }) => FAULTS.test(text)))
    note("ticked-off", asked);
  voices(pieces, shape, note);
  rates(pieces, note);
  changesOf(pieces, note);
  gains(pieces, shape, note);
  results(pieces, shape, note);
  const rank = pieces.findIndex(({ text }) => /^(?:leader|leaders|ranked|named|top|upper|most)$/u.test(text));
  if (rank >= 0 && pieces.slice(rank).some(({ text }) => JUDGED.test(text))) note("others-decide", pieces[rank]);
}

/** Work that is reached when we know. */
const KNOWING = /^(?:measure|measuring|track|tracking|know|determine|baseline|define|monitor|monitoring)$/u;

/** "Close 80 stale issues": so many, and not how few are left. */
const TIDIES = /^(?:close|fix|squash|resolve|triage|solve)$/u;
const FAULTS = /^(?:issues?|bugs?|tickets?|defects?|papercuts?|crashes)$/u;

/** Where others put us on their list. */
const JUDGED = /^(?:analysts?|quadrant|wave|rankings?|poll|shortlist)$/u;

/** "3 runs a week", "an hour of Spanish every day", "15 % of pay into the fund": what we do or put in, where nothing is measured in others. */
function habits(pieces: Piece[], { verbs, kind }: Shape, signals: Signals, note: Note) {
  const spends = verbs.find(({ text }) => SPENDS.test(text)) ?? hoursOf(pieces);
  const often = pieces.find((_, at) => isHowOften(pieces, at));
  if (spends) note("spends", spends);
  if (!spends && !often) return;
  const theirs =
    pieces.some(({ classes, text }) => classes & (IS.metric | IS.result | IS.others) && !COMMON.test(text)) ||
    (!spends && ["figure:%", "figure:money", "verb:change"].some((name) => signals.has(name)));
  if (often) note(theirs ? "often:theirs" : "often:ours", often);
  if ((theirs && !spends) || kind === "noun" || signals.has("figure:start")) return;
  // An hour a day, or 20 km a week, of our own is no level that is reached.
  for (const name of ["figure:time", "figure:points", "figure:times", "figure:limited", "figure:%", "figure:money"])
    if (signals.delete(name)) note("figure:count");
}

/** "Ten hours of writing", "4 hours in the studio", "30 minutes of yoga": time that is put in, not taken. */
function hoursOf(pieces: Piece[]): Piece | undefined {
  const at = pieces[0]?.kind === "number" || (pieces[0]?.classes ?? 0) & IS.numbers ? 1 : -1;
  const [unit, link, what] = pieces.slice(at, at + 3);
  if (at < 0 || !unit || !/^(?:hours?|minutes?|mins?|days?|evenings?)$/u.test(unit.text)) return undefined;
  if (!link || !/^(?:of|in|for|on)$/u.test(link.text) || !what || what.kind !== "word") return undefined;
  const lost = what.classes & (IS.metric | IS.result) && !(what.form & FORMS.ing || what.classes & IS.activity);
  return lost ? undefined : unit;
}

const SPENDS = /^(?:invest|put|allocate|spend|donate|dedicate|devote|reserve|give)$/u;
/** Words of measures and of people that say little beside "every day". */
const COMMON =
  /^(?:time|everyone|everybody|reach|work|strength|sleep|pace|weight|one|ones|friends?|parents?|kids|neighbours?)$/u;

/** "per week", "each Sunday", "a month", "daily", "/day". */
function isHowOften(pieces: Piece[], at: number): boolean {
  const { text } = pieces[at]!;
  if (/^(?:daily|weekly|monthly)$/u.test(text)) return at > 0;
  if (at === 0 || !/^(?:per|each|every|a|\/)$/u.test(text)) return false;
  const rest = pieces.slice(at + 1, at + 3);
  return Boolean((rest[0]?.classes ?? 0) & IS.time) || rest.some((piece) => PART_OF_WEEK.test(piece.text));
}

const PART_OF_WEEK =
  /^(?:day|days|morning|evening|night|weekend|workday|weekday|weekdays|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?$/u;

/** "New reps are trained, paired and ready to sell within 30 days": ours are made ready; the days are ours too. */
function prepared(pieces: Piece[], signals: Signals, note: Note) {
  const ready = pieces.find(({ text }, at) => text === "ready" && at > 2);
  const made = pieces.find(({ text }) => PREPARED.test(text));
  if (!ready || !made || !pieces.some(({ text }) => /^(?:is|are|was|were)$/u.test(text))) return;
  note("prepared", made, ready);
  for (const name of ["figure:within", "figure:time", "figure:limited"]) if (signals.delete(name)) note("figure:count");
}

/** "A gallery shows the series", "two towns copy our model": somebody who is not named does it, and not at our word. */
function someoneActs(pieces: Piece[], { kind, subject, predicates }: Shape, note: Note) {
  const first = pieces[pieces[1]?.text === "least" ? 2 : 0];
  const [said] = predicates;
  if (!first || !subject || !said || (kind !== "noun" && kind !== "figure")) return;
  const anyone =
    first.kind === "number" || first.classes & IS.numbers || /^(?:an?|another|some(?:one|body))$/u.test(first.text);
  const ours =
    subject.classes & (IS.ours | IS.activity | IS.artefact | IS.metric | IS.time) && !(subject.classes & IS.others);
  const now = said.form & (FORMS.third | FORMS.base) && !(said.form & FORMS.past);
  const after = pieces[pieces.indexOf(said) + 1];
  if (anyone && !ours && now && after && (after.classes & (IS.articles | IS.links) || after.kind === "number"))
    note("someone-acts", first, said);
}

const PREPARED =
  /^(?:onboarded|trained|certified|paired|equipped|hired|briefed|sworn|shadowed|ramped|prepared|staffed|set_up)$/u;

function rates(pieces: Piece[], note: Note) {
  const each = pieces[rateAt(pieces)];
  if (each) note("per-each", each);
}

/** "pages per session", "tickets per seat": what comes with each of something that is not ours. Place of "per", or −1. */
export const rateAt = (pieces: Piece[]) =>
  pieces.findIndex(({ text }, at) => {
    const each = pieces[at + 1];
    return text === "per" && at > 0 && each !== undefined && !(each.classes & IS.time) && !OURS.test(each.text);
  });

const OURS =
  /^(?:sprint|release|team|squad|engineer|developer|rep|person|member|employee|colleague|teammate|cycle|half|season|term|unit|chapter|department|region|office|site|node|house|room|topic|product|service|repo|repository|location|country|month|quarter|sdr|ae)s?$/u;

/** "Managers report that …", "everyone can tell us why …", "the class feels ready": what is said or felt, whoever says it. */
function voices(pieces: Piece[], { verbs, predicates }: Shape, note: Note) {
  for (const [at, piece] of pieces.entries()) {
    if (!VOICE.test(piece.text) || verbs.includes(piece)) continue;
    const said = predicates.includes(piece) || Boolean((pieces[at - 1]?.classes ?? 0) & IS.can);
    if (said && WHAT.test(pieces[at + 1]?.text ?? "")) note("voice", piece);
  }
}

const VOICE =
  /^(?:say|says|said|tell|report|reports|feel|feels|explain|name|know|knows|agree|agrees|state|states|describe|confirm|find|finds|call|think|believe|rate)$/u;
const WHAT = /^(?:that|what|why|how|us|their|our|it|they|the|like|more|at|safe|ready|heard|[\d"“'(].*)$/u;

/** "Reduction in reports", "15 % growth of orders": a change told as a noun. */
function changesOf(pieces: Piece[], note: Note) {
  const at = pieces.findIndex(
    ({ text }, index) =>
      /^(?:increase|decrease|reduction|growth|drop|decline|rise|uplift|lift|improvement|gain|fall)s?$/u.test(text) &&
      /^(?:in|of)$/u.test(pieces[index + 1]?.text ?? ""),
  );
  if (at < 0) return;
  const what = groupEnd(pieces, at + 2, pieces.length);
  const theirs = what && what.classes & (IS.metric | IS.result | IS.others);
  note(theirs ? "change-of:theirs" : "change-of:other", pieces[at], what);
}

/** "Secure a grant", "win an award": what others hand out. */
function gains(pieces: Piece[], { verbs }: Shape, note: Note) {
  const [verb] = verbs;
  const given = pieces.find(({ text }) => GIVEN.test(text));
  if (verb && verb.classes & IS.gain && given && !APPLIED.test(verb.text)) note("given", verb, given);
}

const GIVEN =
  /^(?:grants?|awards?|prizes?|funding|sponsors?|sponsorships?|investments?|investors?|donors?|endowments?|backers?|tenders?|mandates?|bids?|funds)$/u;
const APPLIED = /^(?:close|sign_up|generate|save)$/u;

/** "Write a post that gets 100 reads", "make a video, has 100 views": work, and behind it the number that others bring. */
function results(pieces: Piece[], { verbs, kind, subject }: Shape, note: Note) {
  const work = verbs.some(({ classes }) => classes & (IS.work | IS.light) && !(classes & (IS.change | IS.gain)));
  const made = kind === "figure" && Boolean((subject?.classes ?? 0) & (IS.activity | IS.artefact));
  if (!work && !made) return;
  const at = pieces.findIndex(
    ({ text }, index) =>
      index > 1 &&
      BRINGS.test(text) &&
      (pieces[index - 1]?.text === "," || !AFTER_NOUN.test(text) || isNamed(pieces[index - 1])),
  );
  if (at < 0) return;
  const figure = pieces.findIndex(({ kind: each }, index) => index > at && index <= at + 3 && each === "number");
  if (figure < 0) return;
  const theirs = IS.result | IS.others | IS.metric;
  const what = pieces.slice(figure + 1, figure + 6).find(({ classes }) => classes & theirs && !(classes & IS.ours));
  if (what) note("launch+users", ...verbs, what);
}

const BRINGS =
  /^(?:gets?|has|have|reach(?:es)?|influences?|attracts?|brings?|receives?|earns?|draws?|generates?|influencing|reaching|attracting|generating|getting|including|includes?|gaining)$/u;
const AFTER_NOUN = /^(?:has|have|include|includes|including)$/u;
const isNamed = (piece: Piece | undefined) =>
  piece !== undefined && /^(?:that|which|to)$/u.test(piece.text) && !(piece.classes & (NOUN | VERB));
