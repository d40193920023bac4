/** What is done to a line in one step and taken back in another, for ten seconds. Loaded when the first of it is asked for. */
import { newId } from "../../../web/id.ts";
import { messages } from "../../../web/ui/messages.ts";
import { say } from "../../../web/ui/status-line.tsx";
import { type KeyResult, nounOf } from "./asking.ts";
import catalogue from "./line-acts.messages.json";
import { type AtWork, focusLine } from "./studio-context.ts";

const m = messages(catalogue);

type Work = Pick<AtWork, "act" | "attempt">;

/** Copies an objective with its key results, or a key result, behind it. */
export async function duplicateLine(
  { act, attempt }: Work,
  kind: "draft-objective" | "draft-key-result",
  { id, title }: { id: string; title: string },
): Promise<void> {
  const copyId = newId();
  const noun = nounOf[kind];
  if (!(await attempt(() => act(`${noun}.duplicate`, { id, copyId })))) return;
  focusLine(copyId);
  const takeBack = async () => {
    await act(`${noun}.remove`, { id: copyId });
    focusLine(id);
  };
  say(m.duplicated({ title }), () => void attempt(takeBack));
}

/** An output moves to the initiatives; where an outcome is given it takes its place, and the initiative should move it. */
export async function moveToInitiative(
  { act, attempt }: Work,
  { id, version, title }: Pick<KeyResult, "id" | "version" | "title">,
  replacement?: { id: string; title: string } & object,
): Promise<void> {
  const initiativeId = newId();
  const move = () => act("planning.draftKeyResults.moveToInitiative", { id, version, initiativeId, replacement });
  if (!(await attempt(move))) return;
  focusLine(replacement?.id ?? initiativeId);
  const takeBack = async () => {
    await act("planning.draftInitiatives.remove", { id: initiativeId });
    if (replacement) await act("planning.draftKeyResults.remove", { id: replacement.id });
    await act("planning.draftKeyResults.restore", { id });
    focusLine(id);
  };
  say(replacement ? m.rewritten({ title }) : m.isInitiative({ title }), () => void attempt(takeBack));
}
