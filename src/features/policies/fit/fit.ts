/** How a planned week fits what an arrangement asks. A plan against a rule: nobody is measured. */

interface Day {
  day: string;
  weekday: string;
  at: string | null;
  because: string;
}

export interface Fit {
  /** Days asked that are kept. */
  kept: number;
  of: number;
}

/**
 * "2 of 2": of the weekdays that are fixed, else of the team's anchor days where the arrangement is anchored, and of so
 * many days a week. Days off, holidays and weekdays without hours ask nothing. Being in an office or travelling for work
 * keeps a day. Null where nothing is asked.
 */
export function fitOf(
  week: readonly Day[],
  office: { days: number | null; weekdays: readonly string[] },
  anchorDays: readonly string[] | null,
): Fit | null {
  const open = week.filter(({ because, at }) => !["time-off", "holiday", "hours"].includes(because) && at !== "off");
  const isIn = ({ at }: Day) => at === "office" || at === "travel";
  const fixed = open.filter(({ day, weekday }) =>
    office.weekdays.length > 0 ? office.weekdays.includes(weekday) : anchorDays?.includes(day) === true,
  );
  // A fixed day that a holiday or a day off takes is not asked on another.
  const taken = week.filter((day) => office.weekdays.includes(day.weekday) && !open.includes(day)).length;
  const asked = Math.max((office.days ?? 0) - taken, fixed.length);
  const isAsked = office.days !== null || office.weekdays.length > 0 || (anchorDays ?? []).length > 0;
  if (!isAsked) return null;
  const of = Math.min(asked, open.length);
  const others = open.filter((day) => !fixed.includes(day)).filter(isIn).length;
  return { kept: fixed.filter(isIn).length + Math.min(others, of - fixed.length), of };
}

/** Fewer are never told, nor is it told that fewer differ. */
const toldFrom = 5;

/** How many fit, where at least five do and at least five do not: otherwise it would be told of each. */
export function toldOf(fits: readonly boolean[]): { fit: number; not: number } | null {
  const fit = fits.filter(Boolean).length;
  const not = fits.length - fit;
  return fit >= toldFrom && not >= toldFrom ? { fit, not } : null;
}
