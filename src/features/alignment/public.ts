/** For the room that publishes pulses: what a pulse told goes into the index of a cycle. */
export { noteUnderstood } from "./queries.ts";
