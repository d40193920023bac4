import { Temporal } from "temporal-polyfill";
import { guesses, type Reason } from "./reasons.ts";

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:\s.*)?$/;

/** Which of two numbers is the month in a column of dates: proven by a day above 12, else the day stands first. */
export function monthStandsFirst(cells: string[]): boolean {
  const days = cells.map((cell) => YEAR_LAST.exec(cell.trim())).filter((found) => found !== null);
  return days.some(([, , second]) => Number(second) > 12) && !days.some(([, first]) => Number(first) > 12);
}

/** A day as YYYY-MM-DD; 31/02 is read as the last day of February, and that is said. Null if it is no date. */
export function readDay(typed: string, monthFirst: boolean): { day: string; guess: Reason | null } | null {
  const text = typed.trim();
  const iso = YEAR_FIRST.exec(text);
  const other = YEAR_LAST.exec(text);
  if (!iso && !other) return null;
  const [first, second] = [Number(other?.[1]), Number(other?.[2])];
  const [year, month, day] = iso
    ? [Number(iso[1]), Number(iso[2]), Number(iso[3])]
    : [Number(other?.[3]), monthFirst ? first : second, monthFirst ? second : first];
  if (month < 1 || month > 12 || day < 1 || day > 31 || year < 1900) return null;
  const read = Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" });
  if (read.day !== day) return { day: read.toString(), guess: guesses.noSuchDay(text, read.toString()) };
  const unclear = !iso && first <= 12 && second <= 12 && first !== second && text.includes("/");
  return { day: read.toString(), guess: unclear && !monthFirst ? guesses.dayFirst(read.toString()) : null };
}
