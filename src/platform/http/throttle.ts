/** Counts attempts, so that guessing stops and a person who mistyped does not notice. */

export interface Throttle {
  /** Counts one attempt. Answers 0 when it may go on, else the whole seconds until the next one may. `now` in ms. */
  attempt(key: string, now: number): number;
  /** The attempt turned out well: nothing is held against this key any more. */
  forgive(key: string): void;
}

/** At most `attempts` in any `seconds`, for each key. Beyond `keys` keys the ones seen first are let go. */
export function createThrottle({ attempts, seconds, keys = 50_000 }: Limit): Throttle {
  const seen = new Map<string, number[]>();
  return {
    attempt(key, now) {
      const recent = (seen.get(key) ?? []).filter((at) => now - at < seconds * 1000);
      if (recent.length >= attempts) return Math.ceil((recent[0]! + seconds * 1000 - now) / 1000);
      seen.delete(key);
      seen.set(key, [...recent, now]);
      if (seen.size > keys) seen.delete(seen.keys().next().value!);
      return 0;
    },
    forgive(key) {
      seen.delete(key);
    },
  };
}

/** The part of an address that one party holds: IPv4 whole, of IPv6 the first 64 bits. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped || !ip.includes(":")) return mapped ?? ip;
  const [front = [], back] = ip.split("::").map((half) => half.split(":").filter(Boolean));
  const zeros = back ? Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0") : [];
  return [...front, ...zeros, ...(back ?? [])].slice(0, 4).join(":");
}

interface Limit {
  attempts: number;
  seconds: number;
  keys?: number;
}
