import { describe, expect, it } from "vitest";
import { refusal } from "../client/problem-words.ts";
import type { Server } from "../client/server.ts";
import { goThroughDue } from "./check-in.ts";
import { type Measure, questionOf, type Reported, reportedBy } from "./reported.ts";
import type { Terminal } from "./terminal.ts";

const metric: Measure = { kind: "metric", start: "0", target: "100" };
const steps: Measure = {
  kind: "milestones",
  milestones: ["One", "Two", "Three"].map((title, index) => ({
    id: `m${index + 1}`,
    title,
    weight: "1",
    done: index === 0,
  })),
};

describe("what is typed as where a key result stands", () => {
  it.each<[string, Measure, string, Reported]>([
    ["a number as it is", metric, "12.5", { value: "12.5" }],
    ["what is no number, for the server to refuse", metric, "12,5 %", { value: "12,5 %" }],
    ["steps by number", steps, "1, 3", { milestonesDone: ["m1", "m3"] }],
    ["all steps", steps, "all", { milestonesDone: ["m1", "m2", "m3"] }],
    ["no step", steps, "None", { milestonesDone: [] }],
    ["yes", { kind: "done" }, "Yes", { done: true }],
    ["not done", { kind: "done" }, "not done", { done: false }],
  ])("is %s", (_what, measure, typed, reported) => {
    expect(reportedBy(measure, typed)).toEqual(reported);
  });

  it.each<[string, Measure]>([
    ["4", steps],
    ["0", steps],
    ["one", steps],
    ["perhaps", { kind: "done" }],
  ])("is refused: %s", (typed, measure) => {
    expect(() => reportedBy(measure, typed)).toThrow();
  });

  it("is asked for by how it is measured", () => {
    expect(questionOf(metric, "%", "12 %")).toBe("Value now in % (was 12 %)");
    expect(questionOf(steps, "", "–")).toContain("  1. ✓ One\n  2. · Two");
  });
});

describe("the round through what is due", () => {
  const due = (id: string, title: string, last: number | null = 6) => ({
    keyResult: {
      id,
      title,
      measure: metric,
      unit: "",
      decimals: 0,
      current: "10",
      progress: "0.1",
      expected: null,
      status: {},
      checkInCount: 1,
    },
    objective: { id: "o", title: "Start unaided", commitment: "committed" },
    last: last === null ? null : { confidence: last },
    due: { on: "2027-02-17", overdue: false },
  });

  async function walk(items: unknown[], typed: string[], refusing = (_input: unknown) => false) {
    const sent: Record<string, unknown>[] = [];
    const said: string[] = [];
    const answers = [...typed];
    const server = {
      ask: async () => ({ items }),
      askAny: async (_name: string, input: Record<string, unknown>) => {
        if (refusing(input)) throw refusal("value", "a number", "Change it.");
        sent.push(input);
        return { keyResult: { title: "It", current: input.value, progress: "0.5" } };
      },
    } as unknown as Server;
    const hear = (...lines: string[]) => void said.push(...lines);
    const terminal = { say: hear, sayAside: hear, ask: async () => answers.shift() } as unknown as Terminal;
    const reported = await goThroughDue(server, terminal);
    return { sent, said, reported };
  }

  it("asks for each, skips on Enter, and takes the last confidence again on Enter", async () => {
    const { sent, said, reported } = await walk(
      [due("a", "A"), due("b", "B"), due("c", "C")],
      ["12", "", "Went well", "", "30", "9", ""],
    );
    expect(sent).toEqual([
      { keyResultId: "a", value: "12", confidence: 6, whatChanged: "Went well" },
      { keyResultId: "c", value: "30", confidence: 9, whatChanged: "" },
    ]);
    expect(reported).toBe(2);
    expect(said.at(-1)).toBe("2 of 3 reported.");
  });

  it("says a refusal and asks the same again", async () => {
    const refusing = (input: unknown) => (input as { value: string }).value === "12,5 %";
    const { sent, said } = await walk([due("a", "A")], ["12,5 %", "7", "x", "12.5", "7", "x"], refusing);
    expect(said).toContain("value: expected a number. Change it.");
    expect(sent).toEqual([{ keyResultId: "a", value: "12.5", confidence: 7, whatChanged: "x" }]);
  });

  it("ends where the person ends it, and sends nothing half-answered", async () => {
    const { sent, said } = await walk([due("a", "A"), due("b", "B")], ["12"]);
    expect(sent).toEqual([]);
    expect(said.at(-1)).toBe("0 of 2 reported.");
  });

  it("says when nothing is due", async () => {
    expect((await walk([], [])).said).toEqual(["Nothing is due."]);
  });
});
