import type { Format } from "../../../web/ui/format.ts";
import { m } from "./asking.ts";

/** "Friday 5 March, 17:00": a local day and time, read alike wherever its reader is, in the style of all their times. */
export function closingWords({ on, at }: { on: string; at: string }, format: Format): string {
  const time = new Intl.DateTimeFormat(format.locale, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  return m.dayAndTime({ day: format.longDate(on), time: time.format(new Date(`${on}T${at.slice(0, 5)}Z`)) });
}

/** The last part of a zone's name as people call it: "Tokyo". */
export function placeOf(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}
