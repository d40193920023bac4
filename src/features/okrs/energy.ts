import { type Decimal, decimal, exact, isDecimal } from "./decimals.ts";
import type { Refusal } from "./measures.ts";

/** Why energy cannot be stated so: percent of the owning team's capacity, 0–100 (PRODUCT: "energy"). 140 % is refused. */
export function energyRefusals(energy: Decimal): Refusal[] {
  if (isDecimal(energy) && exact(energy).gte(0) && exact(energy).lte(100)) return [];
  const expected = "a percentage of the team's capacity from 0 to 100";
  return [
    { field: "energy", expected, todo: "Nobody has more than all of their time: split the objective, or lower it." },
  ];
}

export interface EnergySum {
  /** Percent; null where none is stated. */
  sum: Decimal | null;
  limit: Decimal;
  /** Percent left under the limit; below 0 where too much was promised. */
  left: Decimal;
  advice: "over-limit" | "none-stated" | "some-not-stated" | null;
}

/**
 * A team's energy in a cycle over its leaf objectives, held against its limit: 100 %, or what the organisation sets
 * (planning 60 % leaves room for what nobody planned). Advice, never a refusal.
 */
export function energyOfTeam(stated: readonly (Decimal | null)[], limit: Decimal = "100"): EnergySum {
  const known = stated.filter((energy) => energy !== null);
  const sum = known.reduce((total, energy) => total.plus(energy), exact(0));
  const advice = sum.gt(limit)
    ? "over-limit"
    : known.length === 0
      ? "none-stated"
      : known.length < stated.length
        ? "some-not-stated"
        : null;
  return { sum: known.length === 0 ? null : decimal(sum), limit, left: decimal(exact(limit).minus(sum)), advice };
}
