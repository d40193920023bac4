import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFigure } from "../okrs/figures.ts";
import { readCsv } from "./csv.ts";
import type { Draft } from "./draft.ts";
import { withFixes } from "./fixing.ts";
import { readMarkdown } from "./markdown.ts";
import { isOneLetterAway } from "./matching.ts";
import { type Existing, type Plan, planImport } from "./plan.ts";

const example = (name: string) => readFileSync(new URL(`./examples/${name}`, import.meta.url), "utf8");
const empty: Existing = { members: [], teams: [], cycles: [], objectives: [], keyResults: [], sources: [] };
const choices = { cycleId: "cycle-1" };
const csv = (text: string) => readCsv(text, { readFigure });

/** The organisation after everything of a plan was made. */
function imported(plan: Plan, before: Existing = empty): Existing {
  const made = plan.rows.map((planned) => ({ ...planned, subjectId: planned.subjectId ?? `id-${planned.sourceKey}` }));
  return { ...before, sources: made.map(({ sourceKey, subjectId, rowHash }) => ({ sourceKey, subjectId, rowHash })) };
}

describe("into an empty organisation", () => {
  const plan = planImport(readMarkdown(example("headings.md")), empty, choices);

  test("everything is new, and what is missing is offered once each with its number of rows", () => {
    expect(plan.counts.objective).toEqual({ create: 3, changed: 0, unchanged: 0, already: 0 });
    expect(plan.counts["key-result"].create).toBe(4);
    expect(plan.counts.initiative.create).toBe(1);
    expect(plan.missing).toEqual({
      members: [{ written: "@mira", rows: 1, nearest: null }],
      teams: [{ name: "DESK", rows: 2 }],
      cycles: [{ name: "Q1 2027", rows: 8, period: { kind: "quarter", year: 2027, part: 1 } }],
    });
  });

  test("the preview is the tree as it will look", () => {
    expect(plan.preview.map(({ title }) => title)).toEqual([
      "Guests come back without being asked",
      "A good place to work",
    ]);
    expect(plan.preview[0]?.below.map(({ title, kind }) => [kind, title])).toContainEqual([
      "objective",
      "Mornings are calm",
    ]);
  });
});

test("the same file twice changes nothing", () => {
  for (const draft of [
    readMarkdown(example("labels.md")),
    readMarkdown(example("table.md")),
    csv(example("columns-de.csv")),
  ]) {
    const first = planImport(draft, empty, choices);
    const second = planImport(draft, imported(first), choices);
    expect(new Set(second.rows.map(({ action }) => action))).toEqual(new Set(["unchanged"]));
  }
});

test("a new figure changes its row and no other", () => {
  const before = "Objective,Key Result,Start,Target\nWin,Boats,1,5\nWin,Oars,1,9\n";
  const after = planImport(
    csv(before.replace("Boats,1,5", "Boats,1,6")),
    imported(planImport(csv(before), empty, choices)),
    choices,
  );
  expect(after.rows.map(({ row, action }) => [row.title, action])).toEqual([
    ["Win", "unchanged"],
    ["Boats", "changed"],
    ["Oars", "unchanged"],
  ]);
});

test("what is there under the same title in that cycle is left as it is, and new key results go below it", () => {
  const there: Existing = {
    ...empty,
    objectives: [{ id: "o1", title: "Win.", teamId: null, cycleId: "cycle-1" }],
    keyResults: [{ id: "k1", title: "boats", objectiveId: "o1" }],
  };
  const plan = planImport(csv("Objective,Key Result,Target\nWin,Boats,5\nWin,Oars,9\n"), there, choices);
  expect(plan.rows.map(({ action, subjectId }) => [action, subjectId])).toEqual([
    ["already", "o1"],
    ["already", "k1"],
    ["create", null],
  ]);
});

test("members are found by address, name or handle; one letter away is proposed, never taken", () => {
  const members = [
    { id: "m1", name: "Dana Okafor", email: "d.okafor@osier.example" },
    { id: "m2", name: "Ana Reis", email: "ana@osier.example" },
  ];
  const draft = csv("Objective,Owner\nA win,d.okafor@osier.exmple\nB win,@ana\nC win,Dana Okafor\n");
  const plan = planImport(draft, { ...empty, members }, choices);
  expect(plan.rows.map(({ ownerId }) => ownerId)).toEqual([null, "m2", "m1"]);
  expect(plan.missing.members).toMatchObject([{ written: "d.okafor@osier.exmple", nearest: { name: "Dana Okafor" } }]);
  expect(plan.rows[0]?.row.guesses[0]?.sentence).toBe(
    "No member is written like this. Dana Okafor is one letter away.",
  );
  const chosen = planImport(draft, { ...empty, members }, { ...choices, members: { "d.okafor@osier.exmple": "m1" } });
  expect(chosen.rows[0]).toMatchObject({ ownerId: "m1", row: { confidence: "written" } });
});

describe("a parent that the file does not hold", () => {
  const draft = csv(
    "Type,Title,Parent\nObjective,Steer well,Delight customers\nKey result,Steer 5 boats,Nobody knows\n",
  );

  test("is looked for in the organisation", () => {
    const objectives = [{ id: "o1", title: "Delight customers", teamId: null, cycleId: "c" }];
    expect(planImport(draft, { ...empty, objectives }, choices).rows[0]).toMatchObject({
      parentId: "o1",
      action: "create",
    });
  });

  test("keeps its rows aside until it is connected or the objective comes in without one", () => {
    const plan = planImport(draft, empty, choices);
    expect(plan.rows).toEqual([]);
    expect(plan.keptAside.map(({ reason, fix }) => [reason.code, fix?.code])).toEqual([
      ["parent-missing", "bring-in"],
      ["parent-missing", "connect"],
    ]);
    const chosen = planImport(draft, empty, { ...choices, parents: { 2: null, 3: "o7" } });
    expect(chosen.rows.map(({ parentId }) => parentId)).toEqual([null, "o7"]);
  });
});

test("fixes bring in what was kept aside", () => {
  const draft = csv(example("columns-de.csv"));
  const fixed = withFixes(draft, [
    { line: 5, fix: "health-metric" },
    { line: 7, fix: "find-a-baseline" },
    { line: 3, fix: "bring-in" },
  ]);
  expect(fixed.keptAside).toEqual([]);
  const plan = planImport(fixed, empty, choices);
  expect(plan.counts["health-metric"].create).toBe(1);
  expect(plan.rows.find(({ row }) => row.title === "Wartezeit am Buffet")?.row.measure?.kind).toBe("baseline");
});

test("a duplicate is planned once, or twice if both are kept", () => {
  const draft = csv(example("typed.csv"));
  const count = (draft: Draft) =>
    planImport(draft, empty, choices).rows.filter(({ row }) => row.title === "Crates before noon").length;
  expect(count(draft)).toBe(1);
  expect(count(withFixes(draft, [{ line: 4, fix: "keep-both" }]))).toBe(2);
});

test("objectives that name no cycle are counted", () => {
  const draft = csv("Objective,KR,Cycle\nWin,Sell 5 boats,\nRun,Sell 5 tents,Q1 2027\n");
  const there = { ...empty, cycles: [{ id: "q1", name: "Q1 2027" }] };
  expect(planImport(draft, there, { cycleId: null }).withoutCycle).toBe(1);
  expect(planImport(draft, there, choices).withoutCycle).toBe(1);
});

test.each([
  ["exmple", "example", true],
  ["example", "exampel", true],
  ["example", "examplo", true],
  ["example", "example", false],
  ["example", "exmpel", false],
])("%s and %s one letter away: %s", (one, other, expected) => {
  expect(isOneLetterAway(one, other)).toBe(expected);
});

test("any file: parents come first, keys are unique, and a second time nothing is new", () => {
  const line = fc
    .tuple(
      fc.constantFrom("# ", "## ", "- ", "  - ", "    - ", "Objective: ", "- KR: "),
      fc.constantFrom("Win", "Sell 5 boats", "Win @ana", "Go [DR]"),
    )
    .map(([mark, words]) => mark + words);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const draft = readMarkdown(lines.join("\n"));
      const plan = planImport(draft, empty, choices);
      const seen = new Set<string>();
      for (const { sourceKey, parentKey } of plan.rows) {
        expect(parentKey === null || seen.has(parentKey)).toBe(true);
        expect(seen.has(sourceKey)).toBe(false);
        seen.add(sourceKey);
      }
      const again = planImport(draft, imported(plan), choices);
      expect(again.rows.every(({ action }) => action === "unchanged")).toBe(true);
    }),
    { numRuns: 300 },
  );
});
