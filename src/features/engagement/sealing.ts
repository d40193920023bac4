/** What waits is sealed, so that whoever holds the database alone (or a copy of it) reads nothing of it. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

export interface Sealing {
  /** Twice the same text are two different seals, of a length that tells little. */
  seal(pulseId: string, text: string): Buffer;
  /** Null where it was sealed with another secret. */
  open(pulseId: string, sealed: Buffer): string | null;
}

const NONCE = 12;
const TAG = 16;
/** Bytes of the smallest seal; longer texts take the next power of two. */
const LEAST = 512;

/** AES-256-GCM with a key for each pulse, derived from the server's secret, which no table holds. */
export function sealingWith(secret: string): Sealing {
  const keyOf = (pulseId: string) => Buffer.from(hkdfSync("sha256", secret, pulseId, "pulse: what waits", 32));
  return {
    seal: (pulseId, text) => {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv("aes-256-gcm", keyOf(pulseId), nonce);
      const sealed = Buffer.concat([cipher.update(padded(text)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open: (pulseId, sealed) => {
      try {
        const decipher = createDecipheriv("aes-256-gcm", keyOf(pulseId), sealed.subarray(0, NONCE));
        decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
        const whole = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
        return whole.toString("utf8", 4, 4 + whole.readUInt32BE(0));
      } catch {
        return null;
      }
    },
  };
}

/** Its length in bytes, the text, and zeros up to the next power of two. */
function padded(text: string): Buffer {
  const bytes = Buffer.from(text);
  const size = Math.max(LEAST, 2 ** Math.ceil(Math.log2(bytes.length + 4)));
  const whole = Buffer.alloc(size);
  whole.writeUInt32BE(bytes.length);
  bytes.copy(whole, 4);
  return whole;
}
