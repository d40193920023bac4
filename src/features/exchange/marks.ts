/** Marks that people put around a title: priorities, owners, teams, scores, links to issues. */
export interface Marked {
  title: string;
  priority: string | null;
  owner: string | null;
  team: string | null;
  /** 0–1 as a decimal, from "=> 85%" or "=> 0.7". */
  score: string | null;
  notes: string[];
}

const PRIORITY = /^\[?\(?(P\s?[0-9?])\)?\]?(?:\s*[:\-–—.)]\s*|\s+|$)/iu;
const LEADING_TAG = /^\[([^\]\n]{1,40})\]\s+/u;
const TRAILING_TAG = /(?<=[\s\]])\[([^\]\n]{1,40})\]$/u;
const TRAILING_HANDLES = /(?:\s*[-–—,:]\s*|\s+|^)\(?((?:@[\w-]+(?:\s*[,/&]\s*)?(?:and\s+)?)+)\)?(?:\s*\(\?\))?$/u;
const LEADING_HANDLE = /^(@[\w-]+)(?:\s*[:\-–—,]\s*|\s+)/u;
const SCORE = /(?:^|(?<![\d%])\s)(?:=>|⇒|==>)\s*\**(\d{1,3}(?:[.,]\d+)?)\s*(%?)\**\.?$/u;
const ISSUE = /\s*\(\s*(?:#\d+|[\w.-]+\/[\w.-]+#\d+)(?:\s*,\s*#\d+)*\s*\)$/u;

/** Takes the marks off a title; what cannot be placed stays as a note, never lost. */
export function readMarks(text: string): Marked {
  const marked: Marked = {
    title: text.replace(/\s+/g, " ").trim(),
    priority: null,
    owner: null,
    team: null,
    score: null,
    notes: [],
  };
  for (let before = ""; before !== marked.title; ) {
    before = marked.title;
    takeLeading(marked);
    takeTrailing(marked);
  }
  marked.title = marked.title.replace(/\s*:$/u, "");
  return marked;
}

function takeLeading(marked: Marked): void {
  take(marked, PRIORITY, ([, priority = ""]) => keepPriority(marked, priority));
  take(marked, LEADING_TAG, ([, tag = ""]) => {
    if (marked.owner !== null) marked.notes.push(`[${tag}]`);
    else marked.owner = tag.trim();
  });
  take(marked, LEADING_HANDLE, ([, handle = ""]) => keepOwner(marked, handle));
}

function takeTrailing(marked: Marked): void {
  take(marked, ISSUE, ([written]) => marked.notes.unshift(written.trim()));
  take(marked, SCORE, ([written, figure = "", percent = ""]) => {
    const score = scoreOf(figure.replace(",", "."), percent === "%");
    if (score === null) marked.notes.push(written.trim());
    else marked.score = score;
  });
  take(marked, TRAILING_HANDLES, ([, handles = ""]) => keepOwner(marked, handles.trim()));
  take(marked, TRAILING_TAG, ([, tag = ""]) => {
    if (/^P\s?[0-9?]$/iu.test(tag)) return keepPriority(marked, tag);
    if (tag.startsWith("@")) return keepOwner(marked, tag);
    if (marked.team !== null) marked.notes.unshift(`[${marked.team}]`);
    marked.team = tag.trim();
  });
}

/** Removes a mark unless nothing would be left of the title. */
function take(marked: Marked, pattern: RegExp, keep: (found: RegExpExecArray) => void): void {
  const found = pattern.exec(marked.title);
  if (!found) return;
  const rest = `${marked.title.slice(0, found.index)} ${marked.title.slice(found.index + found[0].length)}`.trim();
  if (!/[\p{L}\p{N}]/u.test(rest)) return;
  marked.title = rest;
  keep(found);
}

function keepPriority(marked: Marked, written: string): void {
  const priority = written.replace(/\s/g, "").toUpperCase();
  if (priority.endsWith("?") || marked.priority !== null) marked.notes.push(`[${priority}]`);
  else marked.priority = priority;
}

function keepOwner(marked: Marked, written: string): void {
  const [owner = "", ...others] = written.split(/\s*(?:[,/&]|\band\b)\s*|\s+/u).filter(Boolean);
  if (marked.owner === null) marked.owner = owner;
  else others.unshift(owner);
  if (others.length > 0) marked.notes.push(`Also: ${others.join(", ")}`);
}

function scoreOf(figure: string, percent: boolean): string | null {
  const value = Number(figure);
  if (percent || value > 1) return value <= 100 ? String(Number((value / 100).toFixed(4))) : null;
  return String(value);
}
