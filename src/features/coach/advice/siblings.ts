import type { Check } from "../answer.ts";
import { IS, NOUN, VERB } from "../languages/lexicon.ts";
import { type Reading, read } from "../sentence/reading.ts";
import { say } from "./reasons.ts";

/** Shares of common words (Jaccard) from which two texts say the same, or much of the same. */
const SAME = 0.75;
const MUCH = 0.4;
/** So many siblings are compared; an objective has five. */
const COMPARED = 50;

/** Which siblings say the same thing, or measure the same thing. */
export function siblingChecks(reading: Reading, siblings: readonly string[]): Check[] {
  const mine = wordsOf(reading);
  if (mine.size === 0) return [];
  return siblings.slice(0, COMPARED).flatMap((sibling, at): Check[] => {
    const alike = alikeness(mine, wordsOf(read(sibling, reading.language)));
    if (alike < MUCH) return [];
    const name = alike >= SAME ? "duplicate" : "overlap";
    return [{ name, said: say(`check-${name}`, { sibling: sibling.slice(0, 200) }), spans: [], sibling: at }];
  });
}

/** The words that carry meaning, by their first six letters, without figures. */
function wordsOf({ pieces }: Reading): Set<string> {
  const small = IS.fillers | IS.articles | IS.links | IS.and | IS.level | IS.light;
  const words = pieces.filter(
    ({ kind, classes, text }) =>
      kind === "word" && text.length > 1 && !(classes & small && !(classes & (NOUN | (VERB & ~IS.light)))),
  );
  return new Set(words.map(({ text }) => text.slice(0, 6)));
}

function alikeness(one: Set<string>, other: Set<string>): number {
  const common = [...one].filter((word) => other.has(word)).length;
  return common === 0 ? 0 : common / (one.size + other.size - common);
}
