import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { toronto } from "../../../test/support/furnish-workplace.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../test/support/house.ts";
import { newId } from "../../platform/ids.ts";
import { presenceTasks } from "./jobs.ts";

const lisbon = { name: "Lisbon", place: "Lisbon", timeZone: "Europe/Lisbon", country: "PT" };
/** Tuesday to Friday of this week. */
const [monday, tuesday, wednesday, thursday, friday] = ["15", "16", "17", "18", "19"].map(
  (day) => `2027-02-${day}`,
) as [string, string, string, string, string];
let house: House;
let home: Organisation;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
});
afterEach(() => house.feed.settled(home.id));

async function site(body: object = lisbon, on = true): Promise<string> {
  const id = newId();
  await told(home.owner.ask, "POST", "/sites", { id, ...body });
  if (on) await told(home.admin.ask, "PUT", `/sites/${id}/presence`, { version: 1, on });
  return id;
}

const livesAt = (person: Person, siteId: string, version = 0) =>
  told(person.ask, "PATCH", "/presence", { version, siteId });

const plan = (person: Person, body: object) => told(person.ask, "PUT", "/presence", body);

const readWeek = (person: Person, query = "whose=everyone") => told(person.ask, "GET", `/week?${query}`);

async function refusal(person: Person, method: string, path: string, body: object) {
  const answer = await person.ask(method, path, body);
  expect(answer.status).toBe(422);
  return answer.body.problems.map(
    ({ field, expected }: { field: string; expected: string }) => `${field}: ${expected}`,
  );
}

/** Name → where, day by day. */
function whereabouts(week: {
  sites: { people: { name: string; days: { at: string | null; holiday: string | null }[] }[] }[];
}) {
  const people = week.sites.flatMap((each) => each.people);
  return Object.fromEntries(people.map(({ name, days }) => [name, days.map(({ at, holiday }) => holiday ?? at)]));
}

describe("presence is off until it is switched on", () => {
  it("collects and shows nothing before", async () => {
    expect((await readWeek(home.member)).state).toBe("no-sites");
    const id = await site(lisbon, false);
    expect((await readWeek(home.member)).state).toBe("off");
    await livesAt(home.member, id);
    const days = [{ day: wednesday, at: "home" }];
    expect(await refusal(home.member, "PUT", "/presence", { days })).toEqual([
      "home: presence to be switched on for Lisbon",
    ]);
    expect(await refusal(home.colleague, "PUT", "/presence", { days })).toEqual([
      "home: a home site where presence is on",
    ]);
    const { rows } = await house.sql.query("select 1 from presence_day where organisation_id = $1", [home.id]);
    expect(rows).toEqual([]);
  });

  it("tells the audit who switched it, and hides every plan once it is off again", async () => {
    const id = await site();
    await livesAt(home.member, id);
    await plan(home.member, { days: [{ day: wednesday, at: "office" }] });
    expect((await readWeek(home.colleague)).people).toBe(1);
    await told(home.owner.ask, "PUT", `/sites/${id}/presence`, { version: 2, on: false });
    const week = await readWeek(home.colleague);
    expect([week.state, week.people, week.sites]).toEqual(["off", 0, []]);
    const mine = await told(home.member.ask, "GET", "/presence");
    expect(mine.days.map(({ at }: { at: string }) => at)).not.toContain("office");
    const { items } = await told(home.owner.ask, "GET", "/audit?about=organisation");
    const switches = items.filter(({ kind }: { kind: string }) => kind === "site-presence-switched");
    expect(
      switches.map(({ facts, actor }: never) => [(facts as { on: unknown }).on, (actor as { id: string }).id]),
    ).toEqual([
      [[true, false], home.owner.id],
      [[false, true], home.admin.id],
    ]);
  });

  it("is switched and changed by administrators, read by everyone but guests", async () => {
    const id = await site();
    expect((await home.member.ask("PUT", `/sites/${id}/presence`, { version: 2, on: false })).status).toBe(403);
    expect((await home.champion.ask("POST", "/sites", { id: newId(), ...lisbon, name: "Other" })).status).toBe(403);
    expect((await told(home.member.ask, "GET", "/sites")).items).toHaveLength(1);
    for (const path of ["/sites", "/week", "/presence"]) expect((await home.guest.ask("GET", path)).status).toBe(403);
  });
});

describe("one's own week", () => {
  it("is set at once, answers what it replaced, and is undone with that", async () => {
    await livesAt(home.member, await site());
    const days = [
      { day: monday, at: "home" },
      { day: tuesday, at: "office" },
      { day: wednesday, at: "travel" },
      { day: thursday, at: "off" },
    ];
    const { before } = await plan(home.member, { days });
    expect(whereabouts(await readWeek(home.colleague))["The member"]).toEqual([
      "home",
      "office",
      "travel",
      "off",
      null,
    ]);
    expect((await plan(home.member, { days })).before.days.map(({ at }: { at: string }) => at)).toEqual([
      "home",
      "office",
      "travel",
      "off",
    ]);
    await plan(home.member, before);
    expect(whereabouts(await readWeek(home.colleague))["The member"]).toEqual([null, null, null, null, null]);
  });

  it("repeats as usual, and a past week reads as it was planned", async () => {
    await livesAt(home.member, await site());
    const office = { at: "office" };
    await plan(home.member, { usual: { from: monday, days: { "1": office, "2": office } } });
    house.clock.set("2027-03-02T09:00:00Z");
    await plan(home.member, { usual: { from: "2027-03-01", days: { "1": { at: "home" } } } });
    const during = async (from: string) => whereabouts(await readWeek(home.colleague, `whose=everyone&from=${from}`));
    expect((await during("2027-02-24"))["The member"]?.slice(0, 2)).toEqual(["office", "office"]);
    expect((await during("2027-03-10"))["The member"]?.slice(0, 2)).toEqual(["home", null]);
  });

  it("knows the holidays of the home site, what it adds and what it strikes", async () => {
    const id = await site({ ...toronto, name: "Toronto" });
    await livesAt(home.member, id);
    await plan(home.member, {
      usual: { from: monday, days: Object.fromEntries("12345".split("").map((day) => [day, { at: "home" }])) },
    });
    expect(whereabouts(await readWeek(home.member))["The member"]?.[0]).toBe("Family Day");
    await told(home.admin.ask, "PUT", `/sites/${id}/holidays/${monday}`, { name: null });
    await told(home.admin.ask, "PUT", `/sites/${id}/holidays/${friday}`, { name: "Founders’ Day" });
    expect(whereabouts(await readWeek(home.member))["The member"]).toEqual([
      ...["home", "home", "home", "home"],
      "Founders’ Day",
    ]);
    const { items } = await told(home.member.ask, "GET", `/sites/${id}/holidays?year=2027`);
    expect(items.filter(({ from }: { from: string }) => from !== "public")).toEqual([
      { day: monday, name: "Family Day", from: "struck" },
      { day: friday, name: "Founders’ Day", from: "added" },
    ]);
    expect(await refusal(home.admin, "PUT", `/sites/${id}/holidays/${tuesday}`, { name: null })).toEqual([
      "day: a day that is a public holiday there",
    ]);
  });

  it("has days off without a reason, which nobody else can take back", async () => {
    await livesAt(home.member, await site());
    const id = newId();
    await told(home.member.ask, "POST", "/time-off", { id, startsOn: wednesday, endsOn: friday });
    await told(home.member.ask, "POST", "/time-off", { id, startsOn: wednesday, endsOn: friday });
    expect(whereabouts(await readWeek(home.colleague))["The member"]).toEqual([null, null, "off", "off", "off"]);
    expect((await home.colleague.ask("DELETE", `/time-off/${id}`)).status).toBe(404);
    const reasoned = await home.member.ask("POST", "/time-off", {
      ...{ id: newId(), startsOn: wednesday, endsOn: friday },
      reason: "ill",
    });
    expect(reasoned.status).toBe(422);
    await told(home.member.ask, "DELETE", `/time-off/${id}`);
    expect((await told(home.member.ask, "GET", "/presence")).timeOff).toEqual([]);
  });

  it("leaves nothing of what it says in the record", async () => {
    await livesAt(home.member, await site());
    await plan(home.member, { days: [{ day: wednesday, at: "travel" }] });
    await told(home.member.ask, "POST", "/time-off", { id: newId(), startsOn: friday, endsOn: friday });
    const { rows } = await house.sql.query(
      "select distinct facts::text from event where organisation_id = $1 and kind = 'presence-planned'",
      [home.id],
    );
    expect(rows).toEqual([{ facts: "{}" }]);
  });

  it("is kept as long as the organisation says, and then deleted at night", async () => {
    await livesAt(home.member, await site());
    await plan(home.member, {
      days: [{ day: wednesday, at: "home" }],
      usual: { from: monday, days: { "1": { at: "home" } } },
    });
    await told(home.member.ask, "POST", "/time-off", { id: newId(), startsOn: thursday, endsOn: friday });
    house.clock.set("2027-02-23T09:00:00Z");
    await plan(home.member, { usual: { from: "2027-02-22", days: { "1": { at: "travel" } } } });
    const kept = async () => {
      const counts = await Promise.all(
        ["presence_day", "time_off", "usual_week"].map((table) =>
          house.sql.query(`select count(*)::int as n from ${table} where organisation_id = $1`, [home.id]),
        ),
      );
      return counts.map(({ rows }) => rows[0].n);
    };
    await told(home.admin.ask, "PATCH", "/workplace-settings", { version: 0, keepMonths: 2 });
    house.clock.set("2027-04-16T03:17:00Z");
    await presenceTasks(house.database)["sweep-presence"]();
    expect(await kept()).toEqual([1, 1, 2]);
    house.clock.set("2027-05-16T03:17:00Z");
    await presenceTasks(house.database)["sweep-presence"]();
    // The usual week that still holds stays.
    expect(await kept()).toEqual([0, 0, 1]);
  });
});

describe("what is refused", () => {
  it("is told in words that name the field", async () => {
    const closedOnFriday = await site({ ...lisbon, seats: { "5": 0 } });
    const off = await site({ ...lisbon, name: "Porto" }, false);
    const elsewhere = await house.organisation();
    const theirs = newId();
    await told(elsewhere.owner.ask, "POST", "/sites", { id: theirs, ...lisbon });
    await livesAt(home.member, closedOnFriday);
    const days = (...planned: object[]) => refusal(home.member, "PUT", "/presence", { days: planned });
    expect(await days({ day: friday, at: "office" })).toEqual(["days.0.siteId: a day on which Lisbon has seats"]);
    expect(await days({ day: friday, at: "office", siteId: off })).toEqual([
      "days.0.siteId: a site where presence is on",
    ]);
    expect(await days({ day: friday, at: "office", siteId: theirs })).toEqual([
      "days.0.siteId: a site of the organisation",
    ]);
    expect(await days({ day: friday, at: "home", siteId: off })).toEqual([
      "days.0.siteId: a site for the office, and for nothing else",
    ]);
    expect(await days({ day: friday, at: "home" }, { day: friday, at: "off" })).toEqual([
      "days.1: one plan for 2027-02-19",
    ]);
    expect(await days({ day: "2027-02-14", at: "home" })).toEqual(["days.0.day: 2027-02-15 or a later day"]);
    expect(await days({ day: "2029-02-16", at: "home" })).toEqual(["days.0.day: a day at most 400 days ahead"]);
    expect(await days({ day: "2027-02-30", at: "home" })).toEqual([
      "days.0.day: a day that exists, written YYYY-MM-DD",
    ]);
    expect(
      await refusal(home.member, "PUT", "/presence", { usual: { from: monday, days: { "5": { at: "office" } } } }),
    ).toEqual(["usual.days.5.siteId: a day on which Lisbon has seats"]);
    const takeOff = (startsOn: string, endsOn: string) =>
      refusal(home.member, "POST", "/time-off", { id: newId(), startsOn, endsOn });
    expect(await takeOff(friday, tuesday)).toEqual(["endsOn: 2027-02-19 or a later day"]);
    expect(await takeOff("2027-02-16", "2037-02-15")).toEqual(["endsOn: at most 366 days off at once"]);
    expect(await refusal(home.member, "PATCH", "/presence", { version: 1, siteId: theirs })).toEqual([
      "siteId: a site of the organisation",
    ]);
    expect((await home.member.ask("GET", `/week?teamId=${elsewhere.team.id}`)).status).toBe(404);
  });

  it("is a site in no zone, in no country, with a name too long or taken", async () => {
    const add = (part: object) => refusal(home.admin, "POST", "/sites", { id: newId(), ...lisbon, ...part });
    expect(await add({ timeZone: "Europe/Atlantis" })).toEqual(["timeZone: a time zone, such as Europe/Lisbon"]);
    expect(await add({ country: "XX" })).toEqual([
      "country: the code of a country whose holidays are known, such as PT",
    ]);
    expect(await add({ country: "DE", region: "ON" })).toEqual([
      "region: the code of a part of this country, such as BE for Berlin in DE",
    ]);
    expect(await add({ name: "L".repeat(10_000) })).toEqual(["name: text of 1 to 120 characters"]);
    expect(await add({ seats: { "1": -1 } })).toEqual(["seats.1: a whole number of seats from 0 to 100,000"]);
    await site();
    expect(await add({ name: "LISBON" })).toEqual(["name: a name that no other site has"]);
  });
});

describe("the week", () => {
  it("counts who is in and what seats are left, of everybody", async () => {
    const id = await site({ ...lisbon, seats: { "2": 2 } });
    const berlin = await site({ name: "Berlin", place: "Berlin", timeZone: "Europe/Berlin" });
    for (const person of [home.member, home.colleague]) await livesAt(person, id);
    await livesAt(home.champion, berlin);
    for (const person of [home.member, home.colleague, home.champion])
      await plan(person, { days: [{ day: tuesday, at: "office", siteId: id }] });
    const week = await readWeek(home.member, `teamId=${home.team.id}`);
    expect([week.people, week.notShown]).toEqual([1, 0]);
    const [here] = week.sites;
    expect([here.name, here.timeNow, here.days[1]]).toEqual([
      "Lisbon",
      "09:12",
      { in: 1, seats: 2, seatsLeft: -1, holiday: null },
    ]);
    const everyone = await readWeek(home.member);
    expect(everyone.sites.map(({ name }: { name: string }) => name)).toEqual(["Lisbon", "Berlin"]);
    expect(everyone.sites[0].days[1].in).toBe(3);
    expect(everyone.sites[1].people[0].days[1]).toEqual({
      ...{ at: "office", holiday: null },
      elsewhere: { id, name: "Lisbon" },
    });
    expect(everyone.notShown).toBe(2);
  });

  it("shows the leads of teams that one's own depends on, once they accepted", async () => {
    const id = await site();
    for (const person of [home.member, home.colleague]) await livesAt(person, id);
    const cycleId = newId();
    const cycle = { id: cycleId, name: "Q1 2027", kind: "quarter", startsOn: "2027-01-04", endsOn: "2027-03-28" };
    await told(home.owner.ask, "POST", "/cycles", cycle);
    const dependency = newId();
    await told(home.member.ask, "POST", "/dependencies", {
      ...{ id: dependency, cycleId, fromTeamId: home.team.id, onTeamId: home.otherTeam.id },
      ...{ title: "A queue for large files", dueOn: "2027-03-01" },
    });
    expect((await readWeek(home.member, "whose=depend")).people).toBe(0);
    await told(home.colleague.ask, "PUT", `/dependencies/${dependency}/state`, { version: 1, state: "accepted" });
    expect(Object.keys(whereabouts(await readWeek(home.member, "whose=depend")))).toEqual(["A colleague"]);
  });

  it("takes three statements for 200 people, and names no more", async () => {
    const id = await site({ ...lisbon, seats: { "2": 150 } });
    await livesAt(home.member, id);
    await house.sql.query(
      `insert into member (organisation_id, id, name, email, role, time_zone, created_at)
         select $1, gen_random_uuid(), 'Member ' || n, 'member-' || n || '@example.test', 'member', 'Europe/Lisbon', now()
           from generate_series(1, 230) n`,
      [home.id],
    );
    await house.sql.query(
      `insert into workplace_member (organisation_id, member_id, site_id, focus_times)
         select organisation_id, id, $2, '{}' from member where organisation_id = $1 and email like 'member-%@example.test'
         on conflict do nothing`,
      [home.id, id],
    );
    await house.sql.query(
      `insert into usual_week (organisation_id, member_id, from_day, days)
         select organisation_id, id, '2027-01-04', $2 from member where organisation_id = $1 and name like 'Member %'`,
      [home.id, { "2": { at: "office", siteId: id } }],
    );
    await readWeek(home.member);
    await house.feed.settled(home.id);
    const before = house.database.statements();
    const week = await readWeek(home.member, "whose=everyone&from=2027-02-24");
    expect(house.database.statements() - before).toBeLessThanOrEqual(3);
    expect([week.people, week.leftOut, week.sites[0].days[1].seatsLeft]).toEqual([200, 31, -80]);
  });
});

describe("calendars", () => {
  it("carry a plan out and in again", async () => {
    await livesAt(home.member, await site());
    await livesAt(home.colleague, (await told(home.member.ask, "GET", "/sites")).items[0].id);
    await plan(home.member, {
      days: [
        { day: tuesday, at: "office" },
        { day: wednesday, at: "office" },
        { day: thursday, at: "home" },
      ],
    });
    await told(home.member.ask, "POST", "/time-off", { id: newId(), startsOn: friday, endsOn: friday });
    const { content, fileName } = await told(home.member.ask, "GET", `/presence/calendar?from=${monday}`);
    expect(fileName).toBe("presence-2027-02-15.ics");
    const preview = await told(home.colleague.ask, "POST", "/presence/calendar/preview", { content });
    expect(preview.days.map(({ day, at }: { day: string; at: string }) => [day, at])).toEqual([
      [tuesday, "office"],
      [wednesday, "office"],
      [thursday, "home"],
    ]);
    expect(whereabouts(await readWeek(home.member))["A colleague"]?.[1]).toBeNull();
    for (let times = 0; times < 2; times++)
      await told(home.colleague.ask, "POST", "/presence/calendar/imports", { content });
    const read = whereabouts(await readWeek(home.member));
    expect(read["A colleague"]).toEqual(read["The member"]);
    expect((await told(home.colleague.ask, "GET", "/presence")).timeOff).toHaveLength(1);
    for (const [query, field] of [
      ["from=2027-03-01&to=2027-02-01", "to: 2027-03-01 or a later day"],
      ["from=2027-03-01&to=2037-02-01", "to: at most 366 days"],
    ])
      expect((await home.member.ask("GET", `/presence/calendar?${query}`)).body.detail).toContain(
        field?.split(": ")[1],
      );
    expect(await refusal(home.member, "POST", "/presence/calendar/preview", { content: "no calendar" })).toEqual([
      "content: the text of an iCalendar file (.ics)",
    ]);
  });
});
