/** What a command asks for, made from its operation's JSON schema, and how typed words become the operation's input. */

import { isMadeId } from "../client/made-ids.ts";
import { inputSchemaOf, type JsonSchema, type Operation } from "../client/operations.ts";
import { refusal } from "../client/problem-words.ts";
import { kebab } from "./command-names.ts";

export interface Asked {
  /** Of the operation's input: keyResultId. */
  property: string;
  /** In the terminal: key-result-id. */
  word: string;
  kind: "text" | "id" | "number" | "yes-no" | "list" | "json";
  required: boolean;
  /** `none` clears it. */
  nullable: boolean;
  help: string;
}

/** What stands in the command itself, in order: what the address names, and the words of a search. */
export function positionsOf(operation: Operation): Asked[] {
  const all = askedOf(operation);
  const inAddress = operation.pathParameters.map((name) => all.find(({ property }) => property === name) as Asked);
  return [...inAddress, ...all.filter(({ property, required }) => property === "q" && required)];
}

/** Everything else, as options. */
export function optionsOf(operation: Operation): Asked[] {
  const positions = positionsOf(operation).map(({ property }) => property);
  return askedOf(operation).filter(({ property }) => !positions.includes(property));
}

/** A typed word as the value it stands for; texts that are no such value go on as they are, for the server to refuse. */
export function valueTyped(asked: Asked, typed: string | boolean): unknown {
  if (typeof typed === "boolean") return typed;
  if (asked.nullable && typed === "none") return null;
  if (asked.kind === "number") return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : typed;
  if (asked.kind === "json") return parse(asked, typed);
  if (asked.kind === "list") return typed.trimStart().startsWith("[") ? parse(asked, typed) : listOf(typed);
  return typed;
}

function askedOf(operation: Operation): Asked[] {
  const schema = inputSchemaOf(operation);
  return Object.entries(schema.properties ?? {}).map(([property, inner]) => {
    const shape = inner as JsonSchema;
    const isMade = isMadeId(property, schema) && !operation.pathParameters.includes(property);
    const required = Boolean(schema.required?.includes(property)) && !isMade;
    const nullable = typesOf(shape).includes("null");
    return {
      property,
      word: kebab(property),
      kind: kindOf(shape),
      required,
      nullable,
      help: helpOf(shape, { required, nullable, isMade }),
    };
  });
}

function kindOf(shape: JsonSchema): Asked["kind"] {
  const types = typesOf(shape);
  if (types.includes("object")) return "json";
  if (types.includes("array")) return typesOf((shape.items ?? {}) as JsonSchema).includes("string") ? "list" : "json";
  if (types.includes("boolean")) return "yes-no";
  if (types.includes("string")) return isId(shape) ? "id" : "text";
  return "number";
}

function isId(shape: JsonSchema): boolean {
  return shape.format === "uuid" || ((shape.anyOf ?? []) as JsonSchema[]).some(isId);
}

function typesOf(shape: JsonSchema): string[] {
  const branches = (shape.anyOf ?? shape.oneOf ?? []) as JsonSchema[];
  const own = shape.type ?? (shape.enum || typeof shape.const === "string" ? "string" : typeof shape.const);
  return [...(branches.length > 0 ? [] : [own].flat()), ...branches.flatMap(typesOf)] as string[];
}

function helpOf(shape: JsonSchema, is: { required: boolean; nullable: boolean; isMade: boolean }): string {
  const told = [
    shape.description ?? "",
    choicesOf(shape),
    is.isMade ? "made for you where left out" : "",
    is.required ? "required" : "",
    is.nullable ? "none for nothing" : "",
    defaultOf(shape),
  ];
  return told.filter(Boolean).join("; ");
}

/** The words or shapes that may be given, shortly: `date`, `committed, aspirational or learning`, `JSON {kind, start}`. */
function choicesOf(shape: JsonSchema): string {
  const branches = ((shape.anyOf ?? shape.oneOf ?? []) as JsonSchema[]).filter(({ type }) => type !== "null");
  if (branches.length > 0) return branches.map(choicesOf).filter(Boolean).join(" or ");
  if (shape.enum) return listed(shape.enum.map(String));
  if (shape.const !== undefined) return String(shape.const);
  const types = typesOf(shape);
  if (types.includes("object")) return `JSON ${shapeOf(shape)}`;
  if (types.includes("array")) return arrayOf((shape.items ?? {}) as JsonSchema);
  if (shape.format === "date") return "YYYY-MM-DD";
  const { minimum, maximum } = shape;
  if (typeof minimum !== "number") return "";
  return typeof maximum === "number" && maximum <= 1_000_000 ? `${minimum} to ${maximum}` : `${minimum} or more`;
}

function arrayOf(items: JsonSchema): string {
  if (typesOf(items).includes("object")) return `JSON list of ${shapeOf(items)}`;
  return `list with commas${items.enum ? ` of ${listed(items.enum.map(String))}` : items.format === "uuid" ? " of ids" : ""}`;
}

function shapeOf({ properties = {} }: JsonSchema): string {
  const parts = Object.entries(properties).map(([name, inner]) => {
    const { const: only, items } = inner as JsonSchema;
    if (only !== undefined) return `${name}: "${only}"`;
    const each = items as JsonSchema | undefined;
    return each?.properties ? `${name}: [${shapeOf(each)}]` : name;
  });
  return parts.length > 0 ? `{${parts.join(", ")}}` : "object";
}

function defaultOf({ default: fallback }: JsonSchema): string {
  if (fallback === undefined || fallback === null || fallback === "" || fallback === false) return "";
  if (Array.isArray(fallback) && fallback.length === 0) return "";
  return `${typeof fallback === "object" ? JSON.stringify(fallback) : fallback} where left out`;
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

function listOf(typed: string): string[] {
  return typed
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
}

function parse({ word }: Asked, typed: string): unknown {
  try {
    return JSON.parse(typed);
  } catch {
    throw refusal(`--${word}`, "JSON", "Put it in single quotes, with names and texts in double quotes.");
  }
}
