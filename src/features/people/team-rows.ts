/** The tree of teams as rows on show, in order. */

interface Team {
  id: string;
  name: string;
  parentId: string | null;
}

export interface TeamRow<T extends Team> {
  team: T;
  /** 1 at the top. */
  level: number;
  /** undefined on a team without teams below. */
  open: boolean | undefined;
}

/** Teams in the order given, each followed by those below it unless it is closed. One whose parent is out of sight stands at the top. */
export function teamRows<T extends Team>(teams: readonly T[], closed: ReadonlySet<string>): TeamRow<T>[] {
  const ids = new Set(teams.map(({ id }) => id));
  const under = Map.groupBy(teams, ({ parentId }) => (parentId && ids.has(parentId) ? parentId : null));
  const rowsFrom = (parentId: string | null, level: number): TeamRow<T>[] =>
    (under.get(parentId) ?? []).flatMap((team) => {
      const open = under.has(team.id) ? !closed.has(team.id) : undefined;
      return [{ team, level, open }, ...(open ? rowsFrom(team.id, level + 1) : [])];
    });
  return rowsFrom(null, 1);
}

/** Every team below one, itself left out. */
export function teamsBelow<T extends Team>(teams: readonly T[], id: string): T[] {
  const direct = teams.filter(({ parentId }) => parentId === id);
  return direct.flatMap((team) => [team, ...teamsBelow(teams, team.id)]);
}

/** The parent a team gets one level further in: the team beside and above it; undefined for the first of its siblings. */
export function parentFurtherIn(teams: readonly Team[], id: string): string | undefined {
  const team = teams.find((each) => each.id === id);
  const siblings = teams.filter(({ parentId }) => parentId === team?.parentId);
  return siblings[siblings.findIndex((each) => each.id === id) - 1]?.id;
}

/** The parent it gets one level further out, null for the top; undefined where it is at the top already. */
export function parentFurtherOut(teams: readonly Team[], id: string): string | null | undefined {
  const parentId = teams.find((each) => each.id === id)?.parentId;
  return parentId ? (teams.find((each) => each.id === parentId)?.parentId ?? null) : undefined;
}
