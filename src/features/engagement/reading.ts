/** How a share is read out. Near unanimity only a bound: a unanimous figure tells what each single person answered. */
export interface Zone {
  reads: "or-more" | "or-less";
  /** Share that is read out, percent, and within how many points. */
  percent: number;
  within: number;
  /** Fewest and most favourable answers that read so. */
  from: number;
  to: number;
}

/**
 * The zone that a count of favourable answers lies in; null when its share is told: 90 % and 10 % (PRODUCT: "Anonymity of
 * pulse"). Every count of a zone reads alike, else the words would mean "unanimous". Of five to nine answers only
 * unanimity reaches 90 %, so there one answer short of it reads the same, within the 10 points that it may lack.
 */
export function zoneOf(favourable: number, answers: number): Zone | null {
  const within = answers < 10 ? 10 : 0;
  const least = answers < 10 ? Math.max(answers - 1, Math.ceil(answers * 0.75)) : Math.ceil((answers * 90) / 100);
  if (favourable >= least) return { reads: "or-more", percent: 90, within, from: least, to: answers };
  if (favourable <= answers - least) return { reads: "or-less", percent: 10, within, from: 0, to: answers - least };
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
