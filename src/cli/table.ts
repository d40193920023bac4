/** Rows under their headings, aligned; numbers to the right. */

const gap = "  ";
const numeric = /^[–-]?[\d\s.,]*%?$/;

/** `width` in columns of the terminal: the widest column is shortened to fit it, down to 16; undefined fits nothing. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], width?: number): string[] {
  const widths = headings.map((heading, column) =>
    Math.max(lengthOf(heading), ...rows.map((row) => lengthOf(row[column] ?? ""))),
  );
  const right = headings.map((_, column) => rows.length > 0 && rows.every((row) => numeric.test(row[column] ?? "")));
  let over =
    width === undefined ? 0 : widths.reduce((sum, each) => sum + each, gap.length * (widths.length - 1)) - width;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths.filter((_, column) => headings[column] !== "id")));
    const now = widths[widest] ?? 0;
    if (now <= 16) break;
    widths[widest] = Math.max(16, now - over);
    over -= now - (widths[widest] ?? 0);
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => pad(shorten(cell, widths[column] ?? 0), widths[column] ?? 0, right[column] ?? false))
      .join(gap)
      .trimEnd();
  return [line(headings), ...rows.map(line)];
}

/** Characters a person counts, not code units. */
function lengthOf(text: string): number {
  return [...text].length;
}

function shorten(text: string, width: number): string {
  return lengthOf(text) > width ? `${[...text].slice(0, width - 1).join("")}…` : text;
}

function pad(text: string, width: number, right: boolean): string {
  const space = " ".repeat(Math.max(0, width - lengthOf(text)));
  return right ? space + text : text + space;
}
