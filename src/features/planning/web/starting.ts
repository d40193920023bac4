/** Figures to begin with: what was measured before, offered for what is written now. */

interface Measured {
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

/** The measures that share words with a title, the closest first (Jaccard: shared words of all there are); only those that have a value. */
export function closest<Each extends Measured>(title: string, measured: readonly Each[]): Each[] {
  const wanted = wordsOf(title);
  return measured
    .map((each) => ({ each, alike: sharedShare(wanted, wordsOf(each.title)) }))
    .filter(({ each, alike }) => alike > 0 && each.now !== null)
    .sort((one, other) => other.alike - one.alike)
    .map(({ each }) => each);
}

/** The closest that shares more than one word with a title; one in common says too little of what is measured. */
export function surely<Each extends Measured>(title: string, measured: readonly Each[]): Each | undefined {
  const wanted = wordsOf(title);
  return closest(title, measured).find((each) => sharedWords(wanted, wordsOf(each.title)) > 1);
}

/** Words of how people feel are one: what is called satisfaction is often measured as "felt easy". */
const feeling = /^(satisf|happ|felt|feel|eas[ey]|easi|pleas|content)/;

/** Words of four letters or more by their first six, so that "clinic" and "clinics" are one. */
function wordsOf(text: string): Set<string> {
  const words = text.toLocaleLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.map((word) => (feeling.test(word) ? "feel" : word.slice(0, 6))));
}

function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((word) => other.has(word)).length;
}

function sharedShare(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = sharedWords(one, other);
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}
