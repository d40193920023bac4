/** What later rooms may use of the coach. */
export type { Advice, Check, CheckName, Context, Fields, Role, Said, Span } from "./answer.ts";
export { coach } from "./coach.ts";
export { inWords, verdictInWords } from "./coach-words.ts";
export type { Verdict } from "./judging/verdict.ts";
export { coachVersion } from "./judging/version.ts";
export { LANGUAGES, type Language } from "./languages/words.ts";
export { withWords } from "./with-words.ts";
