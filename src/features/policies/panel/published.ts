import type { Share } from "../evidence/inference/shares.ts";

/** What a pulse told of an arm: the very figure that is published, and nothing that is not. */
export interface ArmFigure {
  pulseId: string;
  /** The day on which it closed. */
  on: string;
  question: string;
  arm: "covered" | "others";
  reads: "exactly" | "about" | "or-more" | "or-less" | "withheld";
  /** Share of 1. */
  share: number | null;
  within: number;
  /** In steps of five, downward. */
  answersFrom: number | null;
}

/**
 * The answers of an arm as its published figure tells them, so that whatever is found from it was told already: the
 * fewest answers it may have, and of those the share. Near unanimity only a bound is told, and the middle of what it
 * leaves stands for it. Null where it is withheld.
 */
export function shareOf({
  reads,
  share,
  answersFrom,
}: Pick<ArmFigure, "reads" | "share" | "answersFrom">): Share | null {
  if (reads === "withheld" || share === null || !answersFrom) return null;
  const told = reads === "or-more" ? (1 + share) / 2 : reads === "or-less" ? share / 2 : share;
  return { yes: told * answersFrom, of: answersFrom };
}

/** The last pulse since the start that told both arms of a question; null where there is none. */
export function lastOfBoth(
  figures: readonly ArmFigure[],
  start: string,
): { on: string; covered: Share; others: Share } | null {
  const since = figures.filter(({ on }) => on >= start);
  const pulses = [...Map.groupBy(since, ({ pulseId }) => pulseId).values()].sort((one, other) =>
    one[0]!.on < other[0]!.on ? 1 : -1,
  );
  for (const pulse of pulses) {
    const of = (arm: ArmFigure["arm"]) =>
      pulse.filter((each) => each.arm === arm).flatMap((each) => shareOf(each) ?? []);
    const [[covered], [others]] = [of("covered"), of("others")];
    if (covered && others) return { on: pulse[0]!.on, covered, others };
  }
  return null;
}

/** The last that was told of the covered since the start, for a limit of their own. */
export function lastOfCovered(figures: readonly ArmFigure[], start: string): Share | null {
  const since = figures.filter(({ on, arm }) => on >= start && arm === "covered");
  const told = since.toSorted((one, other) => (one.on < other.on ? -1 : 1)).flatMap((each) => shareOf(each) ?? []);
  return told.at(-1) ?? null;
}
