import { DONE, type Draft, type DraftRow, guess, linesAccountedFor } from "./draft.ts";
import { markDuplicates } from "./duplicates.ts";
import { type Block, readBlocks } from "./markdown-blocks.ts";
import { readHeading } from "./markdown-headings.ts";
import { readLine, readProseKeyResult } from "./markdown-lines.ts";
import { cutIntoPieces } from "./markdown-pieces.ts";
import { type ListFacts, readPoint } from "./markdown-points.ts";
import { keepAside, keepFrame, placeOf, type Reading } from "./markdown-reading.ts";
import { isLinkOnly, shapeOf } from "./markdown-shape.ts";
import { type OpenTable, openTable, readTableRow } from "./markdown-table.ts";
import { measureInWords, standsStill } from "./numbers-in-text.ts";
import { asides, guesses } from "./reasons.ts";

/**
 * Reads OKRs from Markdown as people write it. Every line that is not blank becomes part of a row, part of the frame,
 * or is kept aside with a reason. Never throws; the time grows with the length of the text.
 */
export function readMarkdown(text: string): Draft {
  const steps = readMarkdownInSteps(text);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same, giving way between pieces: yields the share (0–1) of the text that is read. */
export function* readMarkdownInSteps(text: string): Generator<number, Draft> {
  const { pieces, keptAside } = cutIntoPieces(text);
  const blocks: Block[] = [];
  for (const [at, piece] of pieces.entries()) {
    for (const block of readBlocks(piece)) blocks.push(block);
    yield (at + 1) / pieces.length;
  }
  const draft: Draft = { kind: "markdown", rows: [], frame: [], keptAside };
  readAll({ draft, shape: shapeOf(blocks), frames: [], points: [] }, blocks);
  for (const row of draft.rows) proposeMeasure(row);
  markDuplicates(draft.rows);
  keepTheRest(draft, text);
  return draft;
}

function readAll(reading: Reading, blocks: Block[]): void {
  const lists = listFacts(blocks);
  let table: OpenTable | null = null;
  for (const [at, block] of blocks.entries()) {
    const role = reading.shape.roles.get(block);
    if (block.as !== "row") table = null;
    if (role) readHeading(reading, block, role);
    else if (block.as === "item") readPoint(reading, block, lists.get(block.list) as ListFacts);
    else if (block.as === "row" && (block.isHeader || table === null)) table = openTable(reading, block);
    else if (block.as === "row") readTableRow(reading, table as OpenTable, block);
    else if (block.as === "rule") keepFrame(reading, block, "rule");
    else if (block.as === "code") keepAside(reading, block, asides.code);
    else if (isOnlySentence(reading, blocks, at)) readProseKeyResult(reading, block);
    else readLine(reading, block, blocks[at + 1]);
  }
}

/** A single line between the label "Key results" and the next heading, without a list. */
function isOnlySentence(reading: Reading, blocks: Block[], at: number): boolean {
  const { nearest, objective, aside } = placeOf(reading);
  const [before, after] = [blocks[at - 1], blocks[at + 1]];
  if (objective === null || aside || nearest?.label?.as !== "key-results" || before !== nearest.block) return false;
  const role = after && reading.shape.roles.get(after);
  return after === undefined || (role !== undefined && after.depth <= nearest.depth);
}

function listFacts(blocks: Block[]): Map<number, ListFacts> {
  const lists = new Map<number, ListFacts>();
  for (const [at, block] of blocks.entries()) {
    if (block.as !== "item") continue;
    const introduced = /\b(objectives|goals|ziele|objetivos|objectifs)\b[^.]*:$/iu.test(blocks[at - 1]?.text ?? "");
    const facts = lists.get(block.list) ?? { points: 0, withPoints: 0, links: 0, introduced };
    facts.points += 1;
    facts.withPoints += block.below > 0 ? 1 : 0;
    facts.links += isLinkOnly(block) ? 1 : 0;
    lists.set(block.list, facts);
  }
  return lists;
}

/** The figures of a key result stand in its title or in the first line of prose below it. */
function proposeMeasure(row: DraftRow): void {
  if (row.kind !== "key-result") return;
  const firstRemark = row.notes.find(({ line }) => line !== row.line);
  const found = measureInWords(row.title) ?? (firstRemark ? measureInWords(firstRemark.text) : null);
  row.measure = found?.measure ?? DONE;
  row.measureFrom = found?.guess ?? guesses.noFigure;
  if (standsStill(row.title)) guess(row, asides.sameStartAndTarget);
}

/** Markup that carries no words (a link's target, an empty point) is still said. */
function keepTheRest(draft: Draft, text: string): void {
  const known = linesAccountedFor(draft);
  text.split(/\r\n|\n|\r/).forEach((line, at) => {
    if (line.trim() === "" || known.has(at + 1)) return;
    const reason = /[\p{L}\p{N}]/u.test(line) ? asides.notUnderstood : asides.noWords;
    draft.keptAside.push({
      line: at + 1,
      lines: [at + 1],
      text: line.trim().slice(0, 500),
      reason,
      fix: null,
      row: null,
    });
  });
  draft.keptAside.sort((one, other) => one.line - other.line);
}
