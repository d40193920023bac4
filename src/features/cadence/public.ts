/** What later rooms may use of check-ins. */
export { type DueCheckIn, dueCheckIn, placeOf } from "./due.ts";
/** For a room that closes what asks hang on. */
export { closeOpenAsk, moveOpenAsk } from "./handlers/asks.ts";
/** What somebody waits for, told where a cycle is to be closed. */
export { waitsOn } from "./queries/waits-on.ts";
