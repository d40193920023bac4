/** English words that mean something else beside their neighbours. */
import { FORMS } from "../languages/inflections.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import type { Piece } from "./reading.ts";

/** Marks how a deed is done, who is taken on for a role, and pairs such as "full time" and "use case". */
export function asMeant(pieces: Piece[]) {
  const [how, deed] = pieces;
  if (
    how &&
    deed &&
    HOW.test(how.text) &&
    !(how.classes & (NOUN | VERB)) &&
    deed.classes & VERB &&
    deed.form & FORMS.base
  )
    Object.assign(how, { classes: IS.fillers, form: 0 });
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1]?.text ?? "";
    if (piece.text === "time" && /^(?:full|part)$/u.test(before)) piece.classes = 0;
    if (/^cases?$/u.test(piece.text) && before === "use") piece.classes = IS.artefact;
    if (piece.text === "inventory" && pieces[at + 1]?.text === "of") piece.classes = IS.artefact;
    if (TAKES_ON.test(piece.text)) asTakenOn(piece, pieces.slice(at + 1, at + 8));
  }
}

/** "Personally call …": how it is done stands before the deed; "weekly review" is a thing. */
const HOW = /^(?!(?:daily|weekly|monthly|quarterly|yearly|early|only|friendly|costly|likely|timely)$)\p{L}{3,}ly$/u;

/**
 * "Hire 2 developers", "add a full-time designer": who is taken on for a role is one of ours; and whatever else is
 * added is work, but for the customers and members who come by themselves.
 */
function asTakenOn(verb: Piece, after: Piece[]) {
  const role = after.find(({ text }) => ROLES.test(text));
  if (role) role.classes = (role.classes & ~(IS.others | IS.result)) | IS.ours;
  const stop = after.findIndex(
    ({ classes, kind, text }) => classes & IS.links || (kind === "sign" && !/^[+$€£]$/u.test(text)),
  );
  const what = after.slice(0, stop < 0 ? after.length : stop).at(-1);
  const counted = after.some(({ kind, classes }) => kind === "number" || classes & IS.numbers);
  const comes =
    (counted && what && (what.classes & IS.result || COME.test(what.text))) ||
    after.some(({ text }) => EARNED.test(text));
  if (/^add/u.test(verb.text) && (role || !comes)) verb.classes &= ~IS.gain;
}

const TAKES_ON = /^(?:add|added|hire|hired|recruit|recruited|employ|appoint|onboard|staff)$/u;
const ROLES =
  /^(?:(?:full-?stack|front-?end|back-?end|mobile|rust|web)-?)?(?:developer|engineer|designer|scientist|analyst|recruiter|manager|writer|editor|instructor|teacher|driver|nurse|assistant|architect|researcher|intern|trainer|technician|accountant|moderator|coordinator|administrator|admin|programmer|marketer|lead|director|contractor|freelancer)s?$/u;
const COME =
  /^(?:customers?|clients?|members?|users?|subscribers?|donors?|partners?|patients?|accounts?|logos?|sponsors?|contributors?|backers?|tenants?|merchants?|retailers?|followers?|companies|stores?|schools?|hospitals?|cities|countries)$/u;
const EARNED = /^(?:pipeline|arr|mrr|revenue|bookings?|gmv|income)$/u;
