import { inputSchemaOf, type JsonSchema, type Operation, operations } from "../../src/client/operations.ts";
import { contract } from "../../src/contract.ts";
import { exampleWorld } from "../../src/examples.ts";
import { openApiOf } from "../../src/platform/http/openapi.ts";
import { page, table } from "./markdown.ts";

const intro =
  "Send `Authorization: Bearer` and an API token. What is asked goes into the address, then into the query of a GET and the JSON body of everything else. Refusals are RFC 9457 problems whose `problems` name each field, what was expected there and what to do. What is answered, with an example of every answer, stands in [openapi.json](openapi.json), which a running server gives at `/api/openapi.json` and shows as a page at `/api`.";

/** Every operation by its tag, with what it is asked with. */
export async function apiReference(): Promise<string> {
  const { paths = {} } = await describe();
  const tags = Map.groupBy(operations.values(), ({ tag }) => tag);
  const bodyOf = ({ path, method }: Operation) =>
    paths[path]?.[method.toLowerCase() as "post"]?.requestBody as { content: Record<string, { example?: unknown }> };
  const parts = [...tags].flatMap(([tag, ofTag]) => [
    `## ${tag}`,
    ...ofTag.map((each) => entry(each, bodyOf(each)?.content["application/json"]?.example)),
  ]);
  return page("The API", "the contract", intro, ...parts);
}

export async function openApi(): Promise<string> {
  const document = JSON.stringify(await describe());
  return `${lines(JSON.parse(document), 5)}\n`;
}

function describe() {
  return openApiOf(contract, exampleWorld);
}

/** JSON whose first levels stand on lines of their own, so that a change shows where it is and the rest stays small. */
function lines(value: unknown, levels: number, indent = ""): string {
  if (levels === 0 || typeof value !== "object" || value === null || Array.isArray(value)) return JSON.stringify(value);
  const inner = Object.entries(value).map(
    ([name, each]) => `${indent} ${JSON.stringify(name)}: ${lines(each, levels - 1, `${indent} `)}`,
  );
  return inner.length === 0 ? "{}" : `{\n${inner.join(",\n")}\n${indent}}`;
}

function entry(operation: Operation, body: unknown): string {
  const { method, path, summary, description, name, meta } = operation;
  const who = meta.may === "anyone" ? "anyone" : `${meta.may.join(", ")}; a token with the scope ${meta.scope}`;
  const attempts = meta.attempts ? ` At most ${meta.attempts} attempts a minute.` : "";
  const about = [`${summary}.`, description].filter(Boolean).join(" ");
  const head = `### \`${method} /api${path}\`\n\n${about} \`${name}\`\n\nFor ${who}.${attempts}`;
  const schema = inputSchemaOf(operation);
  const rows = Object.entries(schema.properties ?? {}).map(([field, shape]) =>
    rowOf(field, shape as JsonSchema, schema),
  );
  const fields = rows.length > 0 ? [table(["field", "", "what is expected"], rows)] : [];
  const example = body ? [`\`\`\`json\n${JSON.stringify(body)}\n\`\`\``] : [];
  return [head, ...fields, ...example].join("\n\n");
}

function rowOf(field: string, shape: JsonSchema, { required = [] }: JsonSchema): string[] {
  const { default: fallback } = shape;
  const otherwise = fallback === undefined ? "" : `; \`${JSON.stringify(fallback)}\` where left out`;
  const about = shape.description ? `. ${shape.description}` : "";
  return [`\`${field}\``, required.includes(field) ? "required" : "", `${expected(shape)}${otherwise}${about}`];
}

function expected(shape: JsonSchema): string {
  const branches = (shape.anyOf ?? shape.oneOf) as JsonSchema[] | undefined;
  if (branches) return branches.map(expected).join(" or ");
  if (shape.enum) return shape.enum.map((word) => `\`${word}\``).join(", ");
  if (shape.const !== undefined) return `\`${JSON.stringify(shape.const)}\``;
  if (shape.properties) return `{${membersOf(shape)}}`;
  if (shape.type === "array") return `a list of ${shape.items ? expected(shape.items as JsonSchema) : "anything"}`;
  const types = [shape.type ?? "anything"].flat().map((type) => words[type] ?? type);
  return `${formats[shape.format ?? ""] ?? types.join(" or ")}${limitsOf(shape)}`;
}

function membersOf({ properties = {}, required = [] }: JsonSchema): string {
  const members = Object.entries(properties).map(
    ([name, inner]) => `${name}${required.includes(name) ? "" : "?"}: ${expected(inner as JsonSchema)}`,
  );
  return members.join(", ");
}

const words: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
};
const formats: Readonly<Record<string, string>> = {
  uuid: "a UUID",
  date: "a day, YYYY-MM-DD",
  email: "an e-mail address",
};

function limitsOf({ minLength, maxLength, minimum, maximum }: JsonSchema): string {
  if (maxLength !== undefined)
    return minLength ? ` of ${minLength} to ${maxLength} characters` : ` of at most ${maxLength} characters`;
  if (minimum === undefined) return "";
  return maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
    ? ` from ${minimum} to ${maximum}`
    : ` from ${minimum}`;
}
