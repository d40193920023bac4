import type { Format } from "../../../web/ui/format.ts";
import { m } from "./asking.ts";

/** "Friday 5 March, 17:00": a local day and time, read alike wherever its reader is. */
export function closingWords({ on, at }: { on: string; at: string }, format: Format): string {
  return m.dayAndTime({ day: format.longDate(on), time: format.plainTime(at) });
}

/** The same moment where its reader is, in the same style; the time alone where it is the same day. */
export function closingHere(moment: string, closes: { on: string }, format: Format): string {
  const on = format.today(new Date(moment));
  const time = format.time(moment);
  return on === closes.on ? time : m.dayAndTime({ day: format.longDate(on), time });
}

/** The last part of a zone's name as people call it: "Tokyo". */
export function placeOf(timeZone: string): string {
  return timeZone.split("/").at(-1)?.replaceAll("_", " ") ?? timeZone;
}
