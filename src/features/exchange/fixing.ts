import type { Draft, DraftRow } from "./draft.ts";
import type { Fix } from "./reasons.ts";

/** One step taken on a line: what was kept aside comes in, a duplicate stays, a key result becomes an initiative. */
export interface ChosenFix {
  line: number;
  fix: Fix["code"];
}

/** The draft as it reads after the chosen fixes. A fix that no longer fits its line changes nothing. */
export function withFixes(draft: Draft, chosen: readonly ChosenFix[]): Draft {
  const byLine = new Map(chosen.map(({ line, fix }) => [line, fix]));
  const broughtIn = draft.keptAside.filter(
    ({ line, fix, row }) => row !== null && fix !== null && byLine.get(line) === fix.code,
  );
  const keptAside = draft.keptAside.filter((kept) => !broughtIn.includes(kept));
  const rows = [
    ...draft.rows.map((row) => withFix(row, byLine.get(row.line))),
    ...broughtIn.map(({ row }) => row as DraftRow),
  ];
  return { ...draft, rows, keptAside };
}

function withFix(row: DraftRow, fix: Fix["code"] | undefined): DraftRow {
  if (fix === "keep-both" && row.duplicateOf !== null) return { ...row, duplicateOf: null };
  if (fix === "initiative" && row.kind === "key-result") return { ...row, kind: "initiative", measure: null };
  return row;
}
