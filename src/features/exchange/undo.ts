import type { RowKind } from "./draft.ts";

/** Something an import made that is still there. */
export interface Made {
  kind: RowKind;
  id: string;
  title: string;
  /** The objective it belongs to; null for objectives and initiatives. */
  objectiveId: string | null;
  /** What a person last did to it since: "check-in-recorded"; null while nobody touched it. */
  touchedBy: string | null;
}

/** `by` needs `thing`: where `by` stays, `thing` has to. What no import made stays. */
export interface Need {
  thing: string;
  by: string;
  why: "under" | "linked" | "moves" | "intended";
  /** What `by` is called; empty where the viewer may not read it. */
  title: string;
}

export interface Undo {
  goes: Made[];
  stays: (Made & { reason: string })[];
}

/** Days an import can be taken back. */
export const undoDays = 30;

/**
 * What goes when an import is taken back: whatever nobody touched and nothing that stays needs. An objective and what
 * belongs to it go or stay together.
 */
export function undoOf(made: readonly Made[], needs: readonly Need[]): Undo {
  const all = new Map(made.map((one) => [one.id, one]));
  const reasons = new Map<string, string>();
  const keep = (id: string, reason: string) => {
    if (!all.has(id) || reasons.has(id)) return;
    reasons.set(id, reason);
    const kept = all.get(id) as Made;
    if (kept.objectiveId) keep(kept.objectiveId, capital(`${quoted(kept.title)} belongs to it and stays.`));
    for (const need of needsOf.get(id) ?? []) keep(need.thing, whyOf(need));
    for (const part of partsOf.get(id) ?? []) keep(part.id, `It belongs to ${quoted(kept.title)}, which stays.`);
  };
  const needsOf = Map.groupBy(needs, ({ by }) => by);
  const partsOf = Map.groupBy(made, ({ objectiveId }) => objectiveId);
  for (const { id, touchedBy } of made) if (touchedBy) keep(id, touched(touchedBy));
  for (const need of needs) if (!all.has(need.by)) keep(need.thing, whyOf(need));
  return {
    goes: made.filter(({ id }) => !reasons.has(id)),
    stays: made.flatMap((one) => {
      const reason = reasons.get(one.id);
      return reason === undefined ? [] : [{ ...one, reason }];
    }),
  };
}

function touched(kind: string): string {
  return kind === "check-in-recorded" ? "It has check-ins." : "It was changed since.";
}

function whyOf({ why, title }: Need): string {
  switch (why) {
    case "under":
      return capital(`${quoted(title)} was added to it.`);
    case "linked":
      return capital(`${quoted(title)} is linked to it.`);
    case "moves":
      return title ? `The initiative ${quoted(title)} is to move it.` : "An initiative is to move it.";
    case "intended":
      return "Somebody intends to work on it.";
  }
}

function quoted(title: string): string {
  return title ? `“${title}”` : "something private";
}

function capital(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
