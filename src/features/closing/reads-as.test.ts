/** How what has ended reads through every answer, and what can still be done with it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Answer, type House, type Organisation, openHouse } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective, newSupport } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;
let objective: { id: string };
let keyResult: { id: string; version: number };
let abandoned: { id: string };

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
  objective = await newObjective(osier, cycleId);
  keyResult = await newKeyResult(osier, objective.id, { unit: "%" });
  abandoned = await newObjective(osier, cycleId, { title: "Clinics pay on time" });
  await newKeyResult(osier, abandoned.id);
  await newSupport(osier, abandoned.id, { kind: "objective", id: objective.id }, { mode: "supports" });
  ok(
    await osier.member.ask("POST", `/key-results/${keyResult.id}/check-ins`, {
      ...{ id: newId(), value: "66", confidence: 7, blocker: "One clinic in six stops at the insurance step." },
      ask: { id: newId(), toMemberId: osier.colleague.id, text: "Can it be optional?" },
    }),
  );
});
afterAll(() => house.close());

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; the contract's types are tested apart.
const ok = ({ status, body }: Answer): any => {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
const get = async (path: string) => ok(await osier.member.ask("GET", path));
const page = () => get(`/objectives/${objective.id}`);
const become = async (state: string, more: object = {}) => {
  const { version } = ok(await osier.champion.ask("GET", `/cycles/${cycleId}`));
  return osier.champion.ask("PUT", `/cycles/${cycleId}/state`, { version, state, ...more });
};
const grade = async (score: string, version = 0) =>
  ok(
    await osier.member.ask("PUT", `/key-results/${keyResult.id}/grade`, {
      version,
      score,
      note: "Seen.",
      next: "keep",
    }),
  );
const close = async (asks: object[] = []) =>
  osier.member.ask("PUT", `/objectives/${objective.id}/closure`, {
    ...{ version: 0, score: "0.7", note: "Seen.", next: "keep", asks },
  });
const atEnd = { status: "closed", end: { score: "0.7", outcome: null } };

it("a cycle is not closed over open asks and blockers, which are named", async () => {
  ok(await become("closing"));
  const { status, body } = await become("closed");
  expect([status, body.problems.map(({ field }: { field: string }) => field)]).toEqual([
    422,
    ["state", "asks", "blockers"],
  ]);
  expect(body.detail).toContain("“Clinics start unaided”, “Clinics pay on time”");
  expect(body.detail).toContain(`“Can it be optional?” to ${osier.colleague.name}`);
  expect(body.detail).toContain("“One clinic in six stops at the insurance step.”");
});

it("an objective reads what it was closed with, on its page, in lists, on the map and to its neighbours", async () => {
  await grade("0.7");
  expect((await page()).status.end).toBeNull();
  const [open] = (await get(`/objectives/${objective.id}/closing`)).keyResults[0].asks;
  ok(await close([{ id: open.id, settle: "close", word: "Done." }]));
  const closed = await page();
  expect(closed.status).toMatchObject({ ...atEnd, proposed: { because: { rule: "closed" } } });
  expect(closed.keyResults[0]).toMatchObject({ status: atEnd, forecast: null, disagreements: [] });
  const { items } = await get(`/objectives?cycleId=${cycleId}&status=closed`);
  expect(items).toMatchObject([{ id: objective.id, status: atEnd }]);
  const map = await get(`/map?cycleId=${cycleId}`);
  expect(map.objectives.find(({ id }: { id: string }) => id === objective.id)).toMatchObject(atEnd);
  expect(map.keyResults.find(({ id }: { id: string }) => id === keyResult.id)).toMatchObject(atEnd);
  expect((await get(`/objectives/${abandoned.id}`)).parents[0].objective.status).toMatchObject(atEnd);
  expect((await get(`/key-results/${keyResult.id}`)).status).toMatchObject(atEnd);
});

it("what is closed offers nothing that is refused, and refuses what it does not offer", async () => {
  const { can, keyResults, version } = await page();
  expect(can).toMatchObject({ edit: false, addKeyResult: false, link: false, overrule: false, close: false });
  expect(keyResults[0].can).toMatchObject({
    ...{ edit: false, checkIn: false, changeTarget: false, overrule: false, close: false, remove: false },
  });
  const asked = await Promise.all([
    osier.member.ask("PATCH", `/objectives/${objective.id}`, { version, title: "Other words" }),
    osier.member.ask("PUT", `/objectives/${objective.id}/state`, { version, state: "open" }),
    osier.member.ask("PATCH", `/key-results/${keyResult.id}`, { version: keyResults[0].version, title: "Other" }),
    osier.member.ask("DELETE", `/key-results/${keyResult.id}`, { everything: true }),
    osier.member.ask("POST", `/objectives/${objective.id}/key-results`, {
      ...{ id: newId(), title: "One more", measure: { kind: "done" } },
    }),
  ]);
  expect(asked.map(({ status, body }) => [status, body.problems?.[0].field])).toEqual(asked.map(() => [422, "state"]));
});

it("goes on as before once the grade is taken back", async () => {
  ok(await osier.member.ask("DELETE", `/objectives/${objective.id}/closure`));
  const open = await page();
  expect(open).toMatchObject({ status: { end: null }, can: { edit: true, close: true } });
  expect(open.status.status).not.toBe("closed");
  expect(open.keyResults[0]).toMatchObject({ status: { end: null }, can: { checkIn: true, close: true } });
  ok(await close());
});

it("what a closed cycle left open has ended with it, ungraded; an amendment is read at once", async () => {
  ok(await become("closed", { withOpen: true }));
  const left = await get(`/objectives/${abandoned.id}`);
  expect(left.status).toMatchObject({ status: "closed", end: { score: null, outcome: null } });
  expect(left.keyResults[0].status.status).toBe("closed");
  ok(
    await osier.member.ask("POST", `/objectives/${objective.id}/amendments`, {
      ...{ id: newId(), score: "1.0", reason: "A clinic was counted late." },
    }),
  );
  expect((await page()).status).toMatchObject({ status: "achieved", end: { score: "1", outcome: null } });
});
