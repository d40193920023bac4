import { formatFor, useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import catalogue from "./meeting.messages.json";

export const m = messages(catalogue);

/** "30 minutes", "4 h 30", "2 h". */
export function lengthInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours > 0 && rest > 0 ? m.short({ hours, minutes: rest }) : m.hours({ hours, minutes: rest });
}

/** Times of an instant by the reader's clock and by those of other places. */
export function useMoments() {
  const format = useFormat();
  const { locale, timeZone } = format;
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone });
  const dayAndTime = (zone: string) =>
    new Intl.DateTimeFormat(locale, {
      ...({ weekday: "short", day: "numeric", month: "short", timeZone: zone } as const),
      ...({ hour: "2-digit", minute: "2-digit" } as const),
    });
  return {
    ...format,
    /** "Thursday". */
    weekday: (instant: string) => weekday.format(new Date(instant)),
    /** "07:30" by the clock of a place. */
    timeIn: (instant: string, zone: string) => formatFor({ locale, timeZone: zone }).time(instant),
    /** "Thu 18 Feb, 17:00" by the reader's clock, or a place's. */
    dayAndTime: (instant: string, zone = timeZone) => dayAndTime(zone).format(new Date(instant)),
    /** "13:00–13:30" of stretches, by the reader's clock. */
    stretches: (all: readonly { from: string; to: string }[]) =>
      format.list(all.map(({ from, to }) => `${format.time(from)}–${format.time(to)}`)),
  };
}

export interface Group {
  teamId?: string;
  whose?: "mine" | "depend" | "everyone";
}

/** A plain date so many days later. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
