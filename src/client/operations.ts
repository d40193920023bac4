/** The contract as a list that programs read: what the terminal's commands and an assistant's tools are made from. */
import type { AnyContractProcedure } from "@orpc/contract";
import { z } from "zod";
import { contract } from "../contract.ts";
import type { OperationMeta } from "../platform/contract.ts";

export interface Operation {
  /** Dotted: "okrs.objectives.list". */
  name: string;
  method: string;
  /** Below /api, with {braces}. */
  path: string;
  pathParameters: readonly string[];
  summary: string;
  description: string;
  tag: string;
  meta: OperationMeta;
  /** What it is asked with; undefined where it is asked with nothing. */
  schema: z.ZodType | undefined;
}

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Every operation by its dotted name, in the order of the contract. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  proceduresIn(contract).map(([name, procedure]) => [name, operationOf(name, procedure)]),
);

/** The JSON schema of what an operation is asked with: one object, written out where it stands. */
export function inputSchemaOf({ schema }: Operation): JsonSchema {
  return schema ? jsonSchemaOf(schema) : { type: "object", properties: {} };
}

/** Of any Zod schema, as it is asked. Texts that stand for yes or no are shown as what they mean. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod;
      if (def.type === "pipe" && "out" in def && (def.out as z.core.$ZodType)._zod.def.type === "boolean") {
        jsonSchema.type = "boolean";
      }
      // The pattern says no more than the format, at thirty times the length.
      if (jsonSchema.format === "uuid" || jsonSchema.format === "date") delete jsonSchema.pattern;
    },
  });
  return withoutRootReference(rest);
}

/** A schema that is a reference to one of its own definitions is that definition. */
function withoutRootReference(schema: JsonSchema): JsonSchema {
  const { $ref, ...rest } = schema;
  const name = $ref?.match(/^#\/\$defs\/(.+)$/)?.[1];
  const definition = name ? schema.$defs?.[name] : undefined;
  return definition ? { ...rest, ...definition } : schema;
}

function proceduresIn(router: object, within = ""): [string, AnyContractProcedure][] {
  return Object.entries(router).flatMap(([key, value]) => {
    const name = within ? `${within}.${key}` : key;
    return "~orpc" in value ? [[name, value as AnyContractProcedure]] : proceduresIn(value, name);
  });
}

function operationOf(name: string, procedure: AnyContractProcedure): Operation {
  const { route, meta, inputSchema } = procedure["~orpc"];
  const { method = "POST", path = "/", summary = name, description = "", tags } = route;
  const pathParameters = [...path.matchAll(/\{\+?(\w+)\}/g)].map((match) => match[1] as string);
  const schema = inputSchema as z.ZodType | undefined;
  return {
    name,
    method,
    path,
    pathParameters,
    summary,
    description,
    tag: tags?.[0] ?? "",
    meta: meta as OperationMeta,
    schema,
  };
}
