import { anInstant, anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notFound } from "../../../platform/refusals.ts";
import { cadence } from "../contract.ts";
import { askClosed, askMoved } from "../events.ts";
import { type AskRow, askOf, asksNewestFirst, closeAsk, moveAsk, openAskOf } from "../queries/asks.ts";

const os = keeps(cadence.asks);

export const asks = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const after = valuesOf(input.after, anInstant, anUuid);
      const rows = await asksNewestFirst(tx, { ...input, memberId: context.viewer.memberId, after });
      const { items, next } = pageFrom(rows, input.limit, (last) => cursorOf(last.createdAt, last.id));
      return { items: items.map(present), next };
    }),
  ),

  close: os.close.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, reply } = input;
      const ask = await askOf(tx, id, context.viewer.memberId);
      if (!ask) throw notFound();
      if (ask.closedAt !== null && ask.reply === reply) return present(ask);
      if (ask.closedAt !== null) {
        throw conflict(
          { todo: "Read the answer it was closed with.", yours: reply, theirs: ask.reply },
          "It is closed already.",
        );
      }
      await closeAsk(tx, id, reply);
      const { checkInId, keyResultId, to_member_id: toMemberId } = ask;
      await tx.record(askClosed({ askId: id, checkInId, keyResultId, toMemberId, visibleTo: null }));
      return present({ ...ask, reply, closedAt: tx.now.toString(), version: ask.version + 1 });
    }),
  ),
});

/** Closes an ask for whoever may close what it hangs on; the two it stands between see the answer. */
export async function closeOpenAsk(tx: Tx, id: string, reply: string): Promise<void> {
  const ask = await openAskOf(tx, id);
  if (!ask) return;
  await closeAsk(tx, id, reply);
  await tx.record(askClosed({ askId: id, ...ask, visibleTo: null }));
}

/** Takes an open ask along to another key result, whose owner goes on with it. */
export async function moveOpenAsk(tx: Tx, id: string, keyResultId: string): Promise<boolean> {
  const ask = await openAskOf(tx, id);
  if (!ask) return false;
  await moveAsk(tx, id, keyResultId);
  await tx.record(askMoved({ askId: id, ...ask, keyResultId, visibleTo: null }));
  return true;
}

/** Whoever reads an ask is one of the two it stands between, and either may close it. */
function present(row: AskRow) {
  return {
    id: row.id,
    checkInId: row.checkInId,
    keyResult: { id: row.keyResultId, title: row.keyResultTitle },
    objective: { id: row.objectiveId, title: row.objectiveTitle },
    from: { id: row.from_member_id, name: row.fromName },
    to: { id: row.to_member_id, name: row.toName },
    text: row.text,
    reply: row.reply,
    createdAt: row.createdAt,
    closedAt: row.closedAt,
    version: row.version,
    can: { close: row.closedAt === null },
  };
}
