/** Figures to begin with: what was measured before, offered for what is written now. */

export interface Measured {
  title: string;
  /** Where it began; null for what is only watched, whose target is a limit. */
  start: string | null;
  now: string | null;
  target: string | null;
  decimals: number;
  /** Where it will likely end, while its cycle goes on. */
  heading: { middle: string } | null;
}

/**
 * From where it ended, or will likely end while its cycle goes on, to the target it had; null where there is no value,
 * no target where it was passed.
 */
export function figuresOf({ start, now, target, ...also }: Measured): { start: string; target: string | null } | null {
  if (now === null) return null;
  const from = also.heading ? rounded(also.heading.middle, Math.max(also.decimals, digitsOf(now))) : now;
  const ahead = target !== null && start !== null && Math.sign(Number(target) - Number(from));
  const open = ahead !== false && ahead !== 0 && ahead === Math.sign(Number(target) - Number(start));
  return { start: from, target: open ? target : null };
}

/** A forecast is no more exact than what was reported. */
function rounded(value: string, digits: number): string {
  return String(Number(Number(value).toFixed(digits)));
}

function digitsOf(figure: string): number {
  return figure.split(".")[1]?.length ?? 0;
}
