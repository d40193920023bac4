/** What an organisation has that a file may mean, and what earlier imports made of it. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { PermissionViewer } from "../../okrs/public.ts";
import { visible } from "../../okrs/public.ts";
import type { RowKind } from "../draft.ts";
import type { Known, KnownMember } from "../matching.ts";
import type { Existing } from "../plan.ts";
import type { Said } from "../source-key.ts";

/** Imports of one organisation take turns, so that the same file sent twice at once is read once. */
export async function takeTurns(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${tx.organisationId}`}, 0))`.execute(tx.db);
}

export interface Source {
  sourceKey: string;
  subjectKind: RowKind;
  subjectId: string;
  rowHash: string;
  said: Said;
}

/** What the organisation has that a file may mean, as far as the viewer sees it. */
export async function whatIsThere(tx: Tx, viewer: PermissionViewer) {
  const [members, teams, cycles, objectives, keyResults, sources] = await Promise.all([
    membersHere(tx),
    allTeams(tx),
    allCycles(tx),
    objectivesSeen(tx, viewer),
    keyResultsSeen(tx, viewer),
    sourcesAlive(tx),
  ]);
  return { members, teams, cycles, objectives, keyResults, sources } satisfies Existing;
}

/** Those who are here and may own something. */
function membersHere(tx: Tx): Promise<KnownMember[]> {
  return tx.db
    .selectFrom("member")
    .select(["id", "name", "email"])
    .where("organisation_id", "=", tx.organisationId)
    .where("deactivated_at", "is", null)
    .where("role", "!=", "guest")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** Every address in use, in lower case, with whose it is; those who left keep theirs. `isGuest`: they own nothing. */
export async function addressesTaken(tx: Tx): Promise<Map<string, { id: string; here: boolean; isGuest: boolean }>> {
  const rows = await tx.db
    .selectFrom("member")
    .select(["id", "email", "role", "deactivated_at"])
    .where("organisation_id", "=", tx.organisationId)
    .execute();
  return new Map(
    rows.map(({ id, email, role, deactivated_at }) => [
      email.toLowerCase(),
      { id, here: !deactivated_at, isGuest: role === "guest" },
    ]),
  );
}

function allTeams(tx: Tx): Promise<Known[]> {
  return tx.db
    .selectFrom("team")
    .select(["id", "name"])
    .where("organisation_id", "=", tx.organisationId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

function allCycles(tx: Tx) {
  return tx.db
    .selectFrom("cycle")
    .select(["id", "name", "state"])
    .where("organisation_id", "=", tx.organisationId)
    .orderBy("starts_on")
    .orderBy("id")
    .execute();
}

function objectivesSeen(tx: Tx, viewer: PermissionViewer) {
  return tx.db
    .selectFrom("objective as o")
    .select(["o.id", "o.title", "o.team_id as teamId", "o.cycle_id as cycleId"])
    .where("o.organisation_id", "=", tx.organisationId)
    .where(visible(viewer, "o"))
    .orderBy("o.created_at")
    .orderBy("o.id")
    .execute();
}

function keyResultsSeen(tx: Tx, viewer: PermissionViewer) {
  return tx.db
    .selectFrom("key_result as k")
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .select(["k.id", "k.title", "k.objective_id as objectiveId"])
    .where("k.organisation_id", "=", tx.organisationId)
    .where("o.organisation_id", "=", tx.organisationId)
    .where(visible(viewer, "o"))
    .orderBy("k.created_at")
    .orderBy("k.id")
    .execute();
}

/** What earlier imports made and is still there; what was removed since comes in again. */
async function sourcesAlive(tx: Tx): Promise<Source[]> {
  const { organisationId } = tx;
  const { rows } = await sql<Source>`
    select s.source_key as "sourceKey", s.subject_kind as "subjectKind", s.subject_id as "subjectId",
      s.row_hash as "rowHash", s.said
    from import_source s
    left join objective o on o.organisation_id = ${organisationId} and o.id = s.subject_id
    left join key_result k on k.organisation_id = ${organisationId} and k.id = s.subject_id
    left join health_metric h on h.organisation_id = ${organisationId} and h.id = s.subject_id
    left join initiative i on i.organisation_id = ${organisationId} and i.id = s.subject_id
    where s.organisation_id = ${organisationId}
      and coalesce(o.id, k.id, h.id, i.id) is not null`.execute(tx.db);
  return rows;
}

/** Where each of these stands now, by its id: for a change that names the version it was read at. */
export async function versionsOf(tx: Tx, ids: readonly string[]) {
  const { organisationId } = tx;
  const wanted = sql`any(${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string; version: number; checkIns: number }>`
    select id, version, 0 as "checkIns" from objective where organisation_id = ${organisationId} and id = ${wanted}
    union all
    select id, version, check_in_count from key_result where organisation_id = ${organisationId} and id = ${wanted}
    union all
    select id, version, 0 from health_metric where organisation_id = ${organisationId} and id = ${wanted}
    union all
    select id, version, 0 from initiative where organisation_id = ${organisationId} and id = ${wanted}`.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Remembers which row made what, in place of what an earlier import remembered of it. */
export async function rememberSources(tx: Tx, sources: readonly Source[]): Promise<void> {
  for (let from = 0; from < sources.length; from += 1000) {
    const rows = sources.slice(from, from + 1000).map(({ sourceKey, subjectKind, subjectId, rowHash, said }) => ({
      organisation_id: tx.organisationId,
      source_key: sourceKey,
      subject_kind: subjectKind,
      subject_id: subjectId,
      row_hash: rowHash,
      said: JSON.stringify(said),
    }));
    await tx.db
      .insertInto("import_source")
      .values(rows)
      .onConflict((again) =>
        again.columns(["organisation_id", "source_key"]).doUpdateSet((e) => ({
          subject_kind: e.ref("excluded.subject_kind"),
          subject_id: e.ref("excluded.subject_id"),
          row_hash: e.ref("excluded.row_hash"),
          said: e.ref("excluded.said"),
        })),
      )
      .execute();
  }
}

/** The month a fiscal year starts in (1–12), and the zone of the organisation's days. */
export function fiscalYear(tx: Tx) {
  return tx.db
    .selectFrom("organisation")
    .select(["fiscal_year_start_month as startMonth", "time_zone as timeZone"])
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
}
