import { describe, expect, it } from "vitest";
import { isMadeId, withMadeIds, withoutMadeIds } from "./made-ids.ts";
import { inputSchemaOf, type Operation, operations } from "./operations.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7/;
const of = (name: string) => operations.get(name) as Operation;
const made = (name: string, input: Record<string, unknown>) => withMadeIds(of(name), input);

describe("ids that a program makes", () => {
  it("name what is created, and the milestones and the ask in it", () => {
    expect(made("okrs.objectives.create", { title: "x" })).toEqual({ id: expect.stringMatching(uuid), title: "x" });
    const measure = { kind: "milestones", milestones: [{ title: "One" }, { id: "mine", title: "Two" }] };
    expect(made("okrs.keyResults.create", { objectiveId: "o", measure })).toMatchObject({
      objectiveId: "o",
      measure: {
        milestones: [
          { id: expect.stringMatching(uuid), title: "One" },
          { id: "mine", title: "Two" },
        ],
      },
    });
    expect(made("cadence.checkIns.create", { ask: { text: "Help?" } })).toMatchObject({
      ask: { id: expect.stringMatching(uuid) },
    });
    expect(made("okrs.keyResults.changeTarget", { id: "k" })).toEqual({
      id: "k",
      changeId: expect.stringMatching(uuid),
    });
  });

  it.each([
    ["what the address names", "okrs.objectives.get", {}],
    ["what is pointed at", "okrs.supports.create", { id: "s", parent: { kind: "objective" } }],
    ["nothing that was asked for as null", "cadence.checkIns.create", { id: "c", ask: null }],
    ["nothing inside texts", "okrs.keyResults.create", { id: "k", measure: "broken" }],
  ])("are never %s", (_what, name, input) => {
    expect(made(name, input)).toEqual(input);
  });

  it("are made for every operation that creates", () => {
    const creating = [...operations.values()].filter(({ name, schema }) => name.endsWith(".create") && schema);
    const without = creating.filter((operation) => !isMadeId("id", inputSchemaOf(operation)));
    // A session's id is the server's; the other two name what is there and make what hangs on it.
    expect(without.map(({ name }) => name)).toEqual([
      "signIn.session.create",
      "roadmap.origins.create",
      "closing.rollovers.create",
    ]);
  });

  it("need not be thought of", () => {
    const schema = withoutMadeIds(inputSchemaOf(of("okrs.keyResults.create")));
    expect(Object.keys(schema.properties ?? {})).not.toContain("id");
    expect(schema.required).toEqual(["objectiveId", "title", "measure"]);
    expect(JSON.stringify(schema)).not.toContain('"id"');
  });
});
