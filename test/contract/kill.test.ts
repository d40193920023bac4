import { expect, it } from "vitest";
import { killUnderLoad } from "../support/kill.ts";

/** `npm run kill` does the same twenty times each. */
it("no acknowledged check-in is lost or doubled when the server or its PostgreSQL is killed", async () => {
  const victims = ["server", "PostgreSQL", "server", "PostgreSQL", "server", "PostgreSQL"] as const;
  const { acknowledged, inFlight, wrong } = await killUnderLoad({ writers: 16, victims: [...victims] });
  expect(wrong).toEqual([]);
  expect(acknowledged).toBeGreaterThan(victims.length);
  expect(Math.min(...inFlight)).toBeGreaterThan(0);
}, 120_000);
