/**
 * An invitation's secret is `base64url(organisation id) . base64url(32 random bytes)`: the organisation stands in it so
 * that the look-up already runs inside that organisation's walls. Only the SHA-256 of the whole is kept.
 */
import { createHash, randomBytes } from "node:crypto";

/** Days a link works. */
export const invitationDays = 14;

const shape = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/;

export function newInvitationSecret(organisationId: string, random: (bytes: number) => Buffer = randomBytes): string {
  const organisation = Buffer.from(organisationId.replaceAll("-", ""), "hex").toString("base64url");
  return `${organisation}.${random(32).toString("base64url")}`;
}

/** The organisation a secret names and the hash it is kept by; null for any other text. */
export function readInvitationSecret(secret: string): { organisationId: string; hash: Buffer } | null {
  const organisation = shape.exec(secret)?.[1];
  if (!organisation) return null;
  const hex = Buffer.from(organisation, "base64url").toString("hex");
  const organisationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { organisationId, hash: invitationHash(secret) };
}

export function invitationHash(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** The secret stands behind "#", which a browser never sends: opening the page, as mail scanners do, uses nothing up. */
export function invitationLink(publicAddress: string, secret: string): string {
  return `${publicAddress}/invitation#${secret}`;
}

export type InvitationState = "open" | "ended" | "accepted" | "withdrawn";

interface Times {
  acceptedAt: string | null;
  withdrawnAt: string | null;
  expiresAt: string;
}

/** Where an invitation stands; `now` in milliseconds since 1970. It ends at the very instant it expires. */
export function invitationState({ acceptedAt, withdrawnAt, expiresAt }: Times, now: number): InvitationState {
  if (acceptedAt) return "accepted";
  if (withdrawnAt) return "withdrawn";
  return Date.parse(expiresAt) > now ? "open" : "ended";
}
