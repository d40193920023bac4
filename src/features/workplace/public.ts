/** Questions decided in writing, as something that is commented on. */
export { decisionSubjects } from "./handlers/decisions.ts";
/** What people planned for a week, for rules that are about it. */
export { anchorDaysAround, type PlannedWeek, plannedWeeks } from "./handlers/planned-week.ts";
