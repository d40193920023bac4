/** What happens to intentions; for their member's eyes alone. */
import type { Fact } from "../../platform/database/record.ts";

interface Intended {
  id: string;
  memberId: string;
}

type Kind = "intention-written" | "intention-changed" | "intention-done" | "intention-carried" | "intention-let-go";

export function intentionFact(kind: Kind, { id, memberId }: Intended, facts: Record<string, unknown>): Fact {
  return { kind, subject: { kind: "intention", id }, facts, visibleTo: memberId };
}

export function intentionsOrdered(memberId: string, ids: string[]): Fact {
  return { kind: "intentions-ordered", subject: { kind: "member", id: memberId }, facts: { ids }, visibleTo: memberId };
}
