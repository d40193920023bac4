import type { Fact } from "../../platform/database/record.ts";

/** `rows` counts what was made and changed; what did not come in stands with the import. */
export function importMade(
  id: string,
  facts: { fileName: string; created: number; changed: number; keptAside: number },
): Fact {
  return { kind: "import-made", subject: { kind: "import", id }, facts };
}
