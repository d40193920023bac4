/** Check-ins told as changes: what it was before, what it is since. */
import type { OutputOf } from "../../../web/api.ts";

export type CheckIn = OutputOf<"cadence.checkIns.list">["items"][number];

/** What of a key result its check-ins are told with. */
export interface Told {
  id: string;
  title: string;
  unit: string;
  decimals: number;
  measure: OutputOf<"okrs.keyResults.get">["measure"];
}

export interface Change {
  checkIn: CheckIn;
  /** The check-in before it; null where it is the first, or where that one was not read yet. */
  before: CheckIn | null;
  /** It is the very first of its key result. */
  isFirst: boolean;
}

/** Each check-in with the one before it on the same key result. `checkIns` the latest first; `all` when no earlier ones are left. */
export function changesOf(checkIns: readonly CheckIn[], all: boolean): Change[] {
  return checkIns.map((checkIn, at) => {
    const before = checkIns.slice(at + 1).find(({ keyResult }) => keyResult.id === checkIn.keyResult.id) ?? null;
    return { checkIn, before, isFirst: all && before === null };
  });
}
