import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

/** Undefined where nothing was ever set. */
export function workplaceSettings(tx: Tx) {
  return tx.db
    .selectFrom("workplace_setting")
    .select(["keep_months as keepMonths", "version"])
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirst();
}

/** Writes it if its version is still the one that was read; undefined where it is not. */
export function writeKeepMonths(tx: Tx, keepMonths: number, version: number) {
  return tx.db
    .insertInto("workplace_setting")
    .values({ organisation_id: tx.organisationId, keep_months: keepMonths })
    .onConflict((already) =>
      already
        .columns(["organisation_id"])
        .doUpdateSet((e) => ({ keep_months: keepMonths, version: e("workplace_setting.version", "+", 1) }))
        .where("workplace_setting.version", "=", version),
    )
    .returning(["keep_months as keepMonths", "version"])
    .executeTakeFirst();
}

/** Deletes what was planned for days before one, and usual weeks that had ended by then. */
export async function forgetPlansBefore(tx: Tx, day: string): Promise<void> {
  const { organisationId, db } = tx;
  await db.deleteFrom("presence_day").where("organisation_id", "=", organisationId).where("day", "<", day).execute();
  await db.deleteFrom("time_off").where("organisation_id", "=", organisationId).where("ends_on", "<", day).execute();
  await sql`delete from usual_week u
    where u.organisation_id = ${organisationId} and u.from_day < ${day}
      and exists (select 1 from usual_week next
        where next.organisation_id = ${organisationId} and next.member_id = u.member_id
          and next.from_day > u.from_day and next.from_day <= ${day})`.execute(db);
}
