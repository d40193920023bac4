import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

function askRows(tx: Tx) {
  return tx.db
    .selectFrom("ask as a")
    .innerJoin("key_result as k", (on) =>
      on.onRef("k.organisation_id", "=", "a.organisation_id").onRef("k.id", "=", "a.key_result_id"),
    )
    .innerJoin("objective as o", (on) =>
      on.onRef("o.organisation_id", "=", "k.organisation_id").onRef("o.id", "=", "k.objective_id"),
    )
    .innerJoin("member as f", (on) =>
      on.onRef("f.organisation_id", "=", "a.organisation_id").onRef("f.id", "=", "a.from_member_id"),
    )
    .innerJoin("member as t", (on) =>
      on.onRef("t.organisation_id", "=", "a.organisation_id").onRef("t.id", "=", "a.to_member_id"),
    )
    .where("a.organisation_id", "=", tx.organisationId)
    .select(["a.id", "a.check_in_id as checkInId", "a.text", "a.reply", "a.created_at as createdAt", "a.version"])
    .select(["a.closed_at as closedAt", "a.from_member_id", "a.to_member_id", "f.name as fromName", "t.name as toName"])
    .select(["k.id as keyResultId", "k.title as keyResultTitle", "o.id as objectiveId", "o.title as objectiveTitle"])
    .select("o.private");
}

export type AskRow = Awaited<ReturnType<typeof askOf>> & object;

/** An ask that the member made or was asked. */
export function askOf(tx: Tx, id: string, memberId: string) {
  return askRows(tx)
    .where("a.id", "=", id)
    .where((e) => e.or([e("a.from_member_id", "=", memberId), e("a.to_member_id", "=", memberId)]))
    .forNoKeyUpdate("a")
    .executeTakeFirst();
}

/** An ask that is still open, whoever it stands between. */
export function openAskOf(tx: Tx, id: string) {
  return tx.db
    .selectFrom("ask")
    .select(["check_in_id as checkInId", "key_result_id as keyResultId", "to_member_id as toMemberId"])
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .forUpdate()
    .executeTakeFirst();
}

export interface AsksWanted {
  memberId: string;
  of: "me" | "others";
  closed: boolean;
  limit: number;
  /** The instant and id of the last one of the page before. */
  after: string[] | null;
}

/** One row more than `limit`, to see whether there is a next page. */
export function asksNewestFirst(tx: Tx, { memberId, of, closed, limit, after }: AsksWanted) {
  return askRows(tx)
    .where(of === "me" ? "a.to_member_id" : "a.from_member_id", "=", memberId)
    .where("a.closed_at", closed ? "is not" : "is", null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(a.created_at, a.id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`),
    )
    .orderBy("a.created_at", "desc")
    .orderBy("a.id", "desc")
    .limit(limit + 1)
    .execute();
}

interface AskBody {
  id: string;
  toMemberId: string;
  text: string;
}

/** The ask of a check-in that was made without one; false where its id is taken. */
export async function addAsk(
  tx: Tx,
  ask: AskBody & { checkInId: string; keyResultId: string; fromMemberId: string },
): Promise<boolean> {
  const added = await tx.db
    .insertInto("ask")
    .values({
      organisation_id: tx.organisationId,
      id: ask.id,
      check_in_id: ask.checkInId,
      key_result_id: ask.keyResultId,
      from_member_id: ask.fromMemberId,
      to_member_id: ask.toMemberId,
      text: ask.text,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

/** False where it was closed meanwhile. */
export async function changeAsk(tx: Tx, { id, toMemberId, text }: AskBody): Promise<boolean> {
  const changed = await tx.db
    .updateTable("ask")
    .set((e) => ({ to_member_id: toMemberId, text, version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .where("closed_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return changed !== undefined;
}

export async function closeAsk(tx: Tx, id: string, reply: string): Promise<void> {
  await tx.db
    .updateTable("ask")
    .set((e) => ({ reply, closed_at: tx.now.toString(), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

export async function moveAsk(tx: Tx, id: string, keyResultId: string): Promise<void> {
  await tx.db
    .updateTable("ask")
    .set((e) => ({ key_result_id: keyResultId, version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
