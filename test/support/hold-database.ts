/**
 * A process that opens the database of DATA_DIR as the program does, says so, and holds it until it is asked or made
 * to end. For tests of what a killed process leaves behind.
 */
import { pino } from "pino";
import { openDatabase } from "../../src/platform/database/connect.ts";
import { loadSettings } from "../../src/settings.ts";

try {
  const begun = performance.now();
  const database = await openDatabase(loadSettings(), pino({ level: "silent" }));
  const milliseconds = performance.now() - begun;
  process.on("SIGTERM", () => database.stop().then(() => process.exit(0)));
  console.log(JSON.stringify({ app: database.app, milliseconds }));
  setInterval(() => {}, 60_000);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
