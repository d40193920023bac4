/** Which anchor days hold for a team: its own, or those of the nearest team above that has any. */
import type { Day, Weekday } from "../week.ts";

export interface Agreed {
  teamId: string;
  from: string;
  /** When it was accepted: decides between two from the same day. */
  decidedAt: string;
  /** None: from then on it has no anchor days. */
  days: readonly Weekday[];
}

interface InTree {
  id: string;
  parentId: string | null;
}

/** The weekdays that hold on a date, and since when; null where nothing was ever agreed by then for it or above. */
export function agreedOn(
  date: string,
  teamId: string,
  teams: ReadonlyMap<string, InTree>,
  agreed: readonly Agreed[],
): Agreed | null {
  for (let id: string | null = teamId; id !== null; id = teams.get(id)?.parentId ?? null) {
    const own = latest(agreed.filter((each) => each.teamId === id && each.from <= date));
    if (own) return own;
  }
  return null;
}

function latest(agreed: readonly Agreed[]): Agreed | undefined {
  return [...agreed]
    .sort((one, other) => one.from.localeCompare(other.from) || one.decidedAt.localeCompare(other.decidedAt))
    .at(-1);
}

export interface AnchorTeam {
  id: string;
  name: string;
  parentId: string | null;
  /** Or read only because it stands above one that is. */
  asked: boolean;
  agreed: Agreed[];
}

/** The days of a week on which each of the teams that are asked for comes in together; teams without any left out. */
export function anchorsIn(week: readonly Day[], around: readonly AnchorTeam[]) {
  const teams = new Map(around.map((team) => [team.id, team]));
  const agreed = around.flatMap((team) => team.agreed);
  return around.flatMap(({ id, name, asked }) => {
    const days = week.filter(({ date, weekday }) => agreedOn(date, id, teams, agreed)?.days.includes(weekday));
    return asked && days.length > 0 ? [{ team: { id, name }, days: days.map(({ date }) => date) }] : [];
  });
}
