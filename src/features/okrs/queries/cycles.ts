import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../permissions.ts";
import { visible } from "./visible.ts";

const columns = [
  "c.id",
  "c.id as cycleId",
  "c.parent_id as parentId",
  "c.name",
  "c.kind",
  "c.starts_on as startsOn",
  "c.ends_on as endsOn",
  "c.state as cycleState",
  "c.check_in_weeks as checkInWeeks",
  "c.check_in_day as checkInDay",
  "c.check_in_time as checkInTime",
  "c.version",
  "c.body_hash",
  "org.time_zone as timeZone",
  "org.status_rule as statusRule",
] as const;

export type CycleRow = Awaited<ReturnType<typeof cycles>>[number];

/** The latest first, each with the number of objectives the viewer can see. */
export function cycles(tx: Tx, viewer: Viewer, which: { id?: string; state?: string } = {}) {
  return tx.db
    .selectFrom("cycle as c")
    .innerJoin("organisation as org", "org.organisation_id", "c.organisation_id")
    .select(columns)
    .select((e) =>
      e
        .selectFrom("objective as o")
        .select((o) => o.fn.countAll<number>().as("count"))
        .where("o.organisation_id", "=", tx.organisationId)
        .whereRef("o.cycle_id", "=", "c.id")
        .where(visible(viewer, "o"))
        .as("objectiveCount"),
    )
    .where("c.organisation_id", "=", tx.organisationId)
    .$if(which.id !== undefined, (query) => query.where("c.id", "=", which.id as string))
    .$if(which.state !== undefined, (query) => query.where("c.state", "=", which.state as string))
    .orderBy("c.starts_on", "desc")
    .orderBy("c.id")
    .limit(1000)
    .execute();
}

/** All cycles, while nobody else changes one: names stay unique and nested dates inside each other. */
export async function cyclesForChange(tx: Tx, viewer: Viewer) {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cycles ${tx.organisationId}`}, 0))`.execute(tx.db);
  return cycles(tx, viewer);
}

/**
 * Objectives that have not come to an end, by who keeps them; a team that has none is left out. Private ones hold no cycle
 * open, and are in no count.
 */
export function leftOpen(tx: Tx, cycleId: string) {
  return tx.db
    .selectFrom("objective as o")
    .leftJoin("team as t", (join) =>
      join.onRef("t.organisation_id", "=", "o.organisation_id").onRef("t.id", "=", "o.team_id"),
    )
    .select(["o.id", "o.title", "o.level", "t.name as team"])
    .where("o.organisation_id", "=", tx.organisationId)
    .where("o.cycle_id", "=", cycleId)
    .where("o.private", "=", false)
    .where("o.state", "not in", ["closed", "dropped", "postponed"])
    .orderBy("o.level")
    .orderBy("t.name")
    .orderBy("o.rank")
    .orderBy("o.id")
    .execute();
}

export function fiscalYear(tx: Tx) {
  return tx.db
    .selectFrom("organisation")
    .select(["fiscal_year_start_month as startMonth", "time_zone as timeZone"])
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
}

export interface CycleBody {
  name?: string;
  kind?: string;
  startsOn?: string;
  endsOn?: string;
  parentId?: string | null;
  rhythm?: { weeks: number; day: number; time: string };
}

/** Adds it; false where the id is already taken. */
export async function addCycle(
  tx: Tx,
  cycle: Required<CycleBody> & { id: string; bodyHash: Buffer },
): Promise<boolean> {
  const { id, bodyHash, ...body } = cycle;
  const added = await tx.db
    .insertInto("cycle")
    .values({
      ...columnsOf(body),
      organisation_id: tx.organisationId,
      id,
      name: cycle.name,
      kind: cycle.kind,
      starts_on: cycle.startsOn,
      ends_on: cycle.endsOn,
      body_hash: bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.columns(["organisation_id", "id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function changeCycle(tx: Tx, id: string, change: CycleBody & { state?: string }) {
  await tx.db
    .updateTable("cycle")
    .set((e) => ({
      ...columnsOf(change),
      ...(change.state ? { state: change.state } : {}),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** How many phased targets of the cycle would lie outside these days. */
export async function phasedTargetsOutside(tx: Tx, cycleId: string, startsOn: string, endsOn: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from objective o
    join key_result k on k.organisation_id = ${tx.organisationId} and k.objective_id = o.id
    cross join lateral jsonb_array_elements(k.phased_targets) as phased
    where o.organisation_id = ${tx.organisationId} and o.cycle_id = ${cycleId}
      and (phased ->> 'on' <= ${startsOn} or phased ->> 'on' > ${endsOn})`.execute(tx.db);
  return rows[0]?.count ?? 0;
}

function columnsOf({ name, kind, startsOn, endsOn, parentId, rhythm }: CycleBody) {
  return defined({
    name,
    kind,
    starts_on: startsOn,
    ends_on: endsOn,
    parent_id: parentId,
    check_in_weeks: rhythm?.weeks,
    check_in_day: rhythm?.day,
    check_in_time: rhythm?.time,
  });
}

function defined<T extends object>(columns: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
