/** What one key result costs the coach, and beside it cutting the same text into words. */
import { coach } from "../../src/features/coach/coach.ts";
import { heldOutSentences, learningSentences } from "./sentences.ts";

export function coachCostInWords(): string {
  const texts = [...learningSentences(), ...heldOutSentences()].map(({ text }) => text);
  const siblings = texts.slice(0, 4);
  const read = (text: string) => coach(text, { kind: "key-result", siblings });
  const coached = cpuOf(texts, read);
  const times = (coached / cpuOf(texts, cutIntoWords)).toFixed(1);
  const long = cpuOf(
    Array.from({ length: 50 }, () => "and reach 5 % to ".repeat(600)),
    read,
  );
  return `The coach takes ${coached.toFixed(3)} ms for a key result with four siblings (aim ≤ 1), ${times} times cutting it into words; ${long.toFixed(2)} ms for 10,000 characters.`;
}

const words = new Intl.Segmenter("en", { granularity: "word" });
const cutIntoWords = (text: string) => [...words.segment(text)].length;

/** Milliseconds of CPU for one, the middle of five runs. */
function cpuOf(texts: readonly string[], run: (text: string) => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const text of texts) run(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / texts.length;
  });
  return runs.sort((one, other) => one - other)[2] ?? 0;
}
