/** What a choice of anchor days means: for each team and day who comes, who would change, whom it meets, what seats are left. */
import type { Weekday } from "../week.ts";
import {
  type Board,
  type Choice,
  canCome,
  isIn,
  type Person,
  peopleOf,
  type Site,
  sitesById,
  type Team,
} from "./board.ts";
import { compare, judge, type Picked, type Program, pickedFrom } from "./program.ts";
import { daysHeard } from "./said.ts";

interface Named {
  id: string;
  name: string;
}

export interface DayRead {
  weekday: Weekday;
  /** People of the team who can come. */
  of: number;
  /** Of these, who are usually in. */
  come: number;
  /** Of these, who usually are not. */
  change: Named[];
  /** People with a site who cannot: they do not work, or it takes nobody. */
  cannot: number;
  /** How many said so; null where they are not heard, lest it be told who. */
  suits: number | null;
  ratherNot: number | null;
  /** Tied teams that are in, and those that are not. */
  meets: Named[];
  misses: Named[];
  seats: { site: Named; left: number }[];
}

export function daysRead(board: Board, choice: Choice, teamId: string): DayRead[] {
  const sites = sitesById(board);
  const people = peopleOf(board, teamId).filter(({ siteId }) => siteId !== null);
  const heard = daysHeard(board, teamId);
  const tied = tiedTeams(board, teamId);
  return (choice[teamId] ?? []).map((weekday) => {
    const can = people.filter((person) => canCome(person, weekday, sites));
    const change = can.filter(({ office }) => !office.includes(weekday));
    const told = (said: (person: Person) => readonly Weekday[]) =>
      heard.has(weekday) ? can.filter((person) => said(person).includes(weekday)).length : null;
    const meets = tied.filter((team) => comesOn(board, choice, team, weekday));
    return {
      weekday,
      of: can.length,
      come: can.length - change.length,
      change: change.map(({ id, name }) => ({ id, name })),
      cannot: people.length - can.length,
      suits: told(({ suits }) => suits),
      ratherNot: told(({ ratherNot }) => ratherNot),
      meets: meets.map(named),
      misses: tied.filter((team) => !meets.includes(team)).map(named),
      seats: seatsOn(board, choice, weekday).filter(({ site }) => can.some(({ siteId }) => siteId === site.id)),
    };
  });
}

function tiedTeams(board: Board, teamId: string): Team[] {
  const ids = board.ties.flatMap(({ one, other }) => (one === teamId ? [other] : other === teamId ? [one] : []));
  return board.teams.filter(({ id }) => ids.includes(id));
}

function comesOn(board: Board, choice: Choice, team: Team, weekday: Weekday): boolean {
  return team.open ? choice[team.id]?.includes(weekday) === true : isIn(board, team, weekday);
}

/** Seats left at each site that counts them, once everybody comes whom the choice asks; below 0 they lack. */
export function seatsOn(board: Board, choice: Choice, weekday: Weekday): { site: Named; left: number }[] {
  return board.sites.flatMap((site) => {
    const seats = site.seats[weekday];
    return seats === undefined ? [] : [{ site: named(site), left: seats - inOffice(board, choice, site, weekday) }];
  });
}

export function inOffice(board: Board, choice: Choice, site: Site, weekday: Weekday): number {
  const sites = new Map([[site.id, site]]);
  const anchored = new Set(
    board.teams
      .filter(({ id, open, days }) => (open ? (choice[id] ?? []) : days).includes(weekday))
      .map(({ id }) => id),
  );
  return board.people.filter(
    (person) =>
      canCome(person, weekday, sites) &&
      (person.office.includes(weekday) || person.teamIds.some((id) => anchored.has(id))),
  ).length;
}

/** Of all ties between open teams and any other, how many meet on a day at least. */
export function tiesMet(board: Board, choice: Choice): { met: number; of: number } {
  const teams = new Map(board.teams.map((team) => [team.id, team]));
  const counted = board.ties.filter(({ one, other }) => teams.get(one)?.open || teams.get(other)?.open);
  const comes = (id: string, weekday: Weekday) => {
    const team = teams.get(id);
    return team !== undefined && comesOn(board, choice, team, weekday);
  };
  const met = counted.filter(({ one, other }) => board.weekdays.some((day) => comes(one, day) && comes(other, day)));
  return { met: met.length, of: counted.length };
}

/** The best other days of one team while all others stay; null where it has no others. */
export function nextBest(program: Program, choice: Choice, teamId: string): { days: Weekday[]; fewer: number } | null {
  const place = program.teams.findIndex(({ id }) => id === teamId);
  const team = program.teams[place];
  const days = choice[teamId] ?? [];
  if (!team || days.length === 0) return null;
  const picked = pickedFrom(program, choice);
  const others = combinations(program.weekdays.length, days.length)
    .filter((ats) => ats.every((at) => team.gain[at] !== null))
    .map((ats) => program.weekdays.map((_, at) => ats.includes(at)))
    .filter((row) => row.join() !== picked[place]?.join());
  const instead = (row: boolean[]): Picked => picked.map((each, at) => (at === place ? row : each));
  const [best] = others.sort((one, other) => compare(program, instead(one), instead(other)));
  if (!best) return null;
  const fewer = judge(program, picked).score - judge(program, instead(best)).score;
  return { days: program.weekdays.filter((_, at) => best[at]), fewer };
}

function combinations(of: number, count: number): number[][] {
  if (count === 0) return [[]];
  return Array.from({ length: of }, (_, at) => at).flatMap((last) =>
    combinations(last, count - 1).map((earlier) => [...earlier, last]),
  );
}

const named = ({ id, name }: Named): Named => ({ id, name });
