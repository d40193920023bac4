/** Whatever somebody could ask figures of, from the tree of teams: what a launch may fix. */
import type { Grouping } from "./hiding.ts";

/** The whole organisation, as a grouping and as a cell. */
export const EVERYONE = "organisation";

export interface TeamRow {
  id: string;
  parentId: string | null;
  /** Who is directly in it. */
  memberIds: readonly string[];
}

/**
 * The organisation, then teams with everyone beneath them, down to a level (1 is the top), large ones first within one.
 * What comes first is kept first. A team that holds everyone is the organisation itself: its own teams are the top.
 */
export function groupingsOf(
  everyone: readonly string[],
  teams: readonly TeamRow[],
  levels: number,
): (Grouping & { level: number })[] {
  const below = Map.groupBy(teams, ({ parentId }) => parentId);
  const isHere = new Set(everyone);
  const found = [{ id: EVERYONE, memberIds: everyone, level: 0 }];
  let level = belowEveryone(below.get(null) ?? [], everyone, below, isHere);
  for (let depth = 1; depth <= levels && level.length > 0; depth += 1) {
    const groupings = level.map((team) => ({
      id: team.id,
      memberIds: [...withAllBelow(team, below, isHere)],
      level: depth,
    }));
    found.push(
      ...groupings.toSorted(
        (one, other) => other.memberIds.length - one.memberIds.length || (one.id < other.id ? -1 : 1),
      ),
    );
    level = level.flatMap(({ id }) => below.get(id) ?? []);
  }
  return found;
}

function belowEveryone(top: TeamRow[], everyone: readonly string[], below: Below, isHere: Set<string>): TeamRow[] {
  const whole = top.find((team) => withAllBelow(team, below, isHere).size === everyone.length);
  return whole ? belowEveryone(below.get(whole.id) ?? [], everyone, below, isHere) : top;
}

type Below = ReadonlyMap<string | null, TeamRow[]>;

function withAllBelow(team: TeamRow, below: Below, isHere: ReadonlySet<string>): Set<string> {
  const own = new Set(team.memberIds.filter((id) => isHere.has(id)));
  return (below.get(team.id) ?? []).reduce((all, child) => all.union(withAllBelow(child, below, isHere)), own);
}
