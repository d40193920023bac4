/** What puts the rooms together hands it in: the key that seals what waits comes from the server's own secret. */
export { sealingWith } from "./sealing.ts";
