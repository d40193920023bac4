/** The facts that alignment records. */
import type { Fact } from "../../platform/database/record.ts";

/** Both teams stand in every fact of a dependency, so that it reads the same from either side. */
interface Connected {
  id: string;
  fromTeamId: string;
  onTeamId: string;
}

interface Proposed extends Connected {
  title: string;
  cycleId: string;
  objectiveId: string | null;
  dueOn: string;
}

export function dependencyProposed({ id, fromTeamId, onTeamId, title, cycleId, objectiveId, dueOn }: Proposed): Fact {
  const facts = { fromTeamId, onTeamId, title, cycleId, objectiveId, dueOn };
  return { kind: "dependency-proposed", subject: { kind: "dependency", id }, facts };
}

/** `changes` maps each changed field to what it was and what it is. */
export function dependencyChanged(
  { id, fromTeamId, onTeamId }: Connected,
  changes: Record<string, [unknown, unknown]>,
): Fact {
  const facts = { fromTeamId, onTeamId, ...changes };
  return { kind: "dependency-changed", subject: { kind: "dependency", id }, facts };
}

export function dependencyMoved(
  { id, fromTeamId, onTeamId }: Connected,
  from: string,
  to: string,
  reason: string,
): Fact {
  const facts = { fromTeamId, onTeamId, state: [from, to], reason };
  return { kind: "dependency-state-changed", subject: { kind: "dependency", id }, facts };
}
