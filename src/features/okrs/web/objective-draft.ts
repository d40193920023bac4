/** An objective while it is written: figures as typed, people and teams by name. */
import { type FigureRefusal, readFigure } from "../figures.ts";
import { type Named, type Objective, writtenFigure } from "./asking.ts";

export interface Draft extends Pick<Objective, "title" | "level" | "commitment" | "why" | "upkeep" | "private"> {
  teamId: string | null;
  owner: Named | null;
  cycleId: string;
  energy: string;
}

/** `read` is an objective that stands, or what a new one begins with. */
export function draftOf(read: Objective, locale: string): Draft {
  const { title, level, commitment, why, upkeep, team, owner, cycleId, energy } = read;
  return {
    title,
    level,
    commitment,
    why,
    upkeep,
    private: read.private,
    teamId: team?.id ?? null,
    owner,
    cycleId,
    energy: writtenFigure(energy, locale),
  };
}

/** What the server is asked to keep, and the fields that cannot be read. */
export function readObjective(draft: Draft, locale: string) {
  const { owner, cycleId, energy: typed, private: hidden, ...body } = draft;
  const problems = new Map<string, FigureRefusal>();
  const reading = typed.trim() === "" ? null : readFigure(typed, locale);
  if (reading && !reading.ok) problems.set("energy", reading);
  const energy = reading?.ok ? reading.value : null;
  return { body: { ...body, ownerId: owner?.id ?? null, energy }, cycleId, hidden, problems };
}
