/** A few courses anybody can picture, and what is said of them. */
import { forecast, type Likely } from "../../src/features/okrs/forecast/forecast.ts";
import type { Learned } from "../../src/features/okrs/forecast/spread.ts";

const courses: readonly [name: string, values: readonly number[], percentage?: "%"][] = [
  ["steady, a third gone", [8, 17, 25, 33]],
  ["steady, half way", [8, 17, 25, 33, 42, 50]],
  ["steady, three quarters", [8, 17, 25, 33, 42, 50, 58, 67, 75]],
  ["uneven, half way", [10, 12, 28, 30, 45, 48]],
  ["a good start, then nothing", [10, 25, 40, 50, 50, 50, 50, 50]],
  ["a slow start", [1, 2, 4, 8, 14, 22, 33]],
  ["nothing yet, half way", [0, 0, 0, 0, 0, 0]],
  ["falling", [10, 5, -4, -9, -12]],
  ["three check-ins", [10, 20, 30]],
  ["a percentage at its target", [40, 80, 100, 100, 100], "%"],
];

/** From 0 to 100 in a quarter of twelve weeks, checked in weekly: figures, middle, ranges, chance. */
export function exampleRows(learned: readonly Learned[]): string[][] {
  return courses.map(([name, values, percentage]) => {
    const checkIns = values.map((value, week) => ({ at: 7 * (week + 1), value }));
    const bounds = { low: percentage ? 0 : null, high: percentage ? 100 : null };
    const asked = { checkIns, startsAt: 0, endsAt: 84, now: 7 * values.length, start: 0, target: 100, bounds };
    const said = forecast({ ...asked, goal: { low: 100, high: null } }, learned) as Likely;
    const range = (ends: [number, number]) => ends.map((end) => Math.round(end)).join(" to ");
    const chance = `${Math.round((said.chance ?? 0) * 100)} %`;
    return [name, values.join(", "), String(Math.round(said.middle)), range(said.range50), range(said.range80), chance];
  });
}
