import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { serveReference } from "./reference.ts";

const checkIn = {
  summary: "Check in on a key result",
  tags: ["Check-ins"],
  parameters: [
    { name: "keyResultId", in: "path" as const, required: true, schema: {}, example: "k1" },
    { name: "on", in: "query" as const, schema: {}, example: "2027-02-16" },
    { name: "after", in: "query" as const, schema: {} },
  ],
  requestBody: { content: { "application/json": { schema: {}, example: { value: "46 <b>" } } } },
  responses: { "200": { description: "", content: { "application/json": { schema: {}, example: { version: 1 } } } } },
};

test("the page shows how each operation is asked and answered, from the generated document", async () => {
  const folder = mkdtempSync(join(tmpdir(), "throughline-reference-"));
  const file = join(folder, "openapi.json");
  const paths = { "/key-results/{keyResultId}/check-ins": { post: checkIn } };
  writeFileSync(file, JSON.stringify({ openapi: "3.1.1", info: { title: "T", version: "1" }, paths }));
  const app = Fastify();
  serveReference(app, file);
  const page = (await app.inject("/api")).body;
  expect(page).toContain("POST /api/key-results/k1/check-ins?on=2027-02-16");
  expect(page).toContain('"value": "46 &lt;b&gt;"');
  expect(page).toContain('"version": 1');
  const document = (await app.inject("/api/openapi.json")).json();
  expect(document.paths["/key-results/{keyResultId}/check-ins"].post.requestBody).toEqual(checkIn.requestBody);
  rmSync(folder, { recursive: true });
});
