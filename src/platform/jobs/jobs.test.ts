import { expect, it } from "vitest";
import { asTimeout } from "./jobs.ts";

it.each([
  ["EPIPE", "write EPIPE", "ETIMEDOUT"],
  ["57P01", "terminating connection due to administrator command", "ETIMEDOUT"],
  ["ENOENT", "connect ENOENT /postgres/.s.PGSQL.5432", "ETIMEDOUT"],
  [undefined, "Connection terminated unexpectedly", "ETIMEDOUT"],
  ["57P03", "the database system is starting up", "57P03"],
  ["23505", "duplicate key value", "23505"],
])("%s (%s) reads as %s to the worker", (code, message, read) => {
  expect(() => asTimeout(Object.assign(new Error(message), { code }))).toThrow(expect.objectContaining({ code: read }));
});
