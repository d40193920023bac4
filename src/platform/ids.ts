import { randomFillSync } from "node:crypto";
import { v7 } from "uuid";

/** Random bytes are fetched for many ids at once: asking the system for them is most of what an id costs. */
const random = new Uint8Array(16 * 256);
let used = random.length;

/** A new UUIDv7. It is an identity, never a time or an order: sort by what the server recorded. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += 16;
  return v7({ random: random.slice(used - 16, used) });
}
