import type { Database } from "../../platform/database/database.ts";

/** How many organisations are not the demo. */
export function realOrganisations(database: Database): Promise<number> {
  return database.shared(async (db) => {
    const { count } = await db
      .selectFrom("shared.organisation_directory")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("demo", "=", false)
      .executeTakeFirstOrThrow();
    return count;
  });
}
