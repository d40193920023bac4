/** Digits that measure nothing: dates, versions, names, and how often. */
import { IS } from "../languages/lexicon.ts";
import { SIZES_GLUED } from "./amounts.ts";
import type { Piece } from "./reading.ts";

const MONTH = new RegExp(
  [
    "jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|rero)?|fév(?:rier)?|fevereiro|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|may|mai|mayo|maio",
    "june?|juni|juin|junio|junho|july?|juli|juil(?:let)?|julio|julho|aug(?:ust)?|août|agosto|sept?(?:ember|iembre|embre)?|setembro",
    "o[ck]t(?:ober|ubre|obre)?|outubro|nov(?:ember|iembre|embre|embro)?|de[cz](?:ember|embre|embro)?|dic(?:iembre)?|déc(?:embre)?",
    "ene(?:ro)?|abr(?:il)?|ago|avr(?:il)?|set|out",
  ]
    .map((each) => `^(?:${each})\\.?$`)
    .join("|"),
  "u",
);
export const PERIOD = /^(?:q[1-4]|h[12]|fy\d{0,4}|qtr)$/u;
const isYear = (text: string) => /^(?:19|20)\d\d(?:\/(?:19|20)?\d\d)?$/u.test(text);

export function isDate(pieces: Piece[], at: number): boolean {
  const here = pieces[at]!.text;
  const before = pieces[at - 1]?.text ?? "";
  const after = pieces[at + 1]?.text ?? "";
  if (/^\d{1,4}[./]\d{1,2}[./]\d{2,4}$/u.test(here)) return true;
  if (MONTH.test(before) && before !== "mar" && Number(here) <= 2100) return true;
  if (MONTH.test(after) && after !== "may" && Number(here) <= 31) return true;
  if (after === "may" && Number(here) <= 31 && pieces[at + 1]!.typed === "May") return true;
  if (!isYear(here)) return false;
  return !(pieces[at + 1] && pieces[at + 1]!.classes & (IS.result | IS.others)) && !/^[%$€£+]$/u.test(after);
}

/** "issues older than 90 days": which ones, not how much. */
const AGE = /^(?:than|als|que)$/u;
const OLDER = /^(?:older|younger|älter|antiguos?|anciens?|antigos?)$/u;
export const EACH = /^(?:every|each|alle|jede|jeden|cada|toutes|tous|chaque|todas)$/u;

/** Version 2.0, PostgreSQL 16, ISO 9001, P1, Q3, #12, 3rd, 24/7, 1:1: digits that are part of a name. */
export function isName(pieces: Piece[], at: number, language: string): boolean {
  const here = pieces[at]!;
  const before = pieces[at - 1];
  const after = pieces[at + 1];
  if (
    after &&
    after.from === here.to &&
    /^(?:st|nd|rd|th|º|ª|[a-zA-LN-Z]\d*)$/u.test(after.typed) &&
    !/^[kmsxghKMBGT]$/u.test(after.typed) &&
    !(/^[dw]$/u.test(after.typed) && pieces[at + 2]?.kind !== "word")
  )
    return true;
  if (/^\d+(?:\.\d+){2,}$/u.test(here.text) && !/^\d{1,3}(?:\.\d{3})+$/u.test(here.text)) return true;
  if (here.text === "24/7" || here.text === "1:1") return true;
  if (before && AGE.test(before.text) && pieces[at - 2] && OLDER.test(pieces[at - 2]!.text)) return true;
  if (before && EACH.test(before.text) && after && after.classes & IS.time) return true;
  if (before && (before.text === "#" || before.text === "v") && before.to === here.from) return true;
  if (after && /^[%€$£+]$/u.test(after.text)) return false;
  if (before?.kind !== "word" || before.to < here.from - 2) return false;
  if (
    /^(?:version|release|tier|phase|level|grade|form|line|milestone|district|step|objective|q|h|série|serie|fase|stufe|phase|klasse|typ|type|wave|layer|gen|v|rule|kr|round|day|page|week|month|sprint|priority|woche|monat|semana|mes|mês|semaine|mois)$/u.test(
      before.text,
    )
  )
    return !(after && after.classes & (IS.result | IS.others | IS.time));
  if (after && (/^(?:->|=>|→|➜|➡)$/u.test(after.text) || (after.from === here.to && SIZES_GLUED[after.typed])))
    return false;
  const proper = /^\p{Lu}/u.test(before.typed) && at > 1 && !(language === "de" && before.classes);
  const known =
    before.classes &
    (IS.metric | IS.result | IS.others | IS.links | IS.level | IS.articles | IS.reach | IS.gain | IS.work);
  return proper && !known && !(after && after.classes & (IS.result | IS.others | IS.time | IS.activity));
}
