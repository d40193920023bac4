import { expect, it } from "vitest";
import { sealingWith } from "./sealing.ts";

const sealing = sealingWith("a secret of the server, long enough");

it.each(["{}", "", "مرحبا 👋", "x".repeat(10_000), "\u0000"])("opens what it sealed", (text) => {
  expect(sealing.open("one", sealing.seal("one", text))).toBe(text);
});

it("reads nothing with another secret, of another pulse, or of a seal that was changed", () => {
  const sealed = sealing.seal("one", "heard: 2");
  expect(sealingWith("another secret").open("one", sealed)).toBeNull();
  expect(sealing.open("other", sealed)).toBeNull();
  sealed[40] = (sealed[40] as number) ^ 1;
  expect(sealing.open("one", sealed)).toBeNull();
  expect(sealing.open("one", Buffer.alloc(3))).toBeNull();
});

it("seals alike differently, and short texts to one length", () => {
  const [one, other, longer] = [sealing.seal("p", "a"), sealing.seal("p", "a"), sealing.seal("p", "a".repeat(300))];
  expect(one.equals(other)).toBe(false);
  expect(one.length).toBe(longer.length);
});
