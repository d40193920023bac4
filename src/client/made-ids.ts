/** Ids are made by whoever makes the thing: a program makes them where its person gave none. */
import { v7 as newId } from "uuid";
import { inputSchemaOf, type JsonSchema, type Operation } from "./operations.ts";

const madeIds = ["id", "changeId", "carriedAs"];

type Values = Readonly<Record<string, unknown>>;

/** The input with an id for everything it makes: itself, its milestones, its ask. What is named by the address exists. */
export function withMadeIds(operation: Operation, input: Values): Values {
  return made(inputSchemaOf(operation), input, new Set(operation.pathParameters)) as Values;
}

/** Whether this property of this object names something that is being made. */
export function isMadeId(name: string, of: JsonSchema): boolean {
  return madeIds.includes(name) && Boolean(of.required?.includes(name)) && !pointsAt(of);
}

/** A kind and an id, and nothing else, name something that is there: {kind: "objective", id}. */
function pointsAt({ properties = {} }: JsonSchema): boolean {
  return "kind" in properties && Object.keys(properties).length === 2;
}

function made(schema: JsonSchema, value: unknown, exist: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    const items = branchOf(schema, value).items as JsonSchema | undefined;
    return items ? value.map((item) => made(items, item, new Set())) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const object = branchOf(schema, value);
  const properties = Object.entries(object.properties ?? {}) as [string, JsonSchema][];
  const ids = properties
    .filter(([name]) => !exist.has(name) && isMadeId(name, object))
    .map(([name]) => [name, newId()]);
  const given = Object.entries(value).map(([name, inner]) => {
    const property = object.properties?.[name] as JsonSchema | undefined;
    return [name, property ? made(property, inner, new Set()) : inner];
  });
  return { ...Object.fromEntries(ids), ...Object.fromEntries(given) };
}

/** Of several shapes the one this value has, told by its kind. */
function branchOf(schema: JsonSchema, value: object): JsonSchema {
  const branches = (schema.oneOf ?? schema.anyOf ?? []) as JsonSchema[];
  if (branches.length === 0) return schema;
  const wanted = Array.isArray(value) ? "array" : "object";
  const kind = "kind" in value ? value.kind : undefined;
  const fits = (branch: JsonSchema) => {
    const told = branch.properties?.kind as JsonSchema | undefined;
    return branch.type === wanted && (told?.const === undefined || told.const === kind);
  };
  return branches.find(fits) ?? schema;
}

/** The same schema for whoever need not think of ids: those of what is made may be left out. */
export function withoutMadeIds(schema: JsonSchema): JsonSchema {
  const each = (inner: unknown) => withoutMadeIds(inner as JsonSchema);
  const properties = Object.entries(schema.properties ?? {})
    .filter(([name]) => !isMadeId(name, schema))
    .map(([name, inner]) => [name, each(inner)]);
  return {
    ...schema,
    ...(schema.properties ? { properties: Object.fromEntries(properties) } : {}),
    ...(schema.required ? { required: schema.required.filter((name) => !isMadeId(name, schema)) } : {}),
    ...(schema.anyOf ? { anyOf: schema.anyOf.map(each) } : {}),
    ...(schema.oneOf ? { oneOf: schema.oneOf.map(each) } : {}),
    ...(schema.items ? { items: each(schema.items) } : {}),
  };
}
