import { readFile } from "node:fs/promises";
import type { OpenAPI } from "@orpc/contract";
import type { FastifyInstance } from "fastify";

type Document = OpenAPI.Document;
const style = `:root{color-scheme:light dark;background:light-dark(oklch(1 0 0),oklch(0.19 0.012 264));color:light-dark(oklch(0.225 0.02 264),oklch(0.945 0.005 264));font:15px/1.5 Inter,system-ui,sans-serif}body{max-width:62rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:1px solid #8886}summary{cursor:pointer;padding:.4rem 0}code,pre{font:13px/1.5 ui-monospace,monospace}
a{color:light-dark(oklch(0.45 0.2 264),oklch(0.78 0.105 264))}pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.75rem;border:1px solid #8886;border-radius:6px}b{display:inline-block;min-width:4.5rem}`;

/**
 * The contract twice: as a document for programs, and as a page that can be read, searched and printed. Both are made of
 * the generated document, read when somebody asks: a server that is never asked holds nothing of it.
 */
export function serveReference(app: FastifyInstance, openApiFile: string): void {
  app.get("/api/openapi.json", async (_request, reply) =>
    reply.type("application/json").send(await readFile(openApiFile, "utf8")),
  );
  app.get("/api/reference.css", async (_request, reply) => reply.type("text/css").send(style));
  app.get("/api", async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page(JSON.parse(await readFile(openApiFile, "utf8")))),
  );
}

function page(document: Document): string {
  const groups = new Map<string, string[]>();
  for (const [path, methods] of Object.entries(document.paths ?? {})) {
    for (const [method, operation] of Object.entries(methods ?? {})) {
      if (typeof operation !== "object" || Array.isArray(operation)) continue;
      const tag = operation.tags?.[0] ?? "Other";
      groups.set(tag, [...(groups.get(tag) ?? []), entry(method, path, operation)]);
    }
  }
  const body = [...groups].map(([tag, entries]) => `<h2>${asHtml(tag)}</h2>${entries.join("")}`).join("");
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Throughline API</title>
<link rel="stylesheet" href="/api/reference.css"></head><body><main><h1>Throughline API</h1>
<p>Send <code>Authorization: Bearer</code> and an API token. Refusals are RFC 9457 problems. The same as a document: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>${body}</main></body></html>`;
}

function entry(method: string, path: string, operation: OpenAPI.OperationObject): string {
  const { summary = "", description, parameters = [], requestBody, responses = {} } = operation;
  const answer = responses["200"];
  const shapes = { parameters, requestBody, answer };
  const withoutExamples = JSON.stringify(shapes, (name, value) => (name === "example" ? undefined : value), 1);
  return `<details><summary><b>${method.toUpperCase()}</b> <code>/api${asHtml(path)}</code> ${asHtml(summary)}</summary>
${description ? `<p>${asHtml(description)}</p>` : ""}<pre>${asHtml(`${method.toUpperCase()} ${addressOf(path, parameters)}`)}${jsonOf(requestBody)}</pre>
<p>is answered</p><pre>${jsonOf(answer).trim()}</pre><details><summary>Fields</summary><pre>${asHtml(withoutExamples)}</pre></details></details>`;
}

/** The address that the examples of its parameters make. */
function addressOf(path: string, parameters: OpenAPI.OperationObject["parameters"] = []): string {
  const given = (parameters as OpenAPI.ParameterObject[]).filter(({ example }) => example !== undefined);
  const query = given.filter((each) => each.in === "query").map(({ name, example }) => [name, String(example)]);
  const place = path.replaceAll(/\{(\w+)\}/g, (_, field) => String(given.find(({ name }) => name === field)?.example));
  return `/api${place}${query.length > 0 ? `?${new URLSearchParams(query)}` : ""}`;
}

function jsonOf(carrier: unknown): string {
  const content = (carrier as { content?: Record<string, { example?: unknown }> } | undefined)?.content;
  const example = Object.values(content ?? {})[0]?.example;
  return example === undefined ? "" : asHtml(`\n${JSON.stringify(example, null, 1)}`);
}

function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
