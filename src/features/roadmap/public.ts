/** For queries of later rooms: which initiatives are there for the viewer. */
export { initiativesInSight, visibleInitiative } from "./queries.ts";
