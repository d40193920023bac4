/** For rooms that write many at once: the verbs that the operations are made of, in a transaction that is open. */
export {
  changeInitiativeAsAsked,
  changeInitiativeState,
  createInitiative,
  removeInitiativeAsAsked,
} from "./handlers/initiatives.ts";
/** For queries of later rooms: which initiatives are there for the viewer. */
export { initiativesInSight, visibleInitiative } from "./queries/initiatives.ts";
