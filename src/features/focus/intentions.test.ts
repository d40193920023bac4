import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, type Organisation, openHouse, type Person } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let setup: { id: string };
let goal: { id: string };
beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation();
  goal = await newObjective(osier, await newCycle(osier));
  setup = await newKeyResult(osier, goal.id, { title: "Setup unaided" });
});
afterAll(() => house.close());

const intend = (body: object = {}, by: Person = osier.member) =>
  by.ask("POST", "/intentions", { id: newId(), text: "Watch five clinics", keyResultId: setup.id, ...body });
const week = async (by: Person, on = "") => (await by.ask("GET", `/intentions${on && `?on=${on}`}`)).body;
const eventsOf = async (id: string) =>
  (await house.sql.query("select kind, visible_to, facts from event where subject_id = $1 order by position", [id]))
    .rows;
/** As if it had been written for an earlier week. */
const backdate = (id: string, weekOf: string) =>
  house.sql.query("update intention set week_of = $2 where id = $1", [id, weekOf]);

describe("saying what one will do", () => {
  test("it is for this week, and tied to a key result", async () => {
    const { status, body } = await intend();
    expect(status).toBe(200);
    expect(body).toEqual({
      id: body.id,
      weekOf: "2027-02-15",
      text: "Watch five clinics",
      tie: { kind: "key-result", id: setup.id, title: "Setup unaided", objectiveId: goal.id },
      doneAt: null,
      letGoAt: null,
      carriedFrom: null,
      rank: 1,
      version: 1,
    });
    expect(await eventsOf(body.id)).toMatchObject([{ kind: "intention-written", visible_to: osier.member.id }]);
  });

  test("or to an initiative, for a later week", async () => {
    const initiative = await osier.member.ask("POST", "/initiatives", { id: newId(), title: "Bulk import" });
    const { body } = await intend({ keyResultId: undefined, initiativeId: initiative.body.id, on: "2027-02-24" });
    expect(body).toMatchObject({ weekOf: "2027-02-22", tie: { kind: "initiative", title: "Bulk import" } });
    expect((await week(osier.member, "2027-02-28")).items).toMatchObject([{ id: body.id }]);
  });

  test("the same twice is one, another text under its id a conflict", async () => {
    const body = { id: newId(), text: "Once", keyResultId: setup.id };
    const [first, again] = [
      await osier.member.ask("POST", "/intentions", body),
      await osier.member.ask("POST", "/intentions", body),
    ];
    expect(again.body).toEqual(first.body);
    expect((await osier.member.ask("POST", "/intentions", { ...body, text: "Twice" })).status).toBe(409);
    expect((await osier.colleague.ask("POST", "/intentions", body)).status).toBe(409);
    expect(await eventsOf(body.id)).toHaveLength(1);
  });

  test.each<[string, () => object, string]>([
    ["nothing it is tied to", () => ({ keyResultId: undefined }), "keyResultId"],
    ["two ties", () => ({ initiativeId: newId() }), "keyResultId"],
    ["an unknown key result", () => ({ keyResultId: newId() }), "keyResultId"],
    ["an unknown initiative", () => ({ keyResultId: undefined, initiativeId: newId() }), "initiativeId"],
    ["no text", () => ({ text: "  " }), "text"],
    ["a week that is over", () => ({ on: "2027-02-14" }), "on"],
    ["a day that is not", () => ({ on: "2027-02-30" }), "on"],
  ])("refuses %s", async (_what, body, field) => {
    expect((await intend(body())).body).toMatchObject({ status: 422, problems: [{ field }] });
  });

  test("refuses another organisation's key result and another's private one alike", async () => {
    const other = await house.organisation();
    const foreign = await newKeyResult(other, (await newObjective(other, await newCycle(other))).id);
    const secret = await newObjective(osier, (await newCycleId()) as string, { level: "personal", private: true });
    const hidden = await newKeyResult(osier, secret.id);
    const answers = await Promise.all([
      intend({ keyResultId: foreign.id }),
      intend({ keyResultId: hidden.id }, osier.colleague),
      intend({ keyResultId: newId() }),
    ]);
    for (const { body } of answers) expect(body).toEqual(answers[2].body);
    expect((await intend({ keyResultId: hidden.id })).status).toBe(200);
    expect((await intend({}, osier.guest)).status).toBe(403);
  });

  async function newCycleId() {
    const { rows } = await house.sql.query("select id from cycle where organisation_id = $1", [osier.id]);
    return rows[0].id;
  }
});

test("colleagues, leads and the owner of the organisation see nothing of it", async () => {
  const { body } = await intend();
  for (const other of [osier.owner, osier.champion, osier.admin, osier.colleague]) {
    expect(await week(other)).toEqual({ weekOf: "2027-02-15", items: [], leftovers: [] });
    for (const [method, path, asked] of [
      ["PATCH", "", { version: 1, text: "Theirs" }],
      ["PUT", "/done", { done: true }],
      ["PUT", "/let-go", {}],
      ["POST", "/carrying", { carriedAs: newId() }],
    ] as const) {
      expect((await other.ask(method, `/intentions/${body.id}${path}`, asked)).status).toBe(404);
    }
    expect((await other.ask("PUT", "/intentions/order", { ids: [body.id] })).status).toBe(404);
  }
});

describe("changing it", () => {
  test("text and tie change; a stale edit is refused", async () => {
    const { body } = await intend();
    const path = `/intentions/${body.id}`;
    const other = await newKeyResult(osier, goal.id, { title: "Tickets" });
    const after = await osier.member.ask("PATCH", path, { version: 1, text: "Call ten", keyResultId: other.id });
    expect(after.body).toMatchObject({ text: "Call ten", tie: { title: "Tickets" }, version: 2 });
    expect((await osier.member.ask("PATCH", path, { version: 1, text: "Mine" })).body).toMatchObject({
      status: 409,
      theirs: { text: "Call ten" },
    });
    expect((await osier.member.ask("PATCH", path, { version: 2, text: "Call ten" })).body.version).toBe(2);
    expect((await osier.member.ask("PATCH", path, { version: 2, keyResultId: newId() })).status).toBe(422);
    expect(
      (await osier.member.ask("PATCH", path, { version: 2, keyResultId: other.id, initiativeId: newId() })).status,
    ).toBe(422);
  });

  test("it is done, and not", async () => {
    const { body } = await intend();
    const path = `/intentions/${body.id}/done`;
    expect(Date.parse((await osier.member.ask("PUT", path, { done: true })).body.doneAt)).toBe(
      Date.parse("2027-02-16T09:12:00Z"),
    );
    expect((await osier.member.ask("PUT", path, { done: true })).body.version).toBe(2);
    expect((await osier.member.ask("PUT", path, { done: false })).body).toMatchObject({ doneAt: null, version: 3 });
    expect((await osier.member.ask("PUT", path, { done: "yes" })).status).toBe(422);
    expect(await eventsOf(body.id)).toMatchObject([
      {},
      { kind: "intention-done" },
      { kind: "intention-changed", facts: { done: [true, false] } },
    ]);
  });

  test("its plan outlives what it was tied to", async () => {
    const gone = await newKeyResult(osier, goal.id, { title: "Gone soon" });
    const { body } = await intend({ keyResultId: gone.id });
    expect((await osier.member.ask("DELETE", `/key-results/${gone.id}`)).status).toBe(200);
    const { items } = await week(osier.member);
    expect(items.find(({ id }: { id: string }) => id === body.id)).toMatchObject({
      text: "Watch five clinics",
      tie: { id: gone.id, title: null, objectiveId: null },
    });
  });
});

describe("what is left over", () => {
  let ana: Person;
  beforeAll(async () => {
    ana = await osier.addMember("member", "Ana");
  });

  test("is offered, and carried over once", async () => {
    const { body } = await intend({ text: "Agree three steps" }, ana);
    await backdate(body.id, "2027-02-08");
    expect(await week(ana)).toMatchObject({ items: [], leftovers: [{ id: body.id, weekOf: "2027-02-08" }] });
    const carriedAs = newId();
    const carry = (as: string) => ana.ask("POST", `/intentions/${body.id}/carrying`, { carriedAs: as });
    const { status, body: carried } = await carry(carriedAs);
    expect(status).toBe(200);
    expect(carried).toMatchObject({
      id: carriedAs,
      weekOf: "2027-02-15",
      text: "Agree three steps",
      carriedFrom: body.id,
    });
    expect((await carry(carriedAs)).body).toEqual(carried);
    expect((await carry(newId())).status).toBe(409);
    expect(await week(ana)).toMatchObject({ items: [{ id: carriedAs }], leftovers: [] });
    expect((await week(ana, "2027-02-09")).items).toMatchObject([{ id: body.id }]);
    expect((await ana.ask("POST", `/intentions/${carriedAs}/carrying`, { carriedAs: newId() })).status).toBe(422);
  });

  test("or let go, and taken up again", async () => {
    const { body } = await intend({}, ana);
    await backdate(body.id, "2027-02-01");
    const letGo = (asked: object) => ana.ask("PUT", `/intentions/${body.id}/let-go`, asked);
    expect((await letGo({})).body.letGoAt).not.toBeNull();
    expect((await week(ana)).leftovers).toEqual([]);
    expect((await ana.ask("POST", `/intentions/${body.id}/carrying`, { carriedAs: newId() })).status).toBe(422);
    expect((await letGo({ letGo: false })).body.letGoAt).toBeNull();
    expect((await week(ana)).leftovers).toMatchObject([{ id: body.id }]);
    expect((await ana.ask("PUT", `/intentions/${body.id}/done`, { done: true })).status).toBe(200);
    expect((await letGo({})).status).toBe(422);
    expect((await week(ana)).leftovers).toEqual([]);
  });

  test("two who carry it at once carry it once", async () => {
    const { body } = await intend({}, ana);
    await backdate(body.id, "2027-02-08");
    const answers = await Promise.all(
      [newId(), newId(), newId()].map((carriedAs) => ana.ask("POST", `/intentions/${body.id}/carrying`, { carriedAs })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });
});

describe("their order", () => {
  test("is the member's, a week at a time", async () => {
    const ben = await osier.addMember("member", "Ben");
    const ids: string[] = [];
    for (const text of ["a", "b", "c"]) ids.push((await intend({ text }, ben)).body.id);
    const later = (await intend({ on: "2027-02-24" }, ben)).body.id;
    const order = (asked: string[]) => ben.ask("PUT", "/intentions/order", { ids: asked });
    expect((await order([ids[2], ids[0]] as string[])).status).toBe(200);
    expect((await week(ben)).items.map(({ text }: { text: string }) => text)).toEqual(["c", "a", "b"]);
    expect((await order([ids[0] as string, later])).status).toBe(422);
    expect((await order([ids[0], ids[0]] as string[])).status).toBe(422);
    expect((await order([ids[0] as string, newId()])).status).toBe(404);
  });
});

test("weeks begin on the organisation's first weekday, in the zone the member is in", async () => {
  const evening = await openHouse({ now: "2027-02-20T23:30:00Z" });
  const far = await evening.organisation();
  await evening.sql.query("update organisation set week_starts_on = 7 where organisation_id = $1", [far.id]);
  expect((await week(far.member)).weekOf).toBe("2027-02-14");
  const ravi = await far.addMember("member", "Ravi");
  await evening.sql.query("update member set time_zone = 'Asia/Kolkata' where id = $1", [ravi.id]);
  expect((await week(ravi)).weekOf).toBe("2027-02-21");
  await evening.close();
});
