export { imperativeWritten, statementWritten } from "./events.ts";
export { addImperative, imperativesInOrder, statementOf, writeStatement } from "./queries.ts";
