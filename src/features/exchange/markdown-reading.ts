import { DONE, type Draft, type DraftRow, guess, type RowKind, row } from "./draft.ts";
import type { Block } from "./markdown-blocks.ts";
import type { Shape } from "./markdown-shape.ts";
import { type Marked, readMarks } from "./marks.ts";
import { asides, type Fix, fixes, type Reason } from "./reasons.ts";
import { titleAside } from "./title-aside.ts";
import type { Label } from "./words.ts";

/** Where a reader stands in a document: below which headings, labels and points. */
export interface Reading {
  draft: Draft;
  shape: Shape;
  frames: Frame[];
  points: Point[];
}

/** A heading, or a line that acts as one. Deeper frames stand inside the ones above. */
export interface Frame {
  depth: number;
  row: number | null;
  block: Block;
  label: Label | null;
  /** Why everything below is kept aside. */
  aside: Reason | null;
  team: string | null;
  cycle: string | null;
}

/** A point of a list that is still open, so that deeper points stand below it. */
export interface Point {
  level: number;
  row: number | null;
  aside: Reason | null;
}

/** Depths of lines that act as headings, below the six of Markdown and the bold line (7). */
export const LINE_DEPTH = { team: 7, objective: 8, keyResult: 9, label: 10 } as const;

export function openFrame(reading: Reading, block: Block, depth: number, more: Partial<Frame>) {
  reading.frames = reading.frames.filter((frame) => frame.depth < depth);
  reading.points = [];
  reading.frames.push({ depth, row: null, block, label: null, aside: null, team: null, cycle: null, ...more });
}

/** The nearest objective above, the row just above (perhaps a key result), the label in force and why not to read on. */
export function placeOf({ frames, draft, shape }: Reading) {
  const inner = [...frames].reverse();
  const objectiveAt = inner.findIndex(({ row }) => row !== null && draft.rows[row]?.kind === "objective");
  const inside = objectiveAt < 0 ? inner : inner.slice(0, objectiveAt);
  return {
    objective: inner[objectiveAt]?.row ?? null,
    objectiveBlock: inner[objectiveAt]?.block ?? null,
    below: inside.find(({ row }) => row !== null)?.row ?? null,
    label: inside.find(({ label }) => label !== null)?.label ?? null,
    nearest: inside.find(({ row, label }) => row !== null || label !== null) ?? null,
    aside: inner.find(({ aside }) => aside !== null)?.aside ?? null,
    team: inner.find(({ team }) => team !== null)?.team ?? null,
    inTeam: inner.some(({ block }) => shape.roles.get(block)?.as === "team"),
    cycle: inner.find(({ cycle }) => cycle !== null)?.cycle ?? null,
  };
}

/** Adds a row for a block, or keeps it aside if its title is none. Answers its place in the rows. */
export function addRow(
  reading: Reading,
  block: Block,
  { kind, title, parent, because }: { kind: RowKind; title: string; parent: number | null; because?: Reason },
): number | null {
  const made = rowFrom(reading, block, { kind, marked: readMarks(title), parent });
  if (because) guess(made, because);
  const reason = titleReason(block, made.title);
  if (reason) {
    const bringIn = reason === asides.struckThrough ? fixes.bringIn : null;
    keepAside(reading, block, reason, bringIn, bringIn && made);
    return null;
  }
  reading.draft.rows.push(made);
  return reading.draft.rows.length - 1;
}

export function rowFrom(
  reading: Reading,
  block: Block,
  { kind, marked, parent }: { kind: RowKind; marked: Marked; parent: number | null },
): DraftRow {
  const place = placeOf(reading);
  const above = parent === null ? null : (reading.draft.rows[parent] ?? null);
  const links = block.links
    .filter(({ url }) => !url.startsWith("#"))
    .map(({ text, url }) => (text === url ? url : `${text}: ${url}`));
  return {
    ...row(kind, block.line, marked.title, parent),
    lines: [block.line, ...block.moreLines],
    team: marked.team ?? above?.team ?? place.team,
    cycle: above?.cycle ?? place.cycle,
    owner: marked.owner,
    priority: marked.priority,
    score: marked.score,
    done: block.checked,
    measure: kind === "key-result" ? DONE : null,
    notes: [...marked.notes, ...links].map((text) => ({ line: block.line, text })),
  };
}

function titleReason(block: Block, title: string): Reason | null {
  if (block.struck) return asides.struckThrough;
  return titleAside(title);
}

export function keepAside(
  { draft }: Reading,
  block: Block,
  reason: Reason,
  fix: Fix | null = null,
  fixed: DraftRow | null = null,
) {
  const lines = [block.line, ...block.moreLines];
  draft.keptAside.push({ line: block.line, lines, text: block.text, reason, fix, row: fixed });
}

export function keepFrame({ draft }: Reading, block: Block, as: Draft["frame"][number]["as"]) {
  for (const line of [block.line, ...block.moreLines]) draft.frame.push({ line, text: block.text, as });
}

/** Words about a row: below an objective they say why, elsewhere they are notes. */
export function remark({ draft }: Reading, at: number, block: Block) {
  const target = draft.rows[at];
  if (!target) return;
  const remarks = target.kind === "objective" ? target.why : target.notes;
  remarks.push({ line: block.line, text: wordsWithLinks(block) });
  target.lines.push(block.line, ...block.moreLines);
}

function wordsWithLinks({ text, links }: Block): string {
  const urls = links.filter(({ url, text: name }) => !url.startsWith("#") && name !== url).map(({ url }) => url);
  return [text, ...urls].join(" ");
}
