/** From "strongly disagree" to "strongly agree". */
export const SCALE = [1, 2, 3, 4, 5] as const;
export type Answer = (typeof SCALE)[number];

/** The two upper steps count as favourable, the usual reading of a five-step scale of agreement. */
export function isFavourable(answer: Answer): boolean {
  return answer >= 4;
}

/** Questions that come with the product, by key; their words are the reader's. */
export const QUESTIONS = ["see-my-line", "know-my-week", "heard", "work-well-from-here", "recommend"] as const;
export type QuestionKey = (typeof QUESTIONS)[number];

/** The questions in English, as the API, the terminal and an assistant say them. */
export const WORDS: Readonly<Record<QuestionKey, string>> = {
  "see-my-line": "I can see how my work moves our strategy.",
  "know-my-week": "I know what is expected of me this week.",
  heard: "What I say is heard where decisions are made.",
  "work-well-from-here": "I can work well from where I work.",
  recommend: "I would recommend working here to a friend.",
};

/** The question that feeds *understood* of the alignment index. */
export const UNDERSTOOD: QuestionKey = "see-my-line";

export interface Refusal {
  field: string;
  expected: string;
  todo: string;
}

/** Why a pulse cannot be asked so: one to five questions, each once. */
export function questionRefusals(keys: readonly string[]): Refusal[] {
  if (keys.length < 1 || keys.length > 5) {
    const todo = "Choose those that you will act upon; a pulse is answered in ten seconds.";
    return [{ field: "questions", expected: "one to five questions", todo }];
  }
  if (new Set(keys).size === keys.length) return [];
  return [{ field: "questions", expected: "each question once", todo: "Remove the one that is asked twice." }];
}

/** Why answers cannot be taken: each belongs to a question of the pulse. One that is left out is no answer and no refusal. */
export function answerRefusals(answers: readonly { question: string }[], asked: readonly string[]): Refusal[] {
  return answers.flatMap(({ question }, at) => {
    if (asked.includes(question)) return [];
    const todo = "Open the pulse again and answer what it asks.";
    return [{ field: `answers.${at}.question`, expected: "a question of this pulse", todo }];
  });
}

/** What a group answered to one question. */
export interface Tally {
  group: string;
  answers: number;
  favourable: number;
}

/** Counts answers by their group; those who left the question out count nowhere. */
export function tally(answers: Iterable<{ group: string; answer: Answer | null }>): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { group, answer } of answers) {
    if (answer === null) continue;
    const counted = tallies.get(group) ?? { group, answers: 0, favourable: 0 };
    tallies.set(group, counted);
    counted.answers += 1;
    counted.favourable += isFavourable(answer) ? 1 : 0;
  }
  return [...tallies.values()];
}
