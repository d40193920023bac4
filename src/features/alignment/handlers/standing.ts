/** The index with its parts, the list that explains it, and what each part counts. */
import type { Tx } from "../../../platform/database/database.ts";
import { Memory } from "../../../platform/database/memory.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { alignmentIndex, type Understood } from "../alignment-index.ts";
import { alignment as contract } from "../contract.ts";
import { type Counts, noCounts } from "../counts.ts";
import { countOf, type Entry, type Explained, explained, KINDS, teamWithBelow } from "../explained.ts";
import { historyOf } from "../history.ts";
import { mayKeep } from "../permissions.ts";
import { pictureRows, type StandingRow, standingOf } from "../queries/picture.ts";
import { pageOfEntries } from "./gap-list.ts";
import { energyRow, leafRows, pageAfterId, unmeasuredRows } from "./made-of.ts";
import { todayOf } from "./map.ts";

const os = keeps(contract).alignment;

/** Rows of what was explained, of all organisations together; a row is some 300 bytes. */
const pictures = new Memory(100_000);

export const standing = os.router({
  get: os.get.handler(({ input, context }) =>
    context.read(async (tx) => {
      const row = await standingOf(tx, todayOf(context), input.cycleId);
      if (!row && input.cycleId) throw notFound();
      return indexPage(tx, context, row, input.limit);
    }),
  ),

  gaps: os.gaps.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { row, picture } = await pictureAsked(tx, context, input.cycleId);
      if (!row || !picture) return { items: [], next: null, counts: [] };
      const within = input.teamId === undefined ? null : teamsAsked(picture, input.teamId);
      const concerned = picture.entries.filter(
        ({ teams, objectives }) =>
          (input.objectiveId === undefined || objectives.has(input.objectiveId)) &&
          (within === null || !within.isDisjointFrom(teams)),
      );
      const entries = input.kind === undefined ? concerned : concerned.filter(({ gap }) => gap.kind === input.kind);
      return { ...pageOfEntries(entries, input, picture, row, context.viewer), counts: countsOf(concerned) };
    }),
  ),

  madeOf: os.madeOf.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { row, picture } = await pictureAsked(tx, context, input.cycleId);
      if (!row || !picture) return { items: [], next: null };
      const rows = input.part === "measurable" ? unmeasuredRows(picture) : leafRows(picture, row, input.part, input.on);
      return pageAfterId(rows, input);
    }),
  ),

  energy: os.energy.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { row, picture } = await pictureAsked(tx, context, input.cycleId);
      if (!row || !picture) return { items: [], next: null };
      const limit = String(Number(row.plannedEnergy));
      const within = input.teamId === undefined ? null : teamsAsked(picture, input.teamId);
      const ofTeam = Map.groupBy(picture.leaves, ({ teamId }) => teamId);
      const rows = [...picture.teams.values()].flatMap((team) => {
        const leaves = ofTeam.get(team.id) ?? [];
        if (leaves.length === 0 || (within !== null && !within.has(team.id))) return [];
        return [
          {
            id: team.id,
            ...energyRow(team, leaves, limit, (keeper) => row.state !== "closed" && mayKeep(context.viewer, keeper)),
          },
        ];
      });
      const { items, next } = pageAfterId(rows, input);
      return { items: items.map(({ id: _, ...each }) => each), next };
    }),
  ),
});

async function indexPage(tx: Tx, context: RequestContext, row: StandingRow | undefined, limit: number) {
  const counts = (row?.counts as Counts | null) ?? noCounts;
  const imperatives = row?.imperatives ?? [];
  const understood = (row?.understood as Understood | null) ?? null;
  const { index, parts, placed } = alignmentIndex({ counts, imperatives, understood });
  const picture = row && (await pictureOf(tx, context, row));
  const titles = new Map(imperatives.map(({ id, statement }) => [id, statement]));
  return {
    cycle: row ? cycleShown(row) : null,
    index,
    parts,
    leaves: { all: counts.leaves, linked: counts.linkedLeaves, withoutEnergy: counts.unstated },
    placed: placed.map((each) => ({ ...each, title: titles.get(each.on) ?? "" })),
    coverage: picture?.coverage ?? nothingCovered,
    history: row ? historyOf(row) : [],
    counts: countsOf(picture?.entries ?? []),
    gaps:
      row && picture
        ? pageOfEntries(picture.entries, { limit }, picture, row, context.viewer)
        : { items: [], next: null },
  };
}

const none = { all: 0, without: 0 };
const nothingCovered = { imperatives: none, teams: none, members: none };

function countsOf(entries: readonly Entry[]) {
  return KINDS.map((kind) => ({ kind, count: countOf(entries, kind) })).filter(({ count }) => count > 0);
}

function cycleShown({ id, name, startsOn, endsOn, state }: StandingRow) {
  return { id, name, startsOn, endsOn, state };
}

async function pictureAsked(tx: Tx, context: RequestContext, cycleId: string | undefined) {
  const row = await standingOf(tx, todayOf(context), cycleId);
  if (!row && cycleId) throw notFound();
  return { row, picture: row ? await pictureOf(tx, context, row) : undefined };
}

/**
 * Everything that explains a cycle, kept as long as nothing happened that it shows: the reader of events counts those
 * changes, so a check-in leaves it as it is.
 */
function pictureOf(tx: Tx, context: RequestContext, row: StandingRow): Promise<Explained> {
  const today = todayOf(context);
  return pictures.of(
    `${tx.organisationId} ${row.id}`,
    `${row.changes} ${today}`,
    async () => {
      const { objectives, keyResults, people } = await pictureRows(tx, row.id);
      return explained({ objectives, keyResults, ...people, imperatives: row.imperatives }, today);
    },
    ({ entries, leaves, unmeasured, teams }) => entries.length + leaves.length + unmeasured.length + teams.size,
  );
}

function teamsAsked(picture: Explained, teamId: string): Set<string> {
  if (!picture.teams.has(teamId)) throw notFound();
  return teamWithBelow(picture.teams, teamId);
}
