import { describe, expect, it } from "vitest";
import { type Operation, operations } from "../client/operations.ts";
import { type Asked, optionsOf, positionsOf, valueTyped } from "./asked.ts";

const of = (name: string) => operations.get(name) as Operation;
const option = (name: string, word: string) => optionsOf(of(name)).find((each) => each.word === word) as Asked;

describe("what a command asks for", () => {
  it.each([
    ["okrs.objectives.get", ["id"], []],
    ["okrs.keyResults.create", ["objective-id"], ["title", "measure"]],
    ["people.teams.addMember", ["id", "member-id"], []],
    ["okrs.search", ["q"], []],
    ["okrs.objectives.list", [], []],
    ["alignment.lineOf", ["kind", "id"], []],
  ])("%s: %j in place, %j required", (name, positions, required) => {
    expect(positionsOf(of(name)).map(({ word }) => word)).toEqual(positions);
    expect(
      optionsOf(of(name))
        .filter((each) => each.required)
        .map(({ word }) => word),
    ).toEqual(required);
  });

  it.each([
    ["okrs.objectives.create", "upkeep", "yes-no", ""],
    ["people.members.list", "deactivated", "yes-no", "Those who left, instead of those who are here"],
    ["okrs.objectives.list", "limit", "number", "1 to 200; 50 where left out"],
    ["okrs.objectives.create", "owner-id", "id", "none for nothing"],
    ["okrs.objectives.create", "id", "id", "made for you where left out"],
    ["okrs.objectives.create", "level", "text", "company, team or personal; required"],
    ["okrs.cycles.create", "starts-on", "text", "YYYY-MM-DD; required"],
    ["okrs.objectives.create", "energy", "text", "none for nothing"],
    ["okrs.supports.create", "parent", "json", "JSON {kind, id}; required"],
    ["okrs.keyResults.reorder", "ids", "list", "list with commas of ids; required"],
    ["signIn.tokens.create", "scopes", "list", "list with commas of read, write or manage; required"],
  ])("%s --%s is %s: %s", (name, word, kind, help) => {
    expect(option(name, word)).toMatchObject({ kind, help });
  });
});

describe("typed words", () => {
  const asked = (kind: Asked["kind"], nullable = false): Asked => ({
    property: "x",
    word: "x",
    kind,
    required: false,
    nullable,
    help: "",
  });

  it.each([
    ["text", "12", false, "12"],
    ["text", "none", false, "none"],
    ["text", "none", true, null],
    ["number", "12", false, 12],
    ["number", "-0.5", false, -0.5],
    ["number", "12,5 %", false, "12,5 %"],
    ["number", "NaN", false, "NaN"],
    ["list", "read, write", false, ["read", "write"]],
    ["list", '["a,b"]', false, ["a,b"]],
    ["json", '{"kind":"done"}', false, { kind: "done" }],
  ] as const)("as %s: %s", (kind, typed, nullable, value) => {
    expect(valueTyped(asked(kind, nullable), typed)).toEqual(value);
  });

  it("that are no JSON are refused here", () => {
    expect(() => valueTyped(asked("json"), "{kind")).toThrow();
  });
});
