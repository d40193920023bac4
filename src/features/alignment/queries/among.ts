/** How many rows are looked up at once. */
import { type RawBuilder, sql } from "kysely";

/**
 * Whether a column holds one of these. Every index begins with the organisation, and a plan is made for the rows that
 * PostgreSQL last looked at: just after a large import it may read all of an organisation again for each id. So
 * hundreds are found by reading the table once and looking each row up in a hash; `is true` keeps that from becoming a
 * join, which is planned like the rest.
 */
export function among(column: string, ids: readonly string[]): RawBuilder<boolean> {
  const list = sql`${[...new Set(ids)]}::uuid[]`;
  return ids.length > 100
    ? sql`(${sql.ref(column)} in (select unnest(${list}))) is true`
    : sql`${sql.ref(column)} = any(${list})`;
}
