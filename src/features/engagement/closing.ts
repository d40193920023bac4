/** What a pulse publishes, once what was answered is known: figures that the auditor has nothing against. */
import { setImmediate as others } from "node:timers/promises";
import { withoutArms } from "./arms.ts";
import { audit, type Violation } from "./audit.ts";
import { cellsWithComments, type Figure, type Given, publish } from "./publish.ts";
import type { Tally } from "./question.ts";
import { type PublishedPulse, publicationsOf, standingsOf } from "./told.ts";

export interface Counted extends Omit<PublishedPulse, "questions"> {
  questions: readonly { question: string; tallies: readonly Tally[] }[];
}

export interface Told {
  questions: { question: string; figures: Figure[] }[];
  /** Questions of which nothing is told: the auditor found a way to a few people. */
  withheld: string[];
}

/**
 * `before`: the pulses that this one is held against, the oldest first. A figure that would tell too much is never out.
 * Between questions others have their turn: each may take a tenth of a second.
 */
export async function toldOf(counted: Counted, before: readonly PublishedPulse[]): Promise<Told> {
  const questions = [];
  for (const { question, tallies } of counted.questions) {
    const given = { ...counted, tallies, earlier: standingsOf(before, [question]) };
    questions.push({ question, tallies, figures: publish(given, counted.limits) });
    await others();
  }
  const objected = new Set(violationsOf({ ...counted, questions }, before).map(({ question }) => question));
  return {
    questions: questions.map(({ question, figures }) => {
      return { question, figures: objected.has(question) ? figures.map(withheldWhole) : figures };
    }),
    withheld: [...objected],
  };
}

/** What the auditor finds in a pulse, beside those before it. */
export function violationsOf(pulse: PublishedPulse, before: readonly PublishedPulse[]): Violation[] {
  return audit([...before, pulse].flatMap(publicationsOf), pulse.limits, pulse.id);
}

/** Where comments are listed, by who left one: who did not counts as not having answered. */
export function commentCellsOf({ cells, groups, limits }: Counted, comments: readonly { group: string }[]): string[] {
  const tallies = groups.map(({ id }) => {
    return { group: id, answers: comments.filter(({ group }) => group === id).length, favourable: 0 };
  });
  const given: Given = {
    cells: withoutArms(cells),
    groups,
    tallies: tallies.filter(({ answers }) => answers > 0),
    earlier: [],
  };
  return cellsWithComments(given, limits);
}

function withheldWhole({ cell }: Figure): Figure {
  return { cell, reads: "withheld", share: null, within: "0", answersFrom: null, why: "protects-others" };
}
