/**
 * The integer program of anchor days, in whole points: docs/anchor-days.md has it with its formulas. Everything that a
 * choice is judged by stands here; the solver and the what-if read the same figures.
 */
import type { Weekday } from "../week.ts";
import { type Board, type Choice, canCome, isIn, type Person, possibleDays, sitesById, whoMeet } from "./board.ts";
import { daysHeard } from "./said.ts";

/** What a person adds to a day of their team, and a tie for each of its people who meet. */
export const points = { comesAnyway: 3, mustChange: -1, cannotCome: -2, suits: 1, ratherNot: -2, meets: 1 } as const;

export interface Program {
  /** In the order of the week. */
  weekdays: readonly Weekday[];
  teams: readonly {
    id: string;
    /** How many days it is to have. */
    count: number;
    /** Of each weekday; null: nobody can come. */
    gain: readonly (number | null)[];
  }[];
  /** Open teams, by their place, that gain this on each weekday which both choose. */
  pairs: readonly { one: number; other: number; gain: number }[];
  /** Where seats are counted and somebody may be asked to come. */
  rooms: readonly Room[];
}

export interface Room {
  siteId: string;
  /** The place of the weekday. */
  at: number;
  /** Seats that are free before anybody is asked to come. */
  free: number;
  /** People who are not there yet and would come if one of these teams, by their places, had the day. */
  groups: readonly { teams: readonly number[]; people: number }[];
}

/** A day of a team is 1, any other 0: team → weekday → chosen. */
export type Picked = readonly (readonly boolean[])[];

/** The program of the open teams of a board with so many days a week each, or as many as are possible. */
export function programOf(board: Board, daysOf: (teamId: string) => number): Program {
  const open = board.teams.filter((team) => team.open);
  const places = new Map(open.map(({ id }, at) => [id, at]));
  const teams = open.map(({ id }) => {
    const possible = possibleDays(board, id);
    const heard = daysHeard(board, id);
    const gain = board.weekdays.map((day) => (possible.includes(day) ? gainOf(board, id, day, heard.has(day)) : null));
    return { id, count: Math.min(daysOf(id), possible.length), gain };
  });
  const pairs = board.ties.flatMap((tie) => {
    const [one, other] = [places.get(tie.one), places.get(tie.other)];
    const gain = worthOf(board, tie);
    return one === undefined || other === undefined || gain === 0 ? [] : [{ one, other, gain }];
  });
  return { weekdays: board.weekdays, teams, pairs, rooms: roomsOf(board, places) };
}

/** What a weekday is worth to a team, whatever the other open teams choose; with what its people said where they are heard. */
function gainOf(board: Board, teamId: string, weekday: Weekday, heard: boolean): number {
  const sites = sitesById(board);
  const own = board.people
    .filter(({ teamIds, siteId }) => siteId !== null && teamIds.includes(teamId))
    .reduce((sum, person) => sum + pointsOf(person, weekday, canCome(person, weekday, sites), heard), 0);
  const met = board.ties
    .filter((tie) => tie.one === teamId || tie.other === teamId)
    .reduce((sum, tie) => {
      const other = board.teams.find(({ id }) => id === (tie.one === teamId ? tie.other : tie.one));
      return other && !other.open && isIn(board, other, weekday) ? sum + worthOf(board, tie) : sum;
    }, 0);
  return own + met;
}

function pointsOf(person: Person, weekday: Weekday, can: boolean, heard: boolean): number {
  if (!can) return points.cannotCome;
  const comes = person.office.includes(weekday) ? points.comesAnyway : points.mustChange;
  if (!heard) return comes;
  const said = person.suits.includes(weekday)
    ? points.suits
    : person.ratherNot.includes(weekday)
      ? points.ratherNot
      : 0;
  return comes + said;
}

function worthOf(board: Board, tie: Board["ties"][number]): number {
  return points.meets * tie.strength * whoMeet(board, tie);
}

/** Who comes whatever is chosen takes a seat first: usually in, or on an anchor day of a team that is not in question. */
function roomsOf(board: Board, places: ReadonlyMap<string, number>): Room[] {
  const fixed = new Map(board.teams.filter(({ open }) => !open).map(({ id, days }) => [id, days]));
  return board.sites.flatMap((site) =>
    board.weekdays.flatMap((weekday, at) => {
      const seats = site.seats[weekday];
      if (seats === undefined || seats === 0) return [];
      const here = board.people.filter(({ siteId, works }) => siteId === site.id && works.includes(weekday));
      const groups = new Map<string, { teams: number[]; people: number }>();
      let taken = 0;
      for (const person of here) {
        const comes = person.office.includes(weekday) || person.teamIds.some((id) => fixed.get(id)?.includes(weekday));
        const teams = person.teamIds.flatMap((id) => places.get(id) ?? []).sort((one, other) => one - other);
        if (comes) taken += 1;
        else if (teams.length > 0) {
          const group = groups.get(teams.join()) ?? { teams, people: 0 };
          group.people += 1;
          groups.set(teams.join(), group);
        }
      }
      if (groups.size === 0) return [];
      return [{ siteId: site.id, at, free: Math.max(0, seats - taken), groups: [...groups.values()] }];
    }),
  );
}

export interface Judged {
  /** Seats that are lacking, over all sites and days. */
  short: number;
  /** Points. */
  score: number;
  /** Later days count more, and those of teams further down less: smaller is chosen among equals. */
  lateness: number;
}

/** Each day's place in the week, weighed by how far up the team stands. */
export function latenessOf({ teams }: Program, team: number, at: number): number {
  return at * (teams.length - team);
}

export function judge(program: Program, picked: Picked): Judged {
  const is = (team: number, at: number) => picked[team]?.[at] === true;
  let [score, lateness] = [0, 0];
  for (const [team, { gain }] of program.teams.entries())
    for (const [at, worth] of gain.entries())
      if (is(team, at)) {
        score += worth ?? 0;
        lateness += latenessOf(program, team, at);
      }
  for (const { one, other, gain } of program.pairs)
    for (const at of program.weekdays.keys()) if (is(one, at) && is(other, at)) score += gain;
  const short = program.rooms.reduce((sum, room) => sum + Math.max(0, comingTo(room, is) - room.free), 0);
  return { short, score, lateness };
}

/** How many more than those who come anyway. */
export function comingTo({ at, groups }: Room, is: (team: number, at: number) => boolean): number {
  return groups.reduce((sum, { teams, people }) => (teams.some((team) => is(team, at)) ? sum + people : sum), 0);
}

/**
 * The order of choices, the better first (negative): fewer seats lacking, more points, earlier days; then, team by team
 * by name, the one whose first day that differs is earlier.
 */
export function compare(program: Program, one: Picked, other: Picked): number {
  const [these, those] = [judge(program, one), judge(program, other)];
  const decided = these.short - those.short || those.score - these.score || these.lateness - those.lateness;
  if (decided !== 0) return decided;
  for (const [team, days] of one.entries())
    for (const [at, chosen] of days.entries()) if (chosen !== other[team]?.[at]) return chosen ? -1 : 1;
  return 0;
}

export function pickedFrom({ teams, weekdays }: Program, choice: Choice): Picked {
  return teams.map(({ id }) => weekdays.map((weekday) => choice[id]?.includes(weekday) === true));
}

export function choiceOf({ teams, weekdays }: Program, picked: Picked): Record<string, Weekday[]> {
  return Object.fromEntries(teams.map(({ id }, team) => [id, weekdays.filter((_, at) => picked[team]?.[at] === true)]));
}
