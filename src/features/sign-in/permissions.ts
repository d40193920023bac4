import type { Role, Scope } from "../../platform/contract.ts";

/**
 * What a token of this role may be good for: every scope of an operation that the role may try with a token, and none
 * that would open nothing to it. A test holds it to the operation × role table.
 */
export function scopesOfferedTo(role: Role): readonly Scope[] {
  return role === "guest" || role === "member" ? ["read", "write"] : ["read", "write", "manage"];
}

/** Everyone sees their own tokens; the owner and administrators see all, never a secret. */
export function maySeeEveryToken(role: Role): boolean {
  return role === "owner" || role === "admin";
}

export function mayRevoke(viewer: { memberId: string; role: Role }, token: { memberId: string }): boolean {
  return token.memberId === viewer.memberId || maySeeEveryToken(viewer.role);
}
