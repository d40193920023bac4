/** Priority shares of the imperatives that have one, added up exactly; "–" belongs to those that have none. */
import Big from "big.js";

/** Percent, as an exact decimal without trailing zeros; null where no imperative states a share. */
export function sumOfShares(shares: readonly (string | null)[]): string | null {
  const stated = shares.filter((share) => share !== null);
  return stated.length > 0 ? stated.reduce((sum, share) => sum.plus(share), new Big(0)).toFixed() : null;
}

/** What the shares that are stated leave of 100, which is less than nothing where they are too many. */
export function leftOver(sum: string): string {
  return new Big(100).minus(sum).toFixed();
}
