import { Temporal } from "temporal-polyfill";
import type { Refusal } from "./measures.ts";
import { dayOf, type Period } from "./pace.ts";

export const CYCLE_KINDS = ["year", "half", "quarter", "custom"] as const;
export type CycleKind = (typeof CYCLE_KINDS)[number];

export const CYCLE_STATES = ["planning", "active", "closing", "closed"] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

const MONTHS = { year: 12, half: 6, quarter: 3 } as const;

/**
 * The year, half or quarter that a date falls in, for a fiscal year that starts on the first of a month (1–12).
 * A fiscal year that spans two calendar years is named by both ("2026/27"), for countries differ on which one names it.
 */
export function proposeCycle(
  kind: Exclude<CycleKind, "custom">,
  on: string,
  fiscalYearStartMonth: number,
): Period & { name: string } {
  const date = Temporal.PlainDate.from(on);
  const months = (date.month - fiscalYearStartMonth + 12) % 12;
  const firstOfYear = date.with({ day: 1 }).subtract({ months });
  const index = Math.floor(months / MONTHS[kind]);
  const starts = firstOfYear.add({ months: index * MONTHS[kind] });
  const ends = starts.add({ months: MONTHS[kind] }).subtract({ days: 1 });
  const years = fiscalYearStartMonth === 1 ? `${firstOfYear.year}` : bothYears(firstOfYear.year);
  const part = { year: "", half: `H${index + 1} `, quarter: `Q${index + 1} ` }[kind];
  return { name: `${part}${years}`, startsOn: starts.toString(), endsOn: ends.toString() };
}

/** The cycle after this one, of the same kind. */
export function nextCycle(
  kind: Exclude<CycleKind, "custom">,
  { endsOn }: Period,
  fiscalYearStartMonth: number,
): Period & { name: string } {
  const dayAfter = Temporal.PlainDate.from(endsOn).add({ days: 1 });
  return proposeCycle(kind, dayAfter.toString(), fiscalYearStartMonth);
}

/** Why a cycle cannot have these dates; `within` is the cycle it nests in. */
export function cycleRefusals({ startsOn, endsOn }: Period, within: Period | null): Refusal[] {
  if (endsOn <= startsOn) {
    const expected = `a last day after ${startsOn}`;
    return [{ field: "endsOn", expected, todo: "Choose a later last day, or an earlier first one." }];
  }
  if (within === null) return [];
  const todo = "Move the date, or take the cycle out of the one around it.";
  const wrong: Refusal[] = [];
  if (startsOn < within.startsOn) {
    wrong.push({ field: "startsOn", expected: `a first day on or after ${within.startsOn}`, todo });
  }
  if (endsOn > within.endsOn) {
    wrong.push({ field: "endsOn", expected: `a last day on or before ${within.endsOn}`, todo });
  }
  return wrong;
}

/** What a cycle may become: the next state, or active again from closing, as long as it is not closed. */
export function nextStates(state: CycleState): CycleState[] {
  const next = { planning: ["active"], active: ["closing"], closing: ["closed", "active"], closed: [] } as const;
  return [...next[state]];
}

/** Why a cycle cannot go from one state to another; empty when it can. */
export function transitionRefusals(from: CycleState, to: CycleState): Refusal[] {
  const possible = nextStates(from);
  if (possible.includes(to)) return [];
  if (possible.length === 0) {
    return [
      { field: "state", expected: "a cycle that is not closed", todo: "Make a new cycle and roll over what goes on." },
    ];
  }
  const expected = possible.join(" or ");
  return [{ field: "state", expected, todo: `A cycle that is ${from} becomes ${expected} next.` }];
}

/** What may be done to the objectives of a cycle in this state. */
export function cycleAccepts(state: CycleState): { edits: boolean; checkIns: boolean } {
  return { edits: state !== "closed", checkIns: state === "active" || state === "closing" };
}

/** Where a day lies in a cycle: week n of m (weeks run from its first day; null outside it) and days left after it. */
export function whereInCycle(
  cycle: Period,
  today: string,
): { day: number | null; days: number; week: number | null; weeks: number; daysLeft: number } {
  const { day, days } = dayOf(cycle, today);
  const inside = day >= 1 && day <= days;
  return {
    day: inside ? day : null,
    days,
    week: inside ? Math.ceil(day / 7) : null,
    weeks: Math.ceil(days / 7),
    daysLeft: Math.max(0, days - Math.max(0, day)),
  };
}

function bothYears(first: number): string {
  return `${first}/${String((first + 1) % 100).padStart(2, "0")}`;
}
