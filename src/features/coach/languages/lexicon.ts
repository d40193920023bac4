/** The words of a language, made ready to be looked up. */
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { englishForms, FORMS, formByEnding, numbersOf } from "./inflections.ts";
import { pt } from "./pt.ts";
import { LANGUAGES, type Language, type Words } from "./words.ts";

const VERBS = ["work", "change", "reach", "gain", "serve", "behave", "light"] as const;
const NOUNS = ["metric", "result", "activity", "artefact", "others", "ours"] as const;
const SMALL = [
  "abstract",
  "wish",
  "done",
  "level",
  "quality",
  "all",
  "can",
  "fillers",
  "articles",
  "links",
  "and",
  "time",
  "ratio",
  "numbers",
  "within",
  "vanity",
] as const;

export type VerbClass = (typeof VERBS)[number];
export type NounClass = (typeof NOUNS)[number];
export type WordClass = VerbClass | NounClass | (typeof SMALL)[number];

/** One bit per class, so that a word may be of several: "release" is work, an activity and an artefact. */
export const IS = Object.fromEntries([...VERBS, ...NOUNS, ...SMALL].map((name, at) => [name, 1 << at])) as Record<
  WordClass,
  number
>;
export const VERB = VERBS.reduce((all, name) => all | IS[name], 0);
export const NOUN = NOUNS.reduce((all, name) => all | IS[name], 0);
export const verbClasses = VERBS;
export const nounClasses = NOUNS;

export interface Entry {
  /** Bits of IS. */
  classes: number;
  /** Bits of FORMS, 0 where the word is no verb. */
  form: number;
}

export interface Lexicon {
  language: Language;
  words: Words;
  lookUp(word: string): Entry;
  soThat: RegExp;
  purpose: RegExp;
  means: RegExp;
}

/** Built once per language, at its first sentence. */
export function lexiconOf(language: Language): Lexicon {
  built[language] ??= build(all[language]);
  return built[language];
}

const all: Record<Language, Words> = { en, de, es, fr, pt };
const built: Partial<Record<Language, Lexicon>> = {};
/** Most words of all texts are few; the rest is looked up again. Both are small, for the server keeps them. */
const remembered = 1_500;
/** Few kinds of words there are, so that words share what is known of them. */
const entries = new Map<number, Entry>();
function entryOf(classes: number, form: number): Entry {
  const key = classes * 16 + form;
  const before = entries.get(key);
  if (before) return before;
  const entry = { classes, form };
  entries.set(key, entry);
  return entry;
}

function build(words: Words): Lexicon {
  const exact = new Map<string, Entry>();
  const beginnings = new Map<string, number>();
  const endings = new Map<string, number>();
  const insides: [string, number][] = [];
  const add = (word: string, classes: number, form: number) => {
    const is = exact.get(word) ?? { classes: 0, form: 0 };
    exact.set(word, entryOf(is.classes | classes, is.form | form));
  };
  for (const name of [...VERBS, ...NOUNS, ...SMALL]) {
    const isVerb = name in words.verbs;
    for (const entry of listed(words, name)) {
      const more = (index: Map<string, number>, part: string) => index.set(part, (index.get(part) ?? 0) | IS[name]);
      if (entry.startsWith("*") && entry.endsWith("*")) insides.push([entry.slice(1, -1), IS[name]]);
      else if (entry.startsWith("*")) more(endings, entry.slice(1));
      else if (entry.endsWith("*")) more(beginnings, entry.slice(0, -1));
      else if (isVerb && words.language === "en") {
        for (const [form, bit] of englishForms(entry)) add(form, IS[name], bit);
      } else add(entry, IS[name], isVerb ? formOf(entry, words.language) : 0);
    }
  }
  const find = (word: string): Entry => {
    const found = exact.get(word);
    const classes =
      (found?.classes ?? 0) |
      inParts(word, beginnings, (length) => word.slice(0, length)) |
      inParts(word, endings, (length) => word.slice(-length)) |
      insides.reduce((bits, [part, bit]) => (word.includes(part) ? bits | bit : bits), 0);
    if (classes === 0 && words.language === "en") return entryOf(ofOtherNumber(word), 0);
    const form = found?.form || (classes & VERB && words.language !== "en" ? formOf(word, words.language) : 0);
    return entryOf(classes, form);
  };
  /** A noun that stands in the lists as one is known as many, and the other way round. */
  const ofOtherNumber = (word: string) =>
    NOUN & ~IS.metric & numbersOf(word).reduce((bits, other) => bits | (exact.get(other)?.classes ?? 0), 0);
  const known = new Map<string, Entry>();
  const lookUp = (word: string) => {
    const before = known.get(word);
    if (before) return before;
    const found = find(word);
    if (known.size === remembered) known.clear();
    known.set(word, found);
    return found;
  };
  const expression = (source: string) => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])`, "giu");
  return {
    language: words.language,
    words,
    lookUp,
    soThat: expression(words.soThat),
    purpose: expression(words.purpose),
    means: expression(words.means),
  };
}

function listed(words: Words, name: WordClass): string[] {
  const lists = { ...words.verbs, ...words.nouns, ...words } as unknown as Record<string, string>;
  return (lists[name] ?? "").split(/\s+/u).filter(Boolean);
}

const formOf = (word: string, language: Language) => (language === "en" ? FORMS.base : formByEnding(word, language));

/** The longest part that is known decides, so that "sicherstell" is not read as "sicher". */
function inParts(word: string, index: Map<string, number>, part: (length: number) => string): number {
  if (index.size === 0) return 0;
  for (let length = Math.min(word.length, 24); length >= 2; length--) {
    const found = index.get(part(length));
    if (found) return found;
  }
  return 0;
}

/** Which language a text is in, by its small words; English where nothing tells. */
export function languageOf(words: readonly string[]): Language {
  let best: Language = "en";
  let most = 0;
  for (const language of LANGUAGES) {
    const known = smallWords(language);
    let hits = 0;
    for (const word of words) hits += known.has(word) ? 1 : 0;
    hits += accents[language] ? words.filter((word) => accents[language]!.test(word)).length * 0.6 : 0;
    hits += contentHits(language, words) * 0.4;
    if (hits > most + (best === "en" && most > 0 ? 0.3 : 0)) {
      most = hits;
      best = language;
    }
  }
  return best;
}

/** Signs that hardly stand elsewhere. */
const accents: Partial<Record<Language, RegExp>> = {
  de: /[äöüß]/u,
  es: /ñ|ción$/u,
  fr: /[èêœ]|^(?:qu|l|d|n)['’]/u,
  pt: /[ãõ]|ção$|ções$/u,
};

function contentHits(language: Language, words: readonly string[]): number {
  const { lookUp } = lexiconOf(language);
  return words.filter((word) => lookUp(word).classes & (VERB | NOUN)).length;
}

const small: Partial<Record<Language, Set<string>>> = {};
function smallWords(language: Language): Set<string> {
  small[language] ??= new Set(all[language].known.split(/\s+/u).filter(Boolean));
  return small[language];
}
