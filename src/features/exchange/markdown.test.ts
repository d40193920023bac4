import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Draft, linesAccountedFor } from "./draft.ts";
import { readMarkdown, readMarkdownInSteps } from "./markdown.ts";

const example = (name: string) => readFileSync(new URL(`./examples/${name}.md`, import.meta.url), "utf8");
const outline = ({ rows }: Draft) =>
  rows.map((row) => [row.kind, row.title, row.parent === null ? null : rows[row.parent]?.title]);
const titled = (draft: Draft, title: string) => draft.rows.find((row) => row.title.startsWith(title));
const asideCodes = ({ keptAside }: Draft) => keptAside.map(({ line, reason }) => [line, reason.code]);

describe("headings that carry objectives", () => {
  const draft = readMarkdown(example("headings"));

  test("nest, with checkboxes below them as key results and their steps as initiatives", () => {
    expect(outline(draft)).toEqual([
      ["objective", "Guests come back without being asked", null],
      ["key-result", "Guests who book again within a year from 34% to 55%", "Guests come back without being asked"],
      ["key-result", "Reply time below 4 hours", "Guests come back without being asked"],
      ["initiative", "Write the answers that are asked for most", "Reply time below 4 hours"],
      ["key-result", "Publish 6 walks around the house", "Guests come back without being asked"],
      ["objective", "Mornings are calm", "Guests come back without being asked"],
      ["key-result", "Breakfast queue < 5 minutes", "Mornings are calm"],
      ["objective", "A good place to work", null],
    ]);
  });

  test("give their marks to the fields: priority, owner, team, cycle, score, checkbox, why", () => {
    expect(titled(draft, "Guests who")).toMatchObject({
      priority: "P0",
      owner: "@mira",
      cycle: "Q1 2027",
      done: false,
    });
    expect(titled(draft, "Reply")).toMatchObject({ team: "DESK", done: true });
    expect(titled(draft, "Reply")?.notes.map(({ text }) => text)).toContain(
      "Half of the questions are about late arrival",
    );
    expect(titled(draft, "Publish")).toMatchObject({ score: "0.5" });
    expect(titled(draft, "Mornings")).toMatchObject({ priority: "P1", notes: [{ line: 18, text: "(#12)" }] });
    expect(titled(draft, "Guests come")?.why).toHaveLength(1);
    expect(titled(draft, "Breakfast")?.notes.map(({ text }) => text)).toContain("#40: https://example.org/issues/40");
  });

  test("propose measures from the words", () => {
    expect(titled(draft, "Guests who")?.measure).toMatchObject({
      kind: "metric",
      start: "34",
      target: "55",
      unit: "%",
    });
    expect(titled(draft, "Breakfast")?.measure).toMatchObject({
      kind: "threshold",
      operator: "below",
      target: "5",
      unit: "min",
    });
    expect(titled(draft, "Publish")).toMatchObject({
      measure: { start: "0", target: "6" },
      measureFrom: { code: "start-from-zero" },
    });
  });

  test("leave contents, placeholders and what is struck through aside, each with its reason", () => {
    expect(asideCodes(draft)).toEqual([
      [3, "contents"],
      [4, "contents"],
      [21, "placeholder"],
      [23, "struck-through"],
      [25, "under-struck-through"],
    ]);
    expect(draft.keptAside[3]).toMatchObject({
      fix: { code: "bring-in" },
      row: { title: "Open a second house", team: "OPS" },
    });
  });
});

test("lists that carry objectives stand under the names of teams; the vision is none", () => {
  const draft = readMarkdown(example("lists"));
  expect(outline(draft).filter(([kind]) => kind === "objective")).toEqual([
    ["objective", "Fruit reaches the shop the day it is picked", null],
    ["objective", "Every picker goes home on time", null],
    ["objective", "Visitors find us", null],
    ["objective", "Keep the kiosk", null],
  ]);
  expect(draft.rows.filter(({ kind }) => kind === "key-result")).toHaveLength(4);
  expect(titled(draft, "Crates")).toMatchObject({ team: "Pickers", cycle: "Q2 2027", priority: "P0" });
  expect(titled(draft, "Lower")).toMatchObject({ measure: { start: "0", target: "30", unit: "%" } });
  expect(titled(draft, "Reach")).toMatchObject({ measure: { start: "800", current: "800", target: "1200" } });
  expect(titled(draft, "Keep")).toMatchObject({ confidence: "guessed", guesses: [{ code: "lone-as-objective" }] });
  expect(asideCodes(draft)).toContainEqual([9, "strategy"]);
});

test("tables have objectives in bold rows, key results in the others, scores and owners in their columns", () => {
  const draft = readMarkdown(example("table"));
  expect(outline(draft)).toEqual([
    ["objective", "Repairs are worth the wait", null],
    ["key-result", "Chairs returned within 10 days", "Repairs are worth the wait"],
    ["key-result", "Prices on the door", "Repairs are worth the wait"],
    ["objective", "People learn to mend", null],
    ["key-result", "Evenings for beginners, 8 of them", "People learn to mend"],
  ]);
  expect(titled(draft, "Repairs")).toMatchObject({ owner: "Ada", team: "Workshop", cycle: "Q2 2027" });
  expect(titled(draft, "Chairs")).toMatchObject({ owner: "Ada", priority: "P0", score: "0.5" });
  expect(titled(draft, "Prices")?.notes.map(({ text }) => text)).toContain("Also: Ren");
  expect(draft.keptAside.map(({ reason }) => reason.code)).toEqual([
    "totals",
    "group-label",
    "placeholder",
    "link-elsewhere",
  ]);
});

test("labels and lead-ins say what a line is", () => {
  const draft = readMarkdown(example("labels"));
  expect(outline(draft)).toEqual([
    ["objective", "Crossings are dependable.", null],
    ["key-result", "Crossings on time increased by 12 points.", "Crossings are dependable."],
    ["key-result", "No crossing without a spare engine.", "Crossings are dependable."],
    ["objective", "Tickets are easy to buy.", null],
    ["key-result", "Time at the counter", "Tickets are easy to buy."],
    ["key-result", "Share sold before arrival, from 20% to 60%", "Tickets are easy to buy."],
    ["objective", "The timetable is true", null],
    ["key-result", "Changes are posted early", "The timetable is true"],
    ["initiative", "Board at the pier", "The timetable is true"],
    ["objective", "One price list", null],
    ["key-result", "One price list hangs in both offices.", "One price list"],
  ]);
  expect(titled(draft, "Crossings are")).toMatchObject({ team: "Harbour", cycle: "2027" });
  expect(titled(draft, "Tickets")).toMatchObject({ team: "Ticket office" });
  expect(titled(draft, "Board")).toMatchObject({ owner: "@lena", priority: "P1" });
  expect(titled(draft, "Changes")?.measure).toMatchObject({ kind: "threshold", operator: "at-or-above", target: "80" });
});

test("every line that says what it is needs no guess", () => {
  const draft = readMarkdown(
    "- **Objective:** Sleep well\n  - **Key Result:** 8 hours\n  - KR2 No alarm\n- O2: Eat well\n",
  );
  expect(outline(draft)).toEqual([
    ["objective", "Sleep well", null],
    ["key-result", "8 hours", "Sleep well"],
    ["key-result", "No alarm", "Sleep well"],
    ["objective", "Eat well", null],
  ]);
  expect(draft.rows.every(({ confidence }) => confidence === "written")).toBe(true);
});

test.each([
  ["a guide", example("guide"), "guide"],
  ["prose", "# Notes on planning\n\nWe met twice.\n", "guide"],
  ["links by quarter", "# Dock OKRs\n\n## 2027 Q1\n\n- [OKRs](https://example.org/1)\n", "link-elsewhere"],
  ["a flat list that says nothing", "- milk\n- bread\n", "under-no-objective"],
])("%s holds no rows and says why", (_, text, code) => {
  const draft = readMarkdown(text);
  expect(draft.rows).toEqual([]);
  expect(draft.keptAside.map(({ reason }) => reason.code)).toContain(code);
});

test("the same row twice is read once", () => {
  const draft = readMarkdown("# OKRs\n\n- Win\n  - Sell 5 boats\n  - Sell 5 boats\n");
  expect(draft.rows[2]).toMatchObject({ duplicateOf: 1, confidence: "guessed", guesses: [{ code: "same-as" }] });
});

describe("any text", () => {
  const line = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom(
          "# ",
          "## ",
          "- ",
          "  - ",
          "\t- [ ] ",
          "1. ",
          "> ",
          "| a | b |",
          "**",
          "KR1: ",
          "Objective 2: ",
          "~~",
          "```",
          "[x]: ",
        ),
        fc.string(),
      )
      .map(([mark, rest]) => mark + rest),
    fc.constantFrom("", "| --- | --- |", "# OKRs 2027 Q1", "Key Results:", "## Vision", "---", "<div>"),
  );

  test("never throws and every line is accounted for", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join("\n");
        const known = linesAccountedFor(readMarkdown(text));
        const dropped = text.split(/\r\n|\n|\r/).filter((one, at) => one.trim() !== "" && !known.has(at + 1));
        expect(dropped).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["nested points in one line", "- ".repeat(50_000)],
    ["nested quotes", "> ".repeat(50_000)],
    ["deeper and deeper points", Array.from({ length: 500 }, (_, at) => `${"  ".repeat(at)}- x`).join("\n")],
    ["unbalanced emphasis", "_a__ ".repeat(10_000)],
  ])("%s are kept aside instead of holding up the reader", (_, text) => {
    const draft = readMarkdown(text);
    expect(draft.keptAside.some(({ reason }) => ["line-too-long", "too-deep"].includes(reason.code))).toBe(true);
  });

  test("is parsed in pieces whose number grows with the length, so the whole takes linear time", () => {
    const pieces = (times: number) => [...readMarkdownInSteps("- _a__ b **c\n".repeat(times))].length;
    expect(pieces(2_000) / pieces(1_000)).toBeCloseTo(2, 0);
    expect(pieces(1_000)).toBeGreaterThan(3);
  });

  test("is cut where nothing is open: an objective keeps its points across pieces", () => {
    const branch = "- Grow the fleet\n".concat(
      ...Array.from({ length: 60 }, (_, at) => `  - Sell ${at + 1} boats in ${at} weeks\n`),
    );
    const draft = readMarkdown(`# OKRs 2027\n\n${branch.repeat(6)}`);
    expect(draft.rows.filter(({ kind }) => kind === "key-result").every(({ parent }) => parent !== null)).toBe(true);
  });
});
