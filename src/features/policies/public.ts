/** What puts the rooms together may use of policies. */
export { policySubjects } from "./handlers/talk.ts";
