/** A Markdown table; cells stay on one line. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
  return [line(headings), line(headings.map(() => "---")), ...rows.map(line)].join("\n");
}

/** A document whose first lines say where it comes from. */
export function page(title: string, from: string, ...parts: readonly string[]): string {
  return `${[`# ${title}`, `Made from ${from} by \`npm run docs\`; do not edit.`, ...parts].join("\n\n")}\n`;
}
