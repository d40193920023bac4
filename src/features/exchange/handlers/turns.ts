/** In what order the rows of an import are made, and what of it happens side by side. */
import type { PlannedRow } from "../plan.ts";

/**
 * Objectives first, in the order of the file, which is theirs in the cycle. Then what stands under each: one after the
 * other under the same objective, whatever happens under others. Initiatives last: they name key results.
 */
export function inTurn(rows: readonly PlannedRow[]) {
  const byKey = new Map(rows.map((each) => [each.sourceKey, each]));
  /** The objective that is made before, with all above it: from there on down the rows wait for each other. */
  const under = (row: PlannedRow): string => {
    const above = row.parentKey === null ? undefined : byKey.get(row.parentKey);
    return above === undefined || isFirst(above) ? (row.parentKey ?? row.sourceKey) : under(above);
  };
  const isFirst = (row: PlannedRow): boolean => {
    const above = row.parentKey === null ? undefined : byKey.get(row.parentKey);
    return row.row.kind === "objective" && (above === undefined || isFirst(above));
  };
  const rest = rows.filter((row) => !isFirst(row));
  const isWork = ({ row }: PlannedRow) => row.kind === "initiative";
  const chains = Map.groupBy(
    rest.filter((row) => !isWork(row)),
    under,
  );
  return { objectives: rows.filter(isFirst), underThem: [...chains.values()], work: rest.filter(isWork) };
}

/** Chains at work at a time: enough that PostgreSQL always has the next statement before it. */
const most = 32;

/**
 * Does the work on each item, one after the other within a chain and chains side by side. When one fails no other
 * begins anything more, and it throws once all have come to rest: nothing may still be asked of a transaction that ended.
 */
export async function sideBySide<Item>(
  chains: readonly (readonly Item[])[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = chains.values();
  const failures: unknown[] = [];
  const walk = async () => {
    for (const chain of waiting) {
      for (const item of chain) {
        if (failures.length > 0) return;
        try {
          await work(item);
        } catch (error) {
          failures.push(error);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, chains.length) }, walk));
  if (failures.length > 0) throw failures[0];
}
