/** Who may know of a plan and its lines: for histories, comments and whatever else is told of them elsewhere. */
export { planSights, planSubjects } from "./handlers/sights.ts";
