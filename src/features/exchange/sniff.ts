/** A file that can be read: its text, and how. */
export interface ReadableFile {
  kind: "markdown" | "csv";
  text: string;
  encoding: "utf-8" | "utf-16" | "windows-1252";
}

/** A refusal as a person can act on it, in the words of the platform's field problems. */
export interface FileRefusal {
  field: "file";
  expected: string;
  todo: string;
}

/** Bytes. Markdown is smaller because its parser takes about five seconds for each of them. */
export const LARGEST_FILE = { csv: 5_000_000, markdown: 1_000_000 } as const;

/**
 * Says what a file is from its bytes, and from its name only where the bytes leave it open. Text may be UTF-8, UTF-16
 * with a mark or Windows-1252, as spreadsheets write it. Never throws.
 */
export function sniff(bytes: Uint8Array, fileName = ""): ReadableFile | FileRefusal {
  if (bytes.length === 0) return refusal("a file with OKRs in it", "The file is empty. Choose another one.");
  const known = SIGNATURES.find(({ starts }) => starts.every((byte, at) => bytes[at] === byte));
  if (known) return known.refusal(bytes);
  if (bytes.length > LARGEST_FILE.csv) return tooLarge("5 MB");
  const decoded = decode(bytes);
  if (!decoded) return refusal(TEXT, "This is no text. Save it as Markdown or CSV (UTF-8) and choose that file.");
  if (decoded.text.trim() === "")
    return refusal("a file with OKRs in it", "The file holds only blanks. Choose another one.");
  const kind = kindOf(decoded.text, fileName);
  if (kind === "html") return refusal(TEXT, "This is a web page. Copy its text into a Markdown file, or export CSV.");
  if (kind === "markdown" && bytes.length > LARGEST_FILE.markdown) return tooLarge("1 MB of Markdown");
  return { kind, ...decoded };
}

export function isRefused(file: ReadableFile | FileRefusal): file is FileRefusal {
  return "todo" in file;
}

const TEXT = "Markdown or CSV";
const refusal = (expected: string, todo: string): FileRefusal => ({ field: "file", expected, todo });
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

const SIGNATURES: { starts: number[]; refusal: (bytes: Uint8Array) => FileRefusal }[] = [
  {
    starts: ascii("%PDF-"),
    refusal: () => refusal(TEXT, "This is a PDF. Export the OKRs as CSV, or copy them into a Markdown file."),
  },
  { starts: ascii("PK\u0003\u0004"), refusal: zipped },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    refusal: () => refusal(TEXT, "This is an old Office file. Open it and save the sheet as CSV (UTF-8)."),
  },
  {
    starts: ascii("{\\rtf"),
    refusal: () => refusal(TEXT, "This is rich text. Save it as plain text with the ending .md."),
  },
];

/** XLSX, DOCX and ODS are archives; the names of their parts stand in the first bytes. */
function zipped(bytes: Uint8Array): FileRefusal {
  const names = new TextDecoder("latin1").decode(bytes.subarray(0, 4_000));
  if (/xl\/|spreadsheet/.test(names))
    return refusal(TEXT, "This is a spreadsheet. Save its sheet as CSV (UTF-8) and choose that file.");
  if (/word\/|opendocument\.text/.test(names))
    return refusal(TEXT, "This is a text document. Copy its text into a Markdown file.");
  return refusal(TEXT, "This is an archive. Unpack it and choose one Markdown or CSV file.");
}

function tooLarge(most: string): FileRefusal {
  return refusal(`a file of at most ${most}`, "Split the file, for example by cycle or by team, and import the parts.");
}

/** Text without null characters; null if the bytes are none. */
function decode(bytes: Uint8Array): Pick<ReadableFile, "text" | "encoding"> | null {
  const utf16 = utf16Of(bytes);
  const text = utf16 ? new TextDecoder(utf16).decode(bytes) : utf8(bytes);
  if (text !== null) return text.includes("\u0000") ? null : { text, encoding: utf16 ? "utf-16" : "utf-8" };
  const west = new TextDecoder("windows-1252").decode(bytes);
  const strange = west.replace(/[\t\n\r\f\v]/g, "").match(/[\p{Cc}\ufffd]/gu)?.length ?? 0;
  return strange * 100 > west.length ? null : { text: west.replaceAll("\u0000", ""), encoding: "windows-1252" };
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** By its mark, or by every second byte of the start being 0 as in Western text. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, Math.min(bytes.length, 400) & ~1);
  const zeros = [0, 0];
  start.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const half = start.length / 2;
  if (half < 2) return null;
  if (odd > half * 0.8 && even === 0) return "utf-16le";
  return even > half * 0.8 && odd === 0 ? "utf-16be" : null;
}

function kindOf(text: string, fileName: string): "markdown" | "csv" | "html" {
  const start = text.slice(0, 20_000).trimStart();
  if (/^<(!doctype|html|\?xml)/i.test(start)) return "html";
  if (/\.(csv|tsv)$/i.test(fileName)) return "csv";
  if (/\.(md|markdown|mdown)$/i.test(fileName)) return "markdown";
  const lines = start
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, 20);
  if (lines.some((line) => /^\s*(#{1,6}\s|[-*+]\s|\d+[.)]\s|\||\*\*)/.test(line))) return "markdown";
  const separated = (sign: string) => lines.filter((line) => line.split(sign).length > 2).length;
  return lines.length > 1 && [",", ";", "\t"].some((sign) => separated(sign) > lines.length / 2) ? "csv" : "markdown";
}
