import type { z } from "zod";
import type { InputOf, OperationName } from "../web/api.ts";
import type { Input } from "../web/request.ts";
import { withMadeIds } from "./made-ids.ts";
import { type Operation, operations } from "./operations.ts";
import { refusalOf } from "./problem-words.ts";

/** An input as the contract's own schema reads it, with its ids made, before anything is sent; throws Problem. */
export function parsed<Name extends OperationName>(name: Name, input: Input): InputOf<Name> & { id: string } {
  const operation = operations.get(name) as Operation;
  const given = withMadeIds(operation, input);
  const result = (operation.schema as z.ZodType).safeParse(given);
  if (!result.success) throw refusalOf(result.error, given);
  return result.data as InputOf<Name> & { id: string };
}
