/** An import is taken back through the contract: what goes, what stays and why, and that the file comes in again. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { tableSums } from "../../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse } from "../../../../test/support/house.ts";
import { newCycle } from "../../../../test/support/okrs.ts";
import { newId } from "../../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;

beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  osier = await house.organisation();
  cycleId = await newCycle(osier);
});
afterAll(() => house.close());

const file = [
  "Objective,Key result,Type,Start,Target,Parent",
  "Mornings are calm,Calls before nine,,40,10,",
  "Mornings are calm,Waiting at eight,,12,4,",
  "Nights are calm,Calls at night,,9,3,Mornings are calm",
].join("\n");

async function importFile(content = file) {
  const id = newId();
  const body = { id, fileName: "okrs.csv", content: Buffer.from(content).toString("base64"), cycleId };
  const answer = await osier.champion.ask("POST", "/imports", body);
  expect(answer.status).toBe(200);
  return { id, rows: answer.body.rows };
}

async function okrs() {
  await house.feed.settled(osier.id);
  const {
    import: _,
    event: __,
    import_source: ___,
    import_alias: ____,
    event_reader: _____,
    // That alignment was counted, and found nothing. What it answers is compared instead.
    alignment_change: ______,
    alignment_day: _______,
    alignment_standing: ________,
    ...sums
  } = await tableSums(house, osier.id);
  const { body: alignment } = await osier.champion.ask("GET", `/alignment?cycleId=${cycleId}`);
  return { ...sums, alignment };
}

const idOf = async (table: string, title: string) =>
  (await house.sql.query(`select id from ${table} where organisation_id = $1 and title = $2`, [osier.id, title]))
    .rows[0]?.id as string;
const titles = (stays: { title: string; reason: string }[]) => stays.map(({ title, reason }) => `${title}: ${reason}`);

test("an import nobody touched goes whole, as its preview said; the same file then comes in anew", async () => {
  const before = await okrs();
  const { id } = await importFile();
  const after = await okrs();
  const seen = await osier.champion.ask("GET", `/imports/${id}/undoing`);
  expect(seen.body).toEqual({
    goes: { objective: 2, "key-result": 3, initiative: 0, "health-metric": 0 },
    stays: [],
  });
  expect(await okrs()).toEqual(after);
  const undone = await osier.champion.ask("POST", `/imports/${id}/undoing`);
  expect([undone.status, undone.body]).toEqual([200, seen.body]);
  expect(await okrs()).toEqual(before);
  const { items } = (await osier.champion.ask("GET", "/imports")).body;
  expect(items[0].undone).toMatchObject({ member: { id: osier.champion.id }, removed: 5, stayed: 0 });
  expect((await osier.champion.ask("GET", `/imports/${id}`)).body.undone).toEqual(items[0].undone);
  const again = await osier.champion.ask("POST", `/imports/${id}/undoing`);
  expect(again.body).toEqual({ goes: { objective: 0, "key-result": 0, initiative: 0, "health-metric": 0 }, stays: [] });
  expect((await importFile()).rows.objective.create).toBe(2);
});

test("what has check-ins stays with its objective, and what is linked below it goes", async () => {
  const { id } = await importFile();
  const keyResultId = await idOf("key_result", "Calls before nine");
  const checkIn = { id: newId(), value: "30", confidence: 7 };
  expect((await osier.champion.ask("POST", `/key-results/${keyResultId}/check-ins`, checkIn)).status).toBe(200);
  const { body } = await osier.owner.ask("POST", `/imports/${id}/undoing`);
  expect(body.goes).toEqual({ objective: 1, "key-result": 1, initiative: 0, "health-metric": 0 });
  expect(titles(body.stays)).toEqual([
    "Mornings are calm: “Calls before nine” belongs to it and stays.",
    "Calls before nine: It has check-ins.",
    "Waiting at eight: It belongs to “Mornings are calm”, which stays.",
  ]);
  expect(await idOf("objective", "Nights are calm")).toBeUndefined();
});

test("what was changed, added to or linked by others stays, each with its reason", async () => {
  const { id } = await importFile("Objective\nChanged\nAdded to\nLinked\nIntended\nUntouched\n");
  const changed = await idOf("objective", "Changed");
  await osier.champion.ask("PATCH", `/objectives/${changed}`, { version: 1, why: "It matters." });
  const measure = { kind: "done" };
  const addedTo = await idOf("objective", "Added to");
  const added = await osier.champion.ask("POST", `/objectives/${addedTo}/key-results`, {
    id: newId(),
    title: "One",
    measure,
  });
  expect(added.status).toBe(200);
  const own = { id: newId(), cycleId, level: "company", title: "Another's" };
  await osier.champion.ask("POST", "/objectives", own);
  const parent = { kind: "objective", id: await idOf("objective", "Linked") };
  const support = { id: newId(), objectiveId: own.id, parent, mode: "supports" };
  expect((await osier.champion.ask("POST", "/supports", support)).status).toBe(200);
  const { body } = await osier.champion.ask("POST", `/imports/${id}/undoing`);
  expect(body.goes.objective).toBe(2);
  expect(titles(body.stays)).toEqual([
    "Added to: “One” was added to it.",
    "Changed: It was changed since.",
    "Linked: “Another's” is linked to it.",
  ]);
});

test("members, teams and cycles it made are named as staying", async () => {
  const content = Buffer.from("Objective,Team\nCalm,Night desk\n").toString("base64");
  const body = { id: newId(), fileName: "okrs.csv", content, cycleId, create: { teams: ["Night desk"] } };
  await osier.owner.ask("POST", "/imports", body);
  const undone = await osier.owner.ask("POST", `/imports/${body.id}/undoing`);
  expect(undone.body).toMatchObject({ goes: { objective: 1 }, stays: [{ kind: "team", title: "Night desk" }] });
});

test("after 30 days, by others and for what is not there it is refused", async () => {
  const { id } = await importFile();
  expect((await osier.member.ask("POST", `/imports/${id}/undoing`)).status).toBe(403);
  expect((await osier.champion.ask("POST", `/imports/${newId()}/undoing`)).status).toBe(404);
  await house.sql.query("update import set recorded_at = recorded_at - interval '31 days' where id = $1", [id]);
  const late = await osier.champion.ask("POST", `/imports/${id}/undoing`);
  expect([late.status, late.body.problems[0].expected]).toEqual([422, "an import of the last 30 days"]);
});
