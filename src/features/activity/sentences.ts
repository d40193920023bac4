/** Recorded events in words, for the person who reads them now. */
import {
  changesInWords,
  type Facts,
  isChange,
  isNothing,
  type Names,
  percent,
  quoted,
  textOf,
} from "./changes-in-words.ts";
import { closingSentences } from "./sentences/closing.ts";
import { goalsSentences } from "./sentences/goals.ts";
import { peopleSentences } from "./sentences/people.ts";
import { planningSentences } from "./sentences/planning.ts";
import { policySentences } from "./sentences/policies.ts";
import type { Predicate, Told } from "./sentences/words.ts";
import { workSentences } from "./sentences/work.ts";

/**
 * One sentence with its actor, such as "Hanna Vogel made Inês Carvalho a champion." `names` says what ids are called
 * today; facts that are missing or of another shape shorten the sentence, they never break it.
 */
export function sentenceOf(event: Told, names: Names): string {
  const impersonal = impersonalSentences[event.kind];
  if (impersonal && !event.actor) return `${impersonal(event.facts)}.`;
  const predicate = predicates[event.kind] ?? otherwise;
  const said = predicate({ ...event, name: (id) => nameOf(id, names), names });
  return ended(`${event.actor?.name ?? "Throughline"} ${said}${because(event.facts)}`);
}

/** With a full stop, unless the words quoted last bring their own. */
function ended(sentence: string): string {
  return /[.!?]”$/.test(sentence) ? sentence : `${sentence}.`;
}

const impersonalSentences: Record<string, (facts: Facts) => string> = {
  "pulse-closed": () => "The pulse closed, and its figures are out",
  "objective-moved": ({ progress }) =>
    isChange(progress)
      ? `Progress went from ${percentOrNone(progress[0])} to ${percentOrNone(progress[1])}`
      : "Progress moved",
};

const predicates: Record<string, Predicate> = {
  ...peopleSentences,
  ...goalsSentences,
  ...workSentences,
  ...planningSentences,
  ...closingSentences,
  ...policySentences,
};

/** Any other kind: its changed fields, else its own words. */
function otherwise({ kind, facts, names }: Parameters<Predicate>[0]): string {
  return changesInWords(withoutIds(facts), names) ?? `recorded: ${kind.replaceAll("-", " ")}`;
}

function because({ reason }: Facts): string {
  return isNothing(reason) ? "" : `: ${quoted(reason)}`;
}

function nameOf(id: unknown, names: Names): string {
  return names[textOf(id)] ?? "someone or something that is gone";
}

/** Two ids side by side are no change. */
function withoutIds(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => field !== "above" && field !== "parent"));
}

function percentOrNone(progress: unknown): string {
  return isNothing(progress) ? "–" : percent(progress);
}
