import { newId } from "../ids.ts";
import type { Tx } from "./database.ts";

/** What happened, to what. Facts are ids and values, never names: sentences are made when read. */
export interface Fact {
  kind: string;
  subject: { kind: string; id: string };
  facts: Record<string, unknown>;
  /** Set where only this member may see it (a private objective's owner). */
  visibleTo?: string | null;
}

/** Writes the event in the transaction that makes it true. */
export async function recordFact(tx: Tx, fact: Fact): Promise<void> {
  await tx.db.insertInto("event").values(eventRow(tx, fact)).execute();
}

export type EventRow = ReturnType<typeof eventRow>;

/** The row of an event. */
export function eventRow(tx: Tx, fact: Fact, actor = tx.actor) {
  return {
    organisation_id: tx.organisationId,
    id: newId(),
    kind: fact.kind,
    subject_kind: fact.subject.kind,
    subject_id: fact.subject.id,
    actor_id: actor.memberId,
    via: actor.via,
    visible_to: fact.visibleTo ?? null,
    facts: JSON.stringify(fact.facts),
    recorded_at: tx.now.toString(),
  };
}
