/** Days before its end from which a token is said to end soon: time enough to renew it between two visits. */
const soon = 14;

interface Life {
  /** ISO 8601. */
  expiresAt: string;
  revokedAt: string | null;
}

/** Where a token stands; `now` in milliseconds since 1970. It ends at the very instant it expires. */
export function tokenState({ expiresAt, revokedAt }: Life, now: number): "works" | "ends-soon" | "ended" | "revoked" {
  if (revokedAt) return "revoked";
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return "ended";
  return left <= soon * 86_400_000 ? "ends-soon" : "works";
}

export function endsSoon(token: Life, now: number): boolean {
  return tokenState(token, now) === "ends-soon";
}
