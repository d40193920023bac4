/** What other rooms may use of alignment. */

export { tellUnderstood } from "./handlers/understood.ts";
/** For what is told of a dependency elsewhere. */
export { dependenciesInSight } from "./queries/dependencies.ts";
