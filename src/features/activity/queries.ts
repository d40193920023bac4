import { sql } from "kysely";
import type { Tx, Via } from "../../platform/database/database.ts";

export interface Subject {
  kind: string;
  id: string;
}

/** What these ids name, as far as anything was recorded of them; the organisation's id stands for several kinds. */
export function subjectsOf(tx: Tx, ids: readonly string[]): Promise<Subject[]> {
  return tx.db
    .selectFrom("event")
    .select(["subject_kind as kind", "subject_id as id"])
    .distinct()
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`subject_id = any(${[...ids]}::uuid[])`)
    .execute();
}

function events(tx: Tx) {
  return tx.db
    .selectFrom("event as e")
    .leftJoin("member as actor", (on) =>
      on.onRef("actor.organisation_id", "=", "e.organisation_id").onRef("actor.id", "=", "e.actor_id"),
    )
    .select(["e.id", "e.kind", "e.subject_kind as subjectKind", "e.subject_id as subjectId", "e.position"])
    .select(["e.recorded_at as at", "actor.id as actorId", "actor.name as actorName"])
    .select((e) => [
      e.ref("e.via").$castTo<Via>().as("via"),
      e.ref("e.facts").$castTo<Record<string, unknown>>().as("facts"),
    ])
    .where("e.organisation_id", "=", tx.organisationId);
}

export type EventRow = Awaited<ReturnType<typeof historyOf>>[number];

/** Events of these subjects that the reader may see, newest first, one more than `limit`; `after` is the last position. */
export function historyOf(tx: Tx, reader: string, subjects: readonly Subject[], limit: number, after: string | null) {
  return events(tx)
    .where((e) => e.or([e("e.visible_to", "is", null), e("e.visible_to", "=", reader)]))
    .where(sql<boolean>`e.subject_id = any(${subjects.map(({ id }) => id)}::uuid[])`)
    .where(
      sql<boolean>`(e.subject_kind, e.subject_id) in (select * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[]))`,
    )
    .$if(after !== null, (query) => query.where(sql<boolean>`e.position < ${after}::bigint`))
    .orderBy("e.position", "desc")
    .limit(limit + 1)
    .execute();
}

interface Audited {
  about?: string;
  actorId?: string;
  limit: number;
  after: string | null;
}

/** As the index event_audit says it: written out, so that the planner knows the index holds it. */
const audited = sql<boolean>`e.subject_kind in ('organisation', 'member', 'team', 'invitation', 'api-token')`;

/** Events of people, roles, tokens and settings that are nobody's own affair, newest first, one more than `limit`. */
export function auditNewestFirst(tx: Tx, { about, actorId, limit, after }: Audited) {
  return events(tx)
    .where(audited)
    .where("e.visible_to", "is", null)
    .$if(about !== undefined, (query) => query.where("e.subject_kind", "=", about as string))
    .$if(actorId !== undefined, (query) => query.where("e.actor_id", "=", actorId as string))
    .$if(after !== null, (query) => query.where(sql<boolean>`e.position < ${after}::bigint`))
    .orderBy("e.position", "desc")
    .limit(limit + 1)
    .execute();
}

/** What members, teams, invitations and tokens are called today. An invitation is called by its name, else its address. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<Record<string, string>> {
  if (ids.length === 0) return {};
  const { organisationId } = tx;
  const wanted = sql`${[...ids]}::uuid[]`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from member where organisation_id = ${organisationId} and id = any(${wanted})
    union all
    select id, name from team where organisation_id = ${organisationId} and id = any(${wanted})
    union all
    select id, coalesce(nullif(name, ''), email) from invitation where organisation_id = ${organisationId} and id = any(${wanted})
    union all
    select id, name from api_token where organisation_id = ${organisationId} and id = any(${wanted})`.execute(tx.db);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
