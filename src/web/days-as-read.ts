import { readerOfBrowser } from "./ui/format.ts";

/** Days in the server's words (2026-10-01) as this reader writes them: "1 Oct 2026". */
export function daysAsRead(words: string, locale = readerOfBrowser().locale): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? day : format.format(date);
  });
}
