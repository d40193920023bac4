/** How alike two titles are, by what they are about: without figures, direction and small words. */
import { wordsOf } from "../okrs/public.ts";

/** What a title is about: its stems, each once, and the trigrams of these. */
export interface Wording {
  stems: ReadonlySet<string>;
  trigrams: ReadonlySet<string>;
}

/** From here on two titles are near-same wording. */
export const NEAR = 0.6;

/** What a title is about. Words that only say which way, how much or join others say nothing of that. */
export function wordingOf(title: string): Wording {
  const stems = new Set(
    wordsOf(title)
      .filter((word) => !/^\p{N}/u.test(word) && !silent.has(word))
      .map(stem),
  );
  return { stems, trigrams: trigramsOf(stems) };
}

/**
 * 0–1: the share of stems in common (Jaccard, 1901); where that is not near, words may be spelt or joined differently,
 * so the trigrams in common count (Dice, 1945) where they are more.
 */
export function likeness(one: Wording, other: Wording): number {
  if (one.stems.size === 0 || other.stems.size === 0) return 0;
  const common = inCommon(one.stems, other.stems);
  const jaccard = common / (one.stems.size + other.stems.size - common);
  if (jaccard >= NEAR) return jaccard;
  const [these, those] = [one.trigrams, other.trigrams];
  return Math.max(jaccard, (2 * inCommon(these, those)) / (these.size + those.size));
}

/**
 * Titles that share one of their rarest stems, found without comparing all with all: each is filed under at most four
 * stems and looked for under as many, and a file keeps no more than `most`.
 */
export function filesOf<Item>(items: readonly { item: Item; wording: Wording; within: string }[], most: number) {
  const frequency = new Map<string, number>();
  for (const { wording } of items)
    for (const word of wording.stems) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const files = new Map<string, Item[]>();
  for (const { item, wording, within } of items) {
    for (const word of rarest(wording, frequency)) {
      const name = `${within} ${word}`;
      const file = files.get(name);
      if (file === undefined) files.set(name, [item]);
      else if (file.length < most) file.push(item);
    }
  }
  return {
    files,
    namesFor: (wording: Wording, within: string) => rarest(wording, frequency).map((word) => `${within} ${word}`),
  };
}

function rarest({ stems }: Wording, frequency: ReadonlyMap<string, number>): string[] {
  return [...stems].sort((one, other) => (frequency.get(one) ?? 0) - (frequency.get(other) ?? 0)).slice(0, 4);
}

/** Light on purpose: endings of English plurals and verbs; other languages are compared by trigrams. */
function stem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word;
  return word.replace(/ies$/, "y").replace(/(ing|ed|es|s)$/, "");
}

function inCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  let count = 0;
  for (const each of fewer) if (more.has(each)) count += 1;
  return count;
}

function trigramsOf(stems: ReadonlySet<string>): Set<string> {
  const trigrams = new Set<string>();
  for (const word of stems) {
    const padded = ` ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

const silent = new Set(
  (
    "increase increased raise grow improve boost lift double triple more higher up maximise maximize " +
    "decrease decreased reduce reduced lower cut shrink halve less fewer down minimise minimize keep hold maintain " +
    "from to at by of the a an in on for and or with per our all each than under over below above within every " +
    "new first our their its they it is are be at into"
  ).split(" "),
);
