import type { TeamWeek } from "./panel.ts";

/** One week of the chart: means over teams, null where no team of the arm has a value. */
export interface ChartWeek {
  week: number;
  covered: number | null;
  others: number | null;
  /** Teams behind each mean. */
  teams: { covered: number; others: number };
}

/**
 * Both arms week by week, before and after the start, as the parallel-trend chart draws them. `covered`: the arm, not
 * the weeks under the policy, so that its line begins before the start. Teams in neither arm are left out.
 */
export function chartOf(
  rows: readonly TeamWeek[],
  arms: { covered: readonly string[]; others: readonly string[] },
): ChartWeek[] {
  const [covered, others] = [new Set(arms.covered), new Set(arms.others)];
  const byWeek = [...Map.groupBy(rows, ({ week }) => week)].sort(([one], [other]) => one - other);
  return byWeek.flatMap(([week, of]) => {
    const [one, other] = [of.filter(({ team }) => covered.has(team)), of.filter(({ team }) => others.has(team))];
    if (one.length + other.length === 0) return [];
    return [{ week, covered: mean(one), others: mean(other), teams: { covered: one.length, others: other.length } }];
  });
}

function mean(rows: readonly TeamWeek[]): number | null {
  return rows.length === 0 ? null : rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
}
