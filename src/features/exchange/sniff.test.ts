import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isRefused, LARGEST_FILE, sniff } from "./sniff.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const zip = (names: string) => bytes(`PK\u0003\u0004${"\u0000".repeat(20)}${names}`);
const utf16 = (text: string, mark: number[]) => {
  const little = mark[0] !== 0xfe;
  return new Uint8Array([
    ...mark,
    ...[...text].flatMap((letter) =>
      little
        ? [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]
        : [letter.charCodeAt(0) >> 8, letter.charCodeAt(0) & 255],
    ),
  ]);
};

describe("text is read", () => {
  test.each([
    ["Markdown by its marks", bytes("# OKRs\n\n- Win\n"), "", "markdown", "utf-8"],
    ["CSV by its columns", bytes("Objective;KR;Owner\nWin;Sell;Ana\n"), "", "csv", "utf-8"],
    ["what its name says", bytes("Objective\nWin\n"), "okrs.CSV", "csv", "utf-8"],
    ["a mark of UTF-8", new Uint8Array([0xef, 0xbb, 0xbf, ...bytes("- Win")]), "a.md", "markdown", "utf-8"],
    ["UTF-16 with a mark", utf16("- Größe", [0xff, 0xfe]), "a.md", "markdown", "utf-16"],
    ["UTF-16, big end first", utf16("- Größe", [0xfe, 0xff]), "a.md", "markdown", "utf-16"],
    ["UTF-16 without a mark", utf16("- Win the market", []), "a.md", "markdown", "utf-16"],
    [
      "Windows-1252",
      new Uint8Array([...bytes("- Gr"), 0xf6, 0xdf, ...bytes("e der Fl"), 0xe4, ...bytes("che")]),
      "a.md",
      "markdown",
      "windows-1252",
    ],
  ])("%s", (_, file, name, kind, encoding) => {
    expect(sniff(file, name)).toMatchObject({ kind, encoding });
  });

  test("as it was written", () => {
    expect(sniff(utf16("- Größe", [0xff, 0xfe]))).toMatchObject({ text: "- Größe" });
  });
});

describe("everything else is refused with what to do", () => {
  test.each([
    ["a PDF", bytes("%PDF-1.7 …"), "This is a PDF. Export the OKRs as CSV, or copy them into a Markdown file."],
    ["XLSX", zip("xl/workbook.xml"), "This is a spreadsheet. Save its sheet as CSV (UTF-8) and choose that file."],
    ["DOCX", zip("word/document.xml"), "This is a text document. Copy its text into a Markdown file."],
    ["another archive", zip("a.bin"), "This is an archive. Unpack it and choose one Markdown or CSV file."],
    [
      "a picture",
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 0xff]),
      "This is no text. Save it as Markdown or CSV (UTF-8) and choose that file.",
    ],
    ["an empty file", new Uint8Array(), "The file is empty. Choose another one."],
    ["blanks", bytes(" \n\t\n"), "The file holds only blanks. Choose another one."],
    [
      "a web page",
      bytes("<!DOCTYPE html><p>OKRs"),
      "This is a web page. Copy its text into a Markdown file, or export CSV.",
    ],
  ])("%s", (_, file, todo) => {
    expect(sniff(file, "okrs.csv")).toMatchObject({ field: "file", todo });
  });

  test("too large a file, a smaller one for Markdown", () => {
    expect(sniff(new Uint8Array(LARGEST_FILE.csv + 1).fill(97), "a.csv")).toMatchObject({
      expected: "a file of at most 5 MB",
    });
    expect(sniff(new Uint8Array(LARGEST_FILE.csv).fill(97), "a.csv")).toMatchObject({ kind: "csv" });
    expect(sniff(new Uint8Array(LARGEST_FILE.markdown + 1).fill(97), "a.md")).toMatchObject({
      expected: "a file of at most 1 MB of Markdown",
    });
  });
});

test("any bytes: never throws, and what is read is text", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom("", "a.md", "a.csv"), (file, name) => {
      const read = sniff(file, name);
      if (!isRefused(read)) expect(read.text).not.toContain("\u0000");
    }),
    { numRuns: 1_000 },
  );
});
