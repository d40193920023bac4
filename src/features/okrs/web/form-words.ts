/** What the forms of OKRs share: their words, and how a refusal reads. */
import { messages } from "../../../web/ui/messages.ts";
import type { FigureRefusal } from "../figures.ts";
import type { Named } from "./asking.ts";
import catalogue from "./forms.messages.json";

export const m = messages(catalogue);

/** "Expected a number, such as 1250 or 12.5. Write digits, …" */
export function sentence({ expected, todo }: Pick<FigureRefusal, "expected" | "todo">): string {
  return m.notANumber({ expected, todo });
}

/** Why fields cannot be read, by their names. */
export type Unread = ReadonlyMap<string, Pick<FigureRefusal, "expected" | "todo">>;

/**
 * What a field says of itself: our own reading once saving was tried, else the server's word. What cannot be read is sent
 * as it was typed, so that the server names every other field at once; its word on that field is of then, ours of now.
 */
export function wrongIn(
  tried: Unread | null,
  own: Unread,
  problem: { at: (field: string) => string | undefined } | null,
) {
  return (field: string): string | undefined => {
    const refused = tried ? own.get(field) : undefined;
    if (refused) return sentence(refused);
    return tried?.has(field) ? undefined : problem?.at(field);
  };
}

/** A name for an id in a conflict: one known here, or somebody else. */
export function nameFor(id: unknown, known: readonly (Named | null | undefined)[]): string {
  if (id === null) return "–";
  return known.find((each) => each?.id === id)?.name ?? m.somebodyElse();
}
