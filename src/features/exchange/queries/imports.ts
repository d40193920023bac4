/** The imports themselves, and the columns that were matched by hand. */
import { type ExpressionBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { DB } from "../../../platform/database/tables.ts";
import type { ColumnField } from "../columns.ts";
import type { RowKind } from "../draft.ts";

/** Column names matched by hand before, by their key. */
export async function rememberedColumns(tx: Tx): Promise<Record<string, ColumnField>> {
  const rows = await tx.db
    .selectFrom("import_alias")
    .select(["alias", "field"])
    .where("organisation_id", "=", tx.organisationId)
    .execute();
  return Object.fromEntries(rows.map(({ alias, field }) => [alias, field as ColumnField]));
}

export async function rememberColumns(tx: Tx, columns: Readonly<Record<string, ColumnField>>): Promise<void> {
  const rows = Object.entries(columns).map(([alias, field]) => ({
    organisation_id: tx.organisationId,
    alias,
    field,
  }));
  if (rows.length === 0) return;
  await tx.db
    .insertInto("import_alias")
    .values(rows)
    .onConflict((again) =>
      again.columns(["organisation_id", "alias"]).doUpdateSet((e) => ({ field: e.ref("excluded.field") })),
    )
    .execute();
}

export interface ImportCounts {
  rows: Record<RowKind, Record<"create" | "changed" | "unchanged" | "already", number>>;
  made: { members: number; teams: number; cycles: number };
}

export interface KeptLine {
  line: number;
  text: string;
  reason: string;
}

export interface KeptNote {
  line: number;
  title: string;
  text: string;
}

interface NewImport {
  id: string;
  memberId: string;
  fileName: string;
  fileHash: Buffer;
  kind: string;
  counts: ImportCounts;
  keptAside: KeptLine[];
  notes: KeptNote[];
  bodyHash: Buffer;
}

export async function addImport(tx: Tx, made: NewImport): Promise<void> {
  await tx.db
    .insertInto("import")
    .values({
      organisation_id: tx.organisationId,
      id: made.id,
      member_id: made.memberId,
      file_name: made.fileName,
      file_hash: made.fileHash,
      kind: made.kind,
      counts: JSON.stringify(made.counts),
      kept_aside: JSON.stringify(made.keptAside),
      notes: JSON.stringify(made.notes),
      body_hash: made.bodyHash,
      recorded_at: tx.now.toString(),
    })
    .execute();
}

/** The record says who took an import back: it may be done again for what stayed. */
function lastUndoing(e: ExpressionBuilder<DB & { i: DB["import"] }, "i">) {
  return e
    .selectFrom("event as e")
    .leftJoin("member as by", (on) =>
      on.onRef("by.organisation_id", "=", "e.organisation_id").onRef("by.id", "=", "e.actor_id"),
    )
    .whereRef("e.organisation_id", "=", "i.organisation_id")
    .whereRef("e.subject_id", "=", "i.id")
    .where("e.kind", "=", "import-undone")
    .orderBy("e.position", "desc")
    .limit(1)
    .select(["e.recorded_at as undoneAt", "by.id as undoneById", "by.name as undoneByName"])
    .select((e) => e.ref("e.facts").$castTo<{ removed: number; stayed: number }>().as("undoneFacts"))
    .as("u");
}

function imports(tx: Tx) {
  return tx.db
    .selectFrom("import as i")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "i.organisation_id").onRef("m.id", "=", "i.member_id"),
    )
    .leftJoinLateral(lastUndoing, (on) => on.onTrue())
    .where("i.organisation_id", "=", tx.organisationId)
    .where("m.organisation_id", "=", tx.organisationId)
    .select(["u.undoneAt", "u.undoneFacts", "u.undoneById", "u.undoneByName"])
    .select(["i.id", "i.file_name as fileName", "i.kind", "i.recorded_at as recordedAt", "i.body_hash"])
    .select(["m.id as memberId", "m.name as memberName"])
    .select((e) => [
      e.ref("i.counts").$castTo<ImportCounts>().as("counts"),
      sql<number>`jsonb_array_length(i.kept_aside)`.as("keptAside"),
    ]);
}

export type ImportRow = Awaited<ReturnType<typeof importById>> & object;
export type ListedImport = Awaited<ReturnType<typeof importsLatestFirst>>[number];

export function importById(tx: Tx, id: string) {
  return imports(tx)
    .select((e) => [
      e.ref("i.kept_aside").$castTo<KeptLine[]>().as("lines"),
      e.ref("i.notes").$castTo<KeptNote[]>().as("notes"),
    ])
    .where("i.id", "=", id)
    .executeTakeFirst();
}

/** One more than `limit`, to see whether there is a next page. */
export function importsLatestFirst(tx: Tx, limit: number, after: string[] | null) {
  return imports(tx)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(i.recorded_at, i.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("i.recorded_at", "desc")
    .orderBy("i.id", "desc")
    .limit(limit + 1)
    .execute();
}

export function importOfFile(tx: Tx, fileHash: Buffer) {
  return imports(tx).where("i.file_hash", "=", fileHash).orderBy("i.recorded_at", "desc").limit(1).executeTakeFirst();
}
