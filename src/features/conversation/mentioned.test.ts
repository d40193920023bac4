import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookedFor, mentionedIn, partsOf, pick, textOf, typedOf } from "./mentioned.ts";

const kenji = { id: "01936f0e-7d7b-7cc1-a1f0-0242ac120002", name: "Kenji Mori" };
const ines = { id: "01936f0e-7d7b-7cc1-a1f0-0242ac120003", name: "Inês (Lisbon)" };
const another = { id: "01936f0e-7d7b-7cc1-a1f0-0242ac120004", name: "Kenji Mori" };

describe("a text that mentions", () => {
  test("names each once, whatever the case of the id", () => {
    expect(mentionedIn(`<@${kenji.id}> and <@${ines.id}>, <@${kenji.id.toUpperCase()}>`)).toEqual([kenji.id, ines.id]);
    expect(mentionedIn("<@nobody> @Kenji Mori <@>")).toEqual([]);
  });

  test("is words and members; an id of nobody here stays", () => {
    expect(partsOf(`Ask <@${kenji.id}>, not <@${ines.id}>.`, [kenji])).toEqual(["Ask ", kenji, `, not <@${ines.id}>.`]);
    expect(partsOf("", [kenji])).toEqual([]);
  });

  test("is typed with names and sent with ids, also where two have the same name", () => {
    const text = `<@${another.id}>: ask <@${kenji.id}>, <@${ines.id}>!`;
    const { typed, picked } = typedOf(text, [kenji, ines, another]);
    expect(typed).toBe("@Kenji Mori (2): ask @Kenji Mori, @Inês (Lisbon)!");
    expect(textOf(typed, picked)).toBe(text);
    expect(pick(picked, kenji).name).toBe("Kenji Mori");
  });

  test("leaves alone what only looks like a name that was picked", () => {
    expect(textOf("@Kenji Morison, mail@Kenji Mori", [kenji])).toBe("@Kenji Morison, mail@Kenji Mori");
    expect(textOf("@Kenji Mori", [])).toBe("@Kenji Mori");
  });

  test("comes back as it was, whatever stands around and whatever the names are", () => {
    const names = fc.string({ minLength: 1 }).filter((name) => !/[<@]/.test(name));
    fc.assert(
      fc.property(names, names, (one, other) => {
        const members = [
          { ...kenji, name: one },
          { ...ines, name: other },
        ];
        const text = `<@${ines.id}> / <@${kenji.id}>`;
        const { typed, picked } = typedOf(text, members);
        expect(textOf(typed, picked)).toBe(text);
      }),
    );
  });
});

test.each([
  ["@", 1, { at: 0, search: "" }],
  ["Ask @ken", 8, { at: 4, search: "ken" }],
  ["Ask @Kenji Mo", 13, { at: 4, search: "Kenji Mo" }],
  ["(@in", 4, { at: 1, search: "in" }],
  ["mail@ken", 8, null],
  ["Ask @ken and then some words", 28, null],
  ["Ask @ken", 3, null],
  ["@ken\nnext", 9, null],
])("%s, the caret at %i", (typed, caret, found) => expect(lookedFor({ typed, picked: [] }, caret)).toEqual(found));

test("who was picked is not looked for again, but a longer name is", () => {
  const at = (typed: string) => lookedFor({ typed, picked: [kenji] }, typed.length);
  expect([at("@Kenji Mori"), at("@Kenji Mori "), at("@Kenji Mori or")]).toEqual([null, null, null]);
  expect(at("@Kenji Moris")).toEqual({ at: 0, search: "Kenji Moris" });
  expect(at("@Kenji Mori, @in")).toEqual({ at: 13, search: "in" });
});
