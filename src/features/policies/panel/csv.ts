import type { ArmFigure } from "./published.ts";
import { firstDayOf } from "./weeks.ts";

interface Row {
  series: string;
  team: string;
  week: number;
  value: number;
  weight: number;
  covered: boolean;
}

interface Series {
  id: string;
  /** The question of a pulse; null for what teams report. */
  question: string | null;
  /** Team → its arm; a team that is in none was left out. */
  arms: ReadonlyMap<string, string>;
}

/**
 * Every value that was judged, so that another program finds the same: numbers in full, weeks from the policy's first
 * day, 1 for a week under the policy. What a pulse told stands there by arm, with the answers told behind it as weight.
 */
export function csvOf(
  series: readonly Series[],
  rows: readonly Row[],
  figures: readonly ArmFigure[],
  start: string,
): string {
  const bySeries = Map.groupBy(rows, (row) => row.series);
  const lines = series.flatMap(({ id, question, arms }) => [
    ...(bySeries.get(id) ?? [])
      .toSorted(inOrder)
      .map(({ team, week, value, weight, covered }) =>
        [id, team, arms.get(team) ?? "left-out", week, firstDayOf(week, start), value, weight, Number(covered)].join(
          ",",
        ),
      ),
    ...figures
      .filter((figure) => figure.question === question && figure.share !== null)
      .map(({ arm, on, share, answersFrom }) =>
        [
          id,
          "",
          arm,
          "",
          on,
          Number(((share ?? 0) * 100).toFixed(6)),
          answersFrom ?? 0,
          Number(arm === "covered"),
        ].join(","),
      ),
  ]);
  return `${["series,team,arm,week,day,value,weight,covered", ...lines].join("\n")}\n`;
}

function inOrder(one: Row, other: Row): number {
  return one.team < other.team ? -1 : one.team > other.team ? 1 : one.week - other.week;
}
