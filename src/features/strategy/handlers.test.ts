import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, type Organisation, openHouse } from "../../../test/support/house.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation();
});
afterAll(() => house.close());

async function imperative(statement: string) {
  const { body } = await osier.champion.ask("POST", "/imperatives", { id: newId(), statement });
  return body as { id: string; version: number };
}

const statements = async () =>
  (await osier.member.ask("GET", "/imperatives")).body.items.map(({ statement }: { statement: string }) => statement);

test("an archived imperative comes back to its place, with its links, once", async () => {
  const [first] = [await imperative("Win the first week"), await imperative("Be there at night")];
  const cycle = { id: newId(), name: "Q1", kind: "quarter", startsOn: "2027-01-04", endsOn: "2027-03-28" };
  await osier.champion.ask("POST", "/cycles", cycle);
  const objective = { id: newId(), cycleId: cycle.id, level: "company", title: "Mornings are calm" };
  await osier.champion.ask("POST", "/objectives", objective);
  const parent = { kind: "imperative", id: first.id };
  await osier.champion.ask("POST", "/supports", { id: newId(), objectiveId: objective.id, parent, mode: "supports" });
  const above = async () => (await osier.member.ask("GET", `/map?cycleId=${cycle.id}`)).body;
  const linked = JSON.stringify(await above());

  await osier.champion.ask("POST", `/imperatives/${first.id}/archiving`, { version: first.version });
  expect(await statements()).toEqual(["Be there at night"]);
  expect(JSON.stringify(await above())).not.toBe(linked);

  const back = await osier.owner.ask("DELETE", `/imperatives/${first.id}/archiving`);
  expect([back.status, back.body.archivedAt]).toEqual([200, null]);
  expect(await statements()).toEqual(["Win the first week", "Be there at night"]);
  const again = await osier.owner.ask("DELETE", `/imperatives/${first.id}/archiving`);
  expect(again.body).toEqual(back.body);
  const { items } = (await osier.member.ask("GET", `/history/${first.id}`)).body;
  expect(items.map(({ kind }: { kind: string }) => kind)).toEqual([
    "imperative-restored",
    "imperative-archived",
    "imperative-written",
  ]);
});

test.each(["admin", "member", "guest"] as const)("a %s brings none back", async (role) => {
  const { id, version } = await imperative("Keep what works");
  await osier.champion.ask("POST", `/imperatives/${id}/archiving`, { version });
  expect((await osier[role].ask("DELETE", `/imperatives/${id}/archiving`)).status).toBe(403);
});

test("what is not there and what is another organisation's look alike", async () => {
  const other = await house.organisation();
  const { id } = await imperative("Nobody waits");
  for (const unknown of [id, newId()])
    expect((await other.owner.ask("DELETE", `/imperatives/${unknown}/archiving`)).status).toBe(404);
});
