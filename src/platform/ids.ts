import { v7 } from "uuid";

/** A new UUIDv7. It is an identity, never a time or an order: sort by what the server recorded. */
export function newId(): string {
  return v7();
}
