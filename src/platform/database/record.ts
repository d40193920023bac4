import { CompiledQuery } from "kysely";
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

const writeEvents = `
insert into event (organisation_id, id, kind, subject_kind, subject_id, actor_id, via, visible_to, facts, recorded_at)
select $1, e.id, e.kind, e.subject_kind, e.subject_id, e.actor_id, e.via, e.visible_to, e.facts::jsonb, e.recorded_at
  from rows from (json_to_recordset($2::json) as (
         id uuid, kind text, subject_kind text, subject_id uuid, actor_id uuid, via text, visible_to uuid, facts text,
         recorded_at timestamptz)) with ordinality as e (
         id, kind, subject_kind, subject_id, actor_id, via, visible_to, facts, recorded_at, at)
 order by e.at`;

/** Writes events, in this order, in the transaction that makes them true. */
export async function recordFacts(tx: Tx, facts: readonly Fact[]): Promise<void> {
  const rows = JSON.stringify(facts.map((fact) => eventRow(tx, fact)));
  await tx.db.executeQuery(CompiledQuery.raw(writeEvents, [tx.organisationId, rows]));
}

export type EventRow = ReturnType<typeof eventRow>;

/** The row of an event. */
export function eventRow(tx: Tx, fact: Fact, actor = tx.actor) {
  return {
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
