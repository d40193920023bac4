import { createHash } from "node:crypto";
import type { DraftRow } from "./draft.ts";
import { cycleKey } from "./periods.ts";

/** Titles and names compared without case, doubled blanks and closing signs. */
export function sameWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .replace(/[\s.:;,!]+$/u, "")
    .trim();
}

/**
 * What a row is known by from one import to the next: its cycle, team and the titles from the top down to it. Lines,
 * figures and owners may change without making it another row.
 */
export function sourceKey(row: DraftRow, above: string | null, cycle: string): string {
  const place = above ?? [cycleKey(cycle), sameWords(row.team ?? "")].join("\u0000");
  return hash([place, row.kind, sameWords(row.title)]);
}

/** What a row says of what it becomes: an import changes what differs from what the row said before. */
export type Said = Pick<DraftRow, "title" | "owner" | "team" | "due" | "weight" | "measure" | "done" | "score"> & {
  why: string[];
};

export function saidBy({ title, owner, team, due, weight, measure, why, done, score }: DraftRow): Said {
  return { title, owner, team, due, weight, measure, why: why.map(({ text }) => text), done, score };
}

/** So that an import knows without reading it whether a row changed since the last one. */
export function rowHash(row: DraftRow): string {
  const { title, owner, team, due, weight, measure, why, done, score } = saidBy(row);
  return hash([title, owner, team, due, weight, measure, why, done, score]);
}

/** 128 bits of SHA-256, in hex. */
function hash(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
