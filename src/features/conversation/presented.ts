import { commentCan } from "./permissions.ts";
import type { CommentRow } from "./queries.ts";

type SubjectKind = "plan" | "draft-objective" | "draft-key-result" | "draft-initiative" | "objective" | "key-result";

export function presentComment(row: CommentRow, viewer: { memberId: string }) {
  const removed = row.removedAt !== null;
  return {
    id: row.id,
    subject: { kind: row.subjectKind as SubjectKind, id: row.subjectId },
    replyTo: row.replyToId,
    author: { id: row.authorId, name: row.authorName },
    text: row.text,
    mentions: row.mentions.map(({ id, name }) => ({ id, name })),
    waits: row.mentions.some(({ id, waits }) => waits && id === viewer.memberId),
    removed,
    resolved:
      row.resolvedBy && row.resolvedAt
        ? { by: { id: row.resolvedBy, name: row.resolvedByName ?? "" }, at: row.resolvedAt }
        : null,
    at: row.createdAt,
    changedAt: row.changedAt,
    version: row.version,
    can: commentCan(viewer, { ...row, removed }),
  };
}

/** A list as it is answered, with how many of its threads are open and settled. */
export function presentComments(rows: readonly CommentRow[], viewer: { memberId: string }) {
  const threads = rows.filter(({ replyToId }) => replyToId === null);
  const resolved = threads.filter(({ resolvedAt }) => resolvedAt !== null).length;
  return { items: rows.map((row) => presentComment(row, viewer)), open: threads.length - resolved, resolved };
}
