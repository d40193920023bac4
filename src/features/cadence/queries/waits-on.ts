import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { WaitsOn } from "../../okrs/public.ts";

/** The open asks on key results of these objectives, then the blockers that the latest check-ins name, the oldest first. */
export async function waitsOn(tx: Tx, objectiveIds: readonly string[]): Promise<WaitsOn[]> {
  const { rows } = await sql<WaitsOn>`
    with kr as (
      select k.id, k.title, k.state from key_result k
      where k.organisation_id = ${tx.organisationId} and k.objective_id = any(${[...objectiveIds]}::uuid[])
    ), waiting as (
      select 'ask' as kind, a.text, kr.title, m.name, a.created_at as since, a.id
      from kr
      join ask a on a.organisation_id = ${tx.organisationId} and a.key_result_id = kr.id and a.closed_at is null
      join member m on m.organisation_id = ${tx.organisationId} and m.id = a.to_member_id
      union all
      select 'blocker', latest.blocker, kr.title, null, latest.recorded_at, latest.id
      from kr
      cross join lateral (
        select c.id, c.blocker, c.recorded_at from check_in c
        where c.organisation_id = ${tx.organisationId} and c.key_result_id = kr.id
        order by c.recorded_at desc, c.id desc limit 1) as latest
      where kr.state = 'open' and latest.blocker <> ''
    )
    select kind, text, title as "keyResult", name as "to" from waiting order by kind, since, id`.execute(tx.db);
  return rows;
}
