/** Which of what was measured before is meant by what is written now. */
import type { Measured } from "./figures-of.ts";

/** The measures that share words with a title, the closest first (Jaccard: shared words of all there are); only those that have a value. */
export function closest<Each extends Measured>(title: string, measured: readonly Each[]): Each[] {
  const wanted = wordsOf(title);
  return measured
    .map((each) => ({ each, alike: sharedShare(wanted, wordsOf(each.title)) }))
    .filter(({ each, alike }) => alike > 0 && each.now !== null)
    .sort((one, other) => other.alike - one.alike)
    .map(({ each }) => each);
}

/** The closest that shares more than one word with a title; one in common says too little of what is measured. */
export function surely<Each extends Measured>(title: string, measured: readonly Each[]): Each | undefined {
  const wanted = wordsOf(title);
  return closest(title, measured).find((each) => sharedWords(wanted, wordsOf(each.title)) > 1);
}

/** Words of how people feel are one: what is called satisfaction is often measured as "felt easy". */
const feeling = /^(satisf|happ|felt|feel|eas[ey]|easi|pleas|content)/;

/** Words of four letters or more by their first six, so that "clinic" and "clinics" are one. */
function wordsOf(text: string): Set<string> {
  const words = text.toLocaleLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => (feeling.test(word) ? "feel" : word.slice(0, 6))));
}

function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = sharedWords(one, other);
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}
