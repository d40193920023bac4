import { type DraftRow, guess } from "./draft.ts";
import { guesses } from "./reasons.ts";

/** Word for word the same row below the same parent, with the same owner, is read once. */
export function markDuplicates(rows: DraftRow[]): void {
  const seen = new Map<string, number>();
  rows.forEach((row, at) => {
    const parent = row.parent === null ? null : (rows[row.parent]?.duplicateOf ?? row.parent);
    const key = JSON.stringify([row.kind, parent, row.team, row.cycle, row.owner, row.title.toLowerCase()]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    else {
      row.duplicateOf = first;
      guess(row, guesses.sameAs(rows[first]?.line ?? 0));
    }
  });
}
