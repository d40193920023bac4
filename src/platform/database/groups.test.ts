import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import type { Tx } from "./database.ts";
import { type Grouped, type Outcome, Queue } from "./groups.ts";

/** Writes under way are ended by hand; `groups` is what stood in each. */
function slowly(outcomeOf: (input: string, group: readonly string[]) => Outcome<string> | Error = echo) {
  const groups: string[][] = [];
  const ends: (() => void)[] = [];
  const grouped: Grouped<string, string> = {
    place: (input) => input[0] as string,
    async write(_tx, callers) {
      const inputs = callers.map(({ input }) => input);
      groups.push(inputs);
      await new Promise<void>((resolve) => ends.push(resolve));
      return inputs.map((input) => {
        const outcome = outcomeOf(input, inputs);
        if (outcome instanceof Error) throw outcome;
        return outcome;
      });
    },
  };
  const queue = new Queue(grouped, (work) => work({} as Tx));
  const join = (input: string) => queue.join({ memberId: input, via: "web" }, input);
  const end = async () => {
    await vi.waitFor(() => expect(ends.length).toBeGreaterThan(0));
    ends.shift()?.();
  };
  return { groups, join, end };
}

const echo = (input: string) => ({ answer: `${input}!` });
const refusedByDatabase = () => Object.assign(new pg.DatabaseError("duplicate key", 1, "error"), { severity: "ERROR" });

describe("writes that arrive together", () => {
  it("leave in one group at the end of the turn; those that come later in the next", async () => {
    const { groups, join, end } = slowly();
    const first = [join("a"), join("b")];
    await vi.waitFor(() => expect(groups).toEqual([["a", "b"]]));
    const next = [join("c"), join("d")];
    await end();
    expect(await Promise.all(first)).toEqual(["a!", "b!"]);
    await end();
    expect(await Promise.all(next)).toEqual(["c!", "d!"]);
    expect(groups).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("follow each other where they change the same, in the order they came", async () => {
    const { groups, join, end } = slowly();
    const all = ["a1", "a2", "b1", "a3"].map(join);
    for (let time = 0; time < 3; time += 1) await end();
    expect(await Promise.all(all)).toEqual(["a1!", "a2!", "b1!", "a3!"]);
    expect(groups).toEqual([["a1", "b1"], ["a2"], ["a3"]]);
  });

  it("do not wait long for a group that is stuck", async () => {
    const { groups, join, end } = slowly();
    const stuck = join("a");
    await vi.waitFor(() => expect(groups).toHaveLength(1));
    const next = join("b");
    await vi.waitFor(() => expect(groups).toHaveLength(2));
    await end();
    await end();
    expect(await Promise.all([stuck, next])).toEqual(["a!", "b!"]);
  });

  it("are sixty-four at most", async () => {
    const { groups, join, end } = slowly();
    const all = Array.from({ length: 70 }, (_, at) => join(String.fromCodePoint(0x4e00 + at)));
    await end();
    await end();
    expect(await Promise.all(all)).toHaveLength(70);
    expect(groups.map(({ length }) => length)).toEqual([64, 6]);
  });
});

describe("what one of a group meets", () => {
  it("a refusal is its own alone", async () => {
    const { join, end } = slowly((input) => (input === "b" ? { refusal: new Error("not yours") } : echo(input)));
    const [a, b] = [join("a"), join("b").catch((error: Error) => error.message)];
    await end();
    expect(await Promise.all([a, b])).toEqual(["a!", "not yours"]);
  });

  it("who would make others wait tries again alone", async () => {
    const { groups, join, end } = slowly((input, { length }) => (input === "b" && length > 1 ? "alone" : echo(input)));
    const [a, b] = [join("a"), join("b")];
    await end();
    expect(await a).toBe("a!");
    await end();
    expect(await b).toBe("b!");
    expect(groups).toEqual([["a", "b"], ["b"]]);
  });

  it("a group that the database refuses is replayed one by one", async () => {
    const { groups, join, end } = slowly((input, group) => (group.includes("b") ? refusedByDatabase() : echo(input)));
    const all = Promise.allSettled(["a", "b", "c"].map(join));
    for (let time = 0; time < 4; time += 1) await end();
    expect((await all).map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect(groups).toEqual([["a", "b", "c"], ["a"], ["b"], ["c"]]);
  });

  it("where nobody knows whether it was written, nothing is written again", async () => {
    const { groups, join, end } = slowly(() => new Error("Connection terminated unexpectedly"));
    const all = Promise.allSettled(["a", "b"].map(join));
    await end();
    expect((await all).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(groups).toHaveLength(1);
  });
});
