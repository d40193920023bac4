/** Whether a word of an address is an id (a UUID, in any case of letters). */
export function isId(word: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word);
}

/** Whether a word of an address is one of these. */
export function oneOf(words: readonly string[]): (word: string) => boolean {
  return (word) => words.includes(word);
}

/** What an address asks for ("?cycle=…"), without what means nothing there: an id that is none, a word nobody knows. */
export function understood(search: string, means: Record<string, (word: string) => boolean>): URLSearchParams {
  const asked = new URLSearchParams(search);
  return new URLSearchParams([...asked].filter(([key, word]) => means[key]?.(word) ?? true));
}
