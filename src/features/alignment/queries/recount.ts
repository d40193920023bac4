/** What is to be counted again, and how it stands in the tables now. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { ObjectiveFacts } from "../counts.ts";
import type { Touched } from "../touched.ts";
import { among } from "./among.ts";
import { keyResultsBy, linksAbove, linksBelow, linksBy } from "./links.ts";
import { headcountsOf, teamsAbove } from "./people.ts";

/**
 * The objectives to count again: those named, those of the teams and members named (in cycles that go on), everything
 * beneath what was linked otherwise, and the parents of each, which may have become a leaf or ceased to be one.
 */
export async function objectivesToCount(tx: Tx, touched: Touched): Promise<string[]> {
  const ofPeople = await objectivesOfPeople(tx, touched);
  const relinked = await objectivesRelinked(tx, touched);
  const changed = [...new Set([...touched.objectives, ...ofPeople, ...(await withBeneath(tx, relinked))])];
  const [links, counted] = await Promise.all([linksAbove(tx, changed), countedAbove(tx, changed)]);
  return [...new Set([...changed, ...links.flatMap(({ above }) => above ?? []), ...counted])];
}

async function objectivesOfPeople(tx: Tx, { teams, members }: Touched): Promise<string[]> {
  if (teams.length === 0 && members.length === 0) return [];
  const above = await teamsAbove(tx, teams, members);
  const { rows } = await sql<{ id: string }>`
    select id from objective where organisation_id = ${tx.organisationId} and ${goesOn(tx)}
      and ((level = 'team' and ${among("team_id", above)}) or (level = 'company' and ${members.length > 0}))`.execute(
    tx.db,
  );
  return rows.map(({ id }) => id);
}

/** Objectives that were linked otherwise, or that lead straight to something that is gone, archived or taken up again. */
async function objectivesRelinked(tx: Tx, { relinked, gone, imperatives }: Touched): Promise<string[]> {
  const { organisationId } = tx;
  const led = (await linksBy(tx, "imperative_id", imperatives)).map(({ objectiveId }) => objectiveId);
  const [{ rows: going }, { rows: left }] = await Promise.all([
    sql<{ id: string }>`select id from objective
      where organisation_id = ${organisationId} and ${among("id", led)} and ${goesOn(tx)}`.execute(tx.db),
    sql<{ id: string }>`select objective_id as id from alignment_fact
      where organisation_id = ${organisationId} and ${gone.length > 0} and above && ${gone}::uuid[]`.execute(tx.db),
  ]);
  return [...relinked, ...going.map(({ id }) => id), ...left.map(({ id }) => id)];
}

/** In a cycle that is not closed. */
function goesOn({ organisationId }: Tx) {
  return sql`(cycle_id in (select id from cycle where organisation_id = ${organisationId} and state <> 'closed')) is true`;
}

/** These objectives and everything beneath them, level by level. */
async function withBeneath(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const seen = new Set(ids);
  for (let level = [...seen]; level.length > 0; ) {
    const below = new Set((await linksBelow(tx, level)).map(([, objectiveId]) => objectiveId));
    level = [...below].filter((id) => !seen.has(id));
    for (const id of level) seen.add(id);
  }
  return seen;
}

/** What was above these objectives when they were last counted. */
async function countedAbove(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ above: string[] }>`select above from alignment_fact
    where organisation_id = ${tx.organisationId} and ${among("objective_id", ids)}`.execute(tx.db);
  return rows.flatMap(({ above }) => above);
}

export interface FactsNow extends Omit<ObjectiveFacts, "reach" | "keyResults" | "measurable"> {
  objectiveId: string;
  cycleId: string;
  /** What it supports, in the order it was linked: [kind, id, the objective that stands there]. */
  links: ["objective" | "key-result" | "imperative", string, string | null][];
  /** Neither dropped nor postponed: [has an owner, type, has a value, has progress]. */
  keyResults: [boolean, string, boolean, boolean][];
}

interface ObjectiveNow {
  id: string;
  cycleId: string;
  level: "company" | "team" | "personal";
  teamId: string | null;
  upkeep: boolean;
  energy: string | null;
  counted: boolean;
}

/** Of these objectives, those that are there: as they stand now. */
export async function factsNow(tx: Tx, ids: readonly string[]): Promise<FactsNow[]> {
  const [objectives, links, below, keyResults] = await Promise.all([
    objectivesNow(tx, ids),
    linksAbove(tx, ids),
    linksBelow(tx, ids),
    keyResultsBy(tx, "objective_id", ids),
  ]);
  const beneath = await objectivesNow(
    tx,
    below.map(([, id]) => id),
  );
  const headcountOf = await headcountsOf(tx, objectives);
  const counted = new Set(beneath.flatMap(({ id, counted }) => (counted ? [id] : [])));
  const linksOf = Map.groupBy(links, ({ objectiveId }) => objectiveId);
  const modesBelow = Map.groupBy(
    below.filter(([, id]) => counted.has(id)),
    ([above]) => above,
  );
  const pursuedOf = Map.groupBy(
    keyResults.filter(({ pursued }) => pursued),
    ({ objectiveId }) => objectiveId,
  );
  return objectives.map((each) => {
    const { id, cycleId, counted, upkeep, energy } = each;
    const isParent = modesBelow.get(id)?.some(([, , mode]) => mode === "contributes" || energy === null) ?? false;
    return {
      ...{ objectiveId: id, cycleId, counted, upkeep, energy, headcount: headcountOf(each), leaf: !isParent },
      links: (linksOf.get(id) ?? []).map(({ kind, id, above }): FactsNow["links"][number] => [kind, id, above]),
      keyResults: (pursuedOf.get(id) ?? []).map(({ owned, type, valued, progressed }) => [
        owned,
        type,
        valued,
        progressed,
      ]),
    };
  });
}

async function objectivesNow(tx: Tx, ids: readonly string[]): Promise<ObjectiveNow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ObjectiveNow>`
    select id, cycle_id as "cycleId", level, team_id as "teamId", upkeep, energy::text,
      not private and state in ('open', 'closed') as counted
    from objective where organisation_id = ${tx.organisationId} and ${among("id", ids)}`.execute(tx.db);
  return rows;
}
