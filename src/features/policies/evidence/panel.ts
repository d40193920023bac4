/**
 * What every design reads: one value a team and week. A team is the unit that is drawn, compared and resampled, for
 * people of one team share their leads, habits and weeks; answers of persons never come this far.
 */
export interface TeamWeek {
  team: string;
  /** Whole weeks from any fixed week, the same one for all teams. A week without a value has no row. */
  week: number;
  value: number;
  /** How much the value counts, for example the answers behind it; above 0, all 1 when left out. */
  weight?: number;
  /** Whether the policy covered the team in this week, as the record has it. */
  covered: boolean;
}

/** The rows in columns, in order of team and week. */
export interface Panel {
  teams: readonly string[];
  weeks: readonly number[];
  /** Row → position in `teams`, and in `weeks`. */
  teamOf: Int32Array;
  weekOf: Int32Array;
  value: Float64Array;
  weight: Float64Array;
  /** 1 where the policy covers, else 0. */
  covered: Float64Array;
}

/** Errors: two rows for one team and week, a value that is no number, a weight that is not above 0. */
export function panelOf(rows: readonly TeamWeek[]): Panel {
  const inOrder = [...rows].sort((one, other) => compare(one.team, other.team) || one.week - other.week);
  for (const [at, row] of inOrder.entries()) refuseBroken(row, inOrder[at - 1]);
  const teams = [...new Set(inOrder.map(({ team }) => team))];
  const weeks = [...new Set(inOrder.map(({ week }) => week))].sort((one, other) => one - other);
  const placeOf = <T>(these: readonly T[]) => new Map(these.map((each, at) => [each, at]));
  const [ofTeam, ofWeek] = [placeOf(teams), placeOf(weeks)];
  return {
    teams,
    weeks,
    teamOf: Int32Array.from(inOrder, ({ team }) => ofTeam.get(team)!),
    weekOf: Int32Array.from(inOrder, ({ week }) => ofWeek.get(week)!),
    value: Float64Array.from(inOrder, ({ value }) => value),
    weight: Float64Array.from(inOrder, ({ weight }) => weight ?? 1),
    covered: Float64Array.from(inOrder, ({ covered }) => Number(covered)),
  };
}

function refuseBroken(row: TeamWeek, before: TeamWeek | undefined) {
  const where = `team ${row.team}, week ${row.week}`;
  if (!Number.isFinite(row.value)) throw new RangeError(`${where}: the value is no number`);
  if (!((row.weight ?? 1) > 0)) throw new RangeError(`${where}: the weight is not above 0`);
  if (before?.team === row.team && before.week === row.week) throw new RangeError(`${where}: two values`);
}

/** By code unit, so that the order is the same in every language and on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** The two sides of a policy that starts once: who is covered from the start on, and who is not. */
export interface Arms {
  covered: readonly string[];
  others: readonly string[];
  /** Teams that neither side can count, with the reason. */
  leftOut: readonly { team: string; why: LeftOut }[];
}

/** No week on one side of the start, covered before it, or covered in some weeks after it and not in others. */
export type LeftOut = "no-week-before" | "no-week-after" | "covered-before" | "changed-sides";

/** `start`: the first week of the policy. `needsBefore`: false where a team may be compared by its weeks after alone. */
export function armsOf(rows: readonly TeamWeek[], start: number, needsBefore: boolean): Arms {
  const arms = { covered: [] as string[], others: [] as string[], leftOut: [] as { team: string; why: LeftOut }[] };
  for (const [team, weeks] of Map.groupBy(rows, (row) => row.team)) {
    const after = weeks.filter(({ week }) => week >= start);
    const before = weeks.filter(({ week }) => week < start);
    const why = reasonToLeaveOut(before, after, needsBefore);
    if (why) arms.leftOut.push({ team, why });
    else arms[after[0]!.covered ? "covered" : "others"].push(team);
  }
  return arms;
}

function reasonToLeaveOut(before: readonly TeamWeek[], after: readonly TeamWeek[], needsBefore: boolean) {
  if (after.length === 0) return "no-week-after";
  if (needsBefore && before.length === 0) return "no-week-before";
  if (before.some(({ covered }) => covered)) return "covered-before";
  if (after.some(({ covered }) => covered !== after[0]!.covered)) return "changed-sides";
  return null;
}
