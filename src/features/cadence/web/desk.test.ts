import { expect, test } from "vitest";
import { after, type Desk, isUnseen, laidOut, nextToWrite, stillOpen, withEntry, worthKeeping } from "./desk.ts";
import type { CheckIn, Subject } from "./draft.ts";

let made = 0;
const newId = () => `id-${++made}`;
const wednesday = "2027-02-17T17:00:00.000Z";
const nextWednesday = "2027-02-24T17:00:00.000Z";

test("what waits is laid down in its order, each with an id of its own that stays", () => {
  const desk = laidOut([], [due("a"), due("b")], newId);
  expect(ids(desk)).toEqual(["a", "b"]);
  const again = laidOut(desk, [due("c"), due("a"), due("b")], newId);
  expect(ids(again)).toEqual(["a", "b", "c"]);
  expect(again[0]?.draft.id).toBe(desk[0]?.draft.id);
});

test("what nobody wrote on leaves with what waits; what was written stays", () => {
  const desk = write(laidOut([], [due("a"), due("b")], newId), "b");
  expect(ids(laidOut(desk, [], newId))).toEqual(["b"]);
});

test("what was written and no longer waits was answered meanwhile, until it waits again", () => {
  const desk = laidOut(write(laidOut([], [due("a")], newId), "a"), [], newId);
  expect(desk[0]).toMatchObject({ stage: "writing", overtaken: true, draft: { value: "4.1" } });
  expect(laidOut(desk, [due("a")], newId)[0]).toMatchObject({ overtaken: false, draft: { value: "4.1" } });
  expect(laidOut(send(desk, "a"), [], newId)[0]).toMatchObject({ stage: "sent" });
});

test("a check-in is asked about when its writer has seen neither it nor made it", () => {
  const [entry] = write(laidOut([], [due("a")], newId), "a");
  if (!entry) throw new Error("nothing is laid down");
  const newest = { id: "theirs", value: "5.9" } as CheckIn;
  expect(isUnseen(entry, newest)).toBe(true);
  expect(isUnseen(entry, { id: entry.draft.id })).toBe(false);
  expect(isUnseen(entry, undefined)).toBe(false);
  const seen = { ...entry, ...after(newest, entry) };
  expect(isUnseen(seen, newest)).toBe(false);
  expect(seen).toMatchObject({ overtaken: false, subject: { keyResult: { current: "5.9" }, last: { id: "theirs" } } });
});

test("what was sent stays while an older answer still lists it, and begins anew when it is due again", () => {
  const desk = send(write(laidOut([], [due("a")], newId), "a"), "a");
  const id = desk[0]?.draft.id;
  expect(laidOut(desk, [due("a")], newId)[0]).toMatchObject({ stage: "sent", draft: { id } });
  expect(laidOut(desk, [], newId)[0]).toMatchObject({ stage: "sent" });
  const anew = laidOut(desk, [due("a", nextWednesday)], newId)[0];
  expect(anew).toMatchObject({ stage: "writing", sent: null, draft: { value: "" } });
  expect(anew?.draft.id).not.toBe(id);
});

test("what was sent is kept on the device until the next check-in is due", () => {
  const desk = send(laidOut([], [due("a")], newId), "a");
  expect(stillOpen(desk, Date.parse("2027-02-17T16:59:00Z"))).toHaveLength(1);
  expect(stillOpen(desk, Date.parse("2027-02-17T17:00:00Z"))).toHaveLength(0);
});

test("after the last the next to write is the first that is left", () => {
  const desk = withEntry(laidOut([], [due("a"), due("b"), due("c")], newId), "b", (entry) => ({
    ...entry,
    stage: "ready",
  }));
  expect(nextToWrite(desk, "a")).toBe("c");
  expect(nextToWrite(desk, "c")).toBe("a");
});

test("only what was written, is ready or was sent is worth keeping", () => {
  const desk = laidOut([], [due("a"), due("b"), due("c")], newId);
  expect(ids(worthKeeping(send(write(desk, "b"), "c")))).toEqual(["b", "c"]);
});

function ids(desk: Desk): string[] {
  return desk.map(({ subject }) => subject.keyResult.id);
}

function write(desk: Desk, id: string): Desk {
  return withEntry(desk, id, (entry) => ({ ...entry, draft: { ...entry.draft, value: "4.1" } }));
}

function send(desk: Desk, id: string): Desk {
  const sent = { version: 1, recordedAt: "2027-02-16T09:12:00Z" };
  return withEntry(desk, id, (entry) => ({ ...entry, stage: "sent", sent }));
}

function due(id: string, at = wednesday): Subject {
  const measure = { kind: "metric", start: "4.8", target: "2" };
  return { keyResult: { id, measure }, last: null, due: { at, overdue: false } } as unknown as Subject;
}
