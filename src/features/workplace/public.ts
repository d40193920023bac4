/** Questions decided in writing, as something that is commented on. */
export { decisionSubjects } from "./handlers/decisions.ts";
