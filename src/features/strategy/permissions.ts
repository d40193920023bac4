import type { Role } from "../../platform/contract.ts";

/** The strategy is written by the owner and the champions; everyone reads it. */
export function mayWriteStrategy(role: Role): boolean {
  return role === "owner" || role === "champion";
}
