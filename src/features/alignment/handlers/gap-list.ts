import { cursorOf, pageFrom, someText, valuesOf } from "../../../platform/cursor.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { byPosition, type Entry, type Explained } from "../explained.ts";
import { directsAll, mayKeep, maySpeakFor, statesOpenTo } from "../permissions.ts";
import type { StandingRow } from "../queries/picture.ts";

/** A page of the list, from just after where the last one ended, with what the viewer may do about each entry. */
export function pageOfEntries(
  entries: readonly Entry[],
  { after, limit }: { after?: string; limit: number },
  picture: Explained,
  row: StandingRow,
  viewer: Viewer,
) {
  const from = valuesOf(after, /^\d{1,2}$/, /^\d{1,9}(\.\d{1,20})?$/, someText);
  const position = from && ([Number(from[0]), Number(from[1]), from[2] as string] as Entry["position"]);
  const rest = position ? entries.filter((each) => byPosition(each, { position }) > 0) : entries;
  const { items, next } = pageFrom(rest.slice(0, limit + 1), limit, (last) => cursorOf(...last.position));
  return { items: items.map((entry) => presented(entry, picture, row, viewer)), next };
}

function presented(entry: Entry, { teams }: Explained, row: StandingRow, viewer: Viewer) {
  const { gap, subjects, more, people, version } = entry;
  return {
    kind: gap.kind,
    subjects: subjects.map(({ teamId, ...each }) => ({ ...each, team: named(teams, teamId) })),
    more,
    people,
    values: gap.values,
    remedy: gap.remedy,
    version,
    can: { act: row.state !== "closed" && mayAct(entry, viewer), states: dependencyStates(entry, row, viewer) },
  };
}

/** Whether the step is the viewer's: who directs an objective links it, who speaks for a team drafts for it. */
function mayAct({ gap, keeper, subjects }: Entry, viewer: Viewer): boolean {
  const [first] = subjects;
  switch (gap.remedy) {
    case "talk":
    case "draft-objective":
      return true;
    case "ask-again":
    case "plan-without":
      return subjects.slice(1, 3).some(({ id }) => maySpeakFor(viewer, id));
    case "draft-team-objective":
      return maySpeakFor(viewer, first?.id ?? "");
    case "give-key-result":
      return directsAll(viewer) || first?.id === viewer.memberId || viewer.leads.includes(first?.teamId ?? "");
  }
  if (!keeper) return directsAll(viewer) || subjects.some(({ teamId }) => viewer.leads.includes(teamId ?? ""));
  return mayKeep(viewer, keeper);
}

function dependencyStates({ gap, subjects }: Entry, row: StandingRow, viewer: Viewer) {
  const [first, from, on] = subjects;
  if (first?.kind !== "dependency" || !from || !on) return [];
  const state = gap.values.state as Parameters<typeof statesOpenTo>[1]["state"];
  return statesOpenTo(viewer, { state, fromTeamId: from.id, onTeamId: on.id }, row.state);
}

/** A team as it is answered; null for what belongs to none. */
export function named(teams: Explained["teams"], id: string | null) {
  const team = id === null ? undefined : teams.get(id);
  return team ? { id: team.id, name: team.name } : null;
}
