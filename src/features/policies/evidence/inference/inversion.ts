import type { Range } from "./range.ts";

/**
 * Exact inference by turning a lot around. Under "the policy adds τ wherever it covers" the values without it are
 * known, so the figure of every other lot is known too, and is a line in τ: `value − τ · pull`. The share of lots
 * whose figure lies at least as far from 0 as the real one's is p(τ); the τ with p(τ) above α make the 1 − α range
 * (Fisher 1935; Rosenbaum 2002, Observational Studies, §2.6). A lot counts in p(τ) exactly between two values of τ,
 * both found here in closed form, so that ranges are order statistics and nothing is searched for.
 */
export class Turned {
  readonly #lows: number[] = [];
  readonly #highs: number[] = [];
  readonly #value: number;
  readonly #pull: number;

  /** The real lot's line: `pull` above 0. */
  constructor(value: number, pull: number) {
    this.#value = value;
    this.#pull = pull;
  }

  /** Another lot's line, its pull at most the real one's. |value − τ·pull| ≥ |real value − τ·real pull| holds between its two roots. */
  add(value: number, pull: number): void {
    if (this.#pull - Math.abs(pull) <= SAME * this.#pull) {
      // The real lot or its mirror image.
      this.#lows.push(Number.NEGATIVE_INFINITY);
      this.#highs.push(Number.POSITIVE_INFINITY);
      return;
    }
    const roots = [(this.#value - value) / (this.#pull - pull), (this.#value + value) / (this.#pull + pull)];
    this.#lows.push(Math.min(...roots));
    this.#highs.push(Math.max(...roots));
  }

  get difference(): number {
    return this.#value / this.#pull;
  }

  /** `isSample`: lots were sampled, so the real one is counted with them (Phipson & Smyth 2010): p = (1 + b) / (1 + m). */
  p(hypothesis: number, isSample: boolean): number {
    const within = SAME * Math.max(1, Math.abs(hypothesis), Math.abs(this.difference));
    let count = Number(isSample);
    for (let at = 0; at < this.#lows.length; at++) {
      if (this.#lows[at]! - within <= hypothesis && hypothesis <= this.#highs[at]! + within) count += 1;
    }
    return count / (this.#lows.length + Number(isSample));
  }

  /** Every τ with p(τ) above `alpha`. */
  range(alpha: number, isSample: boolean): Range {
    const all = this.#lows.length + Number(isSample);
    // Fewest lots, the real one apart, that keep p(τ) above alpha.
    const needed = Math.floor(alpha * all + SAME) + 1 - Number(isSample);
    if (needed <= 0) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
    const lows = Float64Array.from(this.#lows).sort();
    const highs = Float64Array.from(this.#highs).sort();
    return { low: lows[needed - 1]!, high: highs[highs.length - needed]! };
  }
}

const SAME = 1e-9;
