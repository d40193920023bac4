/** What later rooms may use of the workplace. */

/** Working agreements: what there is to begin from, what holds for a team, and who writes it. */
export { agreementTemplates } from "./agreement-templates.ts";
/** Questions decided in writing, as something that is commented on. */
export { decisionSubjects } from "./handlers/decisions.ts";
export { mayAgreeFor } from "./permissions.ts";
export { agreementOf } from "./queries/agreements.ts";
