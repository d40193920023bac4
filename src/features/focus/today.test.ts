import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, type Organisation, openHouse, type Person } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective, newSupport } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const todayOf = async (person: Person) => {
  const { status, body } = await person.ask("GET", "/today");
  expect(body.problems ?? status).toBe(200);
  return body;
};
const checkIn = (person: Person, keyResultId: string, body: object) =>
  person.ask("POST", `/key-results/${keyResultId}/check-ins`, { id: newId(), confidence: 7, ...body });
const titles = (items: { title: string }[]) => items.map(({ title }) => title);

/** The line of the design's picture: a vision, an imperative, the company's objective and Product's, four key results. */
async function osier() {
  const organisation = await house.organisation();
  const { champion, member, colleague, team } = organisation;
  await champion.ask("PUT", "/vision", { text: "Every independent clinic has time to care.", version: 0 });
  const imperative = await champion.ask("POST", "/imperatives", { id: newId(), statement: "Win the first week" });
  const cycleId = await newCycle(organisation);
  const company = { level: "company", ownerId: champion.id, title: "New clinics feel at home in their first week" };
  const top = await newObjective(organisation, cycleId, company, champion);
  const own = await newObjective(organisation, cycleId, { title: "A clinic is up and running" });
  await newSupport(organisation, top.id, { kind: "imperative", id: imperative.body.id }, { mode: "supports" });
  await newSupport(organisation, own.id, { kind: "objective", id: top.id });
  const percent = { kind: "metric", start: "34", target: "55" };
  const days = { kind: "metric", start: "9", target: "4" };
  const setup = await newKeyResult(organisation, own.id, { title: "Setup unaided", unit: "%", measure: percent });
  const imports = await newKeyResult(organisation, own.id, { title: "Import time", ownerId: colleague.id });
  const tickets = await newKeyResult(organisation, own.id, { title: "Setup tickets" });
  const live = { title: "Days to first live booking", unit: "d", decimals: 1, measure: days };
  const first = await newKeyResult(organisation, top.id, live, champion);
  const ids = { imperative: imperative.body.id, cycleId, top, own, setup, imports, tickets, first };
  return { ...organisation, ...ids, member, champion, team };
}

describe("somebody with a line", () => {
  let line: Awaited<ReturnType<typeof osier>>;
  beforeAll(async () => {
    line = await osier();
    expect((await checkIn(line.member, line.setup.id, { value: "46" })).status).toBe(200);
    await house.feed.settled(line.id);
  });

  test("sees where and when it is, and how much of the cycle is left", async () => {
    const { now, on, timeZone, place, cycle } = await todayOf(line.member);
    expect({ now, on, timeZone, place }).toEqual({
      now: "2027-02-16T09:12:00Z",
      on: "2027-02-16",
      timeZone: "Europe/Lisbon",
      place: "Lisbon",
    });
    expect(cycle).toMatchObject({
      id: line.cycleId,
      name: "Q1 2027",
      state: "active",
      week: 7,
      weeks: 12,
      daysLeft: 40,
    });
  });

  test("sees it run from the vision to their own key results", async () => {
    const { line: seen } = await todayOf(line.member);
    expect(seen).toMatchObject({
      vision: "Every independent clinic has time to care.",
      imperative: { id: line.imperative, statement: "Win the first week" },
      measuredBy: "mine",
      missing: null,
    });
    expect(titles(seen.objectives)).toEqual([
      "New clinics feel at home in their first week",
      "A clinic is up and running",
    ]);
    expect(seen.objectives[1]).toMatchObject({ level: "team", team: { id: line.team.id, name: "Product" } });
    expect(titles(seen.keyResults)).toEqual(["Setup unaided", "Setup tickets", "Days to first live booking"]);
    expect(seen.keyResults[0]).toMatchObject({
      objective: { id: line.own.id, level: "team" },
      measure: { kind: "metric", start: "34", target: "55" },
      current: "46",
      progress: "0.5714285714",
      lowerIsBetter: false,
      status: { status: "on-track" },
      lastConfidence: 7,
    });
    expect(seen.keyResults[2]).toMatchObject({ objective: { level: "company" }, lowerIsBetter: true, current: null });
  });

  test("reads as the objective's own page does", async () => {
    await house.feed.settled(line.id);
    const { line: seen } = await todayOf(line.member);
    for (const { id, progress, expected, status } of seen.objectives) {
      const { body } = await line.member.ask("GET", `/objectives/${id}`);
      expect({ progress, expected, status }).toEqual({
        progress: body.progress,
        expected: body.expected,
        status: body.status,
      });
    }
    for (const { id, current, progress, expected, status } of seen.keyResults) {
      const { body } = await line.member.ask("GET", `/key-results/${id}`);
      const { current: its, progress: made, expected: pace, status: said } = body;
      expect({ current, progress, expected, status }).toEqual({
        current: its,
        progress: made,
        expected: pace,
        status: said,
      });
    }
  });

  test("is told which check-ins are due, as the list of them says", async () => {
    const { due } = await todayOf(line.member);
    const { body } = await line.member.ask("GET", "/check-ins/due");
    expect(due.map(({ keyResult }: { keyResult: { id: string } }) => keyResult.id).sort()).toEqual(
      body.items.map(({ keyResult }: { keyResult: { id: string } }) => keyResult.id).sort(),
    );
    expect(due[0]).toMatchObject({ place: "Lisbon", ...body.items[0].due });
    expect((await todayOf(line.colleague)).due).toMatchObject([{ keyResult: { title: "Import time" } }]);
  });

  test("sees the asks that wait for them, the latest first", async () => {
    const ask = { id: newId(), toMemberId: line.member.id, text: "Can we cap imports?" };
    expect((await checkIn(line.colleague, line.imports.id, { value: "5", ask })).status).toBe(200);
    const { asks } = await todayOf(line.member);
    expect(asks).toMatchObject({
      count: 1,
      items: [
        {
          id: ask.id,
          text: "Can we cap imports?",
          from: { id: line.colleague.id, name: "A colleague" },
          keyResult: { id: line.imports.id, title: "Import time" },
          objectiveId: line.own.id,
        },
      ],
    });
    expect((await todayOf(line.colleague)).asks).toEqual({ count: 0, items: [] });
    await line.member.ask("POST", `/asks/${ask.id}/closure`, { reply: "Yes" });
    expect((await todayOf(line.member)).asks.count).toBe(0);
  });

  test("sees this week's intentions in their order, and what was left over", async () => {
    const write = async (text: string) =>
      (await line.member.ask("POST", "/intentions", { id: newId(), text, keyResultId: line.setup.id })).body.id;
    const [first, second, gone, old] = [
      await write("first"),
      await write("second"),
      await write("gone"),
      await write("old"),
    ];
    await line.member.ask("PUT", `/intentions/${gone}/let-go`, {});
    await line.member.ask("PUT", "/intentions/order", { ids: [second, first] });
    await house.sql.query("update intention set week_of = '2027-02-08' where id = $1", [old]);
    await line.member.ask("PUT", `/intentions/${first}/done`, { done: true });
    const { week } = await todayOf(line.member);
    expect(week.weekOf).toBe("2027-02-15");
    expect(week.intentions).toMatchObject([{ text: "second", tie: { title: "Setup unaided" } }, { text: "first" }]);
    expect(week.intentions[1].doneAt).not.toBeNull();
    expect(week.leftovers).toMatchObject([{ id: old, text: "old" }]);
    expect((await todayOf(line.colleague)).week).toMatchObject({ intentions: [], leftovers: [] });
  });

  test("costs four statements", async () => {
    await todayOf(line.member);
    await house.feed.settled(line.id);
    const before = house.database.statements();
    await todayOf(line.member);
    expect(house.database.statements() - before).toBe(4);
  });

  test("keeps a private objective to its owner", async () => {
    const body = { level: "personal", private: true, title: "A quiet plan", ownerId: line.colleague.id };
    const secret = await newObjective(line, line.cycleId, body, line.colleague);
    await newKeyResult(line, secret.id, { title: "A quiet number", ownerId: line.colleague.id }, line.colleague);
    for (const other of [line.owner, line.champion, line.admin, line.member, line.guest]) {
      expect(JSON.stringify(await todayOf(other))).not.toContain("quiet");
    }
    const { line: seen, due } = await todayOf(line.colleague);
    expect(titles(seen.keyResults)).toContain("A quiet number");
    expect(JSON.stringify(due)).toContain("A quiet number");
  });

  test("a key result that was dropped is not on it, a paused one is not due", async () => {
    const [dropped, paused] = [
      await newKeyResult(line, line.own.id, { title: "Dropped" }),
      await newKeyResult(line, line.own.id, { title: "Paused" }),
    ];
    await line.member.ask("PUT", `/key-results/${dropped.id}/state`, { version: 1, state: "dropped", reason: "No" });
    await line.member.ask("PUT", `/key-results/${paused.id}/state`, { version: 1, state: "paused", reason: "Later" });
    const { line: seen, due } = await todayOf(line.member);
    expect(titles(seen.keyResults)).toContain("Paused");
    expect(titles(seen.keyResults)).not.toContain("Dropped");
    expect(JSON.stringify(due)).not.toContain("Paused");
  });
});

test("a member of a team without key results of their own sees their team's", async () => {
  const line = await osier();
  const mei = await line.addMember("member", "Mei");
  await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
    line.id,
    line.team.id,
    mei.id,
  ]);
  const { line: seen, due } = await todayOf(mei);
  expect(titles(seen.objectives)).toEqual([
    "New clinics feel at home in their first week",
    "A clinic is up and running",
  ]);
  expect(seen.measuredBy).toBe("ours");
  expect(titles(seen.keyResults)).toEqual(["Setup unaided", "Import time", "Setup tickets"]);
  expect(due).toEqual([]);
});

describe("a line that stops", () => {
  let young: Organisation;
  beforeAll(async () => {
    young = await house.organisation();
  });
  const missing = async (person: Person) => (await todayOf(person)).line.missing;

  test("says first what it lacks, and who may make it", async () => {
    expect(await missing(young.member)).toEqual({ what: "vision", may: false });
    expect(await missing(young.champion)).toEqual({ what: "vision", may: true });
    await young.champion.ask("PUT", "/vision", { text: "Time to care.", version: 0 });
    expect(await missing(young.owner)).toEqual({ what: "cycle", may: true });
    const cycleId = await newCycle(young, {}, []);
    expect((await todayOf(young.member)).cycle).toMatchObject({ id: cycleId, state: "planning" });
    expect(await missing(young.member)).toEqual({ what: "objective", may: true });
    expect(await missing(young.guest)).toEqual({ what: "objective", may: false });
    const own = await newObjective(young, cycleId);
    expect(await missing(young.member)).toEqual({ what: "key-result", may: true });
    const keyResult = await newKeyResult(young, own.id);
    const { line, due } = await todayOf(young.member);
    expect(line).toMatchObject({ missing: null, imperative: null, keyResults: [{ id: keyResult.id }] });
    expect(due).toEqual([]);
    expect(await missing(young.colleague)).toEqual({ what: "objective", may: true });
  });
});

test("a visitor is asked to sign in", async () => {
  expect((await house.visitor("GET", "/today")).status).toBe(401);
});

test("somebody who owns more than a page holds sees what comes first, and how many there are", async () => {
  const organisation = await house.organisation();
  const cycleId = await newCycle(organisation);
  const objective = await newObjective(organisation, cycleId);
  for (let count = 0; count < 14; count += 1) await newKeyResult(organisation, objective.id);
  house.clock.set("2027-03-01T09:12:00Z");
  const { line, due, dueCount } = await todayOf(organisation.member);
  house.clock.set("2027-02-16T09:12:00Z");
  expect([line.keyResults.length, line.keyResultCount]).toEqual([12, 14]);
  expect([line.objectives.length, line.objectiveCount]).toEqual([1, 1]);
  expect([due.length, dueCount]).toEqual([12, 14]);
});
