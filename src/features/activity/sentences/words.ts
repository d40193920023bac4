/** What the sentences of every room share. */
import { type Facts, isChange, isNothing, type Names, textOf, valueInWords } from "../changes-in-words.ts";

export interface Told {
  kind: string;
  subject: { kind: string; id: string };
  /** Null when the product did it. */
  actor: { id: string; name: string } | null;
  facts: Facts;
}

/** What an actor did, as the words after their name; `name` says what an id is called today. */
export type Predicate = (event: Told & { name(id: unknown): string; names: Names }) => string;

/** What a changed fact is now. */
export function is(change: unknown): unknown {
  return isChange(change) ? change[1] : change;
}

export function a(role: unknown): string {
  const word = textOf(role);
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

const acts: Record<string, string> = {
  open: "resumed",
  paused: "paused",
  postponed: "postponed",
  dropped: "dropped",
  closed: "closed",
  doing: "started",
  done: "finished",
  planned: "planned again",
};

export function stateChanged(what: string, state: unknown): string {
  return `${acts[textOf(is(state))] ?? "changed the state of"} ${what}`;
}

export function fromTo(change: unknown, names: Names): string {
  const now = valueInWords("value", is(change), names);
  return isChange(change) && !isNothing(change[0]) ? `${now}, from ${valueInWords("value", change[0], names)}` : now;
}
