/** A whole number as it is typed in digits; NaN, which is refused in words, for anything else ("1e1", "3.7", "many"). */
export function wholeNumber(typed: string): number {
  return /^[-−]?\d+$/.test(typed.trim()) ? Number(typed.trim().replace("−", "-")) : Number.NaN;
}
