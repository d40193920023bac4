import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Verdict } from "../../src/features/coach/judging/verdict.ts";
import { LANGUAGES, type Language } from "../../src/features/coach/languages/words.ts";

export interface Sentence {
  language: Language;
  /** The family it was written in: cross-validation leaves out a whole one at a time. */
  source: string;
  label: Verdict;
  text: string;
}

const folder = join(import.meta.dirname, "sentences");
const HELD_OUT = "held-out.";

/** The sentences to learn from: files `<language>.<source>.txt`, a label as a heading over its sentences. */
export function learningSentences(): Sentence[] {
  return files((name) => !name.startsWith(HELD_OUT)).flatMap(sentencesOf);
}

/** Families that were written before anything was tuned and are never learned from. */
export function heldOutSentences(): Sentence[] {
  return files((name) => name.startsWith(HELD_OUT)).flatMap(sentencesOf);
}

const files = (wanted: (name: string) => boolean) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".txt") && wanted(name))
    .sort();

function sentencesOf(file: string): Sentence[] {
  const [language = "", source = ""] = file.replace(HELD_OUT, "").split(".");
  if (!isLanguage(language)) throw new Error(`${file}: no language ${language}; expected ${LANGUAGES.join(", ")}.`);
  let label: Verdict | undefined;
  const sentences: Sentence[] = [];
  for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
    const heading = /^# (outcome|output|unsure)$/u.exec(line);
    if (heading) label = heading[1] as Verdict;
    else if (line.trim() !== "" && label)
      sentences.push({ language, source: `${language} ${source}`, label, text: line });
  }
  return sentences;
}

const isLanguage = (word: string): word is Language => (LANGUAGES as readonly string[]).includes(word);
