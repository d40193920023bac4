/** What was read of an organisation, kept until the process sees anything of it written or the minute turns. */
import type { Temporal } from "temporal-polyfill";

interface Kept {
  /** What the process had seen of the organisation, and the minute, when it was read. */
  stamp: string;
  value: Promise<unknown>;
  weight: number;
}

/** Rows kept at most, of all organisations together: about a kilobyte each. */
const mostRows = 15_000;

export class Memory {
  readonly #writes = new Map<string, number>();
  readonly #kept = new Map<string, Kept>();
  readonly #most: number;
  #weight = 0;

  constructor(most = mostRows) {
    this.#most = most;
  }

  /** Something of the organisation was written: whatever is read from now on is read anew. */
  wrote(organisationId: string): void {
    this.#writes.set(organisationId, this.#seen(organisationId) + 1);
  }

  /**
   * To be taken before a transaction begins: what it reads is then at least as new as the stamp says. Readings change
   * with the time by the minute at the finest (a check-in falls due).
   */
  stamp(organisationId: string, now: Temporal.Instant): string {
    return `${this.#seen(organisationId)} ${Math.floor(now.epochMilliseconds / 60_000)}`;
  }

  /** The value of this key and stamp, read where it is not kept; `weigh` says how many rows it holds. */
  of<Value>(key: string, stamp: string, read: () => Promise<Value>, weigh: (value: Value) => number): Promise<Value> {
    const known = this.#kept.get(key);
    if (known?.stamp === stamp) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.value as Promise<Value>;
    }
    const value = read();
    const kept: Kept = { stamp, value, weight: 0 };
    this.#drop(key);
    this.#kept.set(key, kept);
    value.then(
      (read) => this.#weighed(key, kept, weigh(read)),
      () => this.#kept.get(key) === kept && this.#drop(key),
    );
    return value;
  }

  #seen(organisationId: string): number {
    return this.#writes.get(organisationId) ?? 0;
  }

  /** Lets go of what was asked for longest ago until the rest fits. */
  #weighed(key: string, kept: Kept, weight: number): void {
    if (this.#kept.get(key) !== kept) return;
    kept.weight = weight;
    this.#weight += weight;
    for (const oldest of this.#kept.keys()) {
      if (this.#weight <= this.#most) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#weight -= this.#kept.get(key)?.weight ?? 0;
    this.#kept.delete(key);
  }
}
