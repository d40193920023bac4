import type { AnyContractRouter } from "@orpc/contract";
import { type AnyProcedure, implement } from "@orpc/server";
import { anyone, type OperationMeta } from "../contract.ts";
import { notAllowed, notSignedIn, wrongScope } from "../refusals.ts";
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

function mayTryFirst({ context, procedure, path, next }: Trying) {
  const meta = procedure["~orpc"].meta as Partial<OperationMeta>;
  mayTry(meta, context.visitor);
  if (meta.attempts) context.http.attempt(path.join("."), meta.attempts);
  return next();
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
