import { z } from "zod";
import { CoachAdvice } from "../../coach/contract.ts";

/** What the coach says of a key result; what it says of others beside it is told on the objective's page. */
export const Coached = z.object({
  ...CoachAdvice.shape,
  /** Someone keeps these words as they are; a new title is another matter. */
  keptAsIs: z.boolean(),
});
