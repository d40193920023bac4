import type { Fact } from "../../platform/database/record.ts";

export type StatementKind = "vision" | "mission";

/** The organisation's id stands for its one vision and one mission. */
export function statementWritten(organisationId: string, kind: StatementKind, from: string | null, to: string): Fact {
  return { kind: `${kind}-written`, subject: { kind, id: organisationId }, facts: { text: [from, to] } };
}

export function imperativeWritten(
  id: string,
  body: { statement: string; why: string; priorityShare: string | null; horizon: string },
): Fact {
  return { kind: "imperative-written", subject: { kind: "imperative", id }, facts: body };
}

/** `changes` maps each changed field to what it was and what it is. */
export function imperativeChanged(id: string, changes: Record<string, [unknown, unknown]>): Fact {
  return { kind: "imperative-changed", subject: { kind: "imperative", id }, facts: changes };
}

export function imperativeRestored(id: string): Fact {
  return { kind: "imperative-restored", subject: { kind: "imperative", id }, facts: {} };
}

export function imperativeArchived(id: string): Fact {
  return { kind: "imperative-archived", subject: { kind: "imperative", id }, facts: {} };
}
