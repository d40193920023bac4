import type { AnyContractRouter, OpenAPI } from "@orpc/contract";
import { OpenAPIGenerator } from "@orpc/openapi";
import { ZodToJsonSchemaConverter } from "@orpc/zod/zod4";
import { addExamples, type ExampleWorld } from "./examples.ts";

/** The OpenAPI 3.1 document of the whole contract, with an example of every question and answer. */
export async function openApiOf(contract: AnyContractRouter, world: ExampleWorld) {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(contract, {
    info: {
      title: "Throughline",
      version: "1",
      description: "OKRs from the vision to this week. What the web can do, this can.",
    },
    // Beside the document itself, whatever the server's address.
    servers: [{ url: "/api" }],
    security: [{ token: [] }, { session: [] }],
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token from Settings, API tokens." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "throughline.session",
          description: "The web's session; changes need the header x-throughline: web.",
        },
      },
    },
    // One schema for all: a refusal differs from another in its words, which its description tells.
    customErrorResponseBodySchema: (definedErrors) => ({
      $ref: "#/components/schemas/Problem",
      description: definedErrors.map(([code, message]) => `${code}: ${message}`).join(" "),
    }),
  });
  addExamples(document, world);
  return document;
}

/** RFC 9457, with what to do about each refused field. */
const problem: OpenAPI.SchemaObject = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    problems: {
      type: "array",
      items: {
        type: "object",
        properties: { field: { type: "string" }, expected: { type: "string" }, todo: { type: "string" } },
        required: ["field", "expected", "todo"],
      },
    },
  },
  required: ["type", "title", "status", "detail"],
};
