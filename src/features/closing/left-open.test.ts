/** A cycle that was closed with objectives left open: what they say, and that they go on where somebody takes them along. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective, newSupport } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;
let nextId: string;
let left: { id: string };
let below: { id: string };
let unpaid: { id: string };
let dropped: { id: string };

const ask = (method: string, path: string, body?: object) => told(osier.champion.ask, method, path, body);
const rollover = () => ask("GET", `/cycles/${cycleId}/rollover`);
const roll = (body: object = {}) => ask("POST", `/cycles/${cycleId}/rollover`, { toId: nextId, ...body });
const become = async (state: string) => {
  const { version } = await ask("GET", `/cycles/${cycleId}`);
  await ask("PUT", `/cycles/${cycleId}/state`, { version, state, withOpen: true });
};

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
  nextId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  left = await newObjective(osier, cycleId, { title: "Clinics pay on time" });
  unpaid = await newKeyResult(osier, left.id, { unit: "%" });
  dropped = await newKeyResult(osier, left.id, { title: "Invoices by post" });
  await ask("POST", `/key-results/${unpaid.id}/check-ins`, { id: newId(), value: "46", confidence: 7, ask: null });
  below = await newObjective(osier, cycleId, { title: "Reminders go out" });
  await newSupport(osier, below.id, { kind: "objective", id: left.id }, { mode: "supports" });
  await become("closing");
  const grade = { version: 0, score: "0.5", note: "Seen.", next: "keep" };
  await ask("PUT", `/key-results/${unpaid.id}/grade`, grade);
  await ask("PUT", `/key-results/${dropped.id}/grade`, { ...grade, score: "0", next: "drop" });
  await ask("POST", `/key-results/${unpaid.id}/check-ins`, { id: newId(), value: "48", confidence: 7, ask: null });
});
afterAll(() => house.close());

it("while the cycle is closing nobody has said whether they go on", async () => {
  expect(await rollover()).toMatchObject({ undecided: 2, items: [] });
});

it("once it is closed they are offered, and every grade that was given counts", async () => {
  await become("closed");
  const { undecided, items } = await rollover();
  expect(undecided).toBe(2);
  expect(items).toMatchObject([
    {
      ...{ id: left.id, next: null, successorId: null, can: { rollOver: true } },
      keyResults: [{ id: unpaid.id, next: "keep", start: "48" }],
    },
    { id: below.id, next: null, keyResults: [] },
  ]);
  const { teams, open } = await ask("GET", `/cycles/${cycleId}/closing`);
  expect([open, teams[0].objectives[0].graded, teams[0].objectives[0].keyResults]).toEqual([2, 2, 2]);
});

it("they go on where they are named, with their links, and not of themselves", async () => {
  expect((await roll()).made).toMatchObject({ objectives: 0, keyResults: 0 });
  const both = { objectiveIds: [left.id, below.id] };
  const { made, rollover: after } = await roll(both);
  expect(made).toMatchObject({ objectives: 2, keyResults: 1, links: 1 });
  expect(after.undecided).toBe(0);
  const next = await ask("GET", `/objectives/${after.items[0].successorId}`);
  expect(next).toMatchObject({ title: "Clinics pay on time", cycle: { id: nextId }, status: { end: null } });
  expect((await roll(both)).made).toEqual({ objectives: 0, keyResults: 0, links: 0, asks: 0 });
  expect((await roll()).made).toEqual({ objectives: 0, keyResults: 0, links: 0, asks: 0 });
});
