import { FORMS } from "../languages/inflections.ts";
import { IS, VERB } from "../languages/lexicon.ts";
import { INQUIRE } from "../sentence/clauses.ts";
import type { Piece } from "../sentence/reading.ts";
import type { Shape } from "../sentence/shape.ts";
import type { Note, Signals } from "./signals.ts";

/** Signals that mean something else together than each alone. */
export function together(signals: Signals, shape: Shape, note: Note) {
  const has = (name: string) => signals.has(name);
  const seen = (name: string) => signals.get(name) ?? [];
  const measured = MEASURES.some(has);
  const deed = has("verb:work") || (has("verb:behave") && !has("verb:gain"));
  // What is counted happens to others, or is judged by how well it went: no deed of ours is told.
  const counted = has("quantity:theirs") || has("quantity:well");
  const done = has("predicate:work:past") && !counted;
  if (deed) note(measured ? "deed+measure" : has("figure:count") ? "deed+count" : "deed", shape.verbs[0]);
  if (done)
    note(measured ? "done+measure" : has("figure:count") ? "done+count" : "done", ...seen("predicate:work:past"));
  if (has("verb:serve") && (has("figure:%") || has("figure:within"))) note("serve+level", shape.verbs[0]);
  const moves = has("verb:change") || has("verb:reach") || has("predicate:change:now") || has("predicate:change:past");
  if (moves && (measured || has("figure:count"))) note("moves+figure", shape.verbs[0]);
  if (moves && measured && !signals.has("figure:start")) note("moves+level", shape.verbs[0]);
  const keeps = shape.verbs.find(({ text }) => KEEP.test(text));
  if (keeps && !has("all-did")) note("keeps", keeps);
  if (moves && has("figure:none")) note("moves+nothing", shape.verbs[0]);
  const made = ["counted", "object", "subject"].some(
    (role) => (has(`${role}:activity`) || has(`${role}:artefact`)) && !has(`${role}:metric`) && !has(`${role}:result`),
  );
  if (made && !measured && !counted)
    note(
      "made",
      ...seen("object:artefact"),
      ...seen("object:activity"),
      ...seen("counted:activity"),
      ...seen("counted:artefact"),
      ...seen("subject:artefact"),
    );
  if (made && measured && !counted) note("made+measure");
  const theirs = has("any:result") || has("any:metric") || has("others-do") || has("by-others");
  const moved = ["change", "reach", "gain", "behave"].some(
    (name) => has(`predicate:${name}:now`) || has(`predicate:${name}:past`),
  );
  if (made && !counted && has("figure:count") && !measured && !theirs && !moved) note("made+count");
  const ours = has("any:ours") && !has("any:metric");
  const wholly = has("figure:100%") || has("word:all");
  const did = has("predicate:work:past") || has("predicate:work:now") || has("predicate:light:now");
  if (wholly && has("any:ours") && !has("any:others") && !has("any:metric"))
    note("all-ours", ...seen("figure:100%"), ...seen("word:all"), ...seen("any:ours"));
  if (wholly && did) note("all-did", ...seen("figure:100%"), ...seen("word:all"));
  if (ours && has("figure:%") && did) note("ours-did", ...seen("any:ours"));
  if (
    has("any:others") &&
    (has("predicate:behave:now") || has("predicate:gain:now") || (has("subject:others") && has("predicate:work:now")))
  )
    note("others-do", ...seen("any:others"), ...seen("predicate:behave:now"));
  const ourWork = has("subject:ours") && (has("predicate:work:now") || has("predicate:work:past"));
  if (ourWork && !measured) note("ours-work", ...seen("predicate:work:now"), ...seen("predicate:work:past"));
  const checked = seen("predicate:work:past").some(({ text }) => CHECKED.test(text));
  if (has("by-others") && !has("predicate:serve:past") && !checked) note("others-do", ...seen("by-others"));
  const launch = shape.verbs.find(({ text }) => LAUNCH.test(text));
  const withUsers = has("beside:result") && seen("beside:result").some((piece) => piece.from > (launch?.to ?? 0));
  if (launch && withUsers && !has("object:activity") && !has("object:metric"))
    note("launch+users", launch, ...seen("beside:result"));
  if (launch && !has("beside:result") && withLevel(signals, launch))
    note("launch+users", launch, ...seen("any:metric"));
  const byThem =
    has("by-others") && has("figure:count") && seen("by-others").some(({ from }) => from > (launch?.to ?? 0));
  if (launch && byThem) note("launch+users", launch, ...seen("by-others"));
  const event = shape.verbs.find(({ text }) => /^(?:run|hold|host|organi[sz]e|attend)$/u.test(text));
  const won = seen("beside:result").filter(({ classes }) => !(classes & IS.others));
  if (event && won.length > 0) note("launch+users", event, ...won);
  if (has("word:done") && !measured && !counted) note("finished", ...seen("word:done"));
  if (has("subject:metric") && (measured || has("figure:count"))) note("metric+figure", ...seen("subject:metric"));
  if (has("head:noun") && has("figure:none") && !has("any:metric") && !counted && shape.predicates.length === 0)
    note("fragment", shape.subject);
  const theirObject = ["object:result", "object:others", "object:unknown", "object:none", "object:metric"].some(has);
  const howMany = ["figure:money", "figure:count", "figure:%"].some(has);
  if (has("verb:gain") && howMany && theirObject && !has("object:ours") && !has("word:all"))
    note("won", shape.verbs[0]);
  const counts = has("figure:count") || has("figure:ratio");
  const measuredThing =
    has("counted:result") ||
    has("counted:others") ||
    has("object:metric") ||
    has("object:result") ||
    has("object:others");
  const rate = has("per-each");
  const more = seen("verb:change").some(({ text }) => MORE.test(text));
  if (more && counts && !rate && countsOurs(signals)) note("more-of-ours", ...seen("any:activity"));
  if (
    has("verb:change") &&
    counts &&
    !measuredThing &&
    !rate &&
    (has("object:activity") || has("object:artefact") || has("object:ours"))
  )
    note("more-of-ours", shape.object);
}

/**
 * The same few causes behind many signals, as one signal each, so that they are learned from all their sentences:
 * a count of what we do or make, a share of it that is finished, and a figure that others bring about.
 */
export function causes(signals: Signals, note: Note) {
  const any = (...names: string[]) => names.some((name) => signals.has(name));
  const level = MEASURES.some((name) => signals.has(name));
  const count = signals.has("figure:count") && !level;
  const made = any("made", "beside:activity", "beside:artefact", "object:ours", "label:work", "ours-work");
  const theirs =
    (any("verb:change") && any("counted:result", "counted:others")) ||
    any("others-do", "won", "launch+users", "for+figure", "counted:metric", "subject:metric", "label:measure") ||
    (any("counted:result", "object:result", "subject:result") && !any("deed+count", "made", "done+count"));
  if (count && !theirs && (made || any("deed+count"))) note("cause:effort");
  if ((count || level) && theirs && !any("made", "ours-did")) note("cause:theirs");
  const ours = any("subject:artefact", "subject:activity", "subject:ours") && !any("subject:metric", "subject:others");
  const finished = any("done+measure") && any("figure:%") && ours && !any("figure:within");
  if (finished || any("all-ours", "ours-did")) note("cause:share", ...(signals.get("done+measure") ?? []));
}

/** What is said or done counts differently with a level, with a count and with no figure at all. */
export function byFigure(signals: Signals, note: Note) {
  const kind = MEASURES.some((name) => signals.has(name)) ? "level" : signals.has("figure:count") ? "count" : "none";
  for (const [name, seen] of [...signals]) if (ROLES.test(name)) note(`${name}/${kind}`, ...seen);
}

/** "Release it with a crash rate under 0.1 %": a level behind the thing that is made. */
const withLevel = (signals: Signals, launch: Piece) =>
  (signals.get("any:metric") ?? []).some((piece) => piece.from > launch.to) &&
  !signals.has("object:metric") &&
  (signals.has("figure:%") || signals.has("figure:time"));

/** What people and teams do to others or to themselves, in the words that name it. */
export function deedsOf(signals: Signals, shape: Shape, note: Note) {
  const has = (name: string) => signals.has(name);
  const [verb] = shape.verbs;
  if (verb && INQUIRE.test(verb.text)) note("inquires", verb);
  const holds = shape.verbs.find(({ text }) => /^(?:have|get|keep)$/u.test(text));
  if (holds && has("figure:count") && has("any:others") && has("word:done")) note("others-do", holds);
  const many = (has("counted:others") && has("object:others")) || (has("counted:result") && has("object:result"));
  const ours = ["counted:ours", "counted:artefact", "counted:activity", "word:done", "predicate:work:past"].some(has);
  if (holds && holds.text !== "keep" && many && !ours) note("holds-others", holds);
  const chosen = shape.predicates.find(({ text }) => CHOSEN.test(text));
  if (chosen && has("by-others")) note("others-chose", chosen);
  const moved = has("figure:%") ? has("any:result") : has("figure:count") && has("any:others") && !has("any:ours");
  if (verb && SHIFT.test(verb.text) && moved) note("shifts", verb);
  if (verb && SPEND.test(verb.text) && has("any:ours") && has("figure:%")) note("own-time", verb);
  if (verb && GET.test(verb.text) && has("any:others") && shape.predicates.some(({ form }) => form & 1))
    note("others-do", verb, ...shape.predicates);
  const they = verb && /^(?:have|get|let)$/u.test(verb.text) ? othersActing(shape.pieces) : undefined;
  if (they) note("others-do", they);
  if (has("word:can") && has("figure:none")) note("capability", ...(signals.get("word:can") ?? []));
  const accepted = verb && GET.test(verb.text) ? shape.predicates.find(({ text }) => ACCEPTED.test(text)) : undefined;
  if (accepted && has("figure:count")) note("won", accepted);
  const acts = has("predicate:behave:now") || has("predicate:serve:now") || has("predicate:work:now");
  if (has("subject:ours") && !has("subject:others") && acts && has("figure:count") && !has("any:metric"))
    note("ours-act", shape.subject);
}

/** "Have the press print …", "Get two partners to list …": whom we bring to do it. */
const othersActing = (pieces: Piece[]) =>
  pieces.find(({ classes }, at) => {
    const next = pieces[at + 1]?.text === "to" ? pieces[at + 2] : pieces[at + 1];
    return at < 5 && classes & IS.others && next && next.classes & VERB && next.form & FORMS.base;
  });

const CHOSEN =
  /^(?:used|read|quoted|cited|chosen|picked|selected|adopted|downloaded|recommended|mentioned|featured|requested|booked|bought|watched|played|heard|understood|trusted|reused|copied|contributed|accepted)$/u;
const ACCEPTED =
  /^(?:accepted|featured|cited|mentioned|quoted|selected|listed|funded|published|endorsed|awarded|invited)$/u;
const SHIFT = /^(?:move|shift|divert|convert|turn|free|bring|get)$/u;
const SPEND = /^(?:spend|dedicate|allocate|reserve|devote|invest|use)$/u;
const GET = /^(?:get|have|persuade|convince|encourage|enable|help)$/u;
const MORE = /^(?:increase|raise|grow|double|triple|expand|boost|quadruple)$/u;

/** "the number of coaching sessions": an activity is counted, whoever takes part. */
const countsOurs = (signals: Signals) =>
  (signals.get("any:activity") ?? []).some((piece) => !(piece.classes & (IS.result | IS.metric | IS.others))) &&
  !signals.has("any:level") &&
  !signals.has("figure:%") &&
  !signals.has("figure:money") &&
  !signals.has("figure:time");

const KEEP =
  /^(?:ensure|maintain|keep|become|stay|remain|sicherstellen|bleiben|asegurar|mantener|garantizar|assurer|maintenir|garantir|manter|assegurar)$/u;
const LAUNCH =
  /^(?:launch|implement|deploy|pilot|publish|release|ship|open|create|start|establish|introduce|lanzar|lancer|lançar|abrir|ouvrir)$/u;
const MEASURES = [
  "figure:%",
  "figure:time",
  "figure:money",
  "figure:points",
  "figure:start",
  "figure:ratio",
  "figure:times",
  "figure:one-of",
];
const ROLES = /^(?:verb|predicate|object|subject|counted):/u;

/** Done by others because we asked them to. */
const CHECKED = /^(?:audited|reviewed|checked|proofread|tested|assessed|inspected|validated|verified)$/u;
