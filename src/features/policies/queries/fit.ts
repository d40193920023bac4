import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

export interface Told {
  fit: number;
  not: number;
}

/** What a lead was told of the week that begins on a day. */
export async function toldOfWeek(tx: Tx, memberId: string, week: string): Promise<Told | null> {
  const { rows } = await sql<Told>`
    select fit, not_fit as "not" from policy_fit_told
    where organisation_id = ${tx.organisationId} and member_id = ${memberId} and week = ${week}`.execute(tx.db);
  return rows[0] ?? null;
}

/** Keeps it where nothing was told of the week before. */
export async function keepTold(tx: Tx, memberId: string, week: string, { fit, not }: Told): Promise<void> {
  await sql`
    insert into policy_fit_told (organisation_id, member_id, week, fit, not_fit)
    values (${tx.organisationId}, ${memberId}, ${week}, ${fit}, ${not})
    on conflict do nothing`.execute(tx.db);
}
