/** Most words of one title that can be found, and most that one search looks for. */
const most = 40;

/**
 * The words of a title as jump finds them: lower case, without accents, each once. Scripts without spaces between
 * words are split where the language does ("顧客満足" is two words).
 */
export function wordsOf(title: string): string[] {
  const folded = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
  const segments = [...segmenter.segment(folded)].filter(({ isWordLike }) => isWordLike);
  return [...new Set(segments.map(({ segment }) => segment.slice(0, 60)))].slice(0, most);
}

/** The text just after everything that starts with `word`, compared by bytes: word ≤ found < afterWord. */
export function afterWord(word: string): string {
  return `${word}\u{10ffff}`;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });
