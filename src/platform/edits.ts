/** What edits have in common: the same create twice is one create, an edit of an old version is refused with both values. */
import { createHash } from "node:crypto";
import { conflict } from "./refusals.ts";

/** SHA-256 of what was asked, keys in order: kept with the row, so that a repeat after an edit still matches its create. */
export function bodyHash(body: unknown): Buffer {
  return createHash("sha256").update(canonical(body)).digest();
}

/** The row that an earlier create with this id made, if its body was the same; refuses with 409 otherwise. */
export function sameCreate<Row extends { body_hash: Buffer }>(existing: Row | undefined, hash: Buffer): Row {
  if (!existing || !Buffer.from(existing.body_hash).equals(hash)) {
    throw conflict({ todo: "Use a new id: this one already names something else." }, "This id is already taken.");
  }
  return existing;
}

/** Refuses with 409, naming both values, when the row moved on since `version` was read. */
export function sameVersion<Row extends { version: number }>(
  row: Row,
  version: number,
  wanted: Record<string, unknown>,
): void {
  if (row.version === version) return;
  const asked = Object.keys(wanted).filter((key) => wanted[key] !== undefined);
  const theirs = Object.fromEntries(asked.map((key) => [key, (row as Record<string, unknown>)[key]]));
  throw conflict({
    todo: "Read it again, then write yours or keep theirs.",
    version: row.version,
    yours: wanted,
    theirs,
  });
}

/** Field → [was, is], for the fields that differ. Undefined in `wanted` means "as it was". */
export function changesBetween(before: object, wanted: Record<string, unknown>): Record<string, [unknown, unknown]> {
  const was = before as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(wanted)
      .filter(([key, is]) => is !== undefined && canonical(was[key]) !== canonical(is))
      .map(([key, is]) => [key, [was[key], is]]),
  );
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, inner) =>
      inner && typeof inner === "object" && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? "null"
  );
}
