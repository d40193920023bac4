import { z } from "zod";

/** What would make an objective or a key result better, in words: it never blocks. */
export const adviceInWords = {
  "no-why": "It does not say yet why it matters.",
  "no-key-results": "Nothing measures it yet.",
  "more-than-five-key-results": "It has more than five key results: fewer are easier to keep in mind.",
  "no-parent": "It supports nothing yet, so no line runs through it.",
  "every-weight-0": "All its key results weigh 0, so it shows no progress.",
  "private-not-counted": "It is private, so it counts in no figure that others see.",
  "no-owner": "Nobody owns it yet.",
  "no-unit": "Its number has no unit yet.",
  "done-or-not": "It is done or not done: a number would show more on the way.",
  "baseline-to-find": "Its baseline is yet to be found; until then it has no progress.",
} as const;

type AdviceKey = keyof typeof adviceInWords;

export const Advice = z
  .array(z.enum(Object.keys(adviceInWords) as [AdviceKey, ...AdviceKey[]]))
  .describe("What would make it better; it never blocks");

/** Where a person, the rule and the data do not say the same, in words. */
export const disagreementInWords = {
  "confident-forecast-unlikely": "Reported confident, forecast unlikely.",
  "doubtful-forecast-likely": "Reported doubtful, forecast likely.",
  "confident-status-off-track": "Reported confident, the status is Off track.",
  "doubtful-status-on-track": "Reported doubtful, the status is On track.",
  "on-track-forecast-unlikely": "On track, but the forecast is unlikely to reach its goal.",
  "off-track-forecast-likely": "Off track, but the forecast is likely to reach its goal.",
  "on-track-behind-pace": "On track, a little behind its pace.",
} as const;
