/** The documents that are made from the code: what they hold, and that a stale one is named. */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Generated, staleIn, write } from "../../bin/docs/generated.ts";
import { operations } from "../../src/client/operations.ts";
import { roles } from "../../src/platform/contract.ts";
import { ownFolder } from "../support/served.ts";

const { folder, remove } = ownFolder();
let all: Generated[];
const text = (name: string) => readFileSync(join(folder, "docs/generated", name), "utf8");

beforeAll(async () => {
  all = await staleIn(folder);
  for (const each of all) write(folder, each);
});
afterAll(remove);

describe("generated files", () => {
  it("are all missing in an empty folder, and stale by name when one is touched", async () => {
    expect(all.map(({ name }) => name)).toHaveLength(7);
    appendFileSync(join(folder, "docs/generated/roles.md"), "\n");
    expect((await staleIn(folder)).map(({ name }) => name)).toEqual(["docs/generated/roles.md"]);
  });

  it.each([...operations.values()])("tell of $name", ({ name, method, path, meta }) => {
    expect(text("api.md")).toContain(`### \`${method} /api${path}\``);
    const document = JSON.parse(text("openapi.json"));
    expect(document.paths[path][method.toLowerCase()]).toMatchObject({ operationId: name });
    const cells = text("roles.md")
      .split("\n")
      .find((line) => line.startsWith(`| \`${name}\` |`))
      ?.split(" | ")
      .slice(2, -1);
    const may = meta.may === "anyone" ? ["visitor", ...roles] : meta.may;
    expect(["visitor", ...roles].filter((_, column) => cells?.[column] === "✓").sort()).toEqual([...may].sort());
  });
});
