/** A working agreement in words, in the reader's language. */
import type { OutputOf } from "../../../../web/api.ts";
import { weekdayNames } from "../../../../web/ui/calendar-words.ts";
import { type Format, useFormat } from "../../../../web/ui/format.ts";
import { messages } from "../../../../web/ui/messages.ts";
import catalogue from "./agreements.messages.json";

export const m = messages(catalogue);

export type Agreement = OutputOf<"workplace.agreements.get">;
export type Agreed = NonNullable<Agreement["agreed"]>;
type Hours = Agreed["meetingFree"][number];
export type Weekday = Hours["days"][number];
export type Answer = Agreed["channels"][number]["answerWithin"];

const amounts = { minutes: m.minutes, hours: m.hours, days: m.days };

export function answerInWords(answer: Answer): string {
  return answer ? amounts[answer.unit]({ count: answer.amount }) : m.noTime();
}

/** "Mon–Thu", "Tue, Thu": three days or more in a row are a run. */
export function daysInWords(days: readonly Weekday[], names: readonly string[]): string {
  const runs: number[][] = [];
  for (const day of days.map(Number).sort()) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number | undefined) => names[(day ?? 1) - 1] ?? "";
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name))).join(", ");
}

export function useAgreementWords() {
  const format = useFormat();
  const names = weekdayNames(format.locale, "short");
  const hours = (block: Hours) => `${daysInWords(block.days, names)} ${timesInWords(block, format)}`;
  return {
    format,
    hours,
    coreHours: (core: NonNullable<Agreed["coreHours"]>) =>
      `${hours(core)}, ${core.timeZone ? m.zoneTime({ zone: placeOf(core.timeZone) }) : m.ownClock()}`,
  };
}

function timesInWords({ from, to }: Hours, format: Format): string {
  if (from === "00:00" && to === "24:00") return m.allDay();
  return m.between({ from: format.plainTime(from), to: format.plainTime(to === "24:00" ? "00:00" : to) });
}

/** "Lisbon" of Europe/Lisbon. */
function placeOf(timeZone: string): string {
  return (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
}
