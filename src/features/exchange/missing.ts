/** What a file names and the organisation does not have: what of it is made, and what is proposed. */
import type { Known, KnownMember } from "./matching.ts";
import { cycleKey } from "./periods.ts";
import type { Choices, Existing, Plan } from "./plan.ts";
import { sameWords } from "./source-key.ts";

export interface NewMember {
  id: string;
  written: string;
  name: string;
  email: string;
}

export interface NewCycle extends Known {
  kind: "year" | "half" | "quarter" | "custom";
  startsOn: string;
  endsOn: string;
}

export interface ToMake {
  members: NewMember[];
  teams: Known[];
  cycles: NewCycle[];
}

export interface AskedToMake {
  members: readonly Omit<NewMember, "id">[];
  teams: readonly string[];
  cycles: readonly Omit<NewCycle, "id">[];
}

/** Of what is asked for only what is missing: the rest is there already. Each is made once. */
export function toMake(missing: Plan["missing"], asked: AskedToMake, newId: () => string): ToMake {
  const missed = {
    members: new Set(missing.members.map(({ written }) => sameWords(written))),
    teams: new Set(missing.teams.map(({ name }) => sameWords(name))),
    cycles: new Set(missing.cycles.map(({ name }) => cycleKey(name))),
  };
  return {
    members: asked.members
      .filter(({ written }) => missed.members.delete(sameWords(written)))
      .map((member) => ({ ...member, id: newId() })),
    teams: asked.teams.filter((name) => missed.teams.delete(sameWords(name))).map((name) => ({ name, id: newId() })),
    cycles: asked.cycles
      .filter(({ name }) => missed.cycles.delete(cycleKey(name)))
      .map((cycle) => ({ ...cycle, id: newId() })),
  };
}

/** The organisation as it will be once they are made, and who is meant by each name. */
export function withMade<There extends Existing>(there: There, choices: Choices, made: ToMake) {
  const members = made.members.map(({ id, name, email }): KnownMember => ({ id, name, email }));
  return {
    existing: {
      ...there,
      members: [...there.members, ...members],
      teams: [...there.teams, ...made.teams],
      cycles: [...there.cycles, ...made.cycles],
    },
    choices: {
      ...choices,
      members: {
        ...choices.members,
        ...Object.fromEntries(made.members.map(({ written, id }) => [written, id])),
      },
    },
  };
}

/** "mira.tan@osier.example" is Mira Tan, "@mira" is Mira: a name to begin with, where only an address or handle is written. */
export function nameFrom(written: string): string {
  if (/\s/.test(written.trim())) return written.trim().replace(/^@/, "");
  const words = (written.replace(/^@/, "").split("@")[0] ?? "").split(/[._\-+\d]+/).filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || written;
}

export function addressFrom(written: string): string | null {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(written) ? written.toLowerCase() : null;
}
