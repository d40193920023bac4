/** What later rooms may use of the workplace. */

/** Working agreements: what there is to begin from, what holds for a team, and who writes it. */
export { agreementTemplates } from "./agreement-templates.ts";
/** Questions decided in writing, as something that is commented on. */
export { decisionSubjects } from "./handlers/decisions.ts";
/** What people planned for a week, for rules that are about it. */
export { anchorDaysAround, type PlannedWeek, plannedWeeks } from "./handlers/planned-week.ts";
export { mayAgreeFor } from "./permissions.ts";
export { agreementOf } from "./queries/agreements.ts";
