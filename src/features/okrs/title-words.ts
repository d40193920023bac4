/** Most words of one title that can be found, and most that one search looks for. */
const most = 40;

/**
 * The words of a title as jump finds them: lower case, without accents, each once. Scripts without spaces between
 * words are split where the language does ("顧客満足" is two words).
 */
export function wordsOf(title: string): string[] {
  const folded = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().normalize("NFKC");
  const words = isSpaced.test(folded) ? spacedWords(folded) : segmentedWords(folded);
  return [...new Set(words.map((word) => word.slice(0, 60)))].slice(0, most);
}

/** The text just after everything that starts with `word`, compared by bytes: word ≤ found < afterWord. */
export function afterWord(word: string): string {
  return `${word}\u{10ffff}`;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Of any script. Each call holds some 20 KB outside the heap until it is collected: 40 MB of holes after many titles. */
export function segmentedWords(text: string): string[] {
  return [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}

const letter = String.raw`\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}`;
const spaced = String.raw`[${letter}\d_]+`;
const isSpaced = new RegExp(String.raw`^[${letter}\t\n -~‘’“”„«»·–—…→≤≥€§]*$`, "u");
/** Words with the marks that join letters (o'clock, a.b) or digits (3.5, 1,000) as Unicode's annex 29 has it. */
const spacedWord = new RegExp(
  String.raw`${spaced}(?:(?:(?<=[${letter}])[.:'‘’·](?=[${letter}])|(?<=\d)[.,;'‘’](?=\d))${spaced})*`,
  "gu",
);

/** The same words, of a text in a script with spaces and everyday marks. */
export function spacedWords(text: string): string[] {
  return (text.match(spacedWord) ?? []).filter((word) => word !== "_");
}
