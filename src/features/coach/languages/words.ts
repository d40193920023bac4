/**
 * What one language must say for the coach to read it. Lists are words divided by spaces, lower case, with their
 * accents; a word ending in * stands for everything that begins with it.
 */
export interface Words {
  language: Language;
  /** Verbs are written in the dictionary's form and take the endings of the language (inflections.ts). */
  verbs: {
    /** What we do or make; finished when we stop: ship, write, hire. */
    work: string;
    /** A level moves: increase, reduce, double. */
    change: string;
    /** A level is reached or held: achieve, exceed, stay. */
    reach: string;
    /** Others decide in our favour: win, sell, retain. */
    gain: string;
    /** Work on what others send, which counts by its share or its time: answer, resolve. */
    serve: string;
    /** What people and systems do of their own accord: buy, return, crash. */
    behave: string;
    /** Verbs that say little until their object is read: make, have, get. */
    light: string;
  };
  nouns: {
    /** A measured level: rate, latency, revenue. */
    metric: string;
    /** Counted things that others bring about: sign-ups, orders, complaints. */
    result: string;
    /** Counted things that we do: workshops, calls. */
    activity: string;
    /** Things that we make: feature, report, policy. */
    artefact: string;
    /** People whose behaviour is not ours to command. */
    others: string;
    /** Our own people, teams and things. */
    ours: string;
  };
  /** Qualities and fields that name no level until one is measured: culture, excellence. */
  abstract: string;
  /** Verbs of a wish where their object is a quality or a person: foster, empower. */
  wish: string;
  /** Adjectives and adverbs that say something is finished: live, ready. */
  done: string;
  /** Words that say where a level lies or went: more, below, fewer. */
  level: string;
  /** Praise without a measure: better, easy, world-class. */
  quality: string;
  /** all, every. */
  all: string;
  /** can, able. */
  can: string;
  /** Read over at the beginning of a sentence: successfully, we, will. */
  fillers: string;
  /** Articles and possessives: what follows is a noun. */
  articles: string;
  /** Prepositions and conjunctions: a noun group ends here. */
  links: string;
  /** and, or. */
  and: string;
  /** Units of time. */
  time: string;
  /** double, half, third: a ratio without a digit. */
  ratio: string;
  /** Numbers written out that count things. */
  numbers: string;
  /** Before an amount of time that a service keeps: within, under. */
  within: string;
  /** Sentence parts, as expressions without flags; one alternative per line. */
  soThat: string;
  purpose: string;
  means: string;
  /** Two words, the first before a start and the second before a target: from … to. */
  from: string;
  to: string;
  /** Frequent small words by which a text is known to be of this language. */
  known: string;
  /** Measures that grow without anyone being better off: page views, followers. */
  vanity: string;
}

export const LANGUAGES = ["en", "de", "es", "fr", "pt"] as const;
export type Language = (typeof LANGUAGES)[number];
