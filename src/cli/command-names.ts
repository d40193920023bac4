/** What each operation is called in the terminal: "okrs.keyResults.create" is `key-results create`. */

/** Words that are commands of their own, so no operation may take them. */
const taken = ["sign-in", "sign-out", "check-in", "due", "import", "coach", "mcp", "backup", "restore", "demo", "help"];

/**
 * The words of every command by the dotted name of its operation. The room is left out, except where an earlier
 * room has the same words, or any has more words after them: a noun with commands is no command itself.
 */
export function commandNames(names: Iterable<string>): Map<string, string[]> {
  const all = [...names].map((name) => ({ name, words: name.split(".").map(kebab) }));
  const short = all.map(({ words }) => words.slice(1));
  const isAmbiguous = (mine: string[], at: number) =>
    taken.includes(mine[0] as string) ||
    short.slice(0, at).some((other) => other.join(" ") === mine.join(" ")) ||
    short.some((other) => startsWith(other, mine));
  return new Map(all.map(({ name, words }, at) => [name, isAmbiguous(words.slice(1), at) ? words : words.slice(1)]));
}

/** keyResultId → key-result-id */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function startsWith(longer: string[], shorter: string[]): boolean {
  return longer.length > shorter.length && shorter.every((word, index) => word === longer[index]);
}
