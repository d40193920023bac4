import { administrators, type Role, type Scope } from "../../platform/contract.ts";

/** What a token of this role may be good for: never more than the member, so managing is left to those who manage. */
export function scopesOfferedTo(role: Role): readonly Scope[] {
  if (role === "guest") return ["read"];
  return isAdministrator(role) ? ["read", "write", "manage"] : ["read", "write"];
}

/** Everyone sees their own tokens; the owner and administrators see all, never a secret. */
export function maySeeEveryToken(role: Role): boolean {
  return isAdministrator(role);
}

export function mayRevoke(viewer: { memberId: string; role: Role }, token: { memberId: string }): boolean {
  return token.memberId === viewer.memberId || isAdministrator(viewer.role);
}

function isAdministrator(role: Role): boolean {
  return administrators.includes(role);
}
