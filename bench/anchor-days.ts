/** How long anchor days for 200 people take, from the question to the proven answer with its runner-up. */
import { performance } from "node:perf_hooks";
import type { Board, Person, Tie } from "../src/features/workplace/anchors/board.ts";
import { programOf } from "../src/features/workplace/anchors/program.ts";
import { solvedApart } from "../src/features/workplace/handlers/anchor-solver.ts";

const [people, teams, sites, organisations] = [200, 24, 4, 5];
const week = ["1", "2", "3", "4", "5"] as const;

/** "Anchor days for …", with the slowest and the middle of some organisations, and what the process holds more after. */
export async function anchorDaysCostInWords(): Promise<string> {
  const held = process.memoryUsage().rss;
  const times: number[] = [];
  for (let seed = 1; seed <= organisations; seed++) {
    const program = programOf(boardOf(chance(seed)), () => 2);
    const before = performance.now();
    await solvedApart(program);
    times.push(performance.now() - before);
  }
  times.sort((one, other) => one - other);
  const seconds = (at: number) => ((times[at] ?? 0) / 1000).toFixed(2);
  const more = (process.memoryUsage().rss - held) / 1e6;
  return `Anchor days for ${people} people in ${teams} teams and ${sites} sites: ${seconds(2)} s in the middle of ${organisations} organisations, ${seconds(organisations - 1)} s at most (aim ≤ 2), proven best with the runner-up; ${more.toFixed(0)} MB held after.`;
}

/** Usual weeks, sayings and ties by chance; seats for somewhat more than half of each site. */
function boardOf(next: (below: number) => number): Board {
  const some = (share: number) => week.filter(() => next(100) < share);
  const everyone: Person[] = Array.from({ length: people }, (_, nth) => {
    const suits = some(10);
    return {
      ...{ id: `person ${nth}`, name: `Person ${nth}`, siteId: siteOf(nth % teams, next) },
      teamIds: [`team ${nth % teams}`, ...(next(12) === 0 ? [`team ${next(teams)}`] : [])],
      works: next(10) === 0 ? week.slice(0, 4) : week,
      ...{ office: some(35), suits, ratherNot: some(10).filter((day) => !suits.includes(day)) },
    };
  });
  const ties = Array.from({ length: 36 }, (): Tie => {
    const one = next(teams);
    return { one: `team ${one}`, other: `team ${(one + 1 + next(teams - 1)) % teams}`, strength: 1 + next(3) };
  });
  return {
    weekdays: week,
    teams: Array.from({ length: teams }, (_, nth) => ({
      id: `team ${nth}`,
      name: `Team ${nth}`,
      days: [],
      open: true,
    })),
    people: everyone,
    sites: Array.from({ length: sites }, (_, nth) => ({
      ...{ id: `site ${nth}`, name: `Site ${nth}` },
      seats: Object.fromEntries(week.map((day) => [day, 28 + next(8)])),
    })),
    ties,
  };
}

/** One in eight has none; a team has most of its people at one site. */
function siteOf(team: number, next: (below: number) => number): string | null {
  if (next(8) === 0) return null;
  return `site ${next(10) < 8 ? team % sites : next(sites)}`;
}

/** Park and Miller's generator: whole numbers from 0 to below a bound, the same for a seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 7919;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
}
