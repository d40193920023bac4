/** Lines with their reasons as a CSV file that spreadsheets open in UTF-8. */
export interface Line {
  line: number;
  text: string;
  reason: string;
}

export function linesAsCsv(lines: readonly Line[]): string {
  const rows = [
    ["Line", "In the file", "Reason"],
    ...lines.map(({ line, text, reason }) => [String(line), text, reason]),
  ];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A text that begins like a formula is kept a text. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function downloadLines(fileName: string, lines: readonly Line[]): void {
  const address = URL.createObjectURL(new Blob([linesAsCsv(lines)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${fileName.replace(/\.[^.]+$/, "")}-reasons.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
