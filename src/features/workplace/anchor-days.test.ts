/** Anchor days through the contract: worked out, tried out, proposed, accepted and kept as history. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../test/support/house.ts";
import { newCycle } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

const monday = "2027-02-15";
const inTwoWeeks = "2027-03-01";
let house: House;
let home: Organisation;
let lisbon: string;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
  lisbon = await site("Lisbon");
});

async function site(name: string, seats: Record<string, number> = {}, on = true): Promise<string> {
  const id = newId();
  await told(home.owner.ask, "POST", "/sites", { id, name, timeZone: "Europe/Lisbon", country: "PT", seats });
  if (on) await told(home.owner.ask, "PUT", `/sites/${id}/presence`, { version: 1, on: true });
  return id;
}

const office = (...weekdays: string[]) => Object.fromEntries(weekdays.map((weekday) => [weekday, { at: "office" }]));

/** Somebody with a home site and a usual week, in a team. */
async function settled(person: Person, team: { id: string } | null, siteId: string, days: object) {
  await told(person.ask, "PATCH", "/presence", { version: 0, siteId });
  await told(person.ask, "PUT", "/presence", { usual: { from: monday, days } });
  if (team) await join(person, team);
}

async function join(person: Person, team: { id: string }) {
  await house.sql.query(
    "insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3) on conflict do nothing",
    [home.id, team.id, person.id],
  );
}

const suggest = (body: object = {}, who = home.member) =>
  told(who.ask, "POST", "/anchor-days/suggestions", { teamId: home.team.id, days: 1, ...body });

const tryOut = (days: string[], who = home.member) =>
  told(who.ask, "POST", "/anchor-days/trials", { teamId: home.team.id, choices: [{ teamId: home.team.id, days }] });

const propose = (who: Person, days: string[], more: object = {}) =>
  who.ask("POST", "/anchor-days", { id: newId(), teamId: home.team.id, days, from: inTwoWeeks, ...more });

it("a team is tried out once", async () => {
  const choice = { teamId: home.team.id, days: ["2"] };
  const refused = await home.member.ask("POST", "/anchor-days/trials", {
    teamId: home.team.id,
    choices: [choice, choice],
  });
  expect(refused.body.problems).toMatchObject([{ field: "choices", expected: "each team once" }]);
});

describe("days that are worked out", () => {
  it("are those on which most come already, with the reason and what the runner-up lacks", async () => {
    await settled(home.member, home.team, lisbon, office("2", "4"));
    await settled(home.owner, home.team, lisbon, office("4"));
    const answer = await suggest();
    const [team] = answer.teams;
    expect(team.days[0].why).toBe("Thursday: 2 of 2 already come.");
    expect([answer.score, answer.short, answer.runnerUp]).toEqual([
      6,
      0,
      { fewer: 4, choices: [{ teamId: home.team.id, days: ["2"] }] },
    ]);
    expect(team.next).toEqual({ days: ["2"], fewer: 4 });
  });

  it("follow the team that one depends on, and say that it is in", async () => {
    await settled(home.member, home.team, lisbon, office("2"));
    await settled(home.colleague, home.otherTeam, lisbon, office("4"));
    const cycleId = await newCycle(home);
    const id = newId();
    const asked = { cycleId, fromTeamId: home.team.id, onTeamId: home.otherTeam.id, objectiveId: null };
    await told(home.member.ask, "POST", "/dependencies", { id, title: "A queue", dueOn: "2027-03-01", ...asked });
    expect((await suggest()).teams[0].days[0].misses).toEqual([]);
    await told(home.colleague.ask, "PUT", `/dependencies/${id}/state`, { version: 1, state: "accepted" });
    const [tuesday] = (await suggest()).teams[0].days;
    expect([tuesday.weekday, tuesday.misses]).toEqual(["2", [{ id: home.otherTeam.id, name: "Growth" }]]);
    await told(home.member.ask, "PATCH", "/presence", { version: 1, dayPreferences: { "2": "rather-not" } });
    await told(home.member.ask, "PUT", "/presence", { usual: { from: monday, days: {} } });
    const answer = await suggest();
    expect(answer.teams[0].days[0]).toMatchObject({
      weekday: "4",
      meets: [{ id: home.otherTeam.id }],
      change: [{ id: home.member.id, name: "The member" }],
      why: "Thursday: 0 of 1 already come, Growth, whom you work with, is in.",
    });
    expect(answer.ties).toEqual({ met: 1, of: 1 });
  });

  it("keep to the seats, and ask nobody to come whom no site is near", async () => {
    const berlin = await site("Berlin", { "1": 0, "2": 1, "3": 2, "4": 2, "5": 2 });
    await settled(home.member, home.team, berlin, office("2"));
    await settled(home.owner, home.team, berlin, {});
    await join(home.champion, home.team);
    const [team] = (await suggest()).teams;
    expect([team.people, team.without, team.possible]).toEqual([2, 1, ["2", "3", "4", "5"]]);
    expect(team.days[0]).toMatchObject({ weekday: "3", of: 2, seats: [{ site: { name: "Berlin" }, left: 0 }] });
    expect((await tryOut(["2"])).short).toBe(1);
    const refusal = await propose(home.member, ["2"]);
    expect([refusal.status, refusal.body.problems]).toEqual([
      422,
      [
        {
          field: "days",
          expected: "days with a seat for everybody who would come",
          todo: "1 seat is lacking: choose other days, or let the team come on fewer.",
        },
      ],
    ]);
    const nobody = await propose(home.member, ["1"]);
    expect(nobody.body.problems[0].todo).toBe("Nobody can come on Monday.");
  });

  it("are refused in words where a team has nobody with a site that takes people", async () => {
    const closed = await site("Porto", { "1": 0, "2": 0, "3": 0, "4": 0, "5": 0 });
    await settled(home.member, home.team, closed, {});
    const answer = await home.member.ask("POST", "/anchor-days/suggestions", { teamId: home.team.id });
    expect([answer.status, answer.body.problems[0].expected]).toEqual([
      422,
      "a team with somebody whose home site has presence switched on and takes people",
    ]);
  });

  it("tell what people said of days from five up, and never who", async () => {
    const people = [home.member, home.owner, home.admin, home.champion];
    for (const person of people) {
      await settled(person, home.team, lisbon, {});
      await told(person.ask, "PATCH", "/presence", { version: 1, dayPreferences: { "3": "suits" } });
    }
    expect((await tryOut(["3"])).teams[0].days[0].suits).toBeNull();
    const fifth = await home.addMember("member", "The fifth");
    await settled(fifth, home.team, lisbon, {});
    await told(fifth.ask, "PATCH", "/presence", { version: 1, dayPreferences: { "3": "suits" } });
    expect((await tryOut(["3"])).teams[0].days[0]).toMatchObject({ suits: 5, ratherNot: 0 });
  });
});

describe("seats", () => {
  it("are said to oneself before one plans, as the others leave them", async () => {
    const berlin = await site("Berlin", { "2": 1 });
    await settled(home.member, null, berlin, office("2"));
    await settled(home.colleague, null, berlin, {});
    const free = async (who: Person) => {
      const { offices } = await told(who.ask, "GET", "/presence");
      return offices.find(({ id }: { id: string }) => id === berlin).free;
    };
    expect((await free(home.member)).slice(0, 3)).toEqual([null, 1, null]);
    expect((await free(home.colleague)).slice(0, 3)).toEqual([null, 0, null]);
  });
});

describe("proposed days", () => {
  it("hold from their day on once the lead accepted them, and what was before stays history", async () => {
    await settled(home.member, home.team, lisbon, {});
    const asked = await propose(home.champion, ["3", "2"]);
    expect(asked.body).toMatchObject({ days: ["2", "3"], state: "proposed", can: { states: ["withdrawn"] } });
    expect(
      (await home.champion.ask("PUT", `/anchor-days/${asked.body.id}/state`, { version: 1, state: "accepted" })).status,
    ).toBe(422);
    expect(
      (await home.colleague.ask("PUT", `/anchor-days/${asked.body.id}/state`, { version: 1, state: "accepted" }))
        .status,
    ).toBe(403);
    const agreed = await told(home.member.ask, "PUT", `/anchor-days/${asked.body.id}/state`, {
      ...{ version: 1, state: "accepted" },
    });
    expect([agreed.state, agreed.stateBy.id]).toEqual(["accepted", home.member.id]);
    const held = async () => (await told(home.colleague.ask, "GET", "/anchor-days")).held;
    expect(await held()).toEqual([]);
    house.clock.set("2027-03-02T09:00:00Z");
    expect(await held()).toMatchObject([{ team: home.team, days: ["2", "3"], from: inTwoWeeks }]);
    const none = await propose(home.member, [], { from: "2027-03-15" });
    await told(home.member.ask, "PUT", `/anchor-days/${none.body.id}/state`, { version: 1, state: "accepted" });
    house.clock.set("2027-03-16T09:00:00Z");
    expect(await held()).toEqual([]);
    const { items } = await told(home.colleague.ask, "GET", `/anchor-days?teamId=${home.team.id}`);
    expect(items.map(({ days, state }: { days: string[]; state: string }) => [state, days])).toEqual([
      ["accepted", []],
      ["accepted", ["2", "3"]],
    ]);
  });

  it("are marked in the week of the team, in one's own week and calendar, and fill in nothing", async () => {
    await settled(home.member, home.team, lisbon, {});
    await settled(home.colleague, null, lisbon, office("2"));
    const { id } = (await propose(home.member, ["2"], { from: monday })).body;
    const read = (who: Person) => told(who.ask, "GET", `/week?teamId=${home.team.id}`);
    expect(await read(home.member)).toMatchObject({ waiting: 1, anchors: [] });
    await told(home.member.ask, "PUT", `/anchor-days/${id}/state`, { version: 1, state: "accepted" });
    expect(await read(home.colleague)).toMatchObject({
      waiting: 0,
      anchors: [{ team: home.team, days: ["2027-02-16"] }],
    });
    const mine = await told(home.member.ask, "GET", "/presence");
    expect(mine.days.slice(0, 3).map(({ at, anchors }: { at: null; anchors: object[] }) => [at, anchors])).toEqual([
      [null, []],
      [null, [home.team]],
      [null, []],
    ]);
    const { content } = await told(home.member.ask, "GET", "/presence/calendar?from=2027-02-15&to=2027-02-19");
    expect(content).toContain("SUMMARY:Anchor day\\, Product");
    expect(await told(home.member.ask, "POST", "/presence/calendar/preview", { content })).toEqual({
      ...{ days: [], timeOff: [], notUnderstood: [] },
    });
  });

  it("are declined with a reason, withdrawn by who proposed them, and decided once", async () => {
    await settled(home.member, home.team, lisbon, {});
    const { id } = (await propose(home.champion, ["5"])).body;
    const step = (who: Person, body: object) => who.ask("PUT", `/anchor-days/${id}/state`, { version: 1, ...body });
    expect((await step(home.member, { state: "declined" })).body.problems[0].field).toBe("reason");
    expect((await step(home.member, { state: "declined", reason: "Half of us are off." })).status).toBe(200);
    expect((await step(home.champion, { version: 2, state: "withdrawn" })).body.problems[0].expected).toBe(
      "no change: it is declined",
    );
    const { items } = await told(home.owner.ask, "GET", `/history/${home.team.id}`);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(["anchor-days-declined", "anchor-days-proposed"]);
  });

  it("are nobody's to propose for another team, and not for weeks that are over", async () => {
    await settled(home.member, home.team, lisbon, {});
    expect((await propose(home.colleague, ["2"])).status).toBe(403);
    const late = await propose(home.member, ["2"], { from: "2027-02-08" });
    expect(late.body.problems[0].field).toBe("from");
    expect((await propose(home.member, ["2", "2"])).status).toBe(422);
    expect((await home.guest.ask("GET", "/anchor-days")).status).toBe(403);
  });
});
