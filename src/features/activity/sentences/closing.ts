/** What grading, rolling over and looking back are told with. */
import {
  changesInWords,
  type Facts,
  isChange,
  isNothing,
  type Names,
  numberOf,
  quoted,
  valueInWords,
} from "../changes-in-words.ts";
import { is, type Predicate } from "./words.ts";

export const closingSentences: Record<string, Predicate> = {
  "ask-moved": () => "took an ask along to the next cycle",
  "key-result-graded": ({ facts, names }) => graded("the key result", facts, names),
  "objective-graded": ({ facts, names }) => graded("the objective", facts, names),
  "objective-grade-taken-back": () => "opened the objective again and took its grade back",
  "grade-amended": ({ facts, names }) => changesInWords(amended(facts), names) ?? "amended a grade",
  "objective-rolled-over": ({ facts }) => `rolled the objective over from ${quoted(facts.fromCycle)}`,
  "retrospective-started": ({ facts, name }) => `started the retrospective${ofTeam(facts, name)}`,
  "retrospective-note-written": () => "wrote in a retrospective",
  "retrospective-opened": ({ facts, name }) => `opened the retrospective${ofTeam(facts, name)}`,
};

/** "graded the key result 0.7, where 0.6 is suggested" */
function graded(what: string, { score, suggested, outcome }: Facts, names: Names): string {
  const given = isNothing(is(score)) ? is(outcome) : is(score);
  if (isNothing(given)) return `graded ${what}`;
  const differs = !isNothing(is(score)) && !isNothing(suggested) && numberOf(suggested) !== numberOf(is(score));
  const beside = differs ? `, where ${valueInWords("score", suggested, names)} is suggested` : "";
  return `graded ${what} ${valueInWords("score", given, names)}${beside}`;
}

function amended({ score, endValue }: Facts): Facts {
  return { ...(isChange(score) ? { score } : {}), ...(isChange(endValue) ? { endValue } : {}) };
}

function ofTeam({ teamId }: Facts, name: (id: unknown) => string): string {
  return isNothing(teamId) ? "" : ` of ${name(teamId)}`;
}
