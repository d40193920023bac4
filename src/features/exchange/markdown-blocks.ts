import type { Delete, List, ListItem, Nodes, Paragraph, PhrasingContent, RootContent, Table, TableRow } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { toString as plainText } from "mdast-util-to-string";
import { gfm } from "micromark-extension-gfm";
import type { Piece } from "./markdown-pieces.ts";

/** One thing that a reader of the page sees: a heading, a point, a line of prose, a row of a table. */
export interface Block extends Words {
  as: "heading" | "bold" | "item" | "line" | "row" | "rule" | "code";
  line: number;
  /** Further lines of the file that the block covers. */
  moreLines: number[];
  /** Of a heading 1–6, of a bold line 7. */
  depth: number;
  /** Of a point, from 0; of a line inside one, that point's; −1 outside. */
  level: number;
  /** Points directly below a point. */
  below: number;
  /** Points of one list carry the same number. */
  list: number;
  checked: boolean | null;
  /** Cells of a row; the first row of a table is its header. */
  cells: Words[];
  isHeader: boolean;
}

/** Words without their markup, and what the markup said. */
export interface Words {
  text: string;
  /** All of it in bold, in italics, struck through. */
  bold: boolean;
  italic: boolean;
  struck: boolean;
  links: { text: string; url: string }[];
}

/** The blocks of a piece of Markdown (CommonMark and GFM), in the order of the page. Never throws. */
export function readBlocks(piece: Piece): Block[] {
  const root = fromMarkdown(piece.text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const walk: Walk = { blocks: [], offset: piece.firstLine - 1, lists: piece.firstLine * 1_000 };
  for (const node of root.children) readNode(walk, node, -1);
  return walk.blocks;
}

interface Walk {
  blocks: Block[];
  offset: number;
  lists: number;
}

function readNode(walk: Walk, node: RootContent, level: number) {
  switch (node.type) {
    case "heading":
      push(walk, node, { as: "heading", depth: node.depth, level, ...wordsOf(node.children) });
      break;
    case "paragraph":
      readParagraph(walk, node, level);
      break;
    case "list":
      readList(walk, node, level);
      break;
    case "table":
      readTable(walk, node, level);
      break;
    case "blockquote":
      for (const child of node.children) readNode(walk, child, level);
      break;
    case "thematicBreak":
      push(walk, node, { as: "rule", level });
      break;
    default:
      push(walk, node, { as: "code", level, text: plainText(node).slice(0, 500) });
  }
}

function readParagraph(walk: Walk, paragraph: Paragraph, level: number) {
  const lines = splitLines(paragraph.children);
  const first = lineOf(walk, paragraph);
  lines.forEach((children, at) => {
    const words = wordsOf(children);
    const bold = level < 0 && lines.length === 1 && (words.bold || isBoldWithRemark(children));
    pushAt(walk, first + at, { as: bold ? "bold" : "line", depth: bold ? 7 : 0, level, ...words });
  });
}

/** "**2027: Payments OKRs** (as of May)" */
function isBoldWithRemark([first, second, third]: PhrasingContent[]): boolean {
  return first?.type === "strong" && second?.type === "text" && !third && /^\s*\([^()]*\)\s*$/.test(second.value);
}

/** A paragraph's children by line of the file; a line break inside bold text or a link does not split it. */
function splitLines(children: PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== "text") {
      lines.at(-1)?.push(child);
      for (let n = linesWithin(child); n > 0; n -= 1) lines.push([]);
      continue;
    }
    child.value.split("\n").forEach((value, at) => {
      if (at > 0) lines.push([]);
      if (value !== "") lines.at(-1)?.push({ type: "text", value });
    });
  }
  return lines;
}

function linesWithin(node: Nodes): number {
  return (node.position?.end.line ?? 0) - (node.position?.start.line ?? 0);
}

function readList(walk: Walk, list: List, level: number) {
  walk.lists += 1;
  const number = walk.lists;
  for (const item of list.children) readItem(walk, item, level + 1, number);
}

function readItem(walk: Walk, item: ListItem, level: number, list: number) {
  const [first, ...rest] = item.children;
  const opening = first?.type === "paragraph" ? first : null;
  const below = item.children.reduce((sum, child) => sum + (child.type === "list" ? child.children.length : 0), 0);
  const lines = opening ? splitLines(opening.children) : [];
  const words = wordsOf(
    lines.flatMap((line, at) => (at === 0 ? line : [{ type: "text", value: " " } as const, ...line])),
  );
  const checked = item.checked ?? null;
  push(walk, item, { as: "item", level, list, below, checked, ...words }, lines.length);
  for (const child of opening ? rest : item.children) readNode(walk, child, level);
}

function readTable(walk: Walk, table: Table, level: number) {
  const [header, ...rows] = table.children;
  if (!header) return;
  walk.lists += 1;
  const list = walk.lists;
  pushRow(walk, header, { level, list, isHeader: true });
  // The line of dashes below the header belongs to it.
  walk.blocks.at(-1)?.moreLines.push(lineOf(walk, header) + 1);
  for (const row of rows) pushRow(walk, row, { level, list, isHeader: false });
}

function pushRow(walk: Walk, row: TableRow, more: Partial<Block>) {
  const cells = row.children.map((cell) => wordsOf(cell.children));
  const text = cells.map((cell) => cell.text).join(" | ");
  push(walk, row, { as: "row", text, cells, ...more });
}

function push(walk: Walk, node: Nodes, block: Partial<Block> & Pick<Block, "as">, lines?: number) {
  const first = lineOf(walk, node);
  const last = lines === undefined ? first + linesWithin(node) : first + Math.max(lines, 1) - 1;
  pushAt(walk, first, block, last);
}

function pushAt(walk: Walk, line: number, block: Partial<Block> & Pick<Block, "as">, last = line): void {
  const moreLines = Array.from({ length: last - line }, (_, at) => line + at + 1);
  walk.blocks.push({ ...NOTHING, links: [], cells: [], line, moreLines, ...block });
}

const NOTHING = {
  depth: 0,
  level: -1,
  below: 0,
  list: 0,
  checked: null,
  isHeader: false,
  text: "",
  bold: false,
  italic: false,
  struck: false,
};

function lineOf(walk: Walk, node: Nodes): number {
  return (node.position?.start.line ?? 1) + walk.offset;
}

function wordsOf(children: PhrasingContent[]): Words {
  const links: Words["links"] = [];
  collectLinks(children, links);
  const text = children.map(textOf).join("").replace(/\s+/g, " ").trim();
  const all = (type: string) =>
    text !== "" && children.every((child) => child.type === type || textOf(child).trim() === "");
  return { text, links, bold: all("strong"), italic: all("emphasis"), struck: all("delete") };
}

function textOf(node: PhrasingContent | Delete): string {
  return node.type === "html" || node.type === "break" ? " " : plainText(node, { includeHtml: false });
}

function collectLinks(children: PhrasingContent[], links: Words["links"]) {
  for (const child of children) {
    if (child.type === "link") links.push({ text: plainText(child), url: child.url });
    else if ("children" in child) collectLinks(child.children as PhrasingContent[], links);
  }
}
