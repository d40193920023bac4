/** Check-ins that are written together: each is judged, refused and recorded as if it had come alone. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type Answer, type House, type Organisation, openHouse, type Person } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: House;
let osier: Organisation;
let alder: Organisation;
let objectiveId: string;
let foreignObjectiveId: string;
beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  alder = await house.organisation("Alder");
  objectiveId = (await newObjective(osier, await newCycle(osier))).id;
  foreignObjectiveId = (await newObjective(alder, await newCycle(alder))).id;
  // Who asks is known from now on, so that requests of one turn arrive in one turn.
  const everyone = [osier, alder].flatMap((each) => [each.owner, each.champion, each.member, each.colleague]);
  for (const person of everyone) await person.ask("GET", "/vision");
});
afterAll(() => house.close());

describe("check-ins of one moment", () => {
  it("share a transaction, and each is recorded with its own name", async () => {
    const [one, other] = [await keyResult(), await keyResult()];
    const answers = await Promise.all([
      checkIn(osier.member, one, { value: 10 }),
      checkIn(osier.champion, other, { value: 20 }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.member.id, body.keyResult.current])).toEqual([
      [200, osier.member.id, "10"],
      [200, osier.champion.id, "20"],
    ]);
    const events = [...(await eventsOf(one)), ...(await eventsOf(other))];
    expect(events.map(({ actor }) => actor)).toEqual([osier.member.id, osier.champion.id]);
    expect(new Set(events.map(({ xid }) => xid)).size).toBe(1);
  });

  it("are refused each for itself", async () => {
    const [good, wrong, forbidden] = [await keyResult(), await keyResult(), await keyResult()];
    const dropped = await keyResult();
    await house.sql.query("update key_result set state = 'dropped' where id = $1", [dropped]);
    const answers = await Promise.all([
      checkIn(osier.member, good, { value: 10 }),
      checkIn(osier.member, wrong, { done: true }),
      checkIn(osier.member, dropped, { value: 10 }),
      checkIn(osier.colleague, forbidden, { value: 10 }),
      checkIn(osier.member, newId(), { value: 10 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 422, 422, 403, 404]);
    expect(answers[1]?.body.problems).toMatchObject([{ field: "done" }, { field: "value" }]);
    expect(answers[2]?.body.problems).toMatchObject([{ field: "keyResultId" }]);
    expect(await counts(good, wrong, dropped, forbidden)).toEqual([1, 0, 0, 0]);
  });

  it("made twice are one, and another body under the same id is a conflict", async () => {
    const [one, other] = [await keyResult(), await keyResult()];
    const report = { id: newId(), value: 10 };
    const [first, again, differs, elsewhere] = await Promise.all([
      checkIn(osier.member, one, report),
      checkIn(osier.member, one, report),
      checkIn(osier.member, one, { ...report, value: 11 }),
      checkIn(osier.member, other, report),
    ]);
    expect([first, again, differs, elsewhere].map((each) => each?.status)).toEqual([200, 200, 409, 409]);
    expect(again?.body).toEqual(first?.body);
    expect(await counts(one, other)).toEqual([1, 0]);
    expect(await eventsOf(one)).toHaveLength(1);
  });

  it("on one key result follow each other: the second sees what the first left", async () => {
    const id = await keyResult();
    const answers = await Promise.all([
      checkIn(osier.member, id, { value: 10, confidence: 3 }),
      checkIn(osier.champion, id, { value: 40, confidence: 8 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const events = await eventsOf(id);
    expect(events.map(({ actor, facts }) => [actor, facts.value, facts.confidence])).toEqual([
      [osier.member.id, [null, "10"], [null, 3]],
      [osier.champion.id, ["10", "40"], [3, 8]],
    ]);
    const { items } = (await osier.member.ask("GET", `/check-ins?keyResultId=${id}`)).body;
    expect(items.map(({ value }: { value: string }) => value)).toEqual(["40", "10"]);
    expect(await counts(id)).toEqual([2]);
  });

  it("of two organisations never share a transaction", async () => {
    const [ours, theirs] = [await keyResult(), await keyResult(alder, foreignObjectiveId)];
    const [here, there, across] = await Promise.all([
      checkIn(osier.member, ours, { value: 10 }),
      checkIn(alder.member, theirs, { value: 20 }),
      checkIn(osier.member, theirs, { value: 30 }),
    ]);
    expect([here, there, across].map((each) => each?.status)).toEqual([200, 200, 404]);
    const [mine, yours] = [await eventsOf(ours), await eventsOf(theirs)];
    expect([mine.length, yours.length]).toEqual([1, 1]);
    expect(mine[0]?.xid).not.toBe(yours[0]?.xid);
  });

  it("are not held up by one that meets a lock", async () => {
    const [held, free] = [await keyResult(), await keyResult()];
    const holder = await house.sql.connect();
    await holder.query("begin");
    await holder.query("select from key_result where id = $1 for update", [held]);
    const waiting = checkIn(osier.member, held, { value: 10 });
    const passing = checkIn(osier.champion, free, { value: 20 });
    expect((await passing).status).toBe(200);
    expect(await counts(held)).toEqual([0]);
    await holder.query("commit");
    holder.release();
    expect((await waiting).status).toBe(200);
    expect(await counts(held)).toEqual([1]);
  });

  it("are written one by one where the database refuses one of them", async () => {
    const ids = [await keyResult(), await keyResult(), await keyResult()];
    const ask = { id: newId(), toMemberId: osier.colleague.id, text: "Could you lend us a tester?" };
    expect((await checkIn(osier.member, await keyResult(), { value: 1, ask })).status).toBe(200);
    const answers = await Promise.all(
      ids.map((id, at) => checkIn(osier.member, id, { value: 10, ...(at === 1 ? { ask } : {}) })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 409, 200]);
    expect(await counts(...ids)).toEqual([1, 0, 1]);
  });

  it("leave a stale correction stale", async () => {
    const id = await keyResult();
    const { body } = await checkIn(osier.member, id, { value: 10 });
    const correct = (value: number) => osier.member.ask("PATCH", `/check-ins/${body.id}`, { version: 1, value });
    const answers = await Promise.all([correct(20), checkIn(osier.champion, id, { value: 50 }), correct(30)]);
    const [first, reported, second] = answers.map(({ status }) => status);
    expect(reported).toBe(200);
    expect([first, second].sort()).toEqual([200, 409]);
    expect((await osier.member.ask("GET", `/key-results/${id}`)).body).toMatchObject({ current: "50" });
  });
});

async function keyResult(of: Organisation = osier, on = objectiveId): Promise<string> {
  return (await newKeyResult(of, on)).id;
}

function checkIn(who: Person, keyResultId: string, body: object): Promise<Answer> {
  return who.ask("POST", `/key-results/${keyResultId}/check-ins`, { id: newId(), confidence: 5, ...body });
}

async function eventsOf(keyResultId: string) {
  const { rows } = await house.sql.query(
    `select actor_id as actor, xid, facts from event where subject_id = $1 and kind = 'check-in-recorded'
      order by xid, position`,
    [keyResultId],
  );
  return rows as { actor: string; xid: string; facts: Record<string, unknown> }[];
}

/** How many check-ins each has, by its own count and by the check-ins that are there. */
async function counts(...ids: string[]): Promise<number[]> {
  const { rows } = await house.sql.query(
    `select k.check_in_count as counted, (select count(*)::int from check_in c where c.key_result_id = k.id) as there
       from unnest($1::uuid[]) with ordinality as w (id, at) join key_result k on k.id = w.id order by w.at`,
    [ids],
  );
  for (const { counted, there } of rows) expect(counted).toBe(there);
  return rows.map(({ there }) => there);
}
