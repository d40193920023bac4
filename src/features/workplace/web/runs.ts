/** Days of a row of the table, merged while they say the same. */

interface Cell {
  at: string | null;
  elsewhere: { id: string; name: string } | null;
  holiday: string | null;
}

export interface Run<Each extends Cell> {
  /** Where it begins in the row. */
  from: number;
  length: number;
  cell: Each;
}

/** Consecutive days alike in one run: nothing planned stays a day each, so that each can be read. */
export function runsOf<Each extends Cell>(days: readonly Each[]): Run<Each>[] {
  const runs: Run<Each>[] = [];
  for (const [at, cell] of days.entries()) {
    const run = runs.at(-1);
    if (run && cell.at !== null && alike(run.cell, cell)) run.length += 1;
    else runs.push({ from: at, length: 1, cell });
  }
  return runs;
}

function alike(one: Cell, other: Cell): boolean {
  return one.at === other.at && one.holiday === other.holiday && one.elsewhere?.id === other.elsewhere?.id;
}
