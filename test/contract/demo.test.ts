import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoSignIns, makeDemo, removeDemo } from "../../db/demo/demo.ts";
import type { OpenDatabase } from "../../src/platform/database/connect.ts";
import { testDatabase } from "../support/database.ts";
import { tableSums } from "../support/furnish.ts";
import { type House, type Organisation, openHouse, sessionSecret, setupSecret, today } from "../support/house.ts";

const unwatched = { signal: new AbortController().signal, told: () => {} };

let place: OpenDatabase;
let house: House;
let other: Organisation;
let before: Record<string, string>;
let cookie: string;

beforeAll(async () => {
  place = await testDatabase();
  house = await openHouse({ place });
  other = await house.organisation("Willow");
  before = await tableSums(house, other.id);
}, 60_000);
afterAll(() => house?.close());

const ground = () => ({
  place,
  clock: house.clock,
  publicAddress: "http://localhost",
  log: pino({ level: "silent" }),
  setupSecret,
  sessionSecret,
});
const ask = async (method: "GET" | "POST", path: string, remoteAddress = "127.0.0.1") => {
  const headers = { "x-throughline": "web", cookie: cookie ?? "" };
  const body = method === "POST" ? { payload: {} } : {};
  const response = await house.app.inject({ method, url: `/api${path}`, headers, remoteAddress, ...body });
  return { status: response.statusCode, body: response.json(), setCookie: response.headers["set-cookie"] };
};

describe("looking around", () => {
  test("makes the demo while one watches, and then lets one in as Inês", async () => {
    expect((await ask("GET", "/first-run")).body).toMatchObject({ demo: true });
    expect((await ask("GET", "/demo")).body).toEqual({ state: "none", share: 0 });
    expect((await ask("POST", "/demo")).body).toMatchObject({ state: "making" });
    expect((await ask("POST", "/demo")).setCookie).toBeUndefined();
    const shares = new Set<number>();
    await expect
      .poll(
        async () => {
          const { state, share } = (await ask("GET", "/demo")).body;
          shares.add(share);
          return state;
        },
        { timeout: 90_000 },
      )
      .toBe("ready");
    expect(shares.size).toBeGreaterThan(3);
    const entered = await ask("POST", "/demo");
    expect(entered.body).toEqual({ state: "ready", share: 1 });
    cookie = String(entered.setCookie).split(";", 1)[0] as string;
    expect((await ask("GET", "/session")).body).toMatchObject({
      organisation: { name: "Osier", demo: true },
      member: { name: "Inês Carvalho", role: "champion" },
    });
  }, 120_000);

  test("is not there for whoever comes from elsewhere", async () => {
    expect((await ask("GET", "/first-run", "192.0.2.1")).body).toMatchObject({ demo: false });
    expect((await ask("GET", "/demo", "192.0.2.1")).status).toBe(404);
    expect((await ask("POST", "/demo", "192.0.2.1")).status).toBe(404);
    for (const headers of [{ host: "okr.osier.example" }, { "x-forwarded-for": "192.0.2.1" }])
      expect((await house.app.inject({ method: "GET", url: "/api/demo", headers })).statusCode).toBe(404);
  });
});

describe("Osier on Tuesday 16 February 2027", () => {
  test("leaves a server that runs beside it nothing that was due before today", async () => {
    const { rows } = await house.sql.query(
      "select run_at from graphile_worker.jobs where task_identifier = 'close-pulse'",
    );
    expect(rows.map(({ run_at }) => run_at > new Date(today))).toEqual([true]);
  });

  test("talks about its objectives, and one word waits for Inês", async () => {
    const { items } = (await ask("GET", "/mentions")).body;
    expect(items).toMatchObject([{ title: "A clinic is up and running without talking to us" }]);
    const { open, resolved } = (await ask("GET", `/objectives/${items[0].page.id}/comments`)).body;
    expect([open, resolved]).toEqual([1, 1]);
  });

  test("has its people, teams and strategy", async () => {
    const { items, counts } = (await ask("GET", "/teams")).body;
    expect(counts).toEqual({ members: 62, guests: 2 });
    const inner = new Set(items.map(({ parentId }: { parentId: string | null }) => parentId));
    expect(items).toHaveLength(15);
    expect(items.filter(({ id }: { id: string }) => !inner.has(id))).toHaveLength(11);
    const sizes = Object.fromEntries(
      items.map((team: { name: string; membersWithBelow: number }) => [team.name, team.membersWithBelow]),
    );
    expect(sizes).toMatchObject({
      Osier: 62,
      Product: 16,
      Onboarding: 6,
      Platform: 15,
      "Customer Success": 14,
      Growth: 10,
      People: 7,
    });
    const imperatives = (await ask("GET", "/imperatives")).body.items;
    expect(imperatives.map(({ priorityShare }: { priorityShare: string }) => Number(priorityShare))).toEqual([
      30, 25, 30, 15,
    ]);
  });

  test("stands in day 44 of 84, with a closed quarter behind it and one ahead that is thought over", async () => {
    const { items } = (await ask("GET", "/cycles")).body;
    expect(items).toMatchObject([
      { name: "Q2 2027", startsOn: "2027-03-29", state: "planning" },
      {
        name: "Q1 2027",
        startsOn: "2027-01-04",
        endsOn: "2027-03-28",
        state: "active",
        where: { day: 44, days: 84, week: 7 },
      },
      { name: "Q4 2026", state: "closed" },
      { name: "Ways of working", kind: "custom", state: "active" },
    ]);
    const objectives = (await ask("GET", `/objectives?limit=100&cycleId=${items[1].id}`)).body.items;
    expect(objectives.filter(({ level }: { level: string }) => level === "company")).toHaveLength(4);
    const teams = objectives.filter(({ level }: { level: string }) => level === "team");
    expect(teams).toHaveLength(11);
    expect(
      teams
        .filter(({ firstParent }: { firstParent: unknown }) => firstParent === null)
        .map(({ title }: { title: string }) => title),
    ).toEqual(["More clinics know our name", "Move billing to the new provider"]);
  });

  test("shows Inês her line, her check-ins and who waits for her", async () => {
    const { body } = await ask("GET", "/today");
    expect(body.line).toMatchObject({
      vision: "Every independent clinic has time to care.",
      imperative: { statement: "Win the first week" },
      objectives: [
        { status: { status: "on-track" } },
        { title: "A clinic is up and running without talking to us", status: { status: "on-track" } },
      ],
      keyResults: [
        {
          title: "Clinics that finish setup unaided",
          current: "46",
          measure: { start: "34", target: "55" },
          status: { status: "on-track" },
        },
        { title: "Setup tickets per new clinic", current: "4.1", status: { status: "at-risk" } },
        { title: "Days from sign-up to first live booking", current: "6.1", status: { status: "on-track" } },
      ],
    });
    expect(body.due).toMatchObject([{ on: "2027-02-17" }, { on: "2027-02-17" }, { on: "2027-02-17" }]);
    expect(body.asks.items.map(({ from }: { from: { name: string } }) => from.name).toSorted()).toEqual([
      "Grace Mensah",
      "Priya Raghavan",
    ]);
    expect(body.week.intentions).toHaveLength(3);
  });

  test("has asked everyone twice, and asks again", async () => {
    const { items } = (await ask("GET", "/pulses")).body;
    expect(items.map(({ state }: { state: string }) => state)).toEqual(["open", "closed", "closed"]);
    const { results } = (await ask("GET", `/pulses/${items[1].id}`)).body;
    const ofEveryone = ({ cell }: { cell: string }) => cell === "organisation";
    expect(results.questions[0].figures.find(ofEveryone)).toMatchObject({ reads: "exactly", share: "0.74" });
    expect(results.questions[0].earlier).toMatchObject([{ reads: "exactly", share: "0.62" }]);
    expect(results.tookPart.find(ofEveryone)).toMatchObject({ share: "0.85" });
    expect(results.comments[0].texts).toHaveLength(12);
    expect((await ask("GET", "/pulses/mine")).body).toMatchObject({ pulse: { id: items[0].id }, answered: false });
    expect((await ask("GET", "/pulse-audit")).body).toMatchObject({ pulses: 2, violations: [] });
  });

  test("has three policies: one kept, one that runs by lot, one that nobody drew for", async () => {
    const { items } = (await ask("GET", "/policies")).body;
    expect(items).toMatchObject([
      { title: "Written before it is talked about", state: "running", comparison: "randomised-by-team" },
      { title: "Anchor days, Product and Growth", state: "running", comparison: "difference-in-differences" },
      { title: "Quiet mornings", state: "kept", comparison: "randomised-by-team" },
    ]);
    const { lot } = (await ask("GET", `/policies/${items[2].id}`)).body.sealed;
    expect(lot.teams.filter(({ arm }: { arm: string }) => arm === "covered")).toHaveLength(5);
    expect((await ask("GET", "/policy-coverage?day=2027-01-04")).body.arrangement).toMatchObject({
      title: "Anchor days, Product and Growth",
    });
    const verdicts = async () => {
      const read = await Promise.all(items.map(({ id }: { id: string }) => ask("GET", `/policies/${id}/evidence`)));
      return read.map(({ body }) => body.verdict);
    };
    await expect.poll(verdicts, { timeout: 30_000 }).toEqual(["too-early", "too-few-teams", "helps"]);
  }, 40_000);

  test("knows how many understand their line", async () => {
    const cycle = (await ask("GET", "/cycles")).body.items[1];
    const { parts } = (await ask("GET", `/alignment?cycleId=${cycle.id}`)).body;
    expect(parts.at(-1)).toMatchObject({ part: "understood", value: "74", leftOut: null });
  });

  test("has a plan under way, in review, with drafts, words and an output that wants to be an outcome", async () => {
    const plans = (await ask("GET", "/plans")).body.items;
    expect(
      plans.map(({ level, team }: { level: string; team: { name: string } | null }) => team?.name ?? level),
    ).toEqual(["company", "Customer Success", "Platform", "Product", "personal"]);
    expect(plans[3]).toMatchObject({ awaitsYou: true, objectiveCount: 2, keyResultCount: 5 });
    const { body } = await ask("GET", `/plans/${plans[3].id}`);
    expect(body).toMatchObject({ state: "in-review", round: 2, comments: { open: 0 }, can: { draft: true } });
    expect(body.review.closes).toEqual({ on: "2027-02-26", at: "17:00" });
    expect(body.review.reviewers.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
      "waiting",
      "approved",
      "waiting",
    ]);
    expect(body.objectives[0].line.map(({ title }: { title: string }) => title)).toEqual([
      "Win the first week",
      "New clinics stay because the first week worked",
    ]);
    expect(body.objectives[0].keyResults).toMatchObject([
      { comments: { open: 1 }, acceptance: { answer: "accepted", confidence: 6 } },
      { title: "Launch onboarding webinar", advice: ["no-measure", "no-unit", "not-accepted"] },
      { title: "Improve setup satisfaction", measure: { start: null, target: null } },
    ]);
    expect(body.initiatives[0].moves).toMatchObject([{ expectedMove: "15" }, { expectedMove: "3" }]);
    expect(body.whatWeKnow.filter(({ heading }: { heading: object | null }) => heading !== null)).not.toEqual([]);
    expect(body.others.map(({ team }: { team: { name: string } | null }) => team?.name ?? "company")).toEqual([
      "company",
      "Customer Success",
      "Platform",
    ]);
  });

  test("has happened by now, through the product's own verbs", async () => {
    const { rows } = await house.sql.query(
      `select max(recorded_at) as last, count(distinct kind)::int as kinds, array_agg(distinct via order by via) as vias
         from event where organisation_id <> $1`,
      [other.id],
    );
    expect(rows[0].last.getTime()).toBeLessThanOrEqual(Date.parse(today));
    expect(rows[0].kinds).toBeGreaterThan(20);
    expect(rows[0].vias).toEqual(["demo", "system"]);
    const reports = await house.sql.query("select count(*)::int as count from check_in where organisation_id <> $1", [
      other.id,
    ]);
    expect(reports.rows[0].count).toBeGreaterThan(250);
    expect(house.letters).toEqual([]);
  });
});

test("the demo is made once, is removed whole, and leaves other organisations alone", async () => {
  const { email } = demoSignIns[0] as { email: string };
  await expect(makeDemo(ground(), unwatched)).rejects.toThrow("is there already");
  expect(await removeDemo(ground())).toBe(true);
  expect(await removeDemo(ground())).toBe(false);
  expect(await leftOver(email)).toEqual({ organisations: 1, accounts: 0 });
  expect(await tableSums(house, other.id)).toEqual(before);
}, 60_000);

test("a demo that is stopped on the way leaves nothing", async () => {
  const stopping = new AbortController();
  const told = (done: number) => void (done > 100 && stopping.abort(new Error("stopped")));
  await expect(makeDemo(ground(), { signal: stopping.signal, told })).rejects.toThrow("stopped");
  expect(await leftOver("osier.example")).toEqual({ organisations: 1, accounts: 0 });
}, 60_000);

async function leftOver(address: string) {
  const { rows } = await house.sql.query(
    `select (select count(*)::int from organisation) as organisations,
            (select count(*)::int from identity."user" where email like '%' || $1) as accounts`,
    [address],
  );
  return rows[0];
}
