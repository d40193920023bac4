import type { Role } from "../../platform/contract.ts";

/** Sites and their switch are the administrators'; everybody but guests reads them. */
export function mayManageSites(role: Role): boolean {
  return role === "owner" || role === "admin";
}

/** Whoever leads a team or one above it writes what it agreed; so may the owner and champions, for teams without a lead. */
export function mayAgreeFor({ role, leads }: { role: Role; leads: readonly string[] }, teamId: string): boolean {
  return role === "owner" || role === "champion" || (role !== "guest" && leads.includes(teamId));
}

/** Whoever proposed a meeting cancels it. */
export function mayCancel({ memberId }: { memberId: string }, { proposedBy }: { proposedBy: { id: string } }): boolean {
  return proposedBy.id === memberId;
}

/** Whoever asked records what was decided; once its hour has come, so may those who were asked. */
export function mayDecide(
  { memberId }: { memberId: string },
  { askedBy, people, isDue }: { askedBy: { id: string }; people: readonly { id: string }[]; isDue: boolean },
): boolean {
  return askedBy.id === memberId || (isDue && people.some(({ id }) => id === memberId));
}
