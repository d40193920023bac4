/** Forecasts through the contract: from three check-ins on they decide the status, and they follow what changes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type House, type Organisation, openHouse, today } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: House;
let osier: Organisation;
let cycleId: string;

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
});
afterAll(() => house.close());

describe("a forecast", () => {
  it("is there from the third check-in on, and then decides the status with its numbers", async () => {
    const { id } = await keyResult();
    await report(id, "2027-01-13", "12");
    await report(id, "2027-01-20", "24");
    const before = await read(id);
    expect(before).toMatchObject({
      forecast: null,
      checkInCount: 2,
      status: { proposed: { because: { rule: "gap" } } },
    });
    await report(id, "2027-01-27", "36");
    const { forecast, status } = await read(id);
    expect(forecast).toMatchObject({ checkIns: 3, chance: expect.stringMatching(/^0\.|^1$/) });
    expect(inOrder(forecast)).toBe(true);
    const { because } = status.proposed;
    expect(because).toMatchObject({ rule: "forecast", checkIns: 3, middle: forecast.middle, goal: "100" });
    expect([because.low, because.high]).toEqual([forecast.range80.low, forecast.range80.high]);
  });

  it("is told wherever the key result is: its objective, the list, the map and whoever owns it", async () => {
    const { id, objectiveId } = await steady("12", "15", "16");
    const { forecast, status } = await read(id);
    expect(status.status).toBe("at-risk");
    const objective = await get(`/objectives/${objectiveId}`);
    expect(objective.keyResults[0]).toMatchObject({ forecast, status });
    const listed = (await get(`/objectives?cycleId=${cycleId}&limit=100`)).items.find(same(objectiveId));
    expect(listed.worstKeyResult).toMatchObject({ id, status: "at-risk" });
    const { items } = await get(`/map/key-results?objectiveIds=${objectiveId}`);
    expect(items[0]).toMatchObject({ forecast, status: "at-risk" });
    house.clock.set("2027-02-04T12:00:00Z");
    const due = (await get("/check-ins/due")).items.find(
      (each: { keyResult: { id: string } }) => each.keyResult.id === id,
    );
    expect(due.keyResult).toMatchObject({ forecast, status });
  });

  it("stays within 0 and 100 where it is a percentage, and has no chance where nothing is to be reached", async () => {
    const share = await steady("80", "95", "99");
    await change(share.id, { unit: "%" });
    const { forecast } = await read(share.id);
    expect(Number(forecast.range80.high)).toBeLessThanOrEqual(100);
    const baseline = await keyResult({ measure: { kind: "baseline" } });
    for (const [day, value] of days(["4", "5", "7"])) await report(baseline.id, day, value);
    expect((await read(baseline.id)).forecast).toMatchObject({ checkIns: 3, chance: null });
  });

  it("is not there for what is not a number", async () => {
    const { id } = await keyResult({ measure: { kind: "done" } });
    for (const [day] of days(["", "", ""])) await told(`/key-results/${id}/check-ins`, day, { done: false });
    expect((await read(id)).forecast).toBeNull();
  });

  it("is not there any more once the key result is closed, and is again when it is reopened", async () => {
    const { id } = await steady("12", "24", "36");
    const { forecast, version } = await read(id);
    await put(id, "state", { version, state: "closed", reason: "Reached" });
    expect((await read(id)).forecast).toBeNull();
    await put(id, "state", { version: version + 1, state: "open", reason: "Not yet" });
    expect((await read(id)).forecast).toEqual(forecast);
  });
});

describe("a forecast follows", () => {
  it("a check-in that is corrected", async () => {
    const { id, last } = await steady("12", "24", "36");
    const before = await read(id);
    const corrected = await osier.member.ask("PATCH", `/check-ins/${last}`, { version: 1, value: "26" });
    expect(corrected.status).toBe(200);
    const after = await read(id);
    expect(Number(after.forecast.middle)).toBeLessThan(Number(before.forecast.middle));
  });

  it("a new target", async () => {
    const { id } = await steady("12", "24", "36");
    const { forecast, version } = await read(id);
    const targets = { kind: "metric", target: "40" };
    const body = { changeId: newId(), version, targets, reason: "The market is smaller." };
    expect((await osier.member.ask("POST", `/key-results/${id}/target-changes`, body)).status).toBe(200);
    const after = await read(id);
    expect(Number(after.forecast.chance)).toBeGreaterThan(Number(forecast.chance));
    expect(after.status.proposed.because).toMatchObject({ rule: "forecast", goal: "40" });
  });

  it("another commitment of its objective, whose goal is then 0.7 of the way", async () => {
    const { id, objectiveId } = await steady("12", "24", "36");
    const { forecast } = await read(id);
    const { version } = await get(`/objectives/${objectiveId}`);
    const body = { version, commitment: "aspirational" };
    expect((await osier.member.ask("PATCH", `/objectives/${objectiveId}`, body)).status).toBe(200);
    expect(Number((await read(id)).forecast.chance)).toBeGreaterThan(Number(forecast.chance));
  });

  it("another last day of its cycle, and another clock of the organisation", async () => {
    const own = await newCycle(osier, { name: "A quarter of its own" });
    const { id } = await steady("12", "24", "36", own);
    const { forecast } = await read(id);
    const { version } = (await osier.champion.ask("GET", `/cycles/${own}`)).body;
    const longer = await osier.champion.ask("PATCH", `/cycles/${own}`, { version, endsOn: "2027-06-27" });
    expect(longer.status).toBe(200);
    const after = await read(id);
    expect(Number(after.forecast.range80.high)).toBeGreaterThan(Number(forecast.range80.high));
    const { body } = await osier.owner.ask("GET", "/organisation");
    const moved = await osier.owner.ask("PATCH", "/organisation", { version: body.version, timeZone: "Asia/Tokyo" });
    expect(moved.status).toBe(200);
    expect((await read(id)).forecast.middle).not.toBe(after.forecast.middle);
  });

  it("nothing of another organisation, whatever happens there", async () => {
    const { id } = await steady("12", "24", "36");
    const { forecast } = await read(id);
    const alder = await house.organisation("Alder");
    const theirs = await newObjective(alder, await newCycle(alder));
    const foreign = await newKeyResult(alder, theirs.id);
    house.clock.set(today);
    for (const value of ["1", "2", "3"])
      await alder.member.ask("POST", `/key-results/${foreign.id}/check-ins`, { id: newId(), value, confidence: 5 });
    await house.feed.settled(alder.id);
    expect((await read(id)).forecast).toEqual(forecast);
    expect((await alder.member.ask("GET", `/key-results/${id}`)).status).toBe(404);
  });
});

describe("before a check-in is sent", () => {
  it("it is seen where the value would lead, and nothing is kept of it", async () => {
    const { id } = await keyResult();
    await report(id, "2027-01-13", "12");
    await report(id, "2027-01-20", "24");
    house.clock.set("2027-01-27T12:00:00Z");
    const { before, after } = await get(`/key-results/${id}/check-in-preview?value=36`);
    expect(before.forecast).toBeNull();
    expect(after).toMatchObject({ forecast: { checkIns: 3 }, status: { proposed: { because: { rule: "forecast" } } } });
    expect((await read(id)).forecast).toBeNull();
    await report(id, "2027-01-27", "36");
    expect((await read(id)).forecast).toEqual(after.forecast);
  });

  it("a check-in that is corrected does not count twice", async () => {
    const { id, last } = await steady("12", "24", "36");
    const { after } = await get(`/key-results/${id}/check-in-preview?value=30&checkInId=${last}`);
    expect(after.forecast.checkIns).toBe(3);
  });
});

describe("an organisation from before there were forecasts", () => {
  it("has them once its events are read for the first time", async () => {
    const { id } = await steady("12", "24", "36");
    const { forecast } = await read(id);
    await house.sql.query("update key_result set forecast = null where organisation_id = $1", [osier.id]);
    await house.sql.query("delete from event_reader where organisation_id = $1 and reader = 'forecast'", [osier.id]);
    const later = await house.beside();
    await later.feed.settled(osier.id);
    await later.stop();
    house.clock.set(new Date(Date.parse(house.clock.now().toString()) + 60_000).toISOString());
    expect((await read(id)).forecast).toEqual(forecast);
  });
});

it("confidence, status and forecast are told apart where they disagree", async () => {
  const { id } = await steady("12", "15", "16", cycleId, 9);
  const { disagreements, forecast } = await read(id);
  expect(Number(forecast.chance)).toBeLessThan(0.3);
  expect(disagreements).toEqual([{ key: "confident-forecast-unlikely", confidence: 9, chance: forecast.chance }]);
});

it("an organisation that chose pace keeps to it, and the forecast is told beside", async () => {
  const alder = await house.organisation("Pace");
  const objective = await newObjective(alder, await newCycle(alder));
  const { id } = await newKeyResult(alder, objective.id);
  for (const [day, value] of days(["12", "24", "36"])) {
    house.clock.set(`${day}T12:00:00Z`);
    await alder.member.ask("POST", `/key-results/${id}/check-ins`, { id: newId(), value, confidence: 5 });
  }
  const { version } = (await alder.owner.ask("GET", "/organisation")).body;
  await alder.owner.ask("PATCH", "/organisation", { version, statusRule: "pace-only" });
  await house.feed.settled(alder.id);
  const { body } = await alder.member.ask("GET", `/key-results/${id}`);
  expect(body).toMatchObject({
    forecast: { checkIns: 3 },
    status: { proposed: { because: { rule: "gap", onTrackUpTo: "0" } } },
  });
});

/** Key results on 13, 20 and 27 January; with the id of the last check-in. */
async function steady(one: string, two: string, three: string, cycle = cycleId, confidence = 5) {
  const made = await keyResult({}, cycle);
  let last = "";
  for (const [day, value] of days([one, two, three])) last = await report(made.id, day, value, confidence);
  return { ...made, last };
}

function days(values: string[]): [string, string][] {
  return values.map((value, at) => [`2027-01-${13 + 7 * at}`, value]);
}

async function keyResult(body: Record<string, unknown> = {}, cycle = cycleId) {
  house.clock.set("2027-01-04T12:00:00Z");
  const objective = await newObjective(osier, cycle);
  const made = await newKeyResult(osier, objective.id, body);
  return { id: made.id as string, objectiveId: objective.id as string };
}

function report(id: string, day: string, value: string, confidence = 5): Promise<string> {
  return told(`/key-results/${id}/check-ins`, day, { value, confidence });
}

async function told(path: string, day: string, body: Record<string, unknown>): Promise<string> {
  house.clock.set(`${day}T12:00:00Z`);
  const id = newId();
  const answer = await osier.member.ask("POST", path, { id, confidence: 5, ...body });
  expect(answer.status).toBe(200);
  return id;
}

async function read(id: string) {
  await house.feed.settled(osier.id);
  return get(`/key-results/${id}`);
}

async function get(path: string) {
  const { status, body } = await osier.member.ask("GET", path);
  expect(status).toBe(200);
  return body;
}

async function change(id: string, body: Record<string, unknown>) {
  const { version } = await get(`/key-results/${id}`);
  expect((await osier.member.ask("PATCH", `/key-results/${id}`, { version, ...body })).status).toBe(200);
}

async function put(id: string, what: string, body: Record<string, unknown>) {
  expect((await osier.member.ask("PUT", `/key-results/${id}/${what}`, body)).status).toBe(200);
}

function same(id: string) {
  return (each: { id: string }) => each.id === id;
}

function inOrder({ middle, range50, range80 }: { middle: string; range50: Ends; range80: Ends }): boolean {
  const figures = [range80.low, range50.low, middle, range50.high, range80.high].map(Number);
  return figures.every((figure, at) => figure >= (figures[at - 1] ?? Number.NEGATIVE_INFINITY));
}

interface Ends {
  low: string;
  high: string;
}
