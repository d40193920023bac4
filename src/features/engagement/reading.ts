/** How a share is read out. Near unanimity only a bound: a unanimous figure tells what each single person answered. */
export interface Zone {
  reads: "or-more" | "or-less";
  /** Share that is read out, percent. */
  percent: number;
  /** Fewest and most favourable answers that read so. */
  from: number;
  to: number;
}

/**
 * The zone that a count of favourable answers lies in; null when its share is told. Every figure of the zone reads
 * alike, else the words would mean "unanimous": from ten answers on 90 % and 10 % (PRODUCT: "Anonymity of pulse"); of
 * five to nine answers only unanimity reaches 90 %, so there the zones begin at 75 % and 25 %.
 */
export function zoneOf(favourable: number, answers: number): Zone | null {
  const percent = answers >= 10 ? 90 : 75;
  const least = Math.ceil((answers * percent) / 100);
  if (favourable >= least) return { reads: "or-more", percent, from: least, to: answers };
  if (favourable <= answers - least) return { reads: "or-less", percent: 100 - percent, from: 0, to: answers - least };
  return null;
}

/** Share of 1 in whole percents, "0.62"; half away from zero. Halves of an answer are allowed. */
export function shareOf(favourable: number, answers: number): string {
  return asShare(Math.floor((200 * favourable + answers) / (2 * answers)));
}

/** Whole percents as a share of 1: 90 → "0.9". */
export function asShare(percent: number): string {
  return `${percent / 100}`;
}
