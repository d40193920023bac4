import { withoutMadeIds } from "../client/made-ids.ts";
import { inputSchemaOf, type JsonSchema, type Operation, operations } from "../client/operations.ts";
import type { Server } from "../client/server.ts";

export type Input = Readonly<Record<string, unknown>>;

/** Something an assistant can do. `run` throws Problem where it is refused. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  readOnly: boolean;
  /** May undo or overwrite what people wrote. */
  destructive: boolean;
  schema: JsonSchema;
  run(input: Input, server: Server): Promise<unknown>;
}

/** An operation of the contract under a name and in words that suit a conversation. */
export function toolOf(name: string, operationName: string, description?: string): Tool {
  const operation = operations.get(operationName);
  if (!operation) throw new Error(`The contract has no operation ${operationName}.`);
  const { readOnly } = operation.meta;
  return {
    name,
    title: operation.summary,
    description: description ?? [`${operation.summary}.`, operation.description].filter(Boolean).join(" "),
    readOnly,
    destructive: !readOnly && !operationName.endsWith(".create"),
    schema: schemaOf(operation),
    run: (input, server) => server.askAny(operationName, input),
  };
}

/** Every operation as it is called in the contract: okrs_key_results_create. */
export function everyOperation(): Tool[] {
  const snake = (name: string) => name.replaceAll(".", "_").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [...operations.keys()].map((name) => toolOf(snake(name), name));
}

/** An id in the address names what is there already, so it stays. */
function schemaOf(operation: Operation): JsonSchema {
  const schema = inputSchemaOf(operation);
  const free = withoutMadeIds(schema);
  const kept = operation.pathParameters.filter((name) => !free.properties?.[name]);
  return {
    ...free,
    properties: { ...pick(schema.properties ?? {}, kept), ...free.properties },
    required: [...kept, ...(free.required ?? [])],
  };
}

function pick<T>(from: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(from).filter(([name]) => names.includes(name)));
}
