import type { Tx } from "../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../platform/edits.ts";
import type { RequestContext } from "../../platform/http/context.ts";
import { keeps } from "../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../platform/refusals.ts";
import { conversation as contract } from "./contract.ts";
import { commentFact } from "./events.ts";
import { mention, mustBeMentionable } from "./handlers/mentioning.ts";
import { mentions } from "./handlers/mentions.ts";
import { mentionedIn } from "./mentioned.ts";
import { commentCan } from "./permissions.ts";
import { presentComment, presentComments } from "./presented.ts";
import { addComment, changeComment, commentById, commentForChange, commentsOn } from "./queries.ts";

const os = keeps(contract).comments;

const comments = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      await subjectThere(tx, context, input.subjectKind, input.subjectId);
      return presentComments(await commentsOn(tx, [input.subjectKind], [input.subjectId]), context.viewer);
    }),
  ),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, ...body } = input;
      const about = await subjectThere(tx, context, body.subjectKind, body.subjectId);
      const hash = bodyHash(body);
      if (!(await alreadySaid(tx, id, hash))) {
        if (about.removed) throw refused(putBackFirst);
        await mustAnswerAThread(tx, body);
        const mentioned = mentionedIn(body.text);
        await mustBeMentionable(tx, context, about, mentioned);
        const added = await addComment(tx, { id, ...body, authorId: context.viewer.memberId, bodyHash: hash });
        if (added) {
          await tx.record(commentFact("comment-written", about, id));
          await mention(tx, id, mentioned, context.viewer.memberId);
        } else await alreadySaid(tx, id, hash);
      }
      return readComment(tx, context, id);
    }),
  ),

  update: os.update.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, text } = input;
      const { row, about } = await commentToChange(tx, context, id, "edit");
      if (row.text !== text) {
        sameVersion(row, version, { text });
        const mentioned = mentionedIn(text);
        const before = row.mentions.map((each) => each.id);
        await mustBeMentionable(
          tx,
          context,
          about,
          mentioned.filter((each) => !before.includes(each)),
        );
        await changeComment(tx, id, { text });
        await tx.record(commentFact("comment-changed", about, id));
        await mention(tx, id, mentioned, row.authorId);
      }
      return readComment(tx, context, id);
    }),
  ),

  resolve: os.resolve.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { row, about } = await commentToChange(tx, context, input.id);
      if (row.replyToId !== null) {
        throw refused({ field: "id", expected: "the first comment of a thread", todo: "Settle the one it answers." });
      }
      if ((row.resolvedAt !== null) !== input.resolved) {
        await changeComment(tx, row.id, { resolvedBy: input.resolved ? context.viewer.memberId : null });
        await tx.record(commentFact(input.resolved ? "comment-resolved" : "comment-reopened", about, row.id));
      }
      return readComment(tx, context, row.id);
    }),
  ),

  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { row, about } = await commentToChange(tx, context, input.id, "remove");
      await changeComment(tx, row.id, { removed: true });
      await mention(tx, row.id, [], row.authorId);
      await tx.record(commentFact("comment-removed", about, row.id));
      return { done: true as const };
    }),
  ),
});

export const conversation = { comments, mentions };

const putBackFirst = { field: "subjectId", expected: "something that was not removed", todo: "Put it back first." };

/** The subject as an event tells of it; refuses with 404 what is not there for the viewer. */
async function subjectThere(tx: Tx, { viewer, services }: RequestContext, kind: string, id: string) {
  const subject = await services.subjects[kind]?.(tx, viewer, id);
  if (!subject) throw notFound();
  return { kind, id, ...subject };
}

async function commentToChange(tx: Tx, context: RequestContext, id: string, may?: "edit" | "remove") {
  const row = await commentForChange(tx, id);
  if (!row || (row.removedAt !== null && may !== undefined)) throw notFound();
  const about = await subjectThere(tx, context, row.subjectKind, row.subjectId);
  const can = commentCan(context.viewer, { ...row, removed: row.removedAt !== null });
  if (may && !can[may]) throw notAllowed("Only who wrote it may change or remove it.");
  return { row, about };
}

async function readComment(tx: Tx, context: RequestContext, id: string) {
  const row = await commentById(tx, id);
  if (!row) throw notFound();
  return presentComment(row, context.viewer);
}

/** Whether an earlier create with this id said the same; another with this id is refused with 409. */
async function alreadySaid(tx: Tx, id: string, hash: Buffer): Promise<boolean> {
  const earlier = await commentById(tx, id);
  if (earlier) sameCreate(earlier, hash);
  return earlier !== undefined;
}

/** Threads have one level: what is answered is a first comment, about the same thing. */
async function mustAnswerAThread(tx: Tx, { replyTo, subjectId }: { replyTo: string | null; subjectId: string }) {
  if (replyTo === null) return;
  const first = await commentForChange(tx, replyTo);
  if (first && first.subjectId === subjectId && first.replyToId === null) return;
  const expected = "the first comment of a thread about the same thing";
  throw refused({ field: "replyTo", expected, todo: "Read the comments again and answer one that begins a thread." });
}
