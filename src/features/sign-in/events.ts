import type { Scope } from "../../platform/contract.ts";
import type { Fact } from "../../platform/database/record.ts";

/** A member's own affairs are theirs to see; that a token exists is everybody's safety. */

export function passwordChanged(memberId: string, how: "changed" | "reset"): Fact {
  return { kind: "password-changed", subject: { kind: "member", id: memberId }, facts: { how }, visibleTo: memberId };
}

export function sessionsEnded(memberId: string, count: number): Fact {
  return { kind: "sessions-ended", subject: { kind: "member", id: memberId }, facts: { count }, visibleTo: memberId };
}

export function tokenCreated(
  id: string,
  token: { memberId: string; scopes: readonly Scope[]; expiresAt: string },
): Fact {
  return { kind: "token-created", subject: { kind: "api-token", id }, facts: token };
}

export function tokenRevoked(id: string, memberId: string): Fact {
  return { kind: "token-revoked", subject: { kind: "api-token", id }, facts: { memberId } };
}
