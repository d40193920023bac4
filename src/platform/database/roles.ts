import pg from "pg";
import { StartRefused } from "../start-refused.ts";

/**
 * Row level security is the second wall around an organisation, and PostgreSQL lets superusers, roles with BYPASSRLS
 * and owners of tables through it. Throws `StartRefused` when the role of the requests is one of them.
 */
export async function refusePowerfulRole(app: pg.ClientConfig, ownerRole: string): Promise<void> {
  const role = await ask<{ name: string; superuser: boolean; bypass: boolean; owner: boolean }>(
    app,
    `select rolname as name, rolsuper as superuser, rolbypassrls as bypass, pg_has_role($1, 'usage') as owner
       from pg_roles where rolname = current_user`,
    [ownerRole],
  );
  const because = role?.superuser
    ? "is a superuser"
    : role?.bypass
      ? "has BYPASSRLS"
      : role?.owner && "owns the tables";
  if (because) {
    throw new StartRefused(
      `The role ${role?.name} ${because}, so row level security would not bind it; set DATABASE_APP_URL to a plain login role.`,
    );
  }
}

/** The first row of one question on a connection of its own. Throws what `pg` throws. */
export async function ask<Row extends object>(
  config: pg.ClientConfig,
  sql: string,
  values: unknown[] = [],
): Promise<Row | undefined> {
  const client = new pg.Client({ connectionTimeoutMillis: 10_000, ...config });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows[0];
  } finally {
    await client.end();
  }
}
