/** A plan in numbers, and as the tree it will be. */
import type { DraftRow, RowKind } from "./draft.ts";
import type { Action, Plan, PlannedRow } from "./plan.ts";

/** A branch as it will look. */
export interface PreviewNode {
  kind: RowKind;
  title: string;
  action: Action;
  line: number;
  measure: DraftRow["measure"];
  below: PreviewNode[];
}

export function countActions(rows: PlannedRow[]): Plan["counts"] {
  const none = () => ({ create: 0, changed: 0, unchanged: 0, already: 0 });
  const counts: Plan["counts"] = {
    objective: none(),
    "key-result": none(),
    initiative: none(),
    "health-metric": none(),
  };
  for (const { row, action } of rows) counts[row.kind][action] += 1;
  return counts;
}

/** The roots in the order of the file. */
export function previewOf(rows: PlannedRow[]): PreviewNode[] {
  const nodes = new Map<string, PreviewNode>();
  const roots: PreviewNode[] = [];
  for (const { row, action, sourceKey, parentKey } of rows) {
    const node: PreviewNode = {
      kind: row.kind,
      title: row.title,
      action,
      line: row.line,
      measure: row.measure,
      below: [],
    };
    nodes.set(sourceKey, node);
    (nodes.get(parentKey ?? "")?.below ?? roots).push(node);
  }
  return roots;
}
