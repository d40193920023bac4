import { cycleKey, findCycle, type NamedCycle } from "./periods.ts";
import { sameWords } from "./source-key.ts";

export interface KnownMember {
  id: string;
  name: string;
  email: string | null;
}

export interface Known {
  id: string;
  name: string;
}

/** A name in the file that the organisation does not have; it is offered for creation. */
export interface MissingMember {
  written: string;
  /** How many rows it owns. */
  rows: number;
  /** A member one letter away, who may be meant. */
  nearest: KnownMember | null;
}

export interface MissingTeam {
  name: string;
  rows: number;
}

export interface MissingCycle {
  name: string;
  rows: number;
  /** Its year and part, from which its dates follow; null for a name of its own ("Summer term"). */
  period: Pick<NamedCycle, "kind" | "year" | "part"> | null;
}

/** Looks members, teams and cycles up by what a file calls them. */
export function directory(members: KnownMember[], teams: Known[], cycles: Known[]) {
  const byWords = new Map(members.flatMap((member) => spellings(member).map((words) => [words, member] as const)));
  const teamsByName = new Map(teams.map((team) => [sameWords(team.name), team]));
  const cyclesByName = new Map(cycles.map((cycle) => [cycleKey(cycle.name), cycle]));
  return {
    member: (written: string) => byWords.get(sameWords(written.replace(/^@/, ""))) ?? null,
    nearest: (written: string) => nearest(members, written),
    team: (name: string) => teamsByName.get(sameWords(name)) ?? null,
    cycle: (name: string) => cyclesByName.get(cycleKey(name)) ?? null,
  };
}

/** "Dana Okafor" is found by name, address, the part before the @, "danaokafor" and "dana.okafor". */
function spellings({ name, email }: KnownMember): string[] {
  const words = sameWords(name);
  const address = email ? [sameWords(email), sameWords(email.split("@")[0] ?? "")] : [];
  return [...address, words.replaceAll(" ", ""), words.replaceAll(" ", "."), words];
}

function nearest(members: KnownMember[], written: string): KnownMember | null {
  const words = sameWords(written.replace(/^@/, ""));
  if (words.length < 4) return null;
  const near = members.filter((member) => spellings(member).some((spelling) => isOneLetterAway(spelling, words)));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** One letter more, less or other, or two neighbours swapped. */
export function isOneLetterAway(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, otherRest] = [one.slice(at), other.slice(at)];
  const swapped = rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  return swapped || rest.slice(1) === otherRest.slice(1) || rest === otherRest.slice(1) || rest.slice(1) === otherRest;
}

/** Counts names that were looked for and not found, in the order of the file. */
export function missingNames() {
  const members = new Map<string, MissingMember>();
  const teams = new Map<string, MissingTeam>();
  const cycles = new Map<string, MissingCycle>();
  return {
    members,
    teams,
    cycles,
    member: (written: string, nearest: () => KnownMember | null) => {
      const known = count(members, sameWords(written), () => ({ written, rows: 0, nearest: nearest() }));
      return known.nearest;
    },
    team: (name: string) => count(teams, sameWords(name), () => ({ name, rows: 0 })),
    cycle: (name: string) =>
      count(cycles, cycleKey(name), () => ({ name: findCycle(name)?.name ?? name, rows: 0, period: periodOf(name) })),
  };
}

function count<T extends { rows: number }>(counted: Map<string, T>, key: string, make: () => T): T {
  const known = counted.get(key) ?? make();
  known.rows += 1;
  counted.set(key, known);
  return known;
}

function periodOf(name: string): MissingCycle["period"] {
  const found = findCycle(name);
  return found ? { kind: found.kind, year: found.year, part: found.part } : null;
}
