/** What puts the rooms together may use of policies. */

/** For the room that launches pulses: whom policies cover, and whom they are compared with. */
export { armsToTell } from "./handlers/arms.ts";
export { policySubjects } from "./handlers/talk.ts";
