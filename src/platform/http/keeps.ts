import type { AnyContractRouter } from "@orpc/contract";
import { type AnyProcedure, implement } from "@orpc/server";
import { anyone, nothingElse, type OperationMeta } from "../contract.ts";
import { notAllowed, notSignedIn, refused, wrongScope } from "../refusals.ts";
import { notTaken } from "../schema-words.ts";
import type { RequestContext, Viewer } from "./context.ts";

/** Starts the keeping of a room's promises: every operation first asks whether this role, with this token, may try it. */
export function keeps<T extends AnyContractRouter>(contract: T) {
  const keeper = implement(contract).$context<RequestContext>();
  // `use` is one of a union until T is known; what it returns has the shape of what it was called on.
  const guarded = keeper as unknown as { use(guard: typeof mayTryFirst): typeof keeper };
  return guarded.use(mayTryFirst);
}

interface Trying {
  context: RequestContext;
  procedure: AnyProcedure;
  path: readonly string[];
  next: () => unknown;
}

function mayTryFirst({ context, procedure, path, next }: Trying, input: unknown) {
  const meta = procedure["~orpc"].meta as Partial<OperationMeta>;
  mayTry(meta, context.visitor);
  if (!procedure["~orpc"].inputSchema) refuseAnyField(input);
  if (meta.attempts) context.http.attempt(path.join("."), meta.attempts);
  return next();
}

/** An operation without an input has no schema that would refuse one. */
function refuseAnyField(input: unknown): void {
  const fields = typeof input === "object" && input !== null ? Object.keys(input) : [];
  if (fields.length > 0) throw refused(...fields.map((field) => notTaken(field, nothingElse([]))));
}

/** Refuses whom the operation × role table does not name. Deny unless allowed: an operation without a table entry is nobody's. */
export function mayTry(meta: Partial<OperationMeta>, visitor: Viewer | null): void {
  if (meta.may === anyone) return;
  if (!visitor) throw notSignedIn();
  if (!meta.may?.includes(visitor.role)) {
    throw notAllowed(`Ask someone who is ${(meta.may ?? []).join(" or ")}.`);
  }
  if (!meta.scope || !visitor.scopes.includes(meta.scope)) {
    throw wrongScope(meta.scope);
  }
}
