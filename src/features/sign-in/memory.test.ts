import { describe, expect, test } from "vitest";
import { createMemory } from "./memory.ts";

const whose = (name: string) => (answer: { name: string }) => answer.name === name;

describe("a memory of five seconds", () => {
  test("asks once until the five seconds are over", async () => {
    const memory = createMemory<{ name: string }>({ seconds: 5 });
    let asked = 0;
    const ask = async () => ({ name: `ada ${++asked}` });
    expect(await memory.recall("k", 0, ask)).toEqual({ name: "ada 1" });
    expect(await memory.recall("k", 4_999, ask)).toEqual({ name: "ada 1" });
    expect(await memory.recall("k", 5_000, ask)).toEqual({ name: "ada 2" });
  });

  test("asks once for simultaneous questions", async () => {
    const memory = createMemory<{ name: string }>({ seconds: 5 });
    let asked = 0;
    const ask = async () => ({ name: `ada ${++asked}` });
    await Promise.all([1, 2, 3].map(() => memory.recall("k", 0, ask)));
    expect(asked).toBe(1);
  });

  test("does not remember that there was nothing, nor a failure", async () => {
    const memory = createMemory<{ name: string }>({ seconds: 5 });
    expect(await memory.recall("k", 0, async () => null)).toBeNull();
    await expect(memory.recall("k", 0, () => Promise.reject(new Error("down")))).rejects.toThrow("down");
    expect(await memory.recall("k", 1, async () => ({ name: "ada" }))).toEqual({ name: "ada" });
  });

  test("forgets what it is told to, and only that", async () => {
    const memory = createMemory<{ name: string }>({ seconds: 5 });
    await memory.recall("a", 0, async () => ({ name: "ada" }));
    await memory.recall("l", 0, async () => ({ name: "lin" }));
    memory.forget(whose("ada"));
    expect(await memory.recall("a", 1, async () => null)).toBeNull();
    expect(await memory.recall("l", 1, async () => null)).toEqual({ name: "lin" });
  });

  test("an answer that was on its way when it was withdrawn is not remembered", async () => {
    const memory = createMemory<{ name: string }>({ seconds: 5 });
    let arrive = (_: { name: string }) => {};
    const slow = memory.recall("a", 0, () => new Promise((resolve) => (arrive = resolve)));
    memory.forget(whose("ada"));
    arrive({ name: "ada" });
    await slow;
    expect(await memory.recall("a", 1, async () => null)).toBeNull();
  });
});
