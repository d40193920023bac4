import version from "./version.json" with { type: "json" };

/**
 * What the coach has learned and how it reads, as a mark of sixteen letters: another one whenever a weight, a word or a
 * rule is another. Verdicts that were stored under another mark are read again. Made by `npm run coach`.
 */
export const coachVersion: string = version.version;
