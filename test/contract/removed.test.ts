import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "../support/house.ts";

let house: House;
const complaints: string[] = [];

beforeAll(async () => {
  house = await openHouse({ log: pino({ level: "error" }, { write: (line: string) => void complaints.push(line) }) });
});
afterAll(() => house?.close());

test("an organisation that was deleted whole is not read any more, and nobody stumbles over it", async () => {
  const gone = await house.organisation("Gone");
  await gone.owner.ask("PUT", "/vision", { text: "We are here for a while.", version: 0 });
  const { status } = await gone.owner.ask("POST", "/organisation/removal", { name: "Gone" });
  expect(status).toBe(200);
  await house.feed.settled(gone.id);
  const { rowCount } = await house.sql.query("select 1 from event_reader where organisation_id = $1", [gone.id]);
  expect(rowCount).toBe(0);
  expect(complaints).toEqual([]);
});
