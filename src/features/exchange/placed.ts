import type { KeptAside } from "./draft.ts";
import type { Plan, PlannedRow } from "./plan.ts";
import { countActions, previewOf } from "./plan-summary.ts";
import { asides, type Reason } from "./reasons.ts";

/**
 * The plan with only what has a place: an objective needs a cycle that is there and not closed. What has none is kept
 * aside with its reason, and so is all that stands below it.
 */
export function placed(plan: Plan, closedCycles: ReadonlySet<string>): Plan {
  const without = new Map<string, Reason>();
  for (const planned of plan.rows) {
    const reason = without.has(planned.parentKey ?? "") ? asides.underKeptAside : placeless(planned, closedCycles);
    if (reason) without.set(planned.sourceKey, reason);
  }
  if (without.size === 0) return plan;
  const rows = plan.rows.filter(({ sourceKey }) => !without.has(sourceKey));
  const keptAside = plan.rows.flatMap(({ row, sourceKey }): KeptAside[] => {
    const reason = without.get(sourceKey);
    return reason ? [{ line: row.line, lines: row.lines, text: row.title, reason, fix: null, row }] : [];
  });
  return {
    ...plan,
    rows,
    keptAside: [...plan.keptAside, ...keptAside].sort((one, other) => one.line - other.line),
    counts: countActions(rows),
    preview: previewOf(rows),
  };
}

function placeless({ row, action, cycleId }: PlannedRow, closedCycles: ReadonlySet<string>): Reason | null {
  if (row.kind !== "objective" || action === "already" || action === "unchanged") return null;
  if (cycleId === null) return row.cycle ? asides.cycleMissing(row.cycle) : asides.noCycle;
  return closedCycles.has(cycleId) && action === "create" ? asides.cycleClosed : null;
}
