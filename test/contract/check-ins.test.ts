/** Check-ins and asks through the contract: what is kept, what is refused, and in which words. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type House, type Organisation, openHouse, today } from "../support/house.ts";

let house: House;
let osier: Organisation;
let other: Organisation;
/** The cycle, objective and key results of both organisations; all owned by the member, whose team is Product. */
let line: Line;
let foreign: Line;

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  other = await house.organisation("Alder");
  line = await lineOf(osier);
  foreign = await lineOf(other);
});
afterAll(() => house.close());

describe("a check-in", () => {
  it("moves its key result, and is there to be read", async () => {
    const keyResultId = await keyResult({ start_value: 10, target_value: 60 });
    const body = { id: newId(), value: "35.50", confidence: 7, whatChanged: "Fewer steps", blocker: "The insurer" };
    const made = await osier.member.ask("POST", `/key-results/${keyResultId}/check-ins`, body);
    expect(made).toMatchObject({
      status: 200,
      body: {
        id: body.id,
        value: "35.5",
        confidence: 7,
        member: { id: osier.member.id, name: "The member" },
        keyResult: { id: keyResultId, current: "35.5", progress: "0.51" },
        ask: null,
        version: 1,
        can: { edit: true },
      },
    });
    expect(await stored(keyResultId)).toEqual({
      current: "35.5",
      progress: "0.51",
      confidence: 7,
      count: 1,
      last: body.id,
    });
    const { keyResult: _, ...same } = made.body;
    const { items } = (await osier.admin.ask("GET", `/check-ins?keyResultId=${keyResultId}`)).body;
    expect(items).toMatchObject([{ ...same, can: { edit: false } }]);
    expect((await osier.champion.ask("GET", `/check-ins?objectiveId=${line.objectiveId}`)).body.items[0].id).toBe(
      body.id,
    );
  });

  it("is recorded with what it was and what it is, and rolls up off the request", async () => {
    const objectiveId = await objective();
    const keyResultId = await keyResult({ objective_id: objectiveId, start_value: 0, target_value: 10 });
    await checkIn(keyResultId, { value: 4 });
    await checkIn(keyResultId, { value: 6, confidence: 3 });
    await house.feed.settled(osier.id);
    const { rows } = await house.sql.query(
      "select facts from event where subject_id = $1 and kind = 'check-in-recorded' order by position desc limit 1",
      [keyResultId],
    );
    expect(rows[0].facts).toMatchObject({
      objectiveId,
      value: ["4", "6"],
      progress: ["0.4", "0.6"],
      confidence: [5, 3],
    });
    const rolled = await house.sql.query("select trim_scale(progress) as progress from objective where id = $1", [
      objectiveId,
    ]);
    expect(rolled.rows[0].progress).toBe("0.6");
  });

  it("sent again is the same check-in, even after it was corrected and its key result closed; another body is a conflict", async () => {
    const keyResultId = await keyResult();
    const body = { id: newId(), value: 40, confidence: 6 };
    const send = (more = {}) => osier.member.ask("POST", `/key-results/${keyResultId}/check-ins`, { ...body, ...more });
    const twice = await Promise.all([send(), send()]);
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    expect(twice[1]?.body).toEqual(twice[0]?.body);
    await osier.member.ask("PATCH", `/check-ins/${body.id}`, { version: 1, confidence: 2 });
    await house.sql.query("update key_result set state = 'closed' where id = $1", [keyResultId]);
    expect(await send()).toMatchObject({ status: 200, body: { id: body.id, confidence: 2, version: 2 } });
    expect(await send({ value: 41 })).toMatchObject({
      status: 409,
      body: { title: "This id is already taken." },
    });
    expect((await stored(keyResultId)).count).toBe(1);
  });

  it("counts every one of many that arrive at once, the last to arrive being the latest", async () => {
    const keyResultId = await keyResult();
    const values = Array.from({ length: 12 }, (_, at) => at + 1);
    await Promise.all(values.map((value) => checkIn(keyResultId, { value })));
    const { items } = (await osier.member.ask("GET", `/check-ins?keyResultId=${keyResultId}&limit=5`)).body;
    const now = await stored(keyResultId);
    expect(now.count).toBe(12);
    expect(items[0]).toMatchObject({ id: now.last, value: now.current });
  });

  it.each([
    [
      "milestones",
      { type: "milestones", milestones: steps("weight", "1", "3") },
      { milestonesDone: [1] },
      null,
      "0.75",
    ],
    [
      "a score table",
      { type: "score-table", milestones: steps("score", "0.3", "1") },
      { milestonesDone: [0] },
      null,
      "0.3",
    ],
    ["done or not", { type: "done" }, { done: true }, "1", "1"],
    [
      "a threshold",
      { type: "threshold", operator: "at-or-above", target_value: 99.9 },
      { value: "99.95" },
      "99.95",
      "1",
    ],
    ["a range", { type: "range", low_value: 3, high_value: 5 }, { value: 6 }, "6", "0"],
    ["a baseline that is found", { type: "baseline" }, { value: 1250 }, "1250", null],
    ["a baseline still looked for", { type: "baseline" }, {}, null, null],
    ["contributions", { type: "contributions" }, {}, null, null],
    ["a metric, raw beyond its target", { start_value: 8, target_value: 4 }, { value: "-0.4" }, "-0.4", "2.1"],
  ])("reports %s", async (_type, columns: Row, report: Reported, current, progress) => {
    const row = columns.milestones ? { ...columns, milestones: JSON.stringify(columns.milestones) } : columns;
    const keyResultId = await keyResult({ start_value: null, target_value: null, ...row });
    const ids = report.milestonesDone?.map((at) => (columns.milestones as { id: string }[])[at]?.id);
    const { status, body } = await checkIn(keyResultId, { ...report, ...(ids ? { milestonesDone: ids } : {}) });
    expect({ status, ...body.keyResult }).toMatchObject({ status: 200, current, progress });
    expect(await stored(keyResultId)).toMatchObject({ current, progress, count: 1 });
    if (ids) expect(body.milestonesDone).toEqual(ids);
  });
});

describe("a check-in is refused", () => {
  it.each([
    ["what is no number", { value: "many" }, "value"],
    ["grouping", { value: "3,637,839" }, "value"],
    ["a unit", { value: "12,5 %" }, "value"],
    ["not a number at all", { value: "NaN" }, "value"],
    ["infinity", { value: "Infinity" }, "value"],
    ["too many digits", { value: "123456789012345678901" }, "value"],
    ["no value", { value: undefined }, "value"],
    ["steps for a metric", { milestonesDone: [newId()] }, "milestonesDone"],
    ["done for a metric", { done: true }, "done"],
    ["an eleventh of confidence", { confidence: 11 }, "confidence"],
    ["half a confidence", { confidence: 6.5 }, "confidence"],
    ["confidence in words", { confidence: "sure" }, "confidence"],
    ["no confidence", { confidence: undefined }, "confidence"],
    ["a novel", { whatChanged: "x".repeat(10_001) }, "whatChanged"],
    ["a null character", { blocker: "a\u0000b" }, "blocker"],
    ["an id that is none", { id: "one" }, "id"],
    ["an ask without words", { ask: { id: newId(), toMemberId: newId(), text: " " } }, "ask.text"],
    ["an ask to nobody", { ask: { id: newId(), toMemberId: newId(), text: "Help?" } }, "ask.toMemberId"],
  ])("with %s", async (_case, wrong, field) => {
    const keyResultId = await keyResult();
    const { status, body } = await checkIn(keyResultId, { value: 5, ...wrong });
    expect({ status, fields: body.problems?.map((problem: { field: string }) => problem.field) }).toEqual({
      status: 422,
      fields: [field],
    });
    expect((await stored(keyResultId)).count).toBe(0);
  });

  it("with a number for contributions, a milestone of another, an ask to oneself, to a guest, to a stranger", async () => {
    const contributions = await keyResult({ type: "contributions", start_value: null, target_value: null });
    expect(await fieldsOf(checkIn(contributions, { value: 1 }))).toEqual(["value"]);
    const milestones = await keyResult({
      type: "milestones",
      start_value: null,
      target_value: null,
      milestones: JSON.stringify(steps("weight", "1")),
    });
    expect(await fieldsOf(checkIn(milestones, { milestonesDone: [newId()] }))).toEqual(["milestonesDone.0"]);
    const metric = await keyResult();
    for (const { id } of [osier.member, osier.guest, other.member]) {
      const ask = { id: newId(), toMemberId: id, text: "Could you?" };
      expect(await fieldsOf(checkIn(metric, { value: 1, ask }))).toEqual(["ask.toMemberId"]);
    }
  });

  it.each(["planning", "closed"])("in a cycle that is %s", async (state) => {
    const keyResultId = await keyResult({ objective_id: await objective({ cycle_id: await cycle({ state }) }) });
    expect(await fieldsOf(checkIn(keyResultId, { value: 1 }))).toEqual(["keyResultId"]);
  });

  it.each(["paused", "postponed", "dropped", "closed"])("on a key result or objective that is %s", async (state) => {
    expect(await fieldsOf(checkIn(await keyResult({ state }), { value: 1 }))).toEqual(["keyResultId"]);
    const ended = await keyResult({ objective_id: await objective({ state }) });
    expect(await fieldsOf(checkIn(ended, { value: 1 }))).toEqual(["keyResultId"]);
  });

  it("to whoever may not make it, and where nothing is to be seen", async () => {
    const keyResultId = await keyResult();
    const body = () => ({ id: newId(), value: 1, confidence: 5 });
    const as = async (person: { ask: House["visitor"] }, id = keyResultId) =>
      (await person.ask("POST", `/key-results/${id}/check-ins`, body())).status;
    expect(await as({ ask: house.visitor })).toBe(401);
    expect(await as(osier.guest)).toBe(403);
    expect(await as(osier.colleague)).toBe(403);
    expect(await as(osier.champion)).toBe(200);
    expect(await as(osier.member, newId())).toBe(404);
    expect(await as(osier.member, foreign.keyResultId)).toBe(404);
    const hidden = await keyResult({
      objective_id: await objective({ level: "personal", team_id: null, private: true }),
    });
    expect(await as(osier.owner, hidden)).toBe(404);
    expect(await as(osier.member, hidden)).toBe(200);
    for (const path of [`/check-ins?keyResultId=${hidden}`, `/key-results/${hidden}/check-in-preview?value=1`]) {
      expect((await osier.owner.ask("GET", path)).status).toBe(404);
      expect((await osier.member.ask("GET", path)).status).toBe(200);
    }
    expect((await osier.member.ask("GET", `/check-ins?objectiveId=${foreign.objectiveId}`)).status).toBe(404);
    expect((await osier.member.ask("GET", "/check-ins")).status).toBe(422);
  });
});

describe("correcting a check-in", () => {
  it("moves the key result when it is the latest, keeps what it was, and asks for the version", async () => {
    const keyResultId = await keyResult({ start_value: 0, target_value: 10 });
    const first = (await checkIn(keyResultId, { value: 2 })).body;
    const latest = (await checkIn(keyResultId, { value: 4 })).body;
    const correct = (id: string, body: object) => osier.member.ask("PATCH", `/check-ins/${id}`, body);
    expect(await correct(first.id, { version: 1, value: 3, blocker: "None" })).toMatchObject({
      status: 200,
      body: { value: "3", blocker: "None", version: 2, keyResult: { current: "4", progress: "0.4" } },
    });
    expect(await correct(latest.id, { version: 1, value: "5" })).toMatchObject({
      body: { value: "5", keyResult: { current: "5", progress: "0.5" }, editedAt: expect.any(String) },
    });
    expect(await stored(keyResultId)).toMatchObject({ current: "5", progress: "0.5", count: 2, last: latest.id });
    const { rows } = await house.sql.query(
      "select facts from event where subject_id = $1 and kind = 'check-in-changed' order by position",
      [keyResultId],
    );
    expect(rows.map(({ facts }) => facts)).toMatchObject([
      { value: ["2", "3"], blocker: ["", "None"] },
      { value: ["4", "5"] },
    ]);
    expect(await correct(latest.id, { version: 1, value: 9 })).toMatchObject({
      status: 409,
      body: { version: 2, yours: { value: "9" }, theirs: { value: "5" } },
    });
  });

  it("is for who made it and who may check in, until the next is due", async () => {
    const keyResultId = await keyResult();
    const { id } = (
      await osier.champion.ask("POST", `/key-results/${keyResultId}/check-ins`, {
        id: newId(),
        value: 1,
        confidence: 5,
      })
    ).body;
    const correct = async (person: { ask: House["visitor"] }, version: number) =>
      (await person.ask("PATCH", `/check-ins/${id}`, { version, confidence: version })).status;
    expect(await correct(osier.colleague, 1)).toBe(403);
    expect(await correct(other.owner, 1)).toBe(404);
    expect(await correct(osier.member, 1)).toBe(200);
    expect(await correct(osier.champion, 2)).toBe(200);
    house.clock.set("2027-02-17T17:00:00Z");
    expect(await correct(osier.champion, 3)).toBe(422);
    expect((await osier.member.ask("GET", `/check-ins?keyResultId=${keyResultId}`)).body.items[0].can).toEqual({
      edit: false,
    });
    house.clock.set(today);
  });
});

describe("what is due", () => {
  it("is the member's own, overdue first, with the place whose clock decides", async () => {
    const person = await osier.addMember("member", "Inês");
    const mine = (columns: Row = {}) => keyResult({ owner_id: person.id, ...columns });
    const early = "2027-01-01T00:00:00Z";
    const due = await mine({ title: "Due", created_at: early, last_check_in_at: "2027-02-09T10:00:00Z" });
    const overdue = await mine({ title: "Overdue", created_at: early });
    await mine({ title: "Reported", created_at: early, last_check_in_at: "2027-02-12T10:00:00Z" });
    await mine({ title: "Paused", created_at: early, state: "paused" });
    await mine({
      title: "Planned",
      created_at: early,
      objective_id: await objective({ cycle_id: await cycle({ state: "planning" }) }),
    });
    const { items } = (await person.ask("GET", "/check-ins/due")).body;
    expect(items).toMatchObject([
      {
        keyResult: { id: overdue, status: { status: "no-update" } },
        due: { at: "2027-02-10T17:00:00.000Z", overdue: true },
        last: null,
      },
      { keyResult: { id: due }, due: { on: "2027-02-17", timeZone: "Europe/Lisbon", place: "Lisbon", overdue: false } },
    ]);
    await person.ask("POST", `/key-results/${overdue}/check-ins`, {
      id: newId(),
      value: 12,
      confidence: 4,
      whatChanged: "At last",
    });
    const left = (await person.ask("GET", "/check-ins/due")).body.items;
    expect(left.map((item: { keyResult: { id: string } }) => item.keyResult.id)).toEqual([due]);
    house.clock.set("2027-02-18T09:00:00Z");
    const next = (await person.ask("GET", "/check-ins/due")).body.items;
    expect(next.find((item: { keyResult: { id: string } }) => item.keyResult.id === overdue)).toMatchObject({
      last: {
        value: "12",
        confidence: 4,
        whatChanged: "At last",
        member: { name: "Inês" },
        recordedAt: expect.stringMatching(/Z$/),
      },
      due: { on: "2027-02-24", overdue: false },
    });
    house.clock.set(today);
  });
});

describe("a preview", () => {
  it("says what a value would do, and does nothing", async () => {
    const keyResultId = await keyResult({ start_value: 0, target_value: 100, created_at: "2027-01-01T00:00:00Z" });
    const preview = (query: string) => osier.member.ask("GET", `/key-results/${keyResultId}/check-in-preview?${query}`);
    expect((await preview("value=60")).body).toMatchObject({
      before: { current: null, progress: "0", said: "at-start", status: { status: "no-update" } },
      after: { current: "60", progress: "0.6", said: "under-way", status: { status: "on-track" } },
    });
    expect((await preview("value=-5")).body.after).toMatchObject({
      progress: "-0.05",
      said: "worse-than-start",
      status: { status: "off-track" },
    });
    expect((await preview("done=true")).status).toBe(422);
    expect((await stored(keyResultId)).count).toBe(0);
  });
});

describe("an ask", () => {
  it("waits for whom it asks until it is answered, once", async () => {
    const keyResultId = await keyResult();
    const ask = { id: newId(), toMemberId: osier.colleague.id, text: "Could you lend us a tester?" };
    expect(await checkIn(keyResultId, { value: 5, ask })).toMatchObject({
      status: 200,
      body: { ask: { id: ask.id, to: { name: "A colleague" } } },
    });
    expect((await osier.colleague.ask("GET", "/asks")).body.items).toMatchObject([
      { id: ask.id, text: ask.text, from: { name: "The member" }, can: { close: true } },
    ]);
    expect((await osier.member.ask("GET", "/asks?of=others")).body.items).toMatchObject([{ id: ask.id }]);
    expect((await osier.owner.ask("GET", "/asks")).body.items).toEqual([]);
    const close = (person: { ask: House["visitor"] }, reply: string) =>
      person.ask("POST", `/asks/${ask.id}/closure`, { reply });
    expect((await close(osier.owner, "No")).status).toBe(404);
    expect((await close(other.owner, "No")).status).toBe(404);
    expect(await close(osier.colleague, "Rui, from Monday")).toMatchObject({
      status: 200,
      body: { reply: "Rui, from Monday", can: { close: false } },
    });
    expect((await close(osier.colleague, "Rui, from Monday")).status).toBe(200);
    expect(await close(osier.member, "Never mind")).toMatchObject({
      status: 409,
      body: { theirs: "Rui, from Monday" },
    });
    expect((await osier.colleague.ask("GET", "/asks")).body.items).toEqual([]);
    expect((await osier.colleague.ask("GET", "/asks?closed=true")).body.items).toMatchObject([
      { id: ask.id, closedAt: expect.stringMatching(/Z$/) },
    ]);
    expect((await osier.member.ask("GET", `/check-ins?keyResultId=${keyResultId}`)).body.items[0].ask).toMatchObject({
      reply: "Rui, from Monday",
      closedAt: expect.stringMatching(/^2027-02-16T09:12:00(\.0+)?Z$/),
    });
  });

  it("that is open may ask something else, of somebody else, and the history keeps what it was", async () => {
    const keyResultId = await keyResult();
    const ask = { id: newId(), toMemberId: osier.colleague.id, text: "Could you lend us a tester?" };
    const { id } = (await checkIn(keyResultId, { value: 5, ask })).body;
    const correct = (body: object, by = osier.member) => by.ask("PATCH", `/check-ins/${id}`, body);
    const other = { ...ask, toMemberId: osier.champion.id, text: "Could you lend us two testers?" };
    expect((await correct({ version: 1, ask })).body.version).toBe(1);
    expect(await correct({ version: 1, ask: other })).toMatchObject({
      status: 200,
      body: { version: 2, value: "5", ask: { id: ask.id, to: { id: osier.champion.id }, text: other.text } },
    });
    const waits = async (person: { ask: House["visitor"] }) =>
      (await person.ask("GET", "/asks")).body.items.some((each: { id: string }) => each.id === ask.id);
    expect([await waits(osier.colleague), await waits(osier.champion)]).toEqual([false, true]);
    expect(await correct({ version: 1, ask: { ...ask, text: "Or three?" } })).toMatchObject({
      status: 409,
      body: { version: 2, yours: { ask: { text: "Or three?" } }, theirs: { ask: { text: other.text } } },
    });
    const facts = { askText: [ask.text, other.text], askOf: [osier.colleague.id, osier.champion.id] };
    const told = async (subject: string, kind: string) =>
      (await house.sql.query("select facts from event where subject_id = $1 and kind = $2", [subject, kind])).rows;
    expect(await told(keyResultId, "check-in-changed")).toMatchObject([{ facts }]);
    expect(await told(ask.id, "ask-changed")).toMatchObject([{ facts: { checkInId: id, ...facts } }]);
  });

  it("is made later where the check-in made none", async () => {
    const keyResultId = await keyResult();
    const { id } = (await checkIn(keyResultId, { value: 5 })).body;
    const ask = { id: newId(), toMemberId: osier.colleague.id, text: "A tester, please" };
    const made = await osier.member.ask("PATCH", `/check-ins/${id}`, { version: 1, ask });
    expect(made).toMatchObject({ status: 200, body: { version: 2, ask: { id: ask.id, text: ask.text } } });
    expect((await osier.colleague.ask("GET", "/asks")).body.items).toMatchObject([
      { id: ask.id, from: { id: osier.member.id } },
    ]);
    await osier.colleague.ask("POST", `/asks/${ask.id}/closure`, { reply: "Rui" });
    const { id: next } = (await checkIn(keyResultId, { value: 6 })).body;
    const taken = await osier.member.ask("PATCH", `/check-ins/${next}`, { version: 1, ask });
    expect(taken.status).toBe(409);
  });

  it.each([
    ["another one beside it", () => ({ id: newId() }), "ask.id"],
    ["of oneself", () => ({ toMemberId: osier.member.id }), "ask.toMemberId"],
    ["of a guest", () => ({ toMemberId: osier.guest.id }), "ask.toMemberId"],
    ["of nobody", () => ({ toMemberId: newId() }), "ask.toMemberId"],
    ["for nothing", () => ({ text: " " }), "ask.text"],
  ])("does not become %s", async (_what, body, field) => {
    const ask = { id: newId(), toMemberId: osier.colleague.id, text: "Could you lend us a tester?" };
    const { id } = (await checkIn(await keyResult(), { value: 5, ask })).body;
    const answer = await osier.member.ask("PATCH", `/check-ins/${id}`, { version: 1, ask: { ...ask, ...body() } });
    expect(answer).toMatchObject({ status: 422, body: { problems: [{ field }] } });
  });

  it("that is answered stays as it was asked, and the rest of the check-in can still be corrected", async () => {
    const ask = { id: newId(), toMemberId: osier.colleague.id, text: "Could you lend us a tester?" };
    const { id } = (await checkIn(await keyResult(), { value: 5, ask })).body;
    await osier.colleague.ask("POST", `/asks/${ask.id}/closure`, { reply: "Rui" });
    const correct = (body: object) => osier.member.ask("PATCH", `/check-ins/${id}`, { version: 1, ...body });
    expect(await correct({ ask: { ...ask, text: "Two?" } })).toMatchObject({
      status: 422,
      body: { problems: [{ field: "ask" }] },
    });
    expect(await correct({ ask, blocker: "Holidays" })).toMatchObject({
      status: 200,
      body: { blocker: "Holidays", ask: { reply: "Rui", text: ask.text } },
    });
  });
});

type Row = Record<string, unknown>;
type Reported = { milestonesDone?: number[]; done?: boolean; value?: string | number };
type Line = Record<"cycleId" | "objectiveId" | "keyResultId", string>;

async function lineOf(organisation: Organisation): Promise<Line> {
  const cycleId = await cycle({ organisation_id: organisation.id });
  const owner = { organisation_id: organisation.id, owner_id: organisation.member.id };
  const objectiveId = await objective({ ...owner, cycle_id: cycleId, team_id: organisation.team.id });
  const keyResultId = await keyResult({ ...owner, objective_id: objectiveId });
  return { cycleId, objectiveId, keyResultId };
}

function cycle(columns: Row = {}) {
  const dates = { kind: "quarter", starts_on: "2027-01-04", ends_on: "2027-03-28", state: "active" };
  return insert("cycle", { ...dates, name: newId(), ...columns });
}

function objective(columns: Row = {}) {
  const names = { owner_id: osier.member.id, level: "team", title: "An objective" };
  return insert("objective", { ...names, cycle_id: line?.cycleId, team_id: osier.team.id, ...columns });
}

function keyResult(columns: Row = {}) {
  const metric = { type: "metric", start_value: 0, target_value: 10 };
  return insert("key_result", {
    ...metric,
    owner_id: osier.member.id,
    title: "A key result",
    objective_id: line?.objectiveId,
    ...columns,
  });
}

async function insert(table: string, columns: Row): Promise<string> {
  const row: Row = { organisation_id: osier.id, id: newId(), body_hash: "", created_at: today, ...columns };
  const names = Object.keys(row);
  await house.sql.query(
    `insert into ${table} (${names}) values (${names.map((_, at) => `$${at + 1}`)})`,
    Object.values(row),
  );
  return row.id as string;
}

function steps(figure: "weight" | "score", ...figures: string[]) {
  return figures.map((value) => ({ id: newId(), title: "A step", [figure]: value, done: false }));
}

function checkIn(keyResultId: string, body: object) {
  return osier.member.ask("POST", `/key-results/${keyResultId}/check-ins`, { id: newId(), confidence: 5, ...body });
}

async function fieldsOf(answer: ReturnType<typeof checkIn>): Promise<string[]> {
  const { status, body } = await answer;
  expect(status).toBe(422);
  return body.problems.map(({ field }: { field: string }) => field);
}

async function stored(keyResultId: string) {
  const { rows } = await house.sql.query(
    `select trim_scale(current_value) as current, trim_scale(progress) as progress, last_confidence as confidence,
            check_in_count as count, last_check_in_id as last from key_result where id = $1`,
    [keyResultId],
  );
  return rows[0];
}
