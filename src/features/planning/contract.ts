/** The planning studio: plans of a coming cycle, their drafts, review, commitment and activation. */
import { draftInitiatives } from "./contract/draft-initiatives.ts";
import { draftKeyResults } from "./contract/draft-key-results.ts";
import { draftObjectives } from "./contract/draft-objectives.ts";
import { plans } from "./contract/plans.ts";
import { objectiveTemplates } from "./contract/templates.ts";
import { waiting } from "./contract/waiting.ts";

export const planning = {
  plans: { ...plans, ...waiting },
  draftObjectives,
  draftKeyResults,
  draftInitiatives,
  objectiveTemplates,
};
