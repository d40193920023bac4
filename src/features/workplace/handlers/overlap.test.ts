import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../../test/support/house.ts";
import { newId } from "../../../platform/ids.ts";
import { meetingFact } from "../events.ts";
import { presenceTasks } from "../jobs.ts";
import { insertMeeting } from "../queries/meetings.ts";

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

const week = (hours: [string, string]) => Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, hours]));

async function livesIn(person: Person, timeZone: string, place: string, hours: [string, string] = ["09:00", "18:00"]) {
  const { version } = await told(person.ask, "GET", `/members/${person.id}`);
  await told(person.ask, "PATCH", `/members/${person.id}`, { version, timeZone, place, workingHours: week(hours) });
}

/** Four people of four places, as in the design's picture. */
async function fourPlaces() {
  await livesIn(home.owner, "Europe/Lisbon", "Lisbon");
  await livesIn(home.champion, "Europe/Berlin", "Berlin");
  await livesIn(home.member, "America/Toronto", "Toronto", ["08:00", "17:00"]);
  await livesIn(home.colleague, "Asia/Kolkata", "Bengaluru", ["10:00", "19:00"]);
  return [home.owner, home.champion, home.member, home.colleague].map(({ id }) => id);
}

const thursday = { from: "2027-02-18", to: "2027-02-18", minutes: 45 };
const best = (body: object, person = home.owner) => told(person.ask, "POST", "/best-times", { ...thursday, ...body });

async function refusal(path: string, body: object, person = home.owner) {
  const answer = await person.ask("POST", path, body);
  expect([answer.status, answer.body.problems?.length]).toEqual([422, 1]);
  return `${answer.body.problems[0].field}: ${answer.body.problems[0].expected}`;
}

async function meet(person: Person, body: object) {
  const id = newId();
  await told(person.ask, "POST", "/meetings", { id, title: "Refocus", minutes: 45, ...body });
  return id;
}

const paying = (places: { name: string; early: number; late: number; added: number }[]) =>
  places.filter(({ added }) => added > 0).map((each) => [each.name, each.early, each.late, each.added]);

/** The places that pay for the best time. */
const payers = async (body: object, person?: Person) =>
  paying((await best(body, person)).times[0].places).map(([name]) => name);

describe("shared hours", () => {
  it("are counted from everyone's own hours by their own clocks, and told by place", async () => {
    const memberIds = await fourPlaces();
    const day = await told(home.owner.ask, "POST", "/shared-hours", { memberIds, day: "2027-02-16" });
    expect([day.people, day.off, day.minutes, day.shared]).toEqual([
      4,
      0,
      30,
      [{ from: "2027-02-16T13:00:00Z", to: "2027-02-16T13:30:00Z" }],
    ]);
    expect([day.without.place, day.without.minutes]).toEqual(["Toronto", 270]);
    expect(day.places.map(({ name, hours }: { name: string; hours: object[] }) => [name, hours.length])).toEqual([
      ["Bengaluru", 1],
      ["Berlin", 1],
      ["Lisbon", 1],
      ["Toronto", 1],
    ]);
  });

  it("move with the clocks: Toronto's go forward in March and back in November, Bengaluru's never", async () => {
    const memberIds = await fourPlaces();
    const on = async (day: string) =>
      (await told(home.owner.ask, "POST", "/shared-hours", { memberIds, day })).minutes as number;
    expect([await on("2027-03-12"), await on("2027-03-15"), await on("2027-11-08")]).toEqual([30, 90, 30]);
  });

  it("leave out who is off without saying who or why, holidays of their site, focus times, and hours without meetings", async () => {
    const memberIds = await fourPlaces();
    const site = newId();
    await told(home.owner.ask, "POST", "/sites", {
      id: site,
      name: "Toronto house",
      place: "Toronto",
      timeZone: "America/Toronto",
      country: "CA",
      region: "ON",
    });
    await told(home.owner.ask, "PUT", `/sites/${site}/presence`, { version: 1, on: true });
    await told(home.member.ask, "PATCH", "/presence", {
      version: 0,
      siteId: site,
      focusTimes: { "2": ["08:00", "08:15"] },
    });
    const on = (day: string) => told(home.owner.ask, "POST", "/shared-hours", { memberIds, day });
    const familyDay = await on("2027-02-15");
    expect([familyDay.people, familyDay.off, familyDay.minutes]).toEqual([3, 1, 270]);
    expect((await on("2027-02-16")).minutes).toBe(15);
    await told(home.member.ask, "POST", "/time-off", { id: newId(), startsOn: "2027-02-17", endsOn: "2027-02-17" });
    expect((await on("2027-02-17")).off).toBe(1);
    await told(home.owner.ask, "PUT", `/sites/${site}/presence`, { version: 2, on: false });
    expect((await on("2027-02-17")).off).toBe(0);
    expect((await on("2027-02-16")).minutes).toBe(30);
    const meetingFree = [{ days: ["4"], from: "00:00", to: "24:00" }];
    const nothing = { coreHours: null, channels: [], asyncByDefault: false, notes: "" };
    await told(home.owner.ask, "PUT", `/teams/${home.team.id}/agreement`, { version: 0, ...nothing, meetingFree });
    expect((await on("2027-02-18")).minutes).toBe(0);
  });

  it("tell neither focus times nor the home site where presence is off, but for one's own", async () => {
    const memberIds = await fourPlaces();
    const site = newId();
    const nowhere = { id: site, name: "Toronto house", place: "Toronto", timeZone: "America/Toronto" };
    await told(home.owner.ask, "POST", "/sites", nowhere);
    const focusTimes = { "2": ["08:00", "08:15"] };
    await told(home.member.ask, "PATCH", "/presence", { version: 0, siteId: site, focusTimes });
    const read = async (person: Person) => {
      const day = await told(person.ask, "POST", "/shared-hours", { memberIds, day: "2027-02-16" });
      return [day.places.at(-1).name, day.minutes];
    };
    expect([await read(home.owner), await read(home.member)]).toEqual([
      ["Toronto", 30],
      ["Toronto house", 15],
    ]);
    expect((await best({ memberIds })).times[0].places.at(-1).name).toBe("Toronto");
    await told(home.owner.ask, "PUT", `/sites/${site}/presence`, { version: 1, on: true });
    expect(await read(home.owner)).toEqual(["Toronto house", 15]);
  });

  it("are refused for nobody, for strangers, and for a team that is not there", async () => {
    const elsewhere = await house.organisation();
    const [path, empty] = ["/shared-hours", newId()];
    expect(await refusal(path, { memberIds: [] })).toBe("memberIds: 1 to 200 members, each once");
    expect(await refusal(path, { memberIds: [elsewhere.member.id] })).toBe(
      "memberIds: members who are there and are no guests",
    );
    expect(await refusal(path, { memberIds: [home.guest.id] })).toBe(
      "memberIds: members who are there and are no guests",
    );
    expect(await refusal(path, { memberIds: [home.owner.id, home.owner.id] })).toBe(
      "memberIds: 1 to 200 members, each once",
    );
    await told(home.owner.ask, "POST", "/teams", { id: empty, name: "Nobody yet", parentId: null });
    expect(await refusal(path, { teamId: empty })).toBe("teamId: a group with at least one person");
    expect((await home.owner.ask("POST", path, { teamId: elsewhere.team.id })).status).toBe(404);
    expect(await refusal(path, { day: "2027-02-30" })).toContain("day: ");
  });

  it("count whoever has no hours of their own, and share none with them", async () => {
    const memberIds = await fourPlaces();
    const { version } = await told(home.member.ask, "GET", `/members/${home.member.id}`);
    await told(home.member.ask, "PATCH", `/members/${home.member.id}`, { version, workingHours: {} });
    const day = await told(home.owner.ask, "POST", "/shared-hours", { memberIds, day: "2027-02-16" });
    expect([day.people, day.withoutHours, day.minutes]).toEqual([3, 1, 270]);
    await house.sql.query("update member set time_zone = '' where id = $1", [home.colleague.id]);
    const zoneless = await told(home.owner.ask, "POST", "/shared-hours", { memberIds, day: "2027-02-16" });
    expect([zoneless.people, zoneless.withoutHours]).toEqual([2, 2]);
  });
});

describe("the best time", () => {
  it("is told with what each place pays, and whose turn it is", async () => {
    const memberIds = await fourPlaces();
    const { times, turn, people, ledger } = await best({ memberIds }, home.member);
    expect([times[0].startsAt, turn, people]).toEqual(["2027-02-18T12:45:00Z", ["Toronto"], 4]);
    expect(paying(times[0].places)).toEqual([["Toronto", 15, 0, 15]]);
    expect([times.length, ledger, times[0].yours]).toEqual([5, { yours: 0 }, 15]);
  });

  it("is another's turn once the ledger says so, and theirs again when the meeting is cancelled", async () => {
    const memberIds = await fourPlaces();
    const id = await meet(home.owner, { memberIds, startsAt: "2027-02-17T12:15:00Z" });
    expect([await payers({ memberIds }), (await best({ memberIds }, home.colleague)).turn]).toEqual([
      ["Bengaluru"],
      ["Bengaluru"],
    ]);
    await told(home.owner.ask, "POST", `/meetings/${id}/cancellation`);
    expect([await payers({ memberIds }), (await best({ memberIds }, home.member)).turn]).toEqual([
      ["Toronto"],
      ["Toronto"],
    ]);
  });

  it("is told as the turn of one's own place, or of a place of two and more, and of no other alone", async () => {
    const memberIds = await fourPlaces();
    expect([await payers({ memberIds }), (await best({ memberIds })).turn]).toEqual([["Toronto"], []]);
    await meet(home.owner, { memberIds, startsAt: "2027-02-17T12:15:00Z" });
    expect([await payers({ memberIds }), (await best({ memberIds })).turn]).toEqual([["Bengaluru"], []]);
    await livesIn(home.admin, "Asia/Kolkata", "Bengaluru", ["10:00", "19:00"]);
    expect((await best({ memberIds: [...memberIds, home.admin.id] })).turn).toEqual(["Bengaluru"]);
  });

  it("tells what was paid before to nobody but whoever paid it", async () => {
    await fourPlaces();
    const pair = [home.member.id, home.champion.id];
    const id = await meet(home.champion, { memberIds: pair, startsAt: "2027-02-17T11:00:00Z" });
    const times = await best({ memberIds: [home.owner.id, home.member.id] });
    const mine = await best({ memberIds: [home.owner.id, home.member.id] }, home.member);
    expect([times.ledger, mine.ledger]).toEqual([{ yours: 0 }, { yours: 45 }]);
    const { places } = await told(home.champion.ask, "GET", `/meetings/${id}`);
    for (const place of [...times.times[0].places, ...mine.times[0].places, ...places])
      expect(Object.keys(place).sort()).toEqual(["added", "early", "late", "name", "paying", "people", "timeZone"]);
  });

  it("is found without the ledger for who is not one of the people, and that is said", async () => {
    const memberIds = await fourPlaces();
    await livesIn(home.admin, "Europe/Lisbon", "Lisbon");
    const before = await best({ memberIds }, home.admin);
    await meet(home.owner, { memberIds, startsAt: "2027-02-17T12:15:00Z" });
    expect(await best({ memberIds }, home.admin)).toEqual(before);
    expect([before.ledger, before.turn, paying(before.times[0].places)]).toEqual([null, [], [["Toronto", 15, 0, 15]]]);
    expect(await payers({ memberIds: [...memberIds, home.admin.id] }, home.admin)).toEqual(["Bengaluru"]);
    const everyone = await best({ whose: "everyone" }, home.admin);
    const theirs = await best({ teamId: home.team.id }, home.colleague);
    expect([everyone.ledger, theirs.ledger]).toEqual([{ yours: 0 }, null]);
  });

  it("counts eight weeks and no more", async () => {
    const memberIds = await fourPlaces();
    await meet(home.owner, { memberIds, startsAt: "2027-02-17T12:15:00Z" });
    const ledger = async (day: string) =>
      (await best({ memberIds, from: day, to: day }, home.member)).ledger.yours as number;
    expect([await ledger("2027-02-18"), await ledger("2027-04-13"), await ledger("2027-04-14")]).toEqual([45, 45, 0]);
  });

  it("costs who may miss it nothing, and waits for nobody of them", async () => {
    const memberIds = await fourPlaces();
    const { times } = await best({ memberIds, optionalIds: [home.member.id] });
    expect(paying(times[0].places)).toEqual([]);
  });

  it("is none where nobody is there on any of the days", async () => {
    const memberIds = await fourPlaces();
    const { times, turn } = await best({ memberIds, from: "2027-02-20", to: "2027-02-21" });
    expect([times, turn]).toEqual([[], []]);
  });

  it("is not looked for in days that are over, reversed or too many, nor for a length of nothing or of a day", async () => {
    const memberIds = await fourPlaces();
    const asked = (part: object) => refusal("/best-times", { memberIds, ...thursday, ...part });
    const length = "minutes: a length from 5 minutes to 8 hours, in steps of 5 minutes";
    expect(await asked({ minutes: 0 })).toBe(length);
    expect(await asked({ minutes: 25 * 60 })).toBe(length);
    expect(await asked({ to: "2027-02-17" })).toBe("to: 2027-02-18 or a later day");
    expect(await asked({ from: "2027-02-01", to: "2027-02-02" })).toBe("to: 2027-02-16 or a later day");
    expect(await asked({ to: "2027-03-18" })).toBe("to: at most 14 days");
    expect(await asked({ weeks: 27 })).toBe("weeks: a whole number of weeks from 1 (one time) to 26");
    expect(await asked({ memberIds: [home.owner.id] })).toBe(
      "memberIds: at least one other person with hours of their own",
    );
  });

  it("is looked for by whoever is one of the people", async () => {
    const memberIds = await fourPlaces();
    expect((await best({ memberIds }, home.admin)).people).toBe(5);
  });
});

describe("a meeting", () => {
  const at = "2027-02-18T12:45:00Z";

  it("is agreed on once, read by its people alone, and told with what it costs", async () => {
    const memberIds = await fourPlaces();
    const id = newId();
    const body = { id, title: "Refocus", memberIds, startsAt: at, minutes: 45, weeks: 8 };
    const first = await told(home.owner.ask, "POST", "/meetings", body);
    expect(await told(home.owner.ask, "POST", "/meetings", body)).toEqual(first);
    expect((await home.owner.ask("POST", "/meetings", { ...body, title: "Other" })).status).toBe(409);
    expect((await home.admin.ask("GET", `/meetings/${id}`)).status).toBe(404);
    const read = await told(home.member.ask, "GET", `/meetings/${id}`);
    expect([read.can.cancel, read.weeks, read.timeZone, paying(read.places)]).toEqual([
      false,
      8,
      "Europe/Lisbon",
      [["Toronto", 15, 0, 15]],
    ]);
    const { items } = await told(home.member.ask, "GET", "/meetings?from=2027-03-01&to=2027-04-08");
    expect(items.map((each: { at: string }) => each.at)).toEqual([
      "2027-03-04T12:45:00Z",
      "2027-03-11T12:45:00Z",
      "2027-03-18T12:45:00Z",
      "2027-03-25T12:45:00Z",
      "2027-04-01T11:45:00Z",
      "2027-04-08T11:45:00Z",
    ]);
    const { fileName, content } = await told(home.colleague.ask, "GET", `/meetings/${id}/calendar`);
    expect(fileName).toBe("meeting-2027-02-18.ics");
    expect(content).toContain("RRULE:FREQ=WEEKLY;COUNT=8");
  });

  it("is cancelled by whoever proposed it, and by nobody else", async () => {
    const memberIds = await fourPlaces();
    const id = await meet(home.owner, { memberIds, startsAt: at });
    const refused = await home.member.ask("POST", `/meetings/${id}/cancellation`);
    expect([refused.status, refused.body.todo]).toEqual([403, "Ask The owner, who proposed it."]);
    const cancelled = await told(home.owner.ask, "POST", `/meetings/${id}/cancellation`);
    expect([cancelled.cancelledAt, cancelled.can.cancel]).toEqual([today, false]);
    expect((await told(home.owner.ask, "POST", `/meetings/${id}/cancellation`)).cancelledAt).toBe(today);
    expect((await told(home.member.ask, "GET", "/meetings")).items).toEqual([]);
  });

  it("names who may miss it once each", async () => {
    const memberIds = await fourPlaces();
    const optionalIds = [home.member.id, home.member.id];
    const body = { id: newId(), title: "Refocus", memberIds, optionalIds, startsAt: at, minutes: 45 };
    expect(await refusal("/meetings", body)).toBe("optionalIds: at most 200 members, each once");
  });

  it("is listed with the others, and said where there are more than are listed", async () => {
    expect(await told(home.owner.ask, "GET", "/meetings")).toEqual({ items: [], more: false });
    const one = { title: "Refocus", proposedBy: home.owner.id, startsAt: at, endsAt: at, minutes: 5, weeks: 1 };
    const attendees = [{ id: home.owner.id, optional: false }];
    const endsAt = new Date(Date.parse(at) + 300_000).toISOString();
    const by = { memberId: home.owner.id, via: "web" } as const;
    await house.database.write(home.id, by, async (tx) => {
      for (let nth = 0; nth < 501; nth++) {
        const row = { ...one, id: newId(), endsAt, timeZone: "UTC", attendees, bodyHash: Buffer.alloc(32) };
        await insertMeeting(tx, row);
      }
      await tx.record(meetingFact("meeting-agreed", newId()));
    });
    const { items, more } = await told(home.owner.ask, "GET", "/meetings");
    expect([items.length, more]).toEqual([500, true]);
  });

  it("is not agreed on for a time that is over, no quarter of an hour, or a day off", async () => {
    const memberIds = await fourPlaces();
    const take = (startsAt: string) =>
      refusal("/meetings", { id: newId(), title: "Refocus", memberIds, startsAt, minutes: 45 });
    expect(await take("2027-02-16T09:00:00Z")).toBe("startsAt: a time to come");
    expect(await take("2027-02-18T12:50:00Z")).toBe("startsAt: a start at a quarter of an hour");
    expect(await take("2027-02-20T12:45:00Z")).toBe("startsAt: a time on nobody's day off or holiday");
    expect((await home.owner.ask("GET", "/meetings?from=2027-02-18&to=2027-02-17")).status).toBe(422);
  });

  it("is deleted with the plans of its day", async () => {
    const memberIds = await fourPlaces();
    const id = await meet(home.owner, { memberIds, startsAt: at });
    const sweep = presenceTasks(house.database)["sweep-presence"];
    house.clock.set("2028-02-18T03:00:00Z");
    await sweep();
    expect((await home.owner.ask("GET", `/meetings/${id}`)).status).toBe(200);
    house.clock.set("2028-02-20T03:00:00Z");
    await sweep();
    expect((await home.owner.ask("GET", `/meetings/${id}`)).status).toBe(404);
  });
});

describe("a question decided in writing", () => {
  async function ask() {
    const id = newId();
    const body = {
      id,
      question: "Do we drop the reports?",
      context: "Four days a month.",
      memberIds: [home.member.id],
      closesOn: "2027-02-18",
    };
    await told(home.champion.ask, "POST", "/written-decisions", body);
    return { id, body };
  }
  const answer = (person: Person, id: string, text: string) =>
    told(person.ask, "POST", "/comments", { id: newId(), subjectKind: "written-decision", subjectId: id, text });
  const decide = (person: Person, id: string, text: string) =>
    person.ask("POST", `/written-decisions/${id}/decision`, { text });

  it("is answered as comments, and closed with what was decided", async () => {
    const { id, body } = await ask();
    expect((await told(home.champion.ask, "POST", "/written-decisions", body)).state).toBe("open");
    const waiting = (await told(home.member.ask, "GET", "/written-decisions")).items;
    expect([waiting.length, waiting[0].waits, waiting[0].can.decide]).toEqual([1, true, false]);
    await answer(home.member, id, "Yes, drop them.");
    const read = await told(home.colleague.ask, "GET", `/written-decisions/${id}`);
    expect([read.people[0].answered, read.waits]).toEqual([true, false]);
    expect(
      (await told(home.colleague.ask, "GET", `/comments?subjectKind=written-decision&subjectId=${id}`)).items,
    ).toHaveLength(1);
    expect((await decide(home.member, id, "We drop them.")).status).toBe(403);
    const done = await decide(home.champion, id, "We drop them.");
    expect([done.status, done.body.state, done.body.decided.text]).toEqual([200, "decided", "We drop them."]);
    expect((await decide(home.champion, id, "We drop them.")).status).toBe(200);
    const other = await decide(home.champion, id, "We keep them.");
    expect([other.status, other.body.theirs]).toEqual([409, "We drop them."]);
  });

  it("is asked once by one person: another with its id is told that the id is taken", async () => {
    const { body } = await ask();
    expect((await home.colleague.ask("POST", "/written-decisions", body)).status).toBe(409);
  });

  it("is decided by those who were asked once its hour has come", async () => {
    const { id } = await ask();
    house.clock.set("2027-02-18T17:00:01Z");
    const read = await told(home.member.ask, "GET", `/written-decisions/${id}`);
    expect([read.state, read.can.decide]).toEqual(["due", true]);
    expect((await decide(home.member, id, "We drop them.")).status).toBe(200);
  });

  it("is not there for guests and strangers, and asks members only, in an hour or later", async () => {
    const { id, body } = await ask();
    const elsewhere = await house.organisation();
    expect((await home.guest.ask("GET", `/written-decisions/${id}`)).status).toBe(403);
    expect((await elsewhere.member.ask("GET", `/written-decisions/${id}`)).status).toBe(404);
    expect((await elsewhere.member.ask("GET", `/comments?subjectKind=written-decision&subjectId=${id}`)).status).toBe(
      404,
    );
    const anew = (part: object) => refusal("/written-decisions", { ...body, id: newId(), ...part }, home.champion);
    expect(await anew({ memberIds: [elsewhere.member.id] })).toBe("memberIds: members who are there and are no guests");
    expect(await anew({ memberIds: [] })).toBe("memberIds: 1 to 200 members, each once");
    expect(await anew({ closesOn: "2027-02-16", closesTime: "10:00" })).toBe("closesOn: an hour from now or later");
    expect((await decide(home.champion, id, " ")).status).toBe(422);
  });
});
