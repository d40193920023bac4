/** The check-ins a person has before them: what is due, what they wrote of it, and what they sent. */
import { type CheckIn, type Draft, draftOf, isTouched, newDraft, type Subject } from "./draft.ts";

export interface Entry {
  subject: Subject;
  draft: Draft;
  /** "ready": read through, waiting to be sent with the others. */
  stage: "writing" | "ready" | "sent";
  /** What the server holds, once it was sent. */
  sent: { version: number; recordedAt: string } | null;
  /** It was due and no longer waits: somebody, perhaps the same person elsewhere, checked in meanwhile. */
  overtaken?: boolean;
}

export type Desk = readonly Entry[];

/**
 * The desk with what waits now: new key results are laid down behind those that are there, in their order. What was
 * sent stays, because it may be corrected, until the key result is due again; what was written stays in any case.
 */
export function laidOut(desk: Desk, waiting: readonly Subject[], newId: () => string): Desk {
  const byId = new Map(waiting.map((subject) => [subject.keyResult.id, subject]));
  const kept = desk.flatMap((entry): Entry[] => {
    const subject = byId.get(idOf(entry));
    if (!subject) return entry.stage === "sent" ? [entry] : isTouched(entry.draft, entry.subject) ? [left(entry)] : [];
    if (entry.sent && isDueAgain(entry, subject)) return [fresh(subject, newId)];
    return [entry.sent ? entry : { ...entry, subject, overtaken: false }];
  });
  const there = new Set(kept.map(idOf));
  return [
    ...kept,
    ...waiting.filter(({ keyResult: { id } }) => !there.has(id)).map((subject) => fresh(subject, newId)),
  ];
}

function left(entry: Entry): Entry {
  return entry.sent || !entry.subject.due ? entry : { ...entry, overtaken: true };
}

/** Whether the newest check-in of its key result is one that its writer has not seen. */
export function isUnseen({ subject, draft }: Entry, newest: { id: string } | undefined): boolean {
  return newest !== undefined && newest.id !== draft.id && newest.id !== subject.last?.id;
}

/** Written on after a check-in that came meanwhile: that one is now where it stood before. */
export function after(newest: CheckIn, { subject }: Entry): Pick<Entry, "subject" | "overtaken"> {
  const { keyResult } = subject;
  const current = newest.value ?? keyResult.current;
  return { subject: { ...subject, last: newest, keyResult: { ...keyResult, current } }, overtaken: false };
}

/** An answer from before it was sent still lists it as waiting: only another due date, or the check-in itself as the last one, says that it is over. */
function isDueAgain({ draft, subject: before }: Entry, now: Subject): boolean {
  return now.due !== null && (now.last?.id === draft.id || now.due.at !== before.due?.at);
}

function fresh(subject: Subject, newId: () => string): Entry {
  const { correcting } = subject;
  if (correcting) {
    const { version, recordedAt } = correcting;
    return { subject, draft: draftOf(correcting, newId), stage: "sent", sent: { version, recordedAt } };
  }
  return { subject, draft: newDraft(subject, newId), stage: "writing", sent: null };
}

export function idOf({ subject }: Entry): string {
  return subject.keyResult.id;
}

/** The desk with one entry changed. */
export function withEntry(desk: Desk, keyResultId: string, change: (entry: Entry) => Entry): Desk {
  return desk.map((entry) => (idOf(entry) === keyResultId ? change(entry) : entry));
}

/** The next one to write after this, from the top again after the last; undefined when none is left. */
export function nextToWrite(desk: Desk, keyResultId: string): string | undefined {
  const at = desk.findIndex((entry) => idOf(entry) === keyResultId);
  const next = [...desk.slice(at + 1), ...desk.slice(0, at)].find(({ stage }) => stage === "writing");
  return next && idOf(next);
}

/** What is worth keeping on the device: whatever was written or sent. */
export function worthKeeping(desk: Desk): Desk {
  return desk.filter(({ stage, draft, subject }) => stage !== "writing" || isTouched(draft, subject));
}

const week = 7 * 86_400_000;

/** Without what was sent so long ago that the next check-in fell due meanwhile; `now` in milliseconds. */
export function stillOpen(desk: Desk, now: number): Desk {
  return desk.filter(({ stage, sent, subject: { due } }) => {
    if (stage !== "sent" || !sent) return true;
    return due && !due.overdue ? now < Date.parse(due.at) : now - Date.parse(sent.recordedAt) < week;
  });
}
