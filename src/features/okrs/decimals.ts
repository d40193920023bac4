import { Exactly } from "./exactly.ts";

/**
 * Exact decimals. PostgreSQL `numeric` reaches us as a string and leaves as one; a float would turn 0.52 − 0.27 into
 * 0.25000000000000006 and a key result that is At risk into one that is Off track.
 */
export type Decimal = string;
export type { Exactly };

/** A number to calculate with. Divisions keep 30 digits after the point. Throws on anything but a decimal. */
export function exact(value: Decimal | number | Exactly): Exactly {
  return Exactly.from(value);
}

/** The decimal string of a number: plain notation, no trailing zeros, never "-0". */
export function decimal(value: Exactly): Decimal {
  return value.toString();
}

/** A quotient as it is stored and handed on (progress, pace, shares of a mean): 10 digits after the point. */
export function ratio(value: Exactly): Decimal {
  return decimal(value.round(FRACTION_DIGITS));
}

/**
 * A difference of ratios as a rule compares it: rounded to 9 digits after the point, one fewer than they are stored
 * with, so that a gap of 0.05 between a stored third and a stored 0.3833333333 is 0.05 whatever their last digit was.
 */
export function comparable(difference: Exactly): Exactly {
  return difference.round(FRACTION_DIGITS - 1);
}

/** Most digits before the point a stored figure may have. */
export const WHOLE_DIGITS = 20;
/** Most digits after the point a stored figure may have. */
export const FRACTION_DIGITS = 10;

const STORED = new RegExp(`^-?\\d{1,${WHOLE_DIGITS}}(\\.\\d{1,${FRACTION_DIGITS}})?$`);

/** Whether a text is a figure as it is stored, numeric(30,10): "12.5", "-3"; not "1e3", "12,5", "NaN" or "". */
export function isDecimal(text: string): boolean {
  return STORED.test(text);
}
