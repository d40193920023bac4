/** The refusals a person can act on: the same words in the web, the API, the terminal and an assistant. */
import { ORPCError } from "@orpc/contract";
import type { FieldProblem } from "./contract.ts";

/** 422: names the field, what was expected there, and what to do. */
export function refused(...problems: FieldProblem[]) {
  return new ORPCError("REFUSED", { status: 422, defined: true, message: sentence(problems), data: { problems } });
}

/** 404, alike for what does not exist and what this member may not see. */
export function notFound() {
  return new ORPCError("NOT_FOUND", {
    status: 404,
    defined: true,
    message: "There is nothing here, or it is not yours to see.",
  });
}

/** 403, for what the member can see but may not do; `todo` says who may. */
export function notAllowed(todo: string) {
  return forbidden(todo, "Your role does not allow this.");
}

/** 403, where the role would do and the token was made for less. */
export function wrongScope(scope = "") {
  return forbidden(`Use a token with the scope ${scope}, or do it in the web.`, "This token does not allow this.");
}

function forbidden(todo: string, message: string) {
  return new ORPCError("NOT_ALLOWED", {
    status: 403,
    defined: true,
    message,
    data: { todo },
  });
}

/** 401; `todo` where signing in is not what is missing. */
export function notSignedIn(todo = "Sign in and ask again.") {
  return new ORPCError("NOT_SIGNED_IN", { status: 401, defined: true, message: todo });
}

/** 409: names both values, so that the person can choose. */
export function conflict(
  data: { todo: string; version?: number; yours?: unknown; theirs?: unknown },
  message = "It changed while you were writing.",
) {
  return new ORPCError("CONFLICT", { status: 409, defined: true, message, data });
}

/** 429; seconds until another attempt makes sense. */
export function tooMany(retryAfter: number) {
  return new ORPCError("TOO_MANY", { status: 429, defined: true, message: "Too many attempts.", data: { retryAfter } });
}

function sentence(problems: FieldProblem[]): string {
  return problems.map(({ field, expected, todo }) => `${field}: expected ${expected}. ${todo}`).join(" ");
}
