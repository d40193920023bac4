/** What pages and later rooms may show of the coach. */
import { quietly } from "../../../web/quietly.ts";
import type { CoachNoteProps } from "./coach-note.tsx";

export type { Advice as CoachAdvice, Context as CoachContext } from "../answer.ts";
export { type CoachLook, lookOf } from "./look.ts";
export { Marked } from "./marked.tsx";
export { type Coach, useCoach } from "./use-coach.ts";

/** Comes with the first advice. */
export const CoachNote = quietly<CoachNoteProps>(() => import("./coach-note.tsx"));
