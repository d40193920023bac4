/** Rows as the contract answers them. */
import type { IntentionRow } from "../queries/intentions.ts";

export function presentIntention(row: IntentionRow) {
  return {
    id: row.id,
    weekOf: row.weekOf,
    text: row.text,
    tie: {
      kind: row.keyResultId ? ("key-result" as const) : ("initiative" as const),
      id: row.keyResultId ?? row.initiativeId ?? "",
      title: row.tieTitle,
      objectiveId: row.objectiveId,
    },
    doneAt: row.doneAt,
    letGoAt: row.letGoAt,
    carriedFrom: row.carriedFrom,
    rank: row.rank,
    version: row.version,
  };
}
