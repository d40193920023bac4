/** What pages and later rooms may show of the coach. */
export type { Advice as CoachAdvice, Context as CoachContext } from "../answer.ts";
export { CoachNote } from "./coach-note.tsx";
export { type CoachLook, lookOf } from "./look.ts";
export { Marked } from "./marked.tsx";
export { type Coach, useCoach } from "./use-coach.ts";
