import { createHash } from "node:crypto";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "../../../test/support/database.ts";
import type { OpenDatabase } from "./connect.ts";
import { type Migration, migrate, pendingMigrations, readMigrations } from "./migrate.ts";

const log = pino({ level: "silent" });
const file = (name: string, sql = "select 1"): Migration => ({
  name,
  sql,
  sha256: createHash("sha256").update(sql).digest("hex"),
});

describe("what is left to apply", () => {
  const one = file("0001-one.sql");
  const two = file("0002-two.sql");
  const three = file("0003-three.sql");

  test("a new database gets everything, in order", () => {
    expect(pendingMigrations([one, two], [])).toEqual([one, two]);
  });
  test("an older database gets the rest", () => {
    expect(pendingMigrations([one, two, three], [one])).toEqual([two, three]);
  });
  test("a newer database is refused", () => {
    expect(() => pendingMigrations([one], [one, two])).toThrow(/newer than this program \(it has 0002-two.sql\)/);
  });
  test("a changed file is refused", () => {
    expect(() => pendingMigrations([file("0001-one.sql", "select 2")], [one])).toThrow(/0001-one.sql was changed/);
  });
  test("a file that comes late is refused", () => {
    expect(() => pendingMigrations([one, two, three], [one, three])).toThrow(/0002-two.sql comes before/);
  });
});

describe("on a database", () => {
  let database: OpenDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database?.stop());

  const with_ = (...more: Migration[]) => ({ ...database, log, migrations: [...readMigrations(), ...more] });
  const table = file("9001-table.sql", "create table thing (id int); grant select on thing to :app_role");
  const broken = file("9002-broken.sql", "create table half (id int); select no_such_thing");

  test("is up to date after the program's own", async () => {
    expect(await migrate(with_())).toEqual([]);
  });

  test("applies a new one once, after asking for a backup, for the role of the requests", async () => {
    const asked: string[][] = [];
    const beforeChanges = async (pending: string[]) => void asked.push(pending);
    const [first, second] = await Promise.all([
      migrate({ ...with_(table), beforeChanges }),
      migrate({ ...with_(table), beforeChanges }),
    ]);
    expect([...first, ...second]).toEqual(["9001-table.sql"]);
    expect(asked.length).toBeLessThanOrEqual(1);
    const app = new pg.Client(database.app);
    await app.connect();
    expect((await app.query("select * from thing")).rows).toEqual([]);
    await app.end();
  });

  test("knows one that was renamed by what it says", async () => {
    const renamed = { ...table, name: "9003-table.sql" };
    expect(await migrate(with_(renamed))).toEqual([]);
    expect(await migrate(with_(renamed))).toEqual([]);
    await expect(migrate(with_(table))).resolves.toEqual([]);
  });

  test("leaves nothing of one that fails", async () => {
    await expect(migrate(with_(table, broken))).rejects.toThrow(/9002-broken.sql failed and changed nothing/);
    const owner = new pg.Client(database.direct);
    await owner.connect();
    expect((await owner.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }]);
    await owner.end();
  });

  test("refuses a role that may not make tables, with what to do", async () => {
    await expect(migrate({ ...with_(), direct: database.app })).rejects.toThrow(
      /^The role \S+ may not make tables in the database \S+; set DATABASE_URL to the role that owns it\.$/,
    );
  });
  test("refuses the database of a newer program", async () => {
    await expect(migrate(with_())).rejects.toThrow(/newer than this program \(it has 9001-table.sql\)/);
  });
});
