/** Who says what of a subject's history is there for a viewer, for kinds that may be hidden. */
import type { Sights } from "./activity/public.ts";
import { dependenciesInSight } from "./alignment/public.ts";
import { keyResultsInSight, objectivesInSight } from "./okrs/public.ts";
import { planSights } from "./planning/public.ts";
import { initiativesInSight } from "./roadmap/public.ts";

export const sights: Sights = {
  objective: objectivesInSight,
  "key-result": keyResultsInSight,
  initiative: initiativesInSight,
  dependency: dependenciesInSight,
  ...planSights,
};
