/**
 * The text of an API token: `tl_<organisation>_<secret>`, both parts base64url, 16 and 32 bytes. The organisation stands
 * in it so that the look-up already runs inside that organisation's walls.
 */
import { createHash, randomBytes } from "node:crypto";

const shape = /^tl_([A-Za-z0-9_-]{22})_([A-Za-z0-9_-]{43})$/;

/** A new token for this organisation (a UUID): 256 random bits, so a plain hash is enough to keep it by. */
export function newToken(organisationId: string, random: (bytes: number) => Buffer = randomBytes): string {
  const organisation = Buffer.from(organisationId.replaceAll("-", ""), "hex").toString("base64url");
  return `tl_${organisation}_${random(32).toString("base64url")}`;
}

/** The organisation a token names and the SHA-256 of the whole token; null for any other text. */
export function readToken(token: string): { organisationId: string; hash: Buffer } | null {
  const organisation = shape.exec(token)?.[1];
  if (!organisation) return null;
  const hex = Buffer.from(organisation, "base64url").toString("hex");
  const organisationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { organisationId, hash: createHash("sha256").update(token).digest() };
}
