/** What other rooms may use of policies. */

/** For the room that launches pulses: whom policies cover, and whom they are compared with. */
export { armsToTell } from "./handlers/arms.ts";
