import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { refused } from "../../../platform/refusals.ts";
import { viewerRow } from "../../people/public.ts";
import { mentionFact } from "../events.ts";
import { setMentions } from "../queries.ts";

/** More in one comment call nobody. */
const most = 20;

/** Refuses whoever is not there to see the subject; a member who may not know of it reads as one who never was. */
export async function mustBeMentionable(
  tx: Tx,
  context: RequestContext,
  about: { kind: string; id: string },
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length > most)
    throw refused({
      field: "text",
      expected: `at most ${most} members mentioned`,
      todo: "Mention those who must know.",
    });
  for (const id of memberIds) {
    if (await sees(tx, context, about, id)) continue;
    const expected = "members mentioned who are there and can see what it is about";
    throw refused({ field: "text", expected, todo: "Leave out the mention of whoever cannot." });
  }
}

/** Mentions these and nobody else in a comment, and tells those who were not mentioned in it before. */
export async function mention(tx: Tx, commentId: string, memberIds: readonly string[], authorId: string) {
  for (const memberId of await setMentions(tx, commentId, memberIds, authorId))
    await tx.record(mentionFact(commentId, memberId));
}

async function sees(tx: Tx, { viewer, services }: RequestContext, about: { kind: string; id: string }, id: string) {
  if (id === viewer.memberId) return true;
  const member = await viewerRow(tx, id);
  if (!member || member.role === "guest") return false;
  return (await services.subjects[about.kind]?.(tx, { ...viewer, ...member }, about.id)) !== undefined;
}
