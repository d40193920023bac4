/** Members spoken to by name: in a text they stand as <@id>, so that it reads with the name they have today. */

const mention = /<@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>/gi;

/** Ids of whom a text mentions, in lower case, each once, in their order. */
export function mentionedIn(text: string): string[] {
  return [...new Set([...text.matchAll(mention)].map(([, id = ""]) => id.toLowerCase()))];
}

interface Named {
  id: string;
  name: string;
}

export type Part = string | Named;

/** A text as words and whom it mentions, in their order; an id that nobody here has stays what it is. */
export function partsOf(text: string, members: readonly Named[]): Part[] {
  const parts: Part[] = [];
  let read = 0;
  for (const found of text.matchAll(mention)) {
    const member = members.find(({ id }) => id === found[1]?.toLowerCase());
    if (!member) continue;
    if (found.index > read) parts.push(text.slice(read, found.index));
    parts.push(member);
    read = found.index + found[0].length;
  }
  if (read < text.length) parts.push(text.slice(read));
  return parts;
}

/** A text as it is typed: with @ and names, told apart where two have the same; and who each of them is. */
export function typedOf(text: string, members: readonly Named[]): { typed: string; picked: Named[] } {
  const picked = members.reduce<Named[]>((known, member) => pick(known, member).picked, []);
  const typed = partsOf(
    text,
    picked.map(({ id, name }) => ({ id, name: `@${name}` })),
  )
    .map((part) => (typeof part === "string" ? part : part.name))
    .join("");
  return { typed, picked };
}

/** The name under which a member stands in what is typed, such as "Kenji Mori (2)" where another of that name does. */
export function pick(picked: readonly Named[], { id, name }: Named): { name: string; picked: Named[] } {
  const known = picked.find((each) => each.id === id);
  if (known) return { name: known.name, picked: [...picked] };
  let free = name;
  for (let at = 2; picked.some((each) => each.name === free); at++) free = `${name} (${at})`;
  return { name: free, picked: [...picked, { id, name: free }] };
}

/** What is typed as it is sent: ids where names were picked. The longest name first, so that none is cut short. */
export function textOf(typed: string, picked: readonly Named[]): string {
  if (picked.length === 0) return typed;
  const names = picked.toSorted((one, other) => other.name.length - one.name.length);
  const anyOf = names.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const written = new RegExp(`(?<![\\p{L}\\p{N}])@(${anyOf})(?![\\p{L}\\p{N}])`, "gu");
  return typed.replace(written, (_all, name) => `<@${picked.find((each) => each.name === name)?.id}>`);
}

interface Typed {
  typed: string;
  picked: readonly Named[];
}

/** What is looked for after an @ that begins a word before the caret, and where it stands; null where nothing is, or who was picked stands there. */
export function lookedFor({ typed, picked }: Typed, caret: number): { at: number; search: string } | null {
  const found = /(?<![\p{L}\p{N}])@((?:[^\s@]+ ?){0,3})$/u.exec(typed.slice(0, caret));
  if (!found || textOf(typed.slice(found.index, caret), picked).startsWith("<@")) return null;
  return { at: found.index, search: (found[1] ?? "").trim() };
}
