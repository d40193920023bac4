/** What a choice of anchor days is made from: teams and their people, sites and their seats, and who depends on whom. */
import type { Weekday } from "../week.ts";

export interface Person {
  id: string;
  name: string;
  /** Their home site, where presence is on; null: no site is near, and they are never made to come. */
  siteId: string | null;
  /** Teams they belong to. */
  teamIds: readonly string[];
  works: readonly Weekday[];
  /** On which weekdays they usually are in the office of their home site. */
  office: readonly Weekday[];
  /** What they said of weekdays themselves. */
  suits: readonly Weekday[];
  ratherNot: readonly Weekday[];
}

export interface Site {
  id: string;
  name: string;
  /** A weekday that is absent is not counted, 0 takes nobody. */
  seats: Readonly<Partial<Record<Weekday, number>>>;
}

export interface Team {
  id: string;
  name: string;
  /** Its anchor days where they are not in question, else those that hold so far. */
  days: readonly Weekday[];
  /** Whether its days are in question. */
  open: boolean;
}

/** Two teams that wait for each other's work: accepted dependencies and shared key results, 1 to 3 of them counted. */
export interface Tie {
  one: string;
  other: string;
  strength: number;
}

export interface Board {
  /** The weekdays on which somebody of the open teams works, in the order of the week. */
  weekdays: readonly Weekday[];
  /** Open ones by name, then others that count: tied ones, and those whose people share the seats. */
  teams: readonly Team[];
  people: readonly Person[];
  sites: readonly Site[];
  ties: readonly Tie[];
}

/** Team → its anchor days. */
export type Choice = Readonly<Record<string, readonly Weekday[]>>;

/** Whether somebody can be in the office of their home site on a weekday: they work, and it takes people. */
export function canCome(person: Person, weekday: Weekday, sites: ReadonlyMap<string, Site>): boolean {
  const site = person.siteId === null ? undefined : sites.get(person.siteId);
  return site !== undefined && site.seats[weekday] !== 0 && person.works.includes(weekday);
}

export function sitesById(board: Board): Map<string, Site> {
  return new Map(board.sites.map((site) => [site.id, site]));
}

export function peopleOf(board: Pick<Board, "people">, teamId: string): Person[] {
  return board.people.filter(({ teamIds }) => teamIds.includes(teamId));
}

/** The weekdays on which somebody of the team can come. */
export function possibleDays(board: Board, teamId: string): Weekday[] {
  const sites = sitesById(board);
  const people = peopleOf(board, teamId);
  return board.weekdays.filter((weekday) => people.some((person) => canCome(person, weekday, sites)));
}

/** How many of two teams meet when both are in: at each site that both have people at, the fewer of the two. */
export function whoMeet(board: Pick<Board, "people">, { one, other }: Tie): number {
  const here = countBySite(peopleOf(board, one));
  const there = countBySite(peopleOf(board, other));
  return [...here].reduce((sum, [site, count]) => sum + Math.min(count, there.get(site) ?? 0), 0);
}

/** Whether a team that is not in question is in on a weekday: its anchor day, or without any half of its people who could come. */
export function isIn(board: Board, team: Team, weekday: Weekday): boolean {
  if (team.days.length > 0) return team.days.includes(weekday);
  const sites = sitesById(board);
  const could = peopleOf(board, team.id).filter((person) => canCome(person, weekday, sites));
  const come = could.filter(({ office }) => office.includes(weekday));
  return could.length > 0 && come.length * 2 >= could.length;
}

function countBySite(people: readonly Person[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { siteId } of people) if (siteId !== null) counts.set(siteId, (counts.get(siteId) ?? 0) + 1);
  return counts;
}
