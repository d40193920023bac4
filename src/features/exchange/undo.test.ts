import fc from "fast-check";
import { expect, test } from "vitest";
import { type Made, type Need, undoOf } from "./undo.ts";

const objective = (id: string, touchedBy: string | null = null): Made => ({
  kind: "objective",
  id,
  title: `Objective ${id}`,
  objectiveId: null,
  touchedBy,
});
const keyResult = (id: string, objectiveId: string, touchedBy: string | null = null): Made => ({
  kind: "key-result",
  id,
  title: `Key result ${id}`,
  objectiveId,
  touchedBy,
});
const initiative = (id: string, touchedBy: string | null = null): Made => ({
  ...objective(id, touchedBy),
  kind: "initiative",
});
const need = (thing: string, by: string, why: Need["why"]): Need => ({ thing, by, why, title: `Thing ${by}` });

test.each<[string, Made[], Need[], string[]]>([
  ["everything goes while nobody touched it", [objective("o"), keyResult("k", "o"), initiative("i")], [], []],
  [
    "a key result with check-ins stays, with its objective and what else belongs to it",
    [objective("o"), keyResult("k", "o", "check-in-recorded"), keyResult("l", "o"), objective("p")],
    [],
    [
      "o: “Key result k” belongs to it and stays.",
      "k: It has check-ins.",
      "l: It belongs to “Objective o”, which stays.",
    ],
  ],
  ["what was changed stays", [initiative("i", "initiative-changed")], [], ["i: It was changed since."]],
  [
    "what others added keeps the objective",
    [objective("o")],
    [need("o", "x", "under")],
    ["o: “Thing x” was added to it."],
  ],
  [
    "what others linked keeps the objective",
    [objective("o")],
    [need("o", "x", "linked")],
    ["o: “Thing x” is linked to it."],
  ],
  ["a link within the import keeps nothing", [objective("o"), objective("p")], [need("o", "p", "linked")], []],
  [
    "what stands under something that was changed goes, what stands above it stays",
    [objective("top"), objective("middle", "objective-changed"), objective("bottom")],
    [need("top", "middle", "linked"), need("middle", "bottom", "linked")],
    ["top: “Thing middle” is linked to it.", "middle: It was changed since."],
  ],
  [
    "an initiative that stays keeps the key result it is to move",
    [objective("o"), keyResult("k", "o"), initiative("i", "initiative-state-changed")],
    [need("k", "i", "moves")],
    [
      "o: “Key result k” belongs to it and stays.",
      "k: The initiative “Thing i” is to move it.",
      "i: It was changed since.",
    ],
  ],
  [
    "an intention keeps what it is tied to",
    [initiative("i")],
    [need("i", "x", "intended")],
    ["i: Somebody intends to work on it."],
  ],
  [
    "a key result that came under an objective from before goes alone",
    [keyResult("k", "earlier"), keyResult("l", "earlier", "key-result-changed")],
    [],
    ["l: It was changed since."],
  ],
])("%s", (_sentence, made, needs, stays) => {
  const undo = undoOf(made, needs);
  expect(undo.stays.map(({ id, reason }) => `${id}: ${reason}`)).toEqual(stays);
  expect(undo.goes.length + undo.stays.length).toBe(made.length);
});

test("nothing that stays needs something that goes, and nothing is lost", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const anId = fc.constantFrom(...ids);
  const things = fc.tuple(
    ...ids.map((id) => fc.record({ touched: fc.boolean(), under: fc.option(anId) }).map((one) => ({ id, ...one }))),
  );
  const someNeeds = fc.array(fc.record({ thing: anId, by: fc.constantFrom(...ids, "somebody's") }));
  fc.assert(
    fc.property(things, someNeeds, (drawn, drawnNeeds) => {
      const made = drawn.map(({ id, touched, under }) => ({
        ...keyResult(id, under ?? "", touched ? "changed" : null),
        objectiveId: under,
      }));
      const needs = drawnNeeds.map(({ thing, by }) => need(thing, by, "linked"));
      const { goes, stays } = undoOf(made, needs);
      const going = new Set(goes.map(({ id }) => id));
      expect([...goes, ...stays].map(({ id }) => id).sort()).toEqual(ids);
      expect(goes.every(({ touchedBy }) => touchedBy === null)).toBe(true);
      for (const { thing, by } of needs) if (!going.has(by)) expect(going.has(thing)).toBe(false);
      for (const { id, objectiveId } of made)
        if (objectiveId !== null) expect(going.has(id)).toBe(going.has(objectiveId));
    }),
  );
});
