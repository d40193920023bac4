import type { OpenAPI } from "@orpc/contract";
import type { FastifyInstance } from "fastify";

type Document = OpenAPI.Document;
const style = `:root{color-scheme:light dark;font:15px/1.5 Inter,system-ui,sans-serif}body{max-width:62rem;margin:2rem auto;padding:0 1rem}
h2{margin-top:2.5rem;border-bottom:1px solid #8886}summary{cursor:pointer;padding:.4rem 0}code,pre{font:13px/1.5 ui-monospace,monospace}
pre{overflow:auto;padding:.75rem;border:1px solid #8886;border-radius:6px}b{display:inline-block;min-width:4.5rem}`;

/** The API reference as one page that can be read, searched and printed, made from the same document that programs read. */
export function serveReference(app: FastifyInstance, document: Promise<Document>): void {
  app.get("/api/reference.css", async (_request, reply) => reply.type("text/css").send(style));
  app.get("/api", async (_request, reply) => reply.type("text/html; charset=utf-8").send(page(await document)));
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

function entry(
  method: string,
  path: string,
  operation: {
    summary?: string;
    description?: string;
    parameters?: unknown;
    requestBody?: unknown;
    responses?: unknown;
  },
): string {
  const { parameters, requestBody, responses } = operation;
  const details = JSON.stringify(
    { parameters, requestBody, responses: (responses as Record<string, unknown> | undefined)?.["200"] },
    null,
    1,
  );
  return `<details><summary><b>${method.toUpperCase()}</b> <code>/api${asHtml(path)}</code> ${asHtml(operation.summary ?? "")}</summary>
${operation.description ? `<p>${asHtml(operation.description)}</p>` : ""}<pre>${asHtml(details)}</pre></details>`;
}

function asHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
