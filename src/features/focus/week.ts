import { Temporal } from "temporal-polyfill";

/** A week by its first and last day. */
export interface Week {
  first: string;
  last: string;
}

/** The week that a day lies in, for weeks that begin on an ISO weekday (1 is Monday). */
export function weekAround(day: string, weekStartsOn: number): Week {
  const date = Temporal.PlainDate.from(day);
  const first = date.subtract({ days: (date.dayOfWeek - weekStartsOn + 7) % 7 });
  return { first: first.toString(), last: first.add({ days: 6 }).toString() };
}

/** The earliest day on which the week around `day` may have begun, whatever weekday weeks begin on. */
export function earliestFirst(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ days: 6 }).toString();
}

/** The local day at an instant. */
export function dayAt(now: Temporal.Instant, timeZone: string): string {
  return now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** What of an intention decides where the page shows it. */
interface Placed {
  weekOf: string;
  doneAt: string | null;
  letGoAt: string | null;
  /** Whether it goes on as an intention of a later week. */
  carried: boolean;
}

/** Whether a week before `week` left it over: neither done nor let go nor carried over. */
export function isLeftOver({ weekOf, doneAt, letGoAt, carried }: Placed, { first }: Week): boolean {
  return weekOf < first && doneAt === null && letGoAt === null && !carried;
}

export function isIn({ first, last }: Week, weekOf: string): boolean {
  return first <= weekOf && weekOf <= last;
}

/** Why an intention cannot be carried over to `week`; empty when it can. */
export function carryRefusals(intention: Omit<Placed, "carried">, { first }: Week) {
  const refusal = (expected: string, todo: string) => [{ field: "id", expected, todo }];
  if (intention.weekOf >= first) {
    return refusal("an intention of an earlier week", "Leave it: it is in this week, or planned for later.");
  }
  if (intention.doneAt !== null) return refusal("an intention that is not done", "Write a new one for this week.");
  if (intention.letGoAt !== null) return refusal("an intention you did not let go", "Take it up again first.");
  return [];
}
