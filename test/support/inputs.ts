/** An input for any operation, made from its schema: what is required, with ids of things that exist. */
import type { AnyContractProcedure } from "@orpc/contract";
import { z } from "zod";
import { newId } from "../../src/platform/ids.ts";

interface JsonSchema {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  enum?: unknown[];
  const?: unknown;
  format?: string;
  minimum?: number;
  minItems?: number;
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
}

export interface Operation {
  name: string;
  method: string;
  path: string;
  procedure: AnyContractProcedure;
}

/** Every operation of a contract by its dotted name. */
export function operationsOf(router: object, within = ""): Operation[] {
  return Object.entries(router).flatMap(([key, value]) => {
    const name = within ? `${within}.${key}` : key;
    if (!("~orpc" in value)) return operationsOf(value, name);
    const { method, path } = value["~orpc"].route;
    return [{ name, method, path, procedure: value }];
  });
}

/** Ids by the field that names them ("objectiveId") and, for a bare `id`, by the noun of the path ("objectives"). */
export type Ids = Record<string, string>;

/** An object with every required field; `ids` are used where a field names one, new ones are made for what is created. */
export function inputFor(operation: Operation, ids: Ids): Record<string, unknown> {
  const schema = operation.procedure["~orpc"].inputSchema;
  if (!schema) return {};
  const json = z.toJSONSchema(schema as z.ZodType, { io: "input", unrepresentable: "any" }) as JsonSchema;
  return (valueFor(json, "", { operation, ids, root: json }) ?? {}) as Record<string, unknown>;
}

interface Making {
  operation: Operation;
  ids: Ids;
  root: JsonSchema;
}

function valueFor(schema: JsonSchema, field: string, making: Making): unknown {
  if (schema.$ref) return valueFor(making.root.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? {}, field, making);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = schema.anyOf ?? schema.oneOf;
  if (choice) return valueFor(choice.find(({ type }) => type !== "null") ?? {}, field, making);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => valueFor(part, field, making)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object" || schema.properties) return objectFor(schema, making);
  if (type === "array")
    return Array.from({ length: schema.minItems ?? 0 }, () =>
      valueFor(schema.items ?? {}, field.replace(/s$/, ""), making),
    );
  if (type === "number" || type === "integer") return schema.minimum ?? 1;
  if (type === "boolean") return true;
  return textFor(schema, field, making);
}

function objectFor(schema: JsonSchema, making: Making): Record<string, unknown> {
  const inPath = [...making.operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const fields = new Set([...(schema.required ?? []), ...(schema === making.root ? inPath : [])]);
  return Object.fromEntries(
    [...fields].map((field) => [field, valueFor(schema.properties?.[field] ?? {}, field, making)]),
  );
}

function textFor(schema: JsonSchema, field: string, { operation, ids }: Making): string {
  if (field === "id") {
    const isNew = !operation.path.includes("{id}");
    const noun = operation.path.split("/")[1] as string;
    return isNew ? newId() : (ids[noun] ?? newId());
  }
  if (schema.format === "uuid") return ids[field] ?? newId();
  if (schema.format === "date") return "2027-02-01";
  if (schema.format === "email") return "somebody@example.test";
  return texts[field] ?? "some text";
}

const texts: Record<string, string> = {
  timeZone: "Europe/Lisbon",
  value: "42",
  limit: "10",
  time: "17:00",
  start: "0",
  target: "100",
  startsOn: "2027-01-01",
  endsOn: "2027-03-28",
  password: "a sentence that is long enough",
};

/** Sends it as the web and the terminal do: what the path names goes there, the rest into the query or the body. */
export function requestFor({ method, path }: Operation, input: Record<string, unknown>) {
  const rest = { ...input };
  const url = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  });
  if (method !== "GET") return { method, url, body: rest };
  const query = new URLSearchParams(Object.entries(rest).map(([key, value]) => [key, String(value)]));
  return { method, url: query.size > 0 ? `${url}?${query}` : url, body: undefined };
}
