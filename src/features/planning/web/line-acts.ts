/** What is done to a line in one step and taken back in another. Loaded when the first of it is asked for. */
import { newId } from "../../../web/id.ts";
import { messages } from "../../../web/ui/messages.ts";
import { type KeyResult, type LineKind, nounOf } from "./asking.ts";
import catalogue from "./line-acts.messages.json";
import type { Back } from "./past.ts";
import { type AtWork, focusLine } from "./studio-context.ts";

const m = messages(catalogue);

type Work = Pick<AtWork, "act" | "note" | "undoable">;

/** Takes a line out; later it can also be put back from the list of what was removed. */
export async function removeLine(
  work: Work,
  kind: LineKind,
  { id, title }: { id: string; title: string },
  next: string | undefined,
): Promise<void> {
  await work.act(`${nounOf[kind]}.remove`, { id });
  work.undoable(m.removed({ title }), () => putBack(work, kind, id));
  if (next) focusLine(next);
}

/** Puts back what was removed. */
export async function putBack(work: Work, kind: LineKind, id: string): Promise<void> {
  await work.act(`${nounOf[kind]}.restore`, { id });
  work.note(removing(work, kind, id));
  focusLine(id);
}

/** Takes back that a line was put there. */
export function removing(work: Work, kind: LineKind, id: string, next?: string): Back {
  return async () => {
    await work.act(`${nounOf[kind]}.remove`, { id });
    work.note(() => putBack(work, kind, id));
    if (next) focusLine(next);
  };
}

/** Copies an objective with its key results, or a key result, behind it. */
export async function duplicateLine(
  work: Work,
  kind: "draft-objective" | "draft-key-result",
  { id, title }: { id: string; title: string },
): Promise<void> {
  const copyId = newId();
  await work.act(`${nounOf[kind]}.duplicate`, { id, copyId });
  focusLine(copyId);
  work.undoable(m.duplicated({ title }), removing(work, kind, copyId, id));
}

/** An output moves to the initiatives; where an outcome is given it takes its place, and the initiative should move it. */
export async function moveToInitiative(
  { act, undoable }: Work,
  { id, version, title }: Pick<KeyResult, "id" | "version" | "title">,
  replacement?: { id: string; title: string } & object,
): Promise<void> {
  const initiativeId = newId();
  await act("planning.draftKeyResults.moveToInitiative", { id, version, initiativeId, replacement });
  focusLine(replacement?.id ?? initiativeId);
  undoable(replacement ? m.rewritten({ title }) : m.isInitiative({ title }), async () => {
    await act("planning.draftInitiatives.remove", { id: initiativeId });
    if (replacement) await act("planning.draftKeyResults.remove", { id: replacement.id });
    await act("planning.draftKeyResults.restore", { id });
    focusLine(id);
  });
}
