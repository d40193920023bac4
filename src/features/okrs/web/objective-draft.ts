/** An objective while it is written: figures as typed, people and teams by name. */
import { type FigureRefusal, readFigure } from "../figures.ts";
import { type Named, type Objective, type Where, writtenFigure } from "./asking.ts";

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

/** A new one stands where its writer may set it: with the team where there is but one, else for themselves. */
export function unwritten(cycleId: string, owner: Named, { levels, teamIds }: Where): Draft {
  const level = levels.includes("team") ? "team" : "personal";
  const [only, ...others] = teamIds ?? [];
  const teamId = level === "team" && only !== undefined && others.length === 0 ? only : null;
  const said = { title: "", why: "", energy: "", commitment: "committed" as const, upkeep: false, private: false };
  return { ...said, level, teamId, owner, cycleId };
}

/** Only what is personal can be private, a team's is of a team one may set it for, and a personal one is one's own. */
export function atLevel(value: Draft, level: Draft["level"], me: Named, { teamIds, forOthers }: Where): Partial<Draft> {
  const mayBeOf = level !== "team" || teamIds === null || value.teamId === null || teamIds.includes(value.teamId);
  return {
    level,
    private: value.private && level === "personal",
    ...(mayBeOf ? {} : { teamId: null }),
    ...(level === "personal" && !forOthers ? { owner: me } : {}),
  };
}

/** What the server is asked to keep, and the fields that cannot be read. */
export function readObjective(draft: Draft, locale: string) {
  const { owner, cycleId, energy: typed, private: hidden, ...body } = draft;
  const problems = new Map<string, FigureRefusal>();
  const reading = typed.trim() === "" ? null : readFigure(typed, locale);
  if (reading && !reading.ok) problems.set("energy", reading);
  const energy = reading ? (reading.ok ? reading.value : typed) : null;
  return { body: { ...body, ownerId: owner?.id ?? null, energy }, cycleId, hidden, problems };
}
