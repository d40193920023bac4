/** Arms of policies stand among the cells of a pulse: no other figure of them is ever made. */
export { armCell } from "./arms.ts";
/** Who may ask everybody something. */
export { mayLaunchPulses } from "./permissions.ts";
/** What puts the rooms together hands it in: the key that seals what waits comes from the server's own secret. */
export { sealingWith } from "./sealing.ts";
