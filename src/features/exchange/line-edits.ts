/** What a person wrote in place of a line of the file. Lines count from 1. */
export interface LineEdit {
  line: number;
  text: string;
}

/** The text with those lines replaced; the others keep their numbers, and so do their reasons. */
export function withLineEdits(text: string, edits: readonly LineEdit[]): string {
  if (edits.length === 0) return text;
  const byLine = new Map(edits.map((edit) => [edit.line, edit.text.replace(/[\r\n]+/g, " ")]));
  return text
    .split(/(\r\n|\n|\r)/)
    .map((piece, at) => (at % 2 === 0 ? (byLine.get(at / 2 + 1) ?? piece) : piece))
    .join("");
}

/** Line n as it stands; "" past the end. */
export function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}
