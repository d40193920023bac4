/** For rooms whose subjects are commented on: their comments as they are answered. */
export { presentComments } from "./presented.ts";
export { commentsOn, forgetComments } from "./queries.ts";
export type { SubjectOf, Subjects } from "./subjects.ts";
