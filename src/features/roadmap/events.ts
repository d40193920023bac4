import type { Fact } from "../../platform/database/record.ts";

/** A private initiative's facts are for its owner's eyes; null: everyone's. */
type VisibleTo = string | null;

export interface BetFacts {
  keyResultId: string;
  expectedMove: string | null;
}

interface Planned {
  title: string;
  ownerId: string | null;
  teamId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  state: string;
  bets: BetFacts[];
}

export function initiativeCreated(id: string, facts: Planned, visibleTo: VisibleTo): Fact {
  return { kind: "initiative-created", subject: { kind: "initiative", id }, facts: { ...facts }, visibleTo };
}

/** `changes` maps each changed field to what it was and what it is. */
export function initiativeChanged(id: string, changes: Record<string, [unknown, unknown]>, visibleTo: VisibleTo): Fact {
  return { kind: "initiative-changed", subject: { kind: "initiative", id }, facts: changes, visibleTo };
}

export function initiativeStateChanged(id: string, from: string, to: string, visibleTo: VisibleTo): Fact {
  const facts = { state: [from, to] };
  return { kind: "initiative-state-changed", subject: { kind: "initiative", id }, facts, visibleTo };
}

export function betsChanged(id: string, from: BetFacts[], to: BetFacts[], visibleTo: VisibleTo): Fact {
  return { kind: "bets-changed", subject: { kind: "initiative", id }, facts: { bets: [from, to] }, visibleTo };
}

export function initiativeRemoved(id: string, title: string, visibleTo: VisibleTo): Fact {
  return { kind: "initiative-removed", subject: { kind: "initiative", id }, facts: { title }, visibleTo };
}
