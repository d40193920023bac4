export { imperativeWritten, statementWritten } from "./events.ts";
export { addImperative, writeStatement } from "./queries.ts";
