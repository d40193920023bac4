import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type House, type Organisation, openHouse, type Person } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;
let objective: { id: string };
let setup: { id: string };
let hours: { id: string };
let secret: { id: string };
let mine: { id: string };
beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation();
  cycleId = await newCycle(osier);
  objective = await newObjective(osier, cycleId);
  setup = await newKeyResult(osier, objective.id, { unit: "%" });
  const metric = { kind: "metric", start: "3.2", target: "0.5" };
  hours = await newKeyResult(osier, objective.id, { title: "Time to import", unit: "h", decimals: 1, measure: metric });
  secret = await newObjective(osier, cycleId, { title: "A quiet plan", level: "personal", private: true });
  mine = await newKeyResult(osier, secret.id, { title: "A quiet number" });
});
afterAll(() => house.close());

/** The member leads Product, the colleague leads Growth. */
async function plan(body: object = {}, by: Person = osier.member) {
  return by.ask("POST", "/initiatives", { id: newId(), title: "Bulk patient import", ...body });
}

const eventsOf = async (id: string) =>
  (await house.sql.query("select kind, visible_to, facts from event where subject_id = $1 order by position", [id]))
    .rows;
const listed = async (query: string, by: Person = osier.colleague) => {
  const { status, body } = await by.ask("GET", `/initiatives?limit=200&${query}`);
  expect(status).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
};

describe("planning", () => {
  test("an initiative names the key results it should move, and by how much", async () => {
    const { status, body } = await plan({
      ownerId: osier.member.id,
      teamId: osier.team.id,
      startsOn: "2027-01-04",
      endsOn: "2027-01-25",
      bets: [{ keyResultId: hours.id, expectedMove: -0.8 }, { keyResultId: setup.id }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      title: "Bulk patient import",
      owner: { id: osier.member.id, name: "The member" },
      team: { name: "Product" },
      startsOn: "2027-01-04",
      endsOn: "2027-01-25",
      state: "planned",
      stateChangedAt: null,
      private: false,
      version: 1,
      can: { edit: true },
    });
    expect(body.bets).toEqual([
      {
        keyResult: { id: hours.id, title: "Time to import", unit: "h", decimals: 1 },
        objective: { id: objective.id, title: "Clinics start unaided" },
        expectedMove: "-0.8",
        from: "3.2",
        now: null,
        target: "0.5",
        moved: null,
        progress: "0",
      },
      expect.objectContaining({ expectedMove: null, from: "0", target: "100" }),
    ]);
    expect((await osier.guest.ask("GET", `/initiatives/${body.id}`)).status).toBe(404);
    expect((await osier.colleague.ask("GET", `/initiatives/${body.id}`)).body.can).toEqual({ edit: false });
    expect(await eventsOf(body.id)).toEqual([
      {
        kind: "initiative-created",
        visible_to: null,
        facts: expect.objectContaining({ bets: [{ keyResultId: hours.id, expectedMove: "-0.8" }, expect.anything()] }),
      },
    ]);
  });

  test("the same twice is one, another body under its id a conflict", async () => {
    const body = { id: newId(), title: "Guided checklist" };
    const first = await osier.member.ask("POST", "/initiatives", body);
    const again = await osier.member.ask("POST", "/initiatives", body);
    expect(again).toMatchObject({ status: 200, body: first.body });
    const other = await osier.member.ask("POST", "/initiatives", { ...body, title: "Another" });
    expect(other.status).toBe(409);
    expect(await eventsOf(body.id)).toHaveLength(1);
  });

  test.each<[string, object, string]>([
    ["ends before it starts", { startsOn: "2027-02-02", endsOn: "2027-02-01" }, "endsOn"],
    ["a day that is not", { startsOn: "2027-02-30" }, "startsOn"],
    ["a year before all years", { startsOn: "0000-01-01" }, "startsOn"],
    ["no title", { title: " " }, "title"],
    ["an unknown state", { state: "nearly" }, "state"],
    ["an unknown owner", { ownerId: newId(), teamId: null }, "ownerId"],
    ["an unknown team", { teamId: newId() }, "teamId"],
    ["an unknown key result", { bets: [{ keyResultId: newId() }] }, "bets.0.keyResultId"],
    ["a move of nothing", { bets: [{ keyResultId: newId(), expectedMove: "0" }] }, "bets.0.expectedMove"],
    ["a move in words", { bets: [{ keyResultId: newId(), expectedMove: "12,5 %" }] }, "bets.0.expectedMove"],
    ["too large a move", { bets: [{ keyResultId: newId(), expectedMove: "1".repeat(21) }] }, "bets.0.expectedMove"],
  ])("refuses %s", async (_what, body, field) => {
    const { status, body: problem } = await plan(body, osier.champion);
    expect(problem).toMatchObject({ status: 422, problems: [{ field }] });
    expect(status).toBe(422);
  });

  test("a key result is bet on once, steps by no number", async () => {
    const twice = { bets: [{ keyResultId: hours.id }, { keyResultId: hours.id }] };
    expect((await plan(twice)).body).toMatchObject({ problems: [{ field: "bets", expected: "each key result once" }] });
    const steps = await newKeyResult(osier, objective.id, { title: "Launched", measure: { kind: "done" } });
    const moved = { bets: [{ keyResultId: steps.id, expectedMove: 1 }] };
    expect((await plan(moved)).body.problems).toMatchObject([{ field: "bets.0.expectedMove" }]);
    expect((await plan({ bets: [{ keyResultId: steps.id }] })).body.bets[0]).toMatchObject({ from: null, now: null });
  });

  test("nobody plans for another's team, guests nowhere", async () => {
    expect((await plan({ teamId: osier.team.id }, osier.colleague)).status).toBe(403);
    expect((await plan({ ownerId: osier.member.id }, osier.colleague)).status).toBe(403);
    expect((await plan({ teamId: osier.team.id }, osier.champion)).status).toBe(200);
    expect((await plan({}, osier.guest)).status).toBe(403);
  });
});

describe("the numbers it should move", () => {
  test("are told from where they stood when it started", async () => {
    const reported = await newKeyResult(osier, objective.id, {
      title: "Tickets",
      measure: { kind: "metric", start: "10", target: "2" },
    });
    const report = (value: string, at: string) =>
      house.sql.query(
        `insert into check_in (organisation_id, id, key_result_id, member_id, value, confidence, body_hash, recorded_at)
         values ($1, $2, $3, $4, $5, 5, '', $6)`,
        [osier.id, newId(), reported.id, osier.member.id, value, at],
      );
    // 31 January 23:30 in UTC and in Lisbon, which keep the same time in winter.
    await report("8", "2027-01-31T23:30:00Z");
    await report("5.5", "2027-02-01T00:30:00Z");
    await house.sql.query("update key_result set current_value = 5.5, progress = 0.5625 where id = $1", [reported.id]);
    const { body } = await plan({ startsOn: "2027-02-01", bets: [{ keyResultId: reported.id, expectedMove: "-4" }] });
    expect(body.bets[0]).toMatchObject({ from: "8", now: "5.5", moved: "-2.5", target: "2", progress: "0.5625" });
  });
});

describe("changing", () => {
  test("an edit keeps what it does not name; a stale one is refused with both values", async () => {
    const { body } = await plan({ teamId: osier.team.id, startsOn: "2027-02-01", endsOn: "2027-02-10" });
    const path = `/initiatives/${body.id}`;
    const after = await osier.member.ask("PATCH", path, { version: 1, endsOn: "2027-03-01" });
    expect(after.body).toMatchObject({ startsOn: "2027-02-01", endsOn: "2027-03-01", version: 2 });
    const stale = await osier.member.ask("PATCH", path, { version: 1, title: "Theirs" });
    expect(stale.body).toMatchObject({
      status: 409,
      version: 2,
      yours: { title: "Theirs" },
      theirs: { title: "Bulk patient import" },
    });
    const wrong = await osier.member.ask("PATCH", path, { version: 2, startsOn: "2027-04-01" });
    expect(wrong.body).toMatchObject({ status: 422, problems: [{ field: "endsOn" }] });
    expect((await osier.member.ask("PATCH", path, { version: 2, title: "Bulk patient import" })).body.version).toBe(2);
    expect((await osier.member.ask("PATCH", path, { version: 2, teamId: osier.otherTeam.id })).status).toBe(403);
    expect((await osier.member.ask("PATCH", path, { version: 2, ownerId: newId() })).status).toBe(422);
    expect((await osier.colleague.ask("PATCH", path, { version: 2, title: "Mine" })).status).toBe(403);
    expect(await eventsOf(body.id)).toMatchObject([
      { kind: "initiative-created" },
      { kind: "initiative-changed", facts: { endsOn: ["2027-02-10", "2027-03-01"] } },
    ]);
  });

  test("it is done or dropped, and taken up again", async () => {
    const { body } = await plan({ ownerId: osier.member.id });
    const path = `/initiatives/${body.id}/state`;
    const done = await osier.member.ask("PUT", path, { version: 1, state: "done" });
    expect(done.body).toMatchObject({ state: "done", version: 2 });
    expect(Date.parse(done.body.stateChangedAt)).toBe(Date.parse("2027-02-16T09:12:00Z"));
    expect((await osier.member.ask("PUT", path, { version: 1, state: "done" })).body.version).toBe(2);
    expect((await osier.member.ask("PUT", path, { version: 1, state: "doing" })).status).toBe(409);
    expect((await osier.member.ask("PUT", path, { version: 2, state: "doing" })).body.state).toBe("doing");
    expect((await eventsOf(body.id)).map(({ facts }) => facts.state)).toEqual([
      "planned",
      ["planned", "done"],
      ["done", "doing"],
    ]);
  });

  test("its bets are named anew", async () => {
    const { body } = await plan({ ownerId: osier.member.id, bets: [{ keyResultId: hours.id, expectedMove: "-1" }] });
    const path = `/initiatives/${body.id}/bets`;
    const bets = [
      { keyResultId: setup.id, expectedMove: "3" },
      { keyResultId: hours.id, expectedMove: null },
    ];
    const after = await osier.member.ask("PUT", path, { version: 1, bets });
    expect(after.body.version).toBe(2);
    expect(after.body.bets.map((bet: { keyResult: { id: string } }) => bet.keyResult.id)).toEqual([setup.id, hours.id]);
    expect((await osier.member.ask("PUT", path, { version: 2, bets })).body.version).toBe(2);
    expect((await osier.member.ask("PUT", path, { version: 1, bets: [] })).body).toMatchObject({
      status: 409,
      theirs: { bets },
    });
    expect((await osier.member.ask("PUT", path, { version: 2, bets: [{ keyResultId: newId() }] })).status).toBe(422);
    expect((await osier.member.ask("PUT", path, { version: 2, bets: [] })).body.bets).toEqual([]);
  });

  test("it is removed with its bets", async () => {
    const { body } = await plan({ ownerId: osier.member.id, bets: [{ keyResultId: hours.id }] });
    expect((await osier.colleague.ask("DELETE", `/initiatives/${body.id}`)).status).toBe(403);
    expect((await osier.member.ask("DELETE", `/initiatives/${body.id}`)).body).toEqual({ done: true });
    expect((await osier.member.ask("DELETE", `/initiatives/${body.id}`)).status).toBe(404);
    expect(await eventsOf(body.id)).toMatchObject([{}, { kind: "initiative-removed" }]);
  });
});

describe("what bets on a private objective", () => {
  test("is private, and leaves no trace for anybody else", async () => {
    const { body } = await plan({ bets: [{ keyResultId: mine.id }] });
    expect(body).toMatchObject({ private: true, owner: { id: osier.member.id } });
    for (const other of [osier.owner, osier.champion, osier.colleague, osier.guest]) {
      expect((await other.ask("GET", `/initiatives/${body.id}`)).status).toBe(404);
      expect((await other.ask("DELETE", `/initiatives/${body.id}`)).status).toBe(other === osier.guest ? 403 : 404);
      expect(await listed("", other)).not.toContain(body.id);
      expect((await other.ask("GET", `/initiatives?objectiveId=${secret.id}`)).status).toBe(404);
      expect((await other.ask("GET", `/initiatives?keyResultId=${mine.id}`)).status).toBe(404);
    }
    expect(await listed(`objectiveId=${secret.id}`, osier.member)).toEqual([body.id]);
    expect(await eventsOf(body.id)).toMatchObject([{ visible_to: osier.member.id }]);
    const taken = await osier.colleague.ask("POST", "/initiatives", { id: body.id, title: "Mine" });
    expect(taken.status).toBe(409);
  });

  test("cannot be shown, nor given away, while it does", async () => {
    const { body } = await plan({ bets: [{ keyResultId: mine.id }] });
    const path = `/initiatives/${body.id}`;
    const shown = await osier.member.ask("PATCH", path, { version: 1, private: false });
    expect(shown.body).toMatchObject({ status: 422, problems: [{ field: "bets.0.keyResultId" }] });
    const given = await osier.member.ask("PATCH", path, { version: 1, ownerId: osier.colleague.id });
    expect(given.body).toMatchObject({ status: 422, problems: [{ field: "ownerId" }] });
    expect((await osier.member.ask("PUT", `${path}/bets`, { version: 1, bets: [] })).status).toBe(200);
    expect((await osier.member.ask("PATCH", path, { version: 2, private: false })).body.private).toBe(false);
    expect(await listed("")).toContain(body.id);
    const hidden = await osier.member.ask("PATCH", path, { version: 3, private: true });
    expect(hidden.body).toMatchObject({ status: 422, problems: [{ field: "private" }] });
    const again = await osier.member.ask("PUT", `${path}/bets`, { version: 3, bets: [{ keyResultId: mine.id }] });
    expect(again.body).toMatchObject({ status: 422, problems: [{ field: "bets.0.keyResultId" }] });
  });

  test("is as unknown to others as a key result that is not there", async () => {
    const unseen = await plan({ bets: [{ keyResultId: mine.id }] }, osier.colleague);
    const missing = await plan({ bets: [{ keyResultId: newId() }] }, osier.colleague);
    expect(unseen).toMatchObject({ status: 422, body: missing.body });
  });
});

describe("finding by words", () => {
  const found = async (q: string, by: Person = osier.colleague) => listed(`q=${encodeURIComponent(q)}`, by);

  test("follows the title, in any case and accent, also as it begins", async () => {
    const { body } = await plan({ title: "Überweisungen in Zürich", ownerId: osier.member.id });
    expect(await found("uberw")).toEqual([body.id]);
    expect(await found("ZÜRICH über")).toEqual([body.id]);
    expect(await found("zurich uberx")).toEqual([]);
    expect(await found("%")).toEqual([]);
    const path = `/initiatives/${body.id}`;
    await osier.member.ask("PATCH", path, { version: 1, title: "Payments in Basel" });
    expect(await found("uberw")).toEqual([]);
    expect(await found("basel")).toEqual([body.id]);
    await osier.member.ask("DELETE", path);
    expect(await found("basel")).toEqual([]);
  });

  test("finds what names a private objective's key result for its owner alone, and no search of objectives tells of it", async () => {
    const { body } = await plan({ title: "Whispering campaign", bets: [{ keyResultId: mine.id }] });
    expect(await found("whispering", osier.member)).toEqual([body.id]);
    for (const other of [osier.owner, osier.admin, osier.champion, osier.colleague, osier.guest]) {
      expect(await found("whispering", other)).toEqual([]);
      expect((await other.ask("GET", "/search?q=whispering")).body.items).toEqual([]);
    }
    await osier.member.ask("PUT", `/initiatives/${body.id}/bets`, { version: 1, bets: [] });
    await osier.member.ask("PATCH", `/initiatives/${body.id}`, { version: 2, private: false });
    expect(await found("whispering")).toEqual([body.id]);
    expect(await found("whispering", osier.guest)).toEqual([]);
  });
});

describe("listing", () => {
  let other: Organisation;
  const made: Record<string, string> = {};
  beforeAll(async () => {
    other = await house.organisation();
    const cycle = await newCycle(other);
    const goal = await newObjective(other, cycle);
    const keyResult = await newKeyResult(other, goal.id);
    const bets = [{ keyResultId: keyResult.id }];
    const { team, member } = other;
    const each: [string, object][] = [
      ["undated", {}],
      ["undated and bet", { bets }],
      ["late", { startsOn: "2027-03-01", endsOn: "2027-05-01", teamId: team.id }],
      ["early", { startsOn: "2026-12-01", endsOn: "2027-01-10", ownerId: member.id, bets }],
      ["before", { startsOn: "2026-11-01", endsOn: "2026-12-31", state: "done" }],
      ["by a day", { endsOn: "2027-02-01" }],
    ];
    for (const [title, body] of each) made[title] = (await plan({ title, ...body }, member)).body.id;
    Object.assign(made, { cycle, goal: goal.id, keyResult: keyResult.id });
  });

  test("stands in the order of time, page after page", async () => {
    const seen: string[] = [];
    let after = "";
    do {
      const { body } = await other.colleague.ask("GET", `/initiatives?limit=2${after}`);
      seen.push(...body.items.map(({ title }: { title: string }) => title));
      after = body.next ? `&after=${body.next}` : "";
    } while (after);
    expect(seen).toEqual(["before", "early", "by a day", "late", "undated", "undated and bet"]);
    expect((await other.colleague.ask("GET", "/initiatives?after=WyJ4Il0")).status).toBe(422);
    const noDay = Buffer.from(JSON.stringify(["2027-02-30", newId()])).toString("base64url");
    expect((await other.colleague.ask("GET", `/initiatives?after=${noDay}`)).status).toBe(422);
  });

  test.each<[string, (ids: Record<string, string>) => string, string[]]>([
    ["a cycle", ({ cycle }) => `cycleId=${cycle}`, ["early", "by a day", "late", "undated and bet"]],
    ["a team", () => `teamId=${other.team.id}`, ["late"]],
    ["an owner", () => `ownerId=${other.member.id}`, ["early"]],
    ["a key result", ({ keyResult }) => `keyResultId=${keyResult}`, ["early", "undated and bet"]],
    ["an objective", ({ goal }) => `objectiveId=${goal}`, ["early", "undated and bet"]],
    ["a state", () => "state=done", ["before"]],
  ])("is of %s", async (_what, query, titles) => {
    expect(await listed(query(made), other.colleague)).toEqual(titles.map((title) => made[title]));
  });

  test("of what is not there, or another organisation's, there is nothing", async () => {
    for (const field of ["cycleId", "teamId", "ownerId", "keyResultId", "objectiveId"]) {
      expect((await other.member.ask("GET", `/initiatives?${field}=${newId()}`)).status).toBe(404);
    }
    expect((await other.member.ask("GET", `/initiatives?cycleId=${cycleId}`)).status).toBe(404);
    expect((await other.member.ask("GET", `/initiatives?objectiveId=${objective.id}`)).status).toBe(404);
    expect((await osier.member.ask("GET", `/initiatives/${made.early}`)).status).toBe(404);
    const foreign = { teamId: osier.team.id, bets: [{ keyResultId: hours.id }] };
    expect((await plan(foreign, other.champion)).body.problems).toMatchObject([{ field: "teamId" }]);
    expect((await plan({ bets: foreign.bets }, other.champion)).status).toBe(422);
  });

  test("a guest reads what hangs on their teams", async () => {
    expect(await listed("", other.guest)).toEqual([]);
    const guest = await other.addMember("guest", "A guest of Product");
    await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
      other.id,
      other.team.id,
      guest.id,
    ]);
    expect(await listed("", guest)).toEqual(["early", "late", "undated and bet"].map((title) => made[title]));
  });

  test("an objective's page asks one statement", async () => {
    await listed(`objectiveId=${made.goal}`, other.member);
    await house.feed.settled(other.id);
    const before = house.database.statements();
    await listed(`objectiveId=${made.goal}`, other.member);
    expect(house.database.statements() - before).toBe(1);
  });
});
