import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { messages } from "./src/web/build/messages.ts";
import { operations } from "./src/web/build/operations.ts";

/**
 * Three suites, from fast to slow. Every one may ask for a database (test/support/database.ts): one PostgreSQL is
 * started for the whole run beside the first tests, so a suite that needs none does not wait for it.
 */
export default defineConfig({
  plugins: [messages({ locale: "en" }), operations(fileURLToPath(new URL("./src/contract.ts", import.meta.url)))],
  test: {
    globalSetup: ["test/support/database-server.ts"],
    pool: "threads",
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["src/**/*.test.{ts,tsx}", "bench/**/*.test.ts", "db/**/*.test.ts"] },
      },
      { extends: true, test: { name: "contract", include: ["test/contract/**/*.test.{ts,tsx}"] } },
      {
        extends: true,
        test: {
          name: "journeys",
          include: ["test/journeys/**/*.test.{ts,tsx}"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
