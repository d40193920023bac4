import { expect, it } from "vitest";
import { Problem } from "../web/problem.ts";
import { asTyped } from "./as-typed.ts";

const refusedAt = (field: string) =>
  Promise.reject(new Problem({ status: 422, title: "Something needs another look.", problems: [said(field)] }));
const said = (field: string) => ({ field, expected: "a share from 0 to 100", todo: "Change it and send it again." });
const words = { energy: "--energy", ownerId: "--owner-id", measure: "--measure", id: "id" };

it.each([
  ["energy", "--energy"],
  ["ownerId", "--owner-id"],
  ["measure.milestones.0.weight", "--measure milestones.0.weight"],
  ["id", "id"],
  ["body", "body"],
])("what is refused of %s is told of %s", async (field, word) => {
  await expect(asTyped(words, refusedAt(field))).rejects.toMatchObject({ status: 422, problems: [said(word)] });
});

it("leaves an answer and every other failure as they are", async () => {
  expect(await asTyped(words, Promise.resolve(7))).toBe(7);
  await expect(asTyped(words, Promise.reject(new TypeError("broken")))).rejects.toBeInstanceOf(TypeError);
});
