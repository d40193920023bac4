/** What other rooms may use of alignment. */

/** For what is told of a dependency elsewhere. */
export { dependenciesInSight } from "./queries/dependencies.ts";
/** For the room that publishes pulses: what a pulse told goes into the index of a cycle. */
export { noteUnderstood } from "./queries.ts";
