import { expect, test } from "vitest";
import { concerns } from "./live.ts";

const objective = "01936f0e-7d7b-7cc1-a1f0-0242ac120002";

test.each([
  ["mentions what changed", asked({ data: { items: [{ id: objective }] } }), true],
  ["was asked about what changed", asked({ queryKey: ["okrs", "objectives", "get", { id: objective }] }), true],
  ["cares about things of that kind", asked({ live: ["objective"] }), true],
  ["cares about other kinds", asked({ live: ["team"] }), false],
  ["has not been answered and asks about something else", asked({}), false],
])("an answer that %s", (_, query, expected) => {
  expect(concerns(query, [{ kind: "objective", id: objective }])).toBe(expected);
});

test("when something unnamed changed, every answer may be out of date", () => {
  expect(concerns(asked({}), [{ kind: "any", id: "" }])).toBe(true);
});

function asked({ data, queryKey = ["people"], live }: { data?: unknown; queryKey?: unknown[]; live?: string[] }) {
  return { queryKey, meta: live ? { live } : undefined, state: { data } } as unknown as Parameters<typeof concerns>[0];
}
