import { type Operation, operations } from "../../src/client/operations.ts";
import { roles } from "../../src/platform/contract.ts";
import { page, table } from "./markdown.ts";

const intro =
  "Who may try an operation. Whether they may do it to this very row is decided in each room's `permissions.ts` and told in the `can` of every answer. A token also needs the scope. An operation that is not in this table is nobody's.";

/** The operation × role table. */
export function roleTable(): string {
  const headings = ["operation", "what it does", "visitor", ...roles, "scope"];
  return page("Who may do what", "the contract", intro, table(headings, [...operations.values()].map(rowOf)));
}

function rowOf({ name, summary, meta: { may, scope } }: Operation): string[] {
  const open = may === "anyone";
  return [
    `\`${name}\``,
    summary,
    open ? "✓" : "",
    ...roles.map((role) => (open || may.includes(role) ? "✓" : "")),
    open ? "" : scope,
  ];
}
