/** What later rooms may use of check-ins. */
export { type DueCheckIn, dueCheckIn, placeOf } from "./due.ts";
