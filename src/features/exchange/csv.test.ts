import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFigure } from "../okrs/figures.ts";
import { readCsv } from "./csv.ts";
import { linesAccountedFor } from "./draft.ts";

const example = (name: string) => readFileSync(new URL(`./examples/${name}.csv`, import.meta.url), "utf8");
const read = (text: string, more = {}) => readCsv(text, { readFigure, ...more });
const outline = ({ rows }: ReturnType<typeof readCsv>) =>
  rows.map((row) => [row.kind, row.title, row.parent === null ? null : rows[row.parent]?.title]);

describe("columns in German, semicolons, decimal commas", () => {
  const draft = read(example("columns-de"));
  const titled = (title: string) => draft.rows.find((row) => row.title === title);

  test("are found below a title row and matched by their names", () => {
    expect(draft.columns.map(({ field }) => field)).toEqual([
      "objective",
      "key-result",
      "owner",
      "team",
      "cycle",
      "start-and-target",
      "due",
      "status",
    ]);
    expect(draft).toMatchObject({ delimiter: ";", decimalSign: "," });
    expect(draft.frame.map(({ line, as }) => [line, as])).toEqual([
      [1, "title"],
      [2, "columns"],
    ]);
  });

  test("give objectives by indent, key results, and work without a figure as an initiative", () => {
    expect(outline(draft)).toEqual([
      ["objective", "Gäste kommen wieder", null],
      ["key-result", "Anteil der Stammgäste", "Gäste kommen wieder"],
      ["key-result", "Antwortzeit auf Anfragen", "Gäste kommen wieder"],
      ["objective", "Morgens ist es ruhig", "Gäste kommen wieder"],
      ["initiative", "Launch Frühstücksplan", "Morgens ist es ruhig"],
    ]);
    expect(titled("Launch Frühstücksplan")?.guesses[0]?.sentence).toBe(
      "Output without a number, so read as an initiative under “Morgens ist es ruhig”.",
    );
  });

  test("read figures, units, dates and keep the status as a note", () => {
    expect(titled("Antwortzeit auf Anfragen")).toMatchObject({
      owner: "ole@haus.example",
      team: "Empfang",
      cycle: "Q1 2027",
      due: "2027-02-28",
      measure: { kind: "metric", start: "6.5", target: "2", unit: "h" },
      guesses: [{ sentence: "There is no 31/02/2027. Read as 2027-02-28, the last day of that month." }],
      notes: [{ line: 4, text: "Ampel: gelb" }],
    });
  });

  test("keep aside what has nothing to move or no number, with the fix", () => {
    expect(draft.keptAside.map(({ line, reason, fix, row }) => [line, reason.code, fix?.code, row?.kind])).toEqual([
      [5, "same-start-and-target", "health-metric", "health-metric"],
      [7, "target-no-number", "find-a-baseline", "key-result"],
    ]);
    expect(draft.keptAside[1]?.row?.measure).toMatchObject({ kind: "baseline" });
  });
});

test("rows that say their type find their parents by title, wherever these stand", () => {
  const draft = read(example("typed"));
  expect(outline(draft)).toEqual([
    ["objective", "Fruit reaches the shop fresh", null],
    ["key-result", "Crates before noon", "Fruit reaches the shop fresh"],
    ["key-result", "Crates before noon", "Fruit reaches the shop fresh"],
    ["key-result", "Bruised fruit", "Fruit reaches the shop fresh"],
    ["key-result", "Hours in the cold store", null],
    ["initiative", "Rent a second van", "Crates before noon"],
    ["health-metric", "Complaints", "Fruit reaches the shop fresh"],
  ]);
  expect(draft.rows[1]).toMatchObject({
    weight: "2",
    due: "2027-03-31",
    measure: { start: "61", target: "90", current: "70", unit: "%" },
  });
  expect(draft.rows[2]).toMatchObject({ duplicateOf: 1, guesses: [{ code: "same-as" }] });
  expect(draft.rows[3]?.measure).toMatchObject({ kind: "threshold", operator: "below", target: "5", current: "12" });
  expect(draft.rows[4]?.parentTitle).toBe("Delight everyone");
  expect(draft.keptAside.map(({ line, reason }) => [line, reason.code])).toEqual([[8, "unknown-type"]]);
});

test("an objective repeated beside each key result is read once, and its other lines belong to it", () => {
  const draft = read("Objective,Key Result,Target\nWin,Sell boats,5\nWin,Sell oars,1.5k\n");
  expect(outline(draft)).toEqual([
    ["objective", "Win", null],
    ["key-result", "Sell boats", "Win"],
    ["key-result", "Sell oars", "Win"],
  ]);
  expect(draft.rows[2]).toMatchObject({
    measure: { start: "0", target: "1500" },
    guesses: [{ code: "start-from-zero" }],
  });
});

test("titles alone nest by level; the deepest are key results", () => {
  const draft = read("Level\tName\n0\tWin\n1\tSell more\n2\tSell 5 boats\n2\tSell 9 oars\n");
  expect(outline(draft).map(([kind]) => kind)).toEqual(["objective", "objective", "key-result", "key-result"]);
});

test.each([
  ["Objetivo;Resultado clave;Responsable;Meta\nVender;Barcos;Ana;5\n", "es"],
  ["Objectif;Résultat clé;Responsable;Cible\nVendre;Bateaux;Ana;5\n", "fr"],
  ["Objetivo;Resultado-chave;Responsável;Meta\nVender;Barcos;Ana;5\n", "pt"],
])("columns of %j are known (%s)", (text) => {
  expect(read(text).rows[1]).toMatchObject({ kind: "key-result", owner: "Ana", measure: { target: "5" } });
});

test("a column matched by hand before is known again", () => {
  const text = "Nordstern,Was zählt\nWin,Sell boats\n";
  expect(read(text).keptAside.map(({ reason }) => reason.code)).toEqual(["no-columns"]);
  const remembered = { nordstern: "objective", "was zahlt": "key-result" } as const;
  expect(outline(read(text, { remembered }))).toHaveLength(2);
});

test("a quotation mark that is never closed keeps aside what it swallowed", () => {
  const draft = read('Objective,Key Result\nWin,"Sell\nboats\n');
  expect(draft.keptAside).toMatchObject([{ line: 2, reason: { code: "open-quote" } }]);
});

test("any text: never throws, and every line is accounted for", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom("Objective", "KR", "12,5", "2027-02-31", '"', "  x", "TBD", "1.2 y"),
  );
  const text = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(",")),
        { maxLength: 12 },
      )
      .map((rows) => `Objective,Key Result,Start,Target,Due\n${rows.join("\n")}`),
  );
  fc.assert(
    fc.property(text, (text) => {
      const known = linesAccountedFor(read(text));
      const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
      const dropped = lines.filter((line, at) => /[\p{L}\p{N}]/u.test(line) && !known.has(at + 1));
      expect(dropped).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
