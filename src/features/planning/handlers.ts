import { keeps } from "../../platform/http/keeps.ts";
import { planning as contract } from "./contract.ts";
import { draftInitiatives } from "./handlers/draft-initiatives.ts";
import { draftKeyResults } from "./handlers/draft-key-results.ts";
import { draftObjectives } from "./handlers/draft-objectives.ts";
import { plans } from "./handlers/plans.ts";
import { objectiveTemplates } from "./handlers/templates.ts";

export const planning = keeps(contract).router({
  plans,
  draftObjectives,
  draftKeyResults,
  draftInitiatives,
  objectiveTemplates,
});
