/** Every failure as an RFC 9457 problem, in the words of the refusals; what is not a refusal is a bug with a request id. */
import { ORPCError, ValidationError } from "@orpc/contract";
import type { FastifyBaseLogger } from "fastify";
import type { FieldProblem } from "../contract.ts";
import { conflict, notFound, refused, tooMany } from "../refusals.ts";

// biome-ignore lint/suspicious/noExplicitAny: the library's own signature for "any of its errors".
type AnyRefusal = ORPCError<any, any>;

/** The body of a problem. `type` names the kind; `detail` is for people; `problems` name fields. */
export function problemOf(error: AnyRefusal): Record<string, unknown> {
  const data = (error.data ?? {}) as Record<string, unknown>;
  const detail = "problems" in data ? undefined : data.todo;
  return {
    type: `urn:throughline:problem:${String(error.code).toLowerCase().replaceAll("_", "-")}`,
    title: titles[error.code] ?? error.message,
    status: error.status,
    detail: detail ?? error.message,
    ...data,
  };
}

const titles: Record<string, string> = {
  REFUSED: "Something needs another look.",
  INTERNAL_SERVER_ERROR: "Something broke here.",
};

/** Turns anything thrown into a refusal. What nobody foresaw is logged and answered as 500 without its insides. */
export function refusalFrom(error: unknown, log: FastifyBaseLogger): AnyRefusal {
  if (error instanceof ORPCError) {
    if (error.code === "BAD_REQUEST" && error.cause instanceof ValidationError)
      return refused(...fieldProblems(error.cause));
    if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  }
  const known = fromDatabase(error) ?? fromServer(error);
  if (known) return known;
  log.error({ err: error instanceof ORPCError ? (error.cause ?? error) : error }, "unforeseen failure");
  return new ORPCError("INTERNAL_SERVER_ERROR", {
    status: 500,
    message: "Something broke here. Nothing was saved. Try again; the request id helps whoever runs this server.",
  });
}

function fieldProblems({ issues }: ValidationError): FieldProblem[] {
  return issues.map((issue) => {
    const field =
      (issue.path ?? []).map((part) => String(typeof part === "object" ? part.key : part)).join(".") || "body";
    const said = inWords(issue.message);
    const missing = /received undefined$/.test(issue.message) || ("input" in issue && issue.input === undefined);
    return { field, expected: said, todo: missing ? `Give ${field}.` : `Change ${field} and send it again.` };
  });
}

/** What a schema says of itself, as a person would say it: "string to have <=30 characters" is text of at most 30. */
export function inWords(message: string): string {
  return message
    .replace(/^(Invalid (input|option)|Too (big|small)): expected /, "")
    .replace(/, received .*$/, "")
    .replace(/^string to have >=1 characters$/, "text that is not empty")
    .replace(/^array to have >=1 items$/, "at least one")
    .replace(/^string to have /, "text of ")
    .replace(/^array to have /, "")
    .replace(/^(number|int) to be /, "a number of ")
    .replace(/<=/, "at most ")
    .replace(/>=/, "at least ")
    .replace(/</, "less than ")
    .replace(/>/, "more than ")
    .replace(/^string$/, "text")
    .replace(/^array$/, "a list")
    .replace(/^int$/, "a whole number")
    .replace(/^(number|boolean|object)$/, (kind) => `${kind === "object" ? "an" : "a"} ${kind}`);
}

/** Constraints are the last wall behind the handlers: what reaches them is told without naming tables. */
function fromDatabase(error: unknown): AnyRefusal | null {
  const cause = error instanceof ORPCError ? error.cause : error;
  const code = cause && typeof cause === "object" && "code" in cause ? String(cause.code) : "";
  if (code === "23503") return notFound();
  if (code === "23505")
    return conflict(
      { todo: "Something of this name or id is already there. Choose another, or edit that one." },
      "It is already there.",
    );
  if (code === "40P01" || code === "40001") return conflict({ todo: "Two changes met. Send yours again." });
  if (code === "22P05" || code === "22021")
    return refused({
      field: "text",
      expected: "text without null or broken characters",
      todo: "Remove them and send it again.",
    });
  if (code === "22007" || code === "22008")
    return refused({ field: "date", expected: "a day that exists, written YYYY-MM-DD", todo: "Choose another day." });
  if (code === "22003")
    return refused({
      field: "value",
      expected: "a number of at most 20 digits before the point",
      todo: "Use a larger unit.",
    });
  return null;
}

function fromServer(error: unknown): AnyRefusal | null {
  if (!(error instanceof Error) || !("statusCode" in error)) return null;
  const status = Number(error.statusCode);
  if (status === 429) return tooMany("retryAfter" in error ? Number(error.retryAfter) : 60);
  if (status === 413) return refused({ field: "body", expected: "at most 12 MB", todo: "Send less at once." });
  if (status >= 400 && status < 500) return new ORPCError("BAD_REQUEST", { status, message: error.message });
  return null;
}
