import type { Role } from "../../platform/contract.ts";

/** Who switches pulses on and off: the rights over people are the owner's until they are given by name. */
export function mayChangePulses(role: Role): boolean {
  return role === "owner";
}

/** Who launches and closes: the right to a pulse is the owner's and the champion's. */
export function mayLaunchPulses(role: Role): boolean {
  return role === "owner" || role === "champion";
}

/** Who may have everything published proved; figures are every member's to read. */
export function mayAuditPulses(role: Role): boolean {
  return role === "owner" || role === "admin" || role === "champion";
}
