import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "../../platform/database/database.ts";

function comments(tx: Tx) {
  return tx.db
    .selectFrom("comment as c")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "c.organisation_id").onRef("m.id", "=", "c.author_id"),
    )
    .leftJoin("member as r", (on) =>
      on.onRef("r.organisation_id", "=", "c.organisation_id").onRef("r.id", "=", "c.resolved_by"),
    )
    .where("c.organisation_id", "=", tx.organisationId)
    .select([
      "c.id",
      "c.subject_kind as subjectKind",
      "c.subject_id as subjectId",
      "c.reply_to_id as replyToId",
      "c.author_id as authorId",
      "m.name as authorName",
      "c.text",
      "c.resolved_by as resolvedBy",
      "r.name as resolvedByName",
      "c.resolved_at as resolvedAt",
      "c.changed_at as changedAt",
      "c.removed_at as removedAt",
      "c.created_at as createdAt",
      "c.version",
      "c.body_hash",
    ])
    .select((e) =>
      jsonArrayFrom(
        e
          .selectFrom("mention as n")
          .innerJoin("member as w", (on) =>
            on.onRef("w.organisation_id", "=", "n.organisation_id").onRef("w.id", "=", "n.member_id"),
          )
          .whereRef("n.organisation_id", "=", "c.organisation_id")
          .whereRef("n.comment_id", "=", "c.id")
          .select(["w.id", "w.name", "n.waits"])
          .orderBy("w.id"),
      ).as("mentions"),
    );
}

export type CommentRow = Awaited<ReturnType<typeof commentsOn>>[number];

/** What was said about these subjects of these kinds (a draft keeps its id as it becomes an objective, its comments stay with the draft), the oldest first, no answer before what it answers; a removed comment only where it was answered. */
export function commentsOn(tx: Tx, kinds: readonly string[], subjectIds: readonly string[]) {
  return comments(tx)
    .where("c.subject_kind", "in", [...kinds])
    .where(sql<boolean>`c.subject_id = any(${[...subjectIds]}::uuid[])`)
    .where(
      sql<boolean>`(c.removed_at is null or exists (
        select from comment a where a.organisation_id = ${tx.organisationId} and a.reply_to_id = c.id and a.removed_at is null))`,
    )
    .orderBy("c.created_at")
    .orderBy(sql`c.reply_to_id is not null`)
    .orderBy("c.id")
    .limit(2000)
    .execute();
}

export function commentById(tx: Tx, id: string) {
  return comments(tx).where("c.id", "=", id).executeTakeFirst();
}

/** The same, locked against another change. */
export function commentForChange(tx: Tx, id: string) {
  return comments(tx).where("c.id", "=", id).forUpdate("c").executeTakeFirst();
}

interface NewComment {
  id: string;
  subjectKind: string;
  subjectId: string;
  replyTo: string | null;
  text: string;
  authorId: string;
  bodyHash: Buffer;
}

/** False where the id is already taken. */
export async function addComment(tx: Tx, comment: NewComment): Promise<boolean> {
  const added = await tx.db
    .insertInto("comment")
    .values({
      organisation_id: tx.organisationId,
      id: comment.id,
      subject_kind: comment.subjectKind,
      subject_id: comment.subjectId,
      reply_to_id: comment.replyTo,
      author_id: comment.authorId,
      text: comment.text,
      body_hash: comment.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function changeComment(
  tx: Tx,
  id: string,
  change: { text?: string; resolvedBy?: string | null; removed?: true },
) {
  const now = tx.now.toString();
  await tx.db
    .updateTable("comment")
    .set((e) => ({
      text: change.removed ? "" : change.text,
      changed_at: change.text === undefined ? undefined : now,
      removed_at: change.removed ? now : undefined,
      ...(change.resolvedBy === undefined
        ? {}
        : { resolved_by: change.resolvedBy, resolved_at: change.resolvedBy === null ? null : now }),
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Forgets all that was said about what is removed for good, and whom it called. */
export async function forgetComments(tx: Tx, kind: string, subjectIds: readonly string[]) {
  const about = sql`organisation_id = ${tx.organisationId} and subject_kind = ${kind}
    and subject_id = any(${[...subjectIds]}::uuid[])`;
  await sql`delete from mention where organisation_id = ${tx.organisationId}
    and comment_id in (select id from comment where ${about})`.execute(tx.db);
  await sql`delete from comment where ${about}`.execute(tx.db);
}

/** The latest of the comments that mention the member and wait to be opened. */
export function commentsWaitingFor(tx: Tx, memberId: string, limit: number) {
  return comments(tx)
    .innerJoin("mention as mine", (on) =>
      on.onRef("mine.organisation_id", "=", "c.organisation_id").onRef("mine.comment_id", "=", "c.id"),
    )
    .where("mine.member_id", "=", memberId)
    .where("mine.waits", "=", true)
    .orderBy("c.created_at", "desc")
    .orderBy("c.id")
    .limit(limit)
    .execute();
}

/** Whom a comment mentions from now on; answers for whom it waits that it did not before: all who are new in it but its author. */
export async function setMentions(tx: Tx, commentId: string, memberIds: readonly string[], authorId: string) {
  const { organisationId, db } = tx;
  await db
    .deleteFrom("mention")
    .where("organisation_id", "=", organisationId)
    .where("comment_id", "=", commentId)
    .where(sql<boolean>`member_id <> all(${[...memberIds]}::uuid[])`)
    .execute();
  if (memberIds.length === 0) return [];
  const rows = memberIds.map((memberId) => ({
    organisation_id: organisationId,
    comment_id: commentId,
    member_id: memberId,
    waits: memberId !== authorId,
  }));
  const added = await db
    .insertInto("mention")
    .values(rows)
    .onConflict((already) => already.doNothing())
    .returning(["member_id as memberId", "waits"])
    .execute();
  return added.filter(({ waits }) => waits).map(({ memberId }) => memberId);
}

/** From now on these comments wait no longer for the member. */
export async function openMentions(tx: Tx, memberId: string, commentIds: readonly string[]) {
  await tx.db
    .updateTable("mention")
    .set({ waits: false })
    .where("organisation_id", "=", tx.organisationId)
    .where("member_id", "=", memberId)
    .where(sql<boolean>`comment_id = any(${[...commentIds]}::uuid[])`)
    .where("waits", "=", true)
    .execute();
}
