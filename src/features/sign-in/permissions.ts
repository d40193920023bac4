import type { Role, Scope } from "../../platform/contract.ts";

/** What a token of this role may be good for: never more than the member, so managing is left to those who manage. */
export function scopesOfferedTo(role: Role): readonly Scope[] {
  if (role === "guest") return ["read"];
  return maySeeEveryToken(role) ? ["read", "write", "manage"] : ["read", "write"];
}

/** Everyone sees their own tokens; the owner and administrators see all, never a secret. */
export function maySeeEveryToken(role: Role): boolean {
  return role === "owner" || role === "admin";
}

export function mayRevoke(viewer: { memberId: string; role: Role }, token: { memberId: string }): boolean {
  return token.memberId === viewer.memberId || maySeeEveryToken(viewer.role);
}
