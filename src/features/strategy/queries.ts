import { sql } from "kysely";
import type { Tx } from "../../platform/database/database.ts";
import type { StatementKind } from "./events.ts";

export function statementOf(tx: Tx, kind: StatementKind, lock = false) {
  const query = tx.db
    .selectFrom("strategy_statement")
    .select(["text", "version", "updated_at"])
    .where("organisation_id", "=", tx.organisationId)
    .where("kind", "=", kind);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

/** Writes the statement if its version is still the one that was read; undefined where it is not. */
export function writeStatement(tx: Tx, kind: StatementKind, text: string, version: number) {
  const row = { organisation_id: tx.organisationId, kind, text, updated_at: tx.now.toString() };
  return tx.db
    .insertInto("strategy_statement")
    .values(row)
    .onConflict((already) =>
      already
        .columns(["organisation_id", "kind"])
        .doUpdateSet((e) => ({ text, updated_at: row.updated_at, version: e("strategy_statement.version", "+", 1) }))
        .where("strategy_statement.version", "=", version),
    )
    .returning(["text", "version", "updated_at"])
    .executeTakeFirst();
}

const imperativeColumns = [
  "id",
  "statement",
  "why",
  "priority_share",
  "horizon",
  "rank",
  "archived_at",
  "version",
  "body_hash",
] as const;

export function imperativesInOrder(tx: Tx, archived: boolean) {
  return tx.db
    .selectFrom("imperative")
    .select(imperativeColumns)
    .where("organisation_id", "=", tx.organisationId)
    .$if(!archived, (query) => query.where("archived_at", "is", null))
    .orderBy("rank")
    .orderBy("id")
    .execute();
}

export function imperativeById(tx: Tx, id: string) {
  return tx.db
    .selectFrom("imperative")
    .select(imperativeColumns)
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

interface NewImperative {
  id: string;
  statement: string;
  why: string;
  priorityShare: string | null;
  horizon: string;
  bodyHash: Buffer;
}

/** Adds it after the last one; undefined where the id is already taken. */
export function addImperative(tx: Tx, imperative: NewImperative) {
  return tx.db
    .insertInto("imperative")
    .values({
      organisation_id: tx.organisationId,
      id: imperative.id,
      statement: imperative.statement,
      why: imperative.why,
      priority_share: imperative.priorityShare,
      horizon: imperative.horizon,
      body_hash: imperative.bodyHash,
      created_at: tx.now.toString(),
      rank: sql<number>`(select coalesce(max(rank), 0) + 1 from imperative where organisation_id = ${tx.organisationId})`,
    })
    .onConflict((already) => already.doNothing())
    .returning(imperativeColumns)
    .executeTakeFirst();
}

interface ImperativeChange {
  statement?: string;
  why?: string;
  priority_share?: string | null;
  horizon?: string;
  rank?: number;
  archived_at?: string | null;
}

export function changeImperative(tx: Tx, id: string, change: ImperativeChange) {
  return tx.db
    .updateTable("imperative")
    .set((e) => ({ ...change, version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .returning(imperativeColumns)
    .executeTakeFirstOrThrow();
}
