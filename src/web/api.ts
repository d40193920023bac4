/**
 * The contract, called from the browser: `await api.strategy.vision.get()`. Typed by the contract, which stays on
 * the server: at run time there is only a dotted name, its method and its path.
 */

import type { AnyContractProcedure, ContractRouterClient, InferSchemaInput, InferSchemaOutput } from "@orpc/contract";
import type { contract } from "../contract.ts";
import { daysAsRead } from "./days-as-read.ts";
import { Problem } from "./problem.ts";
import { request } from "./request.ts";

type Contract = typeof contract;

/** Dotted name → its HTTP method and its path below /api, with {braces} for what the input fills in. */
const operations = new Map<string, readonly [method: string, path: string]>();

/**
 * Learns where operations live: "okrs.cycles.list GET /cycles,okrs.cycles.get GET /cycles/{id}". Every module that
 * names some says so of itself when the web is built (build/operations.ts).
 */
export function know(written: string): void {
  for (const one of written.split(",")) {
    const [name = "", method = "", path = ""] = one.split(" ");
    operations.set(name, [method, path]);
  }
}

/** The name of every operation, dotted: "strategy.vision.get". */
export type OperationName = NamesIn<Contract>;
/** What an operation is asked with. */
export type InputOf<Name extends OperationName> =
  At<Contract, Name> extends infer P extends AnyContractProcedure
    ? InferSchemaInput<NonNullable<P["~orpc"]["inputSchema"]>>
    : never;
/** What an operation answers. */
export type OutputOf<Name extends OperationName> =
  At<Contract, Name> extends infer P extends AnyContractProcedure
    ? InferSchemaOutput<NonNullable<P["~orpc"]["outputSchema"]>>
    : never;

/** Every operation as a function; throws Problem. A second argument may carry an AbortSignal. */
export const api = clientAt([]) as unknown as ContractRouterClient<Contract>;

const signedOut = new EventTarget();

/** Hears that the server no longer knows who is asking (401), from whichever request; returns how to stop hearing. */
export function onSignedOut(listen: () => void): () => void {
  signedOut.addEventListener("signed-out", listen);
  return () => signedOut.removeEventListener("signed-out", listen);
}

/** Calls an operation by its dotted name. */
export async function call<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  signal?: AbortSignal,
): Promise<OutputOf<Name>> {
  const route = operations.get(name);
  if (!route) throw new Error(`The contract has no operation ${name}.`);
  try {
    return (await request(route[0], route[1], input as Record<string, unknown>, signal)) as OutputOf<Name>;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.status === 401) signedOut.dispatchEvent(new Event("signed-out"));
    throw error.worded((words) => daysAsRead(words));
  }
}

type Step = ((input?: unknown, options?: { signal?: AbortSignal }) => Promise<unknown>) & {
  readonly [key: string]: Step;
};

function clientAt(path: readonly string[]): Step {
  return new Proxy(() => undefined, {
    get: (_, key) => (typeof key === "string" && key !== "then" ? clientAt([...path, key]) : undefined),
    apply: (_, __, [input, options]) => call(path.join(".") as OperationName, input as never, options?.signal),
  }) as unknown as Step;
}

type NamesIn<Router, Within extends string = ""> = {
  [Key in keyof Router & string]: Router[Key] extends AnyContractProcedure
    ? `${Within}${Key}`
    : NamesIn<Router[Key], `${Within}${Key}.`>;
}[keyof Router & string];

type At<Router, Name extends string> = Name extends `${infer Key}.${infer Rest}`
  ? Key extends keyof Router
    ? At<Router[Key], Rest>
    : never
  : Name extends keyof Router
    ? Router[Name]
    : never;
