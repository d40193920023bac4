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

test("the page shows how each operation is asked and answered; what describes it is made once, when asked", async () => {
  const app = Fastify();
  let asked = 0;
  serveReference(app, async () => {
    asked++;
    return {
      openapi: "3.1.1",
      info: { title: "T", version: "1" },
      paths: { "/key-results/{keyResultId}/check-ins": { post: checkIn } },
    };
  });
  expect(asked).toBe(0);
  const page = (await app.inject("/api")).body;
  expect(page).toContain("POST /api/key-results/k1/check-ins?on=2027-02-16");
  expect(page).toContain('"value": "46 &lt;b&gt;"');
  expect(page).toContain('"version": 1');
  const document = (await app.inject("/api/openapi.json")).json();
  expect(document.paths["/key-results/{keyResultId}/check-ins"].post.requestBody).toEqual(checkIn.requestBody);
  expect(asked).toBe(1);
});
