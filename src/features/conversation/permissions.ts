interface Viewer {
  memberId: string;
}

interface CommentRow {
  authorId: string;
  replyToId: string | null;
  removed: boolean;
}

/** Whoever sees a subject may comment on it and settle its threads; the words of a comment are its author's alone. */
export function commentCan({ memberId }: Viewer, { authorId, replyToId, removed }: CommentRow) {
  const own = authorId === memberId && !removed;
  return { edit: own, resolve: replyToId === null, remove: own };
}
