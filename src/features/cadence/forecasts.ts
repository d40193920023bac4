/** Where a key result is heading, from its row and what was reported of it. */
import { keyResultForecast, type MeasureColumns, measureOf, type Span } from "../okrs/public.ts";

export interface Reported extends MeasureColumns {
  unit: string;
  decimals: number;
  commitment: string;
  /** Every number that was reported, the oldest first: milliseconds since 1970 and the value; null for none. */
  reported: readonly [number, string][] | null;
}

/** A forecast as its key result keeps it. */
export interface StoredForecast {
  checkIns: number;
  middle: string;
  range50: [string, string];
  range80: [string, string];
  chance: string | null;
}

/** null where there are too few check-ins, and for what is not reported as a number. */
export function forecastOf(of: Reported, span: Span): StoredForecast | null {
  const { unit, decimals } = of;
  const checkIns = (of.reported ?? []).map(([at, value]) => ({ at, value }));
  const reports = { measure: measureOf(of), commitment: of.commitment as Commitment, unit, decimals, checkIns };
  // A forecast does not change by waiting, and another server's clock may be ahead: all that was reported counts.
  const latest = Math.max(0, ...checkIns.map(({ at }) => at));
  const found = keyResultForecast(reports, span, latest);
  if (found?.kind !== "forecast") return null;
  const { kind: _, ...stored } = found;
  return stored;
}

type Commitment = Parameters<typeof keyResultForecast>[0]["commitment"];
