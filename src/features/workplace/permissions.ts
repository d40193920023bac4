import type { Role } from "../../platform/contract.ts";

/** Sites and their switch are the administrators'; everybody but guests reads them. */
export function mayManageSites(role: Role): boolean {
  return role === "owner" || role === "admin";
}
