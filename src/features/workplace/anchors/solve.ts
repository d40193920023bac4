/** The best choice of anchor days and the next best, by a solver of integer programs that is handed in. */
import { judge, latenessOf, type Picked, type Program } from "./program.ts";

/** Answers the values of the variables of a program in CPLEX LP format; null where nothing satisfies it. */
export type Run = (lp: string) => { values: Readonly<Record<string, number>>; proven: boolean } | null;

export interface Solved {
  best: Picked;
  /** The best of all other choices that lack no more seats; null where there is none. */
  runnerUp: Picked | null;
  /** Whether the solver proved both to be the best, and did not stop before. */
  proven: boolean;
}

/**
 * The best choice, then the best that differs; and only where the two are equals, the first of all equals, team by
 * team. Every figure is whole, so that half a point decides nothing.
 */
export function solve(program: Program, run: Run): Solved {
  const best = bestOf(program, run, 0) ?? found(bestOf(program, run, fewestLacking(program, run)));
  const other = bestOf(program, run, best.short, best);
  const proven = best.proven && other?.proven !== false;
  if (!other) return { best: best.picked, runnerUp: null, proven };
  if (other.value !== best.value) return { best: best.picked, runnerUp: other.picked, proven };
  const first = firstOfEquals(program, run, best);
  return { best: first, runnerUp: same(first, best.picked) ? other.picked : best.picked, proven };
}

interface Found {
  picked: Picked;
  /** Seats that may lack. */
  short: number;
  /** Points and days as the solver weighs them. */
  value: number;
  proven: boolean;
}

/**
 * As if there were seats enough, which is quickly found and in most cases true; else within the seats. `but`: of all
 * others than this, of which none is better. Null where there is none that lacks no more seats.
 */
function bestOf(program: Program, run: Run, short: number, but?: Found): Found | null {
  const aim = worth(program, weightOf(program));
  const differs = but ? [differsFrom(but.picked)] : [];
  const roomy = run(lpOf({ ...program, rooms: [] }, aim, differs));
  if (!roomy) return null;
  const free = pickedOf(program, roomy.values);
  if (judge(program, free).short <= short) return foundOf(program, free, short, roomy.proven);
  const noBetter = but ? [`${aim} <= ${but.value + 0.5}`] : [];
  const answer = run(within(program, aim, [...differs, ...noBetter], short));
  return answer && foundOf(program, pickedOf(program, answer.values), short, answer.proven);
}

function foundOf(program: Program, picked: Picked, short: number, proven: boolean): Found {
  const { score, lateness } = judge(program, picked);
  return { picked, short, value: score * weightOf(program) - lateness, proven };
}

function fewestLacking(program: Program, run: Run): number {
  const lacking = program.rooms.map((_, at) => `- s${at}`).join(" ");
  const { values } = found(run(lpOf(program, lacking, [], true)));
  return program.rooms.reduce((sum, _, at) => sum + Math.round(values[`s${at}`] ?? 0), 0);
}

function within(program: Program, aim: string, further: readonly string[], short: number): string {
  if (short === 0) return lpOf(program, aim, further);
  return lpOf(program, aim, [...further, `${program.rooms.map((_, at) => `s${at}`).join(" + ")} <= ${short}`], true);
}

/** Team by team the earliest days that an equal choice allows. */
function firstOfEquals(program: Program, run: Run, { value, short }: Found): Picked {
  const equal = `${worth(program, weightOf(program))} >= ${value - 0.5}`;
  const fixed: string[] = [];
  let chosen: Picked = [];
  for (const team of program.teams.keys()) {
    const days = program.weekdays.length;
    const early = program.weekdays.map((_, at) => `+ ${2 ** (days - 1 - at)} x${team}_${at}`).join(" ");
    const answer = run(within(program, early, [equal, ...fixed], short));
    chosen = pickedOf(program, found(answer).values);
    for (const at of program.weekdays.keys()) fixed.push(`x${team}_${at} = ${chosen[team]?.[at] ? 1 : 0}`);
  }
  return chosen;
}

/** A point outweighs all days being as late as can be. */
function weightOf(program: Program): number {
  const latest = program.weekdays.length - 1;
  return 1 + program.teams.reduce((sum, { count }, team) => sum + count * latenessOf(program, team, latest), 0);
}

/** So much for each point, and less for each day that is late. */
function worth(program: Program, point: number): string {
  const days = program.teams.flatMap(({ gain }, team) =>
    gain.map((each, at) => term((each ?? 0) * point - latenessOf(program, team, at), `x${team}_${at}`)),
  );
  const met = program.pairs.flatMap(({ gain }, pair) =>
    program.weekdays.map((_, at) => term(gain * point, `z${pair}_${at}`)),
  );
  return [...days, ...met].join(" ");
}

/**
 * x: the team has the day. z: both of a pair have it, no more than either x. y: somebody of a group of several teams
 * comes, no less than any x of these. s: seats that are lacking, where any may be. Only x must be whole: the rest follows.
 */
function lpOf(program: Program, objective: string, further: readonly string[], mayLack = false): string {
  const { teams, pairs, rooms, weekdays } = program;
  const days = [...weekdays.keys()];
  const named = (team: number) => days.map((at) => `x${team}_${at}`);
  const comes = (room: number, group: number) => {
    const { at, groups } = rooms[room] as Program["rooms"][number];
    const of = groups[group]?.teams ?? [];
    return of.length === 1 ? `x${of[0]}_${at}` : `y${room}_${group}`;
  };
  const constraints = [
    ...teams.map(({ count }, team) => `${named(team).join(" + ")} = ${count}`),
    ...teams.flatMap(({ gain }, team) => days.filter((at) => gain[at] === null).map((at) => `x${team}_${at} = 0`)),
    ...pairs.flatMap(({ one, other }, pair) =>
      days.flatMap((at) => [one, other].map((team) => `z${pair}_${at} - x${team}_${at} <= 0`)),
    ),
    ...rooms.flatMap(({ at, free, groups }, room) => [
      ...groups.flatMap(({ teams: of }, group) =>
        of.length === 1 ? [] : of.map((team) => `x${team}_${at} - ${comes(room, group)} <= 0`),
      ),
      `${summed(groups.map(({ people }, group) => [people, comes(room, group)]))}${mayLack ? ` - s${room}` : ""} <= ${free}`,
    ]),
    ...further,
  ];
  const bounded = rooms.flatMap(({ groups }, room) => [
    ...groups.flatMap(({ teams: of }, group) => (of.length === 1 ? [] : [`0 <= ${comes(room, group)} <= 1`])),
    ...(mayLack ? [`0 <= s${room} <= ${groups.reduce((sum, { people }) => sum + people, 0)}`] : []),
  ]);
  const whole = teams.flatMap((_, team) => named(team));
  const parts = ["Subject To", ...constraints, "Bounds", ...bounded, "Binary", ...whole, "End"];
  return `Maximize\nobj: ${objective}\n${parts.join("\n")}`;
}

/** Each name once, because a name that comes again replaces what was said of it. */
function summed(terms: readonly (readonly [number, string])[]): string {
  const factors = new Map<string, number>();
  for (const [factor, name] of terms) factors.set(name, (factors.get(name) ?? 0) + factor);
  return [...factors].map(([name, factor]) => term(factor, name)).join(" ");
}

function differsFrom(picked: Picked): string {
  const chosen = picked.flatMap((days, team) => days.flatMap((is, at) => (is ? [`x${team}_${at}`] : [])));
  return chosen.length === 0 ? "0 x0_0 >= 1" : `${chosen.join(" + ")} <= ${chosen.length - 1}`;
}

function same(one: Picked, other: Picked): boolean {
  return one.every((days, team) => days.every((is, at) => is === other[team]?.[at]));
}

function term(factor: number, name: string): string {
  return `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} ${name}`;
}

function found<Answer>(answer: Answer | null): Answer {
  if (!answer) throw new Error("A program that was satisfied a moment ago cannot be now.");
  return answer;
}

function pickedOf({ teams, weekdays }: Program, values: Readonly<Record<string, number>>): Picked {
  return teams.map((_, team) => weekdays.map((_day, at) => (values[`x${team}_${at}`] ?? 0) > 0.5));
}
