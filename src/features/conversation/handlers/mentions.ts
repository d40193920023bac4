import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conversation as contract } from "../contract.ts";
import { presentComment } from "../presented.ts";
import { type CommentRow, commentsWaitingFor, openMentions } from "../queries.ts";

const os = keeps(contract).mentions;

/** The latest that are told of; others come up as these are opened. */
const most = 20;

export const mentions = os.router({
  waiting: os.waiting.handler(({ context }) =>
    context.read(async (tx) => {
      const rows = await commentsWaitingFor(tx, context.viewer.memberId, most);
      const items = await Promise.all(rows.map((row) => told(tx, context, row)));
      return { items: items.filter((item) => item !== null) };
    }),
  ),
  open: os.open.handler(({ input, context }) =>
    context.write(async (tx) => {
      await openMentions(tx, context.viewer.memberId, input.commentIds);
      return { done: true as const };
    }),
  ),
});

/** null where what it is about is hidden from the viewer by now, or removed: it waits again once that is put back. */
async function told(tx: Tx, { viewer, services }: RequestContext, row: CommentRow) {
  const subject = await services.subjects[row.subjectKind]?.(tx, viewer, row.subjectId);
  if (!subject || subject.removed) return null;
  const { title, page } = subject;
  return { comment: presentComment(row, viewer), title, page };
}
