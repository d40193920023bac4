/** With the query's own scope left out, the database still refuses: for every table in the catalogue. */
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnish } from "../support/furnish.ts";
import { type House, type Organisation, openHouse } from "../support/house.ts";

let house: House;
let home: Organisation;
let elsewhere: Organisation;
let tables: string[];

beforeAll(async () => {
  house = await openHouse();
  home = await house.organisation();
  elsewhere = await house.organisation();
  await furnish(house, home);
  await furnish(house, elsewhere);
  const { rows } = await house.sql.query(
    "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'throughline_migration' order by 1",
  );
  tables = rows.map(({ relname }) => relname);
});
afterAll(() => house.close());

/** Runs SQL as the program's role in a transaction that names an organisation, or none. */
async function asProgram(organisationId: string | null, sql: string, values: unknown[] = []) {
  const client = await house.database.pool.connect();
  try {
    await client.query("begin");
    if (organisationId) await client.query(`set local app.organisation_id = '${organisationId}'`);
    return await client.query(sql, values);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

test("every table belongs to an organisation, with row-level security forced", async () => {
  const { rows } = await house.sql.query(
    "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and relkind = 'r' and relname <> 'throughline_migration' and not (relrowsecurity and relforcerowsecurity)",
  );
  expect(rows).toEqual([]);
});

test("a transaction of one organisation reads its own rows only, of every table, with no condition in the query", async () => {
  for (const table of tables) {
    const { rows } = await asProgram(
      home.id,
      `select count(*) filter (where organisation_id <> $1) as foreign_rows from "${table}"`,
      [home.id],
    );
    expect([table, Number(rows[0].foreign_rows)]).toEqual([table, 0]);
  }
});

test("the furnished tables do hold rows of both, so that the walls are tried on something", async () => {
  const { rows } = await house.sql.query("select organisation_id, count(*) from objective group by 1");
  expect(rows).toHaveLength(2);
});

test("a transaction that named nobody reads nothing", async () => {
  for (const table of tables) {
    const { rows } = await asProgram(null, `select count(*) as rows from "${table}"`);
    expect([table, Number(rows[0].rows)]).toEqual([table, 0]);
  }
});

test("a row cannot be written into another organisation, nor moved there", async () => {
  for (const table of tables) {
    const { rows: columns } = await house.sql.query("select has_table_privilege($1, $2, 'update') as may", [
      house.roleOfRequests,
      `public."${table}"`,
    ]);
    if (!columns[0].may) continue;
    const moved = await asProgram(home.id, `update "${table}" set organisation_id = $1`, [elsewhere.id]).then(
      ({ rowCount }) => rowCount ?? 0,
      (error: pg.DatabaseError) => error.code,
    );
    expect([table, moved === 0 || moved === "42501" || moved === "23503"]).toEqual([table, true]);
  }
  await expect(
    asProgram(
      home.id,
      "insert into strategy_statement (organisation_id, kind, text, updated_at) values ($1, 'vision', 'x', now())",
      [elsewhere.id],
    ),
  ).rejects.toThrow(/row-level security/);
});

test("the event record can be added to, never changed", async () => {
  await expect(asProgram(home.id, "update event set kind = 'x'")).rejects.toThrow(/permission denied/);
  await expect(asProgram(home.id, "delete from event")).rejects.toThrow(/permission denied/);
});
