import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { messages } from "./src/web/build/messages.ts";
import { operations } from "./src/web/build/operations.ts";

const besideTheCode = globSync("{src,bench,db}/**/*.test.{ts,tsx}", { cwd: import.meta.dirname });
const learned = ["bench/**/*.test.ts"];
/**
 * A test reaches a database through test/support, or by starting one: so it is found by what it says, and a suite
 * cannot hold the wrong tests. One that gets past this is refused (test/support/database.ts), as `unit` starts none.
 */
const withDatabase = besideTheCode.filter((file) =>
  /test\/support|startEmbedded|openDatabase/.test(readFileSync(new URL(file, import.meta.url), "utf8")),
);

/**
 * Five suites: pure rules; what the coach and the forecast have learned, which learns it again; rooms, whose handlers
 * are asked with a real database beside them; the contract as a whole; journeys. The last three share one PostgreSQL a
 * run, started beside the first tests.
 */
const database = { globalSetup: ["test/support/database-server.ts"] };

export default defineConfig({
  plugins: [messages({ locale: "en" }), operations(fileURLToPath(new URL("./src/contract.ts", import.meta.url)))],
  test: {
    pool: "threads",
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      // Pure tests leave nothing behind, so they share their modules: four times as fast.
      {
        extends: true,
        test: { name: "unit", include: besideTheCode, exclude: [...withDatabase, ...learned], isolate: false },
      },
      { extends: true, test: { name: "learned", include: learned, exclude: withDatabase } },
      { extends: true, test: { name: "rooms", include: withDatabase, ...database } },
      { extends: true, test: { name: "contract", include: ["test/contract/**/*.test.{ts,tsx}"], ...database } },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file has a server and a browser of its own: two at a time is what two processors carry.
          maxWorkers: 2,
          ...database,
        },
      },
    ],
  },
});
