export { type Comment, Comments, type Subject } from "./comments.tsx";
export { Composer } from "./composer.tsx";
export { MentionsWaiting } from "./mentions-waiting.tsx";
