/** An example for every operation of an OpenAPI document, composed of its own schemas and the words of an example world. */
import { createHash } from "node:crypto";
import type { OpenAPI } from "@orpc/contract";

/** What the examples tell of. */
export interface ExampleWorld {
  /**
   * By the end of the path to a field, in the singular: "title", "keyResult.title", "today.line.vision"; the longest end
   * decides. A path begins with the noun of its operation ("objective"), or with the operation's whole name.
   */
  words: Readonly<Record<string, unknown>>;
  /** Names of fields that mean the same thing, and so hold its id: an owner is a member. */
  alike: Readonly<Record<string, string>>;
}
/** The word for a field that is better not said: null where it must be. */
export const leftOut = Symbol("left out");

interface Schema {
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  prefixItems?: Schema[];
  additionalProperties?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  minimum?: number;
}
interface Place {
  /** The operation's name, such as "okrs.objectives.list". */
  operation: string;
  /** The fields that lead here, from the outside in. */
  path: readonly string[];
  world: ExampleWorld;
}
type Content = Record<string, { schema?: unknown; example?: unknown }>;

/** Gives every parameter, body and answer of the document its example; throws naming the place that has no word. */
export function addExamples(document: OpenAPI.Document, world: ExampleWorld): void {
  for (const methods of Object.values(document.paths ?? {}))
    for (const operation of Object.values(methods ?? {}) as OpenAPI.OperationObject[]) exemplify(operation, world);
}

function exemplify(operation: OpenAPI.OperationObject, world: ExampleWorld): void {
  const place: Place = { operation: operation.operationId ?? "", path: [], world };
  for (const parameter of (operation.parameters ?? []) as OpenAPI.ParameterObject[]) {
    const example = fieldOf(parameter.schema as Schema, parameter.required === true, parameter.name, place);
    if (example !== leftOut) parameter.example = example;
  }
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith("2"));
  for (const carrier of [operation.requestBody, ...answers.map(([, answer]) => answer)])
    for (const media of Object.values(((carrier as { content?: Content })?.content ?? {}) as Content))
      media.example = exampleOf(media.schema as Schema, place);
}

function exampleOf(schema: Schema, place: Place): unknown {
  if (schema.const !== undefined) return schema.const;
  const word = wordsFor(place).find((each) => fits(each, schema));
  if (word !== undefined) return word === leftOut ? null : word;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== "null");
  if (choice) return exampleOf(choice, place);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, place)));
  if (schema.properties) return objectOf(schema, place);
  if (schema.prefixItems) return schema.prefixItems.map((item) => exampleOf(item, place));
  if (schema.items) return [exampleOf(schema.items, place)];
  return scalarOf(schema, place);
}

function objectOf({ properties = {}, required = [] }: Schema, place: Place): unknown {
  const fields = Object.entries(properties).map(([name, schema]) => [
    name,
    fieldOf(schema, required.includes(name), name, place),
  ]);
  return Object.fromEntries(fields.filter(([, value]) => value !== leftOut));
}

function fieldOf(schema: Schema, required: boolean, name: string, { path, ...place }: Place): unknown {
  const inside = { ...place, path: [...path, typesOf(schema).includes("array") ? singular(name) : name] };
  if (wordsFor(inside)[0] === leftOut && !required) return leftOut;
  return exampleOf(schema, inside);
}

function scalarOf(schema: Schema, place: Place): unknown {
  const type = [schema.type].flat().find((each) => each !== "null");
  if (schema.format === "uuid") return idFor(place);
  if (type === "boolean") return true;
  if (type === "object") return {};
  const fallback = place.world.words[schema.format ?? ""] ?? schema.default ?? schema.minimum;
  if (fallback !== undefined) return fallback;
  throw new Error(
    `The examples have no word for ${nounsOf(place).join(".")} of ${place.operation}: src/examples.ts has the others.`,
  );
}

/** One word may stand for a text here and not disturb a list, an object or a choice of the same name there. */
function fits(word: unknown, schema: Schema): boolean {
  if (schema.enum) return schema.enum.includes(word);
  const types = typesOf(schema);
  if (word === null || word === leftOut) return types.includes("null");
  if (typeof word === "number") return types.includes("number") || types.includes("integer");
  return types.includes(Array.isArray(word) ? "array" : typeof word);
}

function typesOf({ type, anyOf, oneOf, allOf }: Schema): string[] {
  return (anyOf ?? oneOf ?? allOf)?.flatMap(typesOf) ?? [type ?? []].flat();
}

/** Words for a place, the closest first: by the whole path below the operation's name, then by ever shorter ends. */
function wordsFor({ operation, path, world }: Place): unknown[] {
  if (path.length === 0) return [];
  const nouns = nounsOf({ operation, path });
  const ends = nouns.map((_, from) => nouns.slice(from).join("."));
  return [[operation, ...path].join("."), ...ends].filter((end) => end in world.words).map((end) => world.words[end]);
}

/** ["objective", "keyResult", "title"]: what the operation is about, then the fields in the singular. */
function nounsOf({ operation, path }: Pick<Place, "operation" | "path">): string[] {
  const names = operation.split(".");
  const about = names[Math.max(1, names.length - 2)] ?? operation;
  return [singular(about), ...path.filter((name) => name !== "item")];
}

function singular(name: string): string {
  return name.replace(/ies$/, "y").replace(/xes$/, "x").replace(/s$/, "");
}

/** The id of what the field names: "objectiveId", or "id" within "objective". */
function idFor(place: Place): string {
  const nouns = nounsOf(place);
  const name = nouns.at(-1) === "id" ? (nouns.at(-2) as string) : (nouns.at(-1) as string).replace(/Id$/, "");
  return exampleId(place.world.alike[name] ?? name);
}

/** The id that a thing has in every example, such as that of "member": looks like a UUID of version 7. */
export function exampleId(thing: string): string {
  const hex = createHash("sha256").update(thing).digest("hex");
  return `01951a3c-${hex.slice(0, 4)}-7${hex.slice(4, 7)}-8${hex.slice(7, 10)}-${hex.slice(10, 22)}`;
}
