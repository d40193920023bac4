import type { Fact } from "../../platform/database/record.ts";

export function importUndone(id: string, facts: { fileName: string; removed: number; stayed: number }): Fact {
  return { kind: "import-undone", subject: { kind: "import", id }, facts };
}

/** `rows` counts what was made and changed; what did not come in stands with the import. */
export function importMade(
  id: string,
  facts: { fileName: string; created: number; changed: number; keptAside: number },
): Fact {
  return { kind: "import-made", subject: { kind: "import", id }, facts };
}
