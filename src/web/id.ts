/** A new UUID of version 7 (RFC 9562): the milliseconds, then chance. Its own few lines, because every page loads them. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const chance = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = "89ab".charAt((bytes[9] ?? 0) & 3);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(3, 6)}-${chance.slice(6, 18)}`;
}
