import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from "kysely";
import { expect, it, vi } from "vitest";
import { builtOnce } from "./built-once.ts";
import type { Tx } from "./database.ts";
import type { DB } from "./tables.ts";

const db = new Kysely<DB>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});
const asked: [string, readonly unknown[]][] = [];
vi.spyOn(db, "executeQuery").mockImplementation(async (query) => {
  const { sql, parameters } = query as CompiledQuery<never>;
  asked.push([sql, parameters]);
  return { rows: [] };
});
const txOf = (organisationId: string) => ({ db, organisationId }) as Tx;

it("a query is built once for each shape, and asked with the values and the organisation of each asking", async () => {
  const build = vi.fn((tx: Pick<Tx, "db" | "organisationId">, { ids }: { ids: string[] }, shape: "all" | "open") =>
    tx.db
      .selectFrom("objective as o")
      .select("o.id")
      .where("o.organisation_id", "=", tx.organisationId)
      .where(sql<boolean>`o.id = any(${ids}::uuid[])`)
      .$if(shape === "open", (query) => query.where("o.state", "=", "open")),
  );
  const objectives = builtOnce(build);
  await objectives(txOf("Osier"), { ids: ["a"] }, "all");
  await objectives(txOf("Alder"), { ids: ["b", "c"] }, "all");
  await objectives(txOf("Osier"), { ids: [] }, "open");
  expect(build).toHaveBeenCalledTimes(2);
  const all = `select "o"."id" from "objective" as "o" where "o"."organisation_id" = $1 and o.id = any($2::uuid[])`;
  expect(asked).toEqual([
    [all, ["Osier", ["a"]]],
    [all, ["Alder", ["b", "c"]]],
    [`${all} and "o"."state" = $3`, ["Osier", [], "open"]],
  ]);
});
