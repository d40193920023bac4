/**
 * Numbers, dates and ages as this reader reads them: in their language and their time zone. Everything through Intl;
 * a plain date ("2027-02-16") belongs to no zone and is never shifted.
 */
import { createContext, useContext } from "react";

export interface Reader {
  /** BCP 47, such as "en-GB". */
  locale: string;
  /** IANA, such as "Europe/Lisbon". */
  timeZone: string;
}

export type Format = ReturnType<typeof formatFor>;

/** The formats of one reader. */
export function formatFor({ locale, timeZone }: Reader) {
  const here = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const plain = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const { hour12 = false } = here({ hour: "numeric" }).resolvedOptions();
  // "09:12" where the day has 24 hours, "9:12 AM" where it has twice twelve.
  const clock = { hour: hour12 ? "numeric" : "2-digit", minute: "2-digit" } as const;
  const time = here(clock);
  const dayMonth = { day: "numeric", month: "short" } as const;
  const longDay = { weekday: "long", day: "numeric", month: "long" } as const;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "narrow" });
  const isoDay = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone });
  const today = (now = new Date()) => isoDay.format(now);
  return {
    locale,
    timeZone,
    /** "09:12" of an instant, in the reader's zone. */
    time: (instant: string | Date) => time.format(new Date(instant)),
    /** "16 Feb" of an instant, in the reader's zone. */
    day: (instant: string | Date) => here(dayMonth).format(new Date(instant)),
    /** "16 Feb 2027, 09:12". */
    moment: (instant: string | Date) => here({ ...dayMonth, year: "numeric", ...clock }).format(new Date(instant)),
    /** "17:00" of a plain time, which belongs to no zone. */
    plainTime: (at: string) => plain(clock).format(new Date(`1970-01-01T${at}Z`)),
    /** "16 Feb" of a plain date. */
    date: (date: string) => plain(dayMonth).format(utc(date)),
    /** "16 Feb 2027" of a plain date. */
    fullDate: (date: string) => plain({ ...dayMonth, year: "numeric" }).format(utc(date)),
    /** "Tue 16 Feb" of a plain date. */
    weekdayDate: (date: string) => plain({ ...dayMonth, weekday: "short" }).format(utc(date)),
    /** "Tuesday 16 February" of a plain date. */
    longDate: (date: string) => plain(longDay).format(utc(date)),
    /** "4–28 Mar" of two plain dates. */
    dates: (from: string, to: string) => plain(dayMonth).formatRange(utc(from), utc(to)),
    /** The reader's own day, as a plain date. */
    today,
    /** "4 min ago", "4 hr ago", then by calendar days "yesterday", "7 days ago", and from two weeks on "9 Feb". */
    age: (instant: string, now = new Date()) => {
      const minutes = Math.round((now.getTime() - Date.parse(instant)) / 60_000);
      const days = daysBetween(isoDay.format(new Date(instant)), today(now));
      if (Math.abs(minutes) < 60) return words.format(-minutes, "minute");
      if (days === 0) return words.format(-Math.round(minutes / 60), "hour");
      return Math.abs(days) < 14 ? words.format(-days, "day") : here(dayMonth).format(new Date(instant));
    },
    /** An exact decimal ("12.50") with its own digits, grouped as the reader groups. */
    decimal: (exact: string) => {
      const digits = exact.split(".")[1]?.length ?? 0;
      return new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        exact as `${number}`,
      );
    },
    number: (value: number, options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options).format(value),
    /** 0.43 → "43%". */
    percent: (share: number) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share),
    /** "Sofia, Rafael and Jonas". */
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}

/** Whole days from one plain date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (utc(to).getTime() - utc(from).getTime()) / 86_400_000;
}

function utc(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** What the browser says of its reader, until they are known. English words ask for an English locale. */
export function readerOfBrowser(): Reader {
  const locale = navigator.languages.find((language) => language.startsWith("en")) ?? "en-GB";
  return { locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
}

export const FormatContext = createContext<Format | undefined>(undefined);

/** The formats of who is reading. */
export function useFormat(): Format {
  const format = useContext(FormatContext);
  if (!format) throw new Error("useFormat is asked outside of FormatContext.");
  return format;
}
