/** Our own server, asked over HTTP by a program that carries an API token. */
import type { InputOf, OperationName, OutputOf } from "../web/api.ts";
import { type Input, request } from "../web/request.ts";
import { withMadeIds } from "./made-ids.ts";
import { type Operation, operations } from "./operations.ts";
import { refusalOf } from "./problem-words.ts";

export interface Server {
  address: string;
  /** Asks by an operation's dotted name; ids of what is made are made here where left out. Throws Problem. */
  ask<Name extends OperationName>(name: Name, input: Asked<InputOf<Name>>): Promise<OutputOf<Name>>;
  /** The same for a name and an input that are known only at run time. */
  askAny(name: string, input: Input): Promise<unknown>;
}

/** An input whose own `id` may be left out. */
type Asked<T> = T extends { id: string } ? Omit<T, "id"> & { id?: string } : T;

/** `via` is told to the server, which notes by what way something was done. An empty token asks as a visitor. */
export function serverAt({ address, token, via }: { address: string; token: string; via: "cli" | "mcp" }): Server {
  const authorization: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
  const sender = { address, headers: { "x-throughline": via, ...authorization } };
  const askAny: Server["askAny"] = (name, input) => {
    const operation = operations.get(name);
    if (!operation) throw new Error(`The contract has no operation ${name}.`);
    const given = withMadeIds(operation, input);
    refuseUnsendable(operation, given);
    return request(operation.method, operation.path, given, undefined, sender);
  };
  return { address, ask: askAny as Server["ask"], askAny };
}

/** An address without its id leads elsewhere, and nothing at all is no object: said here, as the server would say it. */
function refuseUnsendable({ schema, pathParameters }: Operation, given: Input): void {
  const isWhole = Object.keys(given ?? {}).length > 0 && pathParameters.every((name) => given[name] !== undefined);
  const error = isWhole ? undefined : schema?.safeParse(given).error;
  if (error) throw refusalOf(error, given);
}
