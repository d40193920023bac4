/** Every failure as an RFC 9457 problem, in the words of the refusals; what is not a refusal is a bug with a request id. */
import { ORPCError, ValidationError } from "@orpc/contract";
import type { FastifyBaseLogger } from "fastify";
import type { FieldProblem } from "../contract.ts";
import { conflict, notFound, refused, tooMany } from "../refusals.ts";
import { fieldProblems } from "../schema-words.ts";

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
  NOT_SIGNED_IN: "You are not signed in.",
  REFUSED: "Something needs another look.",
  INTERNAL_SERVER_ERROR: "Something broke here.",
};

/** Turns anything thrown into a refusal. What nobody foresaw is logged and answered as 500 without its insides. */
export function refusalFrom(error: unknown, log: FastifyBaseLogger): AnyRefusal {
  if (error instanceof ORPCError) {
    if (error.code === "BAD_REQUEST" && error.cause instanceof ValidationError)
      return refused(...fieldProblems(error.cause.issues, error.cause.data));
    if (error.code === "BAD_REQUEST" && error.cause instanceof SyntaxError) return refused(notJson);
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

const notJson: FieldProblem = {
  field: "body",
  expected: "valid JSON",
  todo: "Mend it (a quote, comma or bracket is often what is missing) and send it again.",
};

/** What the server itself refuses before an operation is asked, by its code. */
const unread: Record<string, FieldProblem> = {
  FST_ERR_CTP_INVALID_JSON_BODY: notJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: {
    field: "body",
    expected: "a JSON object, as the header Content-Type says",
    todo: "Send one, or leave the header out.",
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    field: "body",
    expected: "JSON",
    todo: "Send JSON with the header Content-Type: application/json.",
  },
  FST_ERR_CTP_BODY_TOO_LARGE: { field: "body", expected: "at most 12 MB", todo: "Send less at once." },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    field: "body",
    expected: "as many bytes as the header Content-Length says",
    todo: "Send it again whole.",
  },
};

function fromServer(error: unknown): AnyRefusal | null {
  if (!(error instanceof Error) || !("statusCode" in error)) return null;
  const status = Number(error.statusCode);
  if (status === 429) return tooMany("retryAfter" in error ? Number(error.retryAfter) : 60);
  const known = "code" in error ? unread[String(error.code)] : undefined;
  if (known) return refused(known);
  if (status === 400 && error instanceof SyntaxError) return refused(notJson);
  if (status >= 400 && status < 500) return new ORPCError("BAD_REQUEST", { status, message: error.message });
  return null;
}
