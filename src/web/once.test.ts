import { expect, test } from "vitest";
import { onceAtATime } from "./once.ts";

/** Sends that answer when they are told to, and how many went out. */
function sending() {
  const answers: ((failed?: Error) => void)[] = [];
  const send = () =>
    new Promise<number>((keep, fail) => {
      const mine = answers.length + 1;
      answers.push((failed) => (failed ? fail(failed) : keep(mine)));
    });
  return { send, answers };
}

test("the same told twice at once goes out once, and both hear the one answer", async () => {
  const once = onceAtATime<number>();
  const { send, answers } = sending();
  const both = [once({ id: 1, name: "Mei" }, send), once({ id: 1, name: "Mei" }, send)];
  answers[0]?.();
  expect(await Promise.all(both)).toEqual([1, 1]);
  expect(answers).toHaveLength(1);
});

test("something else goes out beside it", async () => {
  const once = onceAtATime<number>();
  const { send, answers } = sending();
  const both = [once({ id: 1 }, send), once({ id: 2 }, send)];
  for (const answer of answers) answer();
  expect(await Promise.all(both)).toEqual([1, 2]);
});

test("the same goes out again once it was answered or failed", async () => {
  const once = onceAtATime<number>();
  const { send, answers } = sending();
  const first = once(undefined, send);
  answers[0]?.(new Error("no answer came"));
  await expect(first).rejects.toThrow("no answer came");
  const second = once(undefined, send);
  answers[1]?.();
  expect(await second).toBe(2);
});
