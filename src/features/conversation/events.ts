import type { Fact } from "../../platform/database/record.ts";

interface About {
  kind: string;
  id: string;
  /** The member who alone may see the subject; null: everyone. */
  visibleTo: string | null;
}

type CommentKind = "comment-written" | "comment-changed" | "comment-resolved" | "comment-reopened" | "comment-removed";

/** Told of what was commented on, without its words: those can be removed, the record cannot. */
export function commentFact(kind: CommentKind, { kind: subjectKind, id, visibleTo }: About, commentId: string): Fact {
  return { kind, subject: { kind: subjectKind, id }, facts: { commentId }, visibleTo };
}

/** Told to the mentioned alone, so that nobody else hears whom a comment calls. */
export function mentionFact(commentId: string, memberId: string): Fact {
  return { kind: "member-mentioned", subject: { kind: "mention", id: commentId }, facts: {}, visibleTo: memberId };
}
