import { sql } from "kysely";
import type { Viewer } from "../permissions.ts";

/**
 * Whether an objective, under this alias, is there for the viewer: the SQL of `maySeeObjective`. A private one is its
 * owner's alone; a guest reads those of the teams they belong to.
 */
export function visible(viewer: Pick<Viewer, "memberId" | "role" | "teams">, objective: string) {
  const table = sql.ref(`${objective}.private`);
  if (viewer.role === "guest") {
    return sql<boolean>`(not ${table} and ${sql.ref(`${objective}.team_id`)} = any(${[...viewer.teams]}::uuid[]))`;
  }
  return sql<boolean>`(not ${table} or ${sql.ref(`${objective}.owner_id`)} = ${viewer.memberId})`;
}
