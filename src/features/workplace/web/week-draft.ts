/** What was chosen for the days of a week, and what of it is sent. */
import type { Choice } from "./day-choices.tsx";

interface MyDay {
  day: string;
  at: Choice["at"] | null;
  site: { id: string } | null;
  because: string;
}

/** Day → what is chosen; a day that is absent has no plan. */
export type Chosen = Readonly<Record<string, Choice>>;

/** What is planned already, whether for the day or as usual. */
export function chosenOf(days: readonly MyDay[]): Chosen {
  return Object.fromEntries(
    days.flatMap(({ day, at, site, because }) =>
      at !== null && isPlan(because) ? [[day, { at, siteId: site?.id ?? null }]] : [],
    ),
  );
}

/** The same weekdays of the week before, where they were planned and this week leaves them open. */
export function chosenFromLastWeek({ days, lastWeek }: { days: readonly MyDay[]; lastWeek: readonly MyDay[] }): Chosen {
  const before = chosenOf(lastWeek);
  return Object.fromEntries(
    days.flatMap(({ day, because }, nth) => {
      const choice = before[lastWeek[nth]?.day ?? ""];
      return choice && because !== "holiday" && because !== "time-off" ? [[day, choice]] : [];
    }),
  );
}

/** The office of one's home site on anchor days of one's teams that are worked and chosen otherwise, where it takes people. */
export function chosenOnAnchors({ days, home, offices }: Anchored, chosen: Chosen): Chosen {
  const office = offices.find(({ id }) => id === home?.id);
  if (!office) return {};
  const open = days.filter(
    ({ day, worked, because, anchors }) =>
      anchors.length > 0 && worked && because !== "holiday" && because !== "time-off" && !office.closed.includes(day),
  );
  return Object.fromEntries(
    open
      .filter(({ day }) => chosen[day]?.at !== "office")
      .map(({ day }) => [day, { at: "office" as const, siteId: office.id }]),
  );
}

interface Anchored {
  days: readonly (MyDay & { worked: boolean; anchors: readonly unknown[] })[];
  home: { id: string } | null;
  offices: readonly { id: string; closed: readonly string[] }[];
}

/** What changes it: days that differ, or all of them as the usual week; null where nothing does. */
export function weekAsked(days: readonly MyDay[], chosen: Chosen, asUsual: boolean) {
  if (asUsual) return asUsualWeek(days, chosen);
  const was = chosenOf(days);
  const changed = Object.entries(chosen).filter(([day, choice]) => {
    const { at, siteId } = was[day] ?? {};
    return at !== choice.at || siteId !== choice.siteId;
  });
  return changed.length > 0 ? { days: changed.map(([day, choice]) => ({ day, ...choice })), usual: null } : null;
}

/** Days that are as usual from now on need no plan of their own. */
function asUsualWeek(days: readonly MyDay[], chosen: Chosen) {
  const from = days[0]?.day as string;
  const planned = Object.entries(chosen);
  return {
    days: days
      .filter(({ day, because }) => because === "day" || chosen[day])
      .map(({ day }) => ({ day, at: null, siteId: null })),
    usual: { from, days: Object.fromEntries(planned.map(([day, choice]) => [weekdayOf(day), choice])) },
  };
}

/** ISO weekday of a plain date, which belongs to no zone. */
export function weekdayOf(day: string): string {
  return String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);
}

function isPlan(because: string): boolean {
  return because === "day" || because === "usual";
}
