/** The parent that an orphan most likely belongs to: offered, never chosen for anybody. */
import { filesOf, likeness, type Wording, wordingOf } from "./wording.ts";

export interface Candidate {
  kind: "objective" | "imperative";
  id: string;
  title: string;
  /** null for an imperative and for an objective of the whole organisation. */
  teamId: string | null;
}

export interface Offered {
  kind: Candidate["kind"];
  id: string;
  /** Whole percents of likeness, and how many teams above it stands (0 is the same team); null for another branch. */
  likeness: number;
  teamsAbove: number | null;
}

/**
 * Finds for each orphan the candidate with the greatest likeness of wording, helped by team: an objective of the team
 * above counts half as much as the same words, one two teams above a third, one of the whole organisation a quarter.
 * Candidates must lead up to an imperative already and must not stand beneath the orphan. Team alone speaks for none:
 * without some likeness of words it is a guess, and null is answered.
 */
export function closestParents(
  orphans: readonly { id: string; title: string; teamId: string | null }[],
  candidates: readonly Candidate[],
  parentTeamOf: ReadonlyMap<string, string | null>,
  isBeneath: (candidate: Candidate, orphanId: string) => boolean,
): Map<string, Offered | null> {
  const known = candidates.map((candidate) => ({ ...candidate, wording: wordingOf(candidate.title) }));
  const { files, namesFor } = filesOf(
    known.map((item) => ({ item, wording: item.wording, within: "" })),
    most,
  );
  const ofTeam = Map.groupBy(known, ({ teamId }) => teamId);
  return new Map(
    orphans.map(({ id, title, teamId }) => {
      const wording = wordingOf(title);
      const above = teamsAbove(teamId, parentTeamOf);
      const near = [
        ...namesFor(wording, "").flatMap((name) => files.get(name) ?? []),
        ...[...above.keys(), null].flatMap((team) => (ofTeam.get(team) ?? []).slice(0, most)),
      ];
      const free = [...new Set(near)].filter((one) => one.id !== id && !isBeneath(one, id));
      return [id, best(free, wording, above)];
    }),
  );
}

/**
 * From here on two titles are somewhat alike: one word of four in common, say. Below it lies chance: of 66 pairs of
 * everyday titles that mean different things two reach a fifth, and only the one with a word in common a quarter.
 */
const SOME = 0.25;

/** Most candidates looked at per word and per team. */
const most = 30;

function best(
  candidates: readonly (Candidate & { wording: Wording })[],
  wording: Wording,
  above: ReadonlyMap<string, number>,
): Offered | null {
  let found: { score: number; offered: Offered } | null = null;
  for (const { kind, id, teamId, wording: other } of candidates) {
    const alike = likeness(wording, other);
    if (alike < SOME) continue;
    const teams = teamId === null ? null : (above.get(teamId) ?? null);
    const score = alike + closeness(kind, teamId, teams);
    const isBetter = found === null || score > found.score || (score === found.score && id < found.offered.id);
    if (!isBetter) continue;
    found = { score, offered: { kind, id, likeness: Math.round(alike * 100), teamsAbove: teams } };
  }
  return found?.offered ?? null;
}

/** An objective of its own team is a sibling as often as a parent, so the team itself counts like the whole. */
function closeness(kind: Candidate["kind"], teamId: string | null, teams: number | null): number {
  if (kind === "imperative") return 0;
  if (teamId === null || teams === 0) return 0.25;
  return teams === null ? 0 : 1 / (teams + 1);
}

/** A team and those it stands in, with how many steps above. */
function teamsAbove(teamId: string | null, parentTeamOf: ReadonlyMap<string, string | null>): Map<string, number> {
  const above = new Map<string, number>();
  for (let at = teamId; at !== null && !above.has(at); at = parentTeamOf.get(at) ?? null) above.set(at, above.size);
  return above;
}
