import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { Memory } from "./memory.ts";

const at = (time: string) => Temporal.Instant.from(`2027-02-16T${time}Z`);

function counting(memory: Memory, organisation = "osier") {
  let reads = 0;
  return (key: string, time = "09:12:00") =>
    memory.of(
      `${organisation} ${key}`,
      memory.stamp(organisation, at(time)),
      async () => {
        reads += 1;
        return reads;
      },
      () => 10,
    );
}

describe("what was read is kept", () => {
  test("while nothing is written and the minute lasts", async () => {
    const ask = counting(new Memory());
    expect([await ask("q1"), await ask("q1", "09:12:59")]).toEqual([1, 1]);
    expect(await ask("q1", "09:13:00")).toBe(2);
  });

  test("until something of the organisation is written; another's writing changes nothing", async () => {
    const memory = new Memory();
    const ask = counting(memory);
    await ask("q1");
    memory.wrote("alder");
    expect(await ask("q1")).toBe(1);
    memory.wrote("osier");
    expect(await ask("q1")).toBe(2);
  });

  test("by those who ask together, once", async () => {
    const ask = counting(new Memory());
    expect(await Promise.all([ask("q1"), ask("q1"), ask("q2")])).toEqual([1, 1, 2]);
  });

  test("and a reading that began before a write is not taken for one after it", async () => {
    const memory = new Memory();
    const before = memory.stamp("osier", at("09:12:00"));
    memory.wrote("osier");
    const old = async () => "old";
    const weigh = () => 1;
    expect(await memory.of("osier q1", before, old, weigh)).toBe("old");
    const now = memory.stamp("osier", at("09:12:00"));
    expect(await memory.of("osier q1", now, async () => "new", weigh)).toBe("new");
  });

  test("up to so many rows: what was asked for longest ago goes first", async () => {
    const ask = counting(new Memory(25));
    await ask("q1");
    await ask("q2");
    await ask("q1");
    await ask("q3");
    expect([await ask("q1"), await ask("q2")]).toEqual([1, 4]);
  });

  test("and a reading that failed is forgotten", async () => {
    const memory = new Memory();
    const stamp = memory.stamp("osier", at("09:12:00"));
    const lost = memory.of(
      "osier q1",
      stamp,
      () => Promise.reject(new Error("lost")),
      () => 1,
    );
    await expect(lost).rejects.toThrow("lost");
    expect(
      await memory.of(
        "osier q1",
        stamp,
        async () => "read",
        () => 1,
      ),
    ).toBe("read");
  });
});
