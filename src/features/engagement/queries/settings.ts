import type { Tx } from "../../../platform/database/database.ts";

const columns = ["is_on as on", "confidential", "answers", "comments", "crowd", "version"] as const;

/** Undefined where nothing was ever set: off. */
export function pulseSettings(tx: Tx) {
  return tx.db
    .selectFrom("pulse_setting")
    .select(columns)
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirst();
}

export interface PulseSettings {
  on: boolean;
  confidential: boolean;
  answers: number;
  comments: number;
  crowd: number;
}

/** Writes them if their version is still the one that was read; undefined where it is not. */
export function writePulseSettings(tx: Tx, { on, ...rest }: PulseSettings, version: number) {
  const row = { ...rest, is_on: on };
  return tx.db
    .insertInto("pulse_setting")
    .values({ ...row, organisation_id: tx.organisationId })
    .onConflict((already) =>
      already
        .columns(["organisation_id"])
        .doUpdateSet((e) => ({ ...row, version: e("pulse_setting.version", "+", 1) }))
        .where("pulse_setting.version", "=", version),
    )
    .returning(columns)
    .executeTakeFirst();
}
