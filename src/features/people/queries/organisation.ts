import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

const organisationColumns = [
  "organisation_id as id",
  "name",
  "time_zone as timeZone",
  "week_starts_on as weekStartsOn",
  "fiscal_year_start_month as fiscalYearStartMonth",
  "status_rule as statusRule",
  sql<string>`trim_scale(planned_energy)::text`.as("plannedEnergy"),
  "demo",
  "version",
] as const;

export function theOrganisation(tx: Tx) {
  return tx.db
    .selectFrom("organisation")
    .select(organisationColumns)
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
}

/**
 * The same, held until the transaction ends: changes of roles and of the tree of teams, which are judged by other rows,
 * take turns by it. Rows that merely belong to the organisation can be written meanwhile.
 */
export function holdOrganisation(tx: Tx) {
  return tx.db
    .selectFrom("organisation")
    .select(organisationColumns)
    .where("organisation_id", "=", tx.organisationId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
}

export interface Founding {
  name: string;
  timeZone: string;
  /** ISO weekday, 1 to 7. */
  weekStartsOn: number;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  demo: boolean;
}

export async function addOrganisation(tx: Tx, founding: Founding) {
  await tx.db
    .insertInto("shared.organisation_directory")
    .values({ organisation_id: tx.organisationId, demo: founding.demo, created_at: tx.now.toString() })
    .execute();
  await tx.db
    .insertInto("organisation")
    .values({
      organisation_id: tx.organisationId,
      name: founding.name,
      time_zone: founding.timeZone,
      week_starts_on: founding.weekStartsOn,
      fiscal_year_start_month: founding.fiscalYearStartMonth,
      demo: founding.demo,
      created_at: tx.now.toString(),
    })
    .execute();
}

interface OrganisationChange {
  name?: string;
  timeZone?: string;
  weekStartsOn?: number;
  fiscalYearStartMonth?: number;
  statusRule?: string;
  /** Percent. */
  plannedEnergy?: string;
}

export function changeOrganisation(tx: Tx, change: OrganisationChange) {
  return tx.db
    .updateTable("organisation")
    .set((e) => ({
      name: change.name,
      time_zone: change.timeZone,
      week_starts_on: change.weekStartsOn,
      fiscal_year_start_month: change.fiscalYearStartMonth,
      status_rule: change.statusRule,
      planned_energy: change.plannedEnergy,
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .returning(organisationColumns)
    .executeTakeFirstOrThrow();
}

/** Deletes every row of the organisation, in every table, and its place in the directory. */
export async function removeOrganisation(tx: Tx): Promise<void> {
  await sql`select shared.remove_organisation()`.execute(tx.db);
}
