import { z } from "zod";

/** What would make a plan or one of its lines better, in words: it never blocks. */
const planAdviceInWords = {
  "no-objectives": "It holds no objective yet.",
  "fewer-than-three-objectives": "It has fewer than three objectives: is everything that matters here?",
  "more-than-five-objectives": "It has more than five objectives: fewer are easier to keep in mind.",
  "energy-above-planned": "Its objectives ask for more energy than is planned.",
  "energy-not-stated": "Not every objective says how much of the team's capacity it takes.",
  "not-reviewed": "Nobody has been asked to review it yet.",
  "reviewers-waiting": "Not every reviewer has answered yet.",
  "changes-asked": "A reviewer asks for changes.",
  "not-all-accepted": "Not every key result has been accepted by its owner.",
  "no-why": "It does not say yet why it matters.",
  "no-parent": "It supports nothing yet, so no line runs through it.",
  "no-key-results": "Nothing measures it yet.",
  "more-than-five-key-results": "It has more than five key results: fewer are easier to keep in mind.",
  "every-weight-0": "All its key results weigh 0, so it shows no progress.",
  "private-not-counted": "It is private, so it counts in no figure that others see.",
  "no-owner": "Nobody owns it yet.",
  "no-measure": "It does not say yet from where to where it should move.",
  "no-unit": "Its number has no unit yet.",
  "done-or-not": "It is done or not done: a number would show more on the way.",
  "baseline-to-find": "Its baseline is yet to be found; until then it has no progress.",
  "not-accepted": "Its owner has not accepted it yet.",
  declined: "Its owner declined it.",
  "moves-nothing": "It names no key result that it should move.",
} as const;

type PlanAdviceKey = keyof typeof planAdviceInWords;

export const PlanAdvice = z
  .array(z.enum(Object.keys(planAdviceInWords) as [PlanAdviceKey, ...PlanAdviceKey[]]))
  .describe("What would make it better; it never blocks");
