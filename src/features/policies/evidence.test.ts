import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, today } from "../../../test/support/house.ts";
import {
  handOffs,
  judgedAt,
  type Measured,
  measuredTeams,
  reportWeeks,
  sealedPolicy,
  swing,
} from "../../../test/support/measured-teams.ts";
import { newId } from "../../platform/ids.ts";
import { gather } from "./handlers/assessing.ts";

const onItsDay = "2027-02-15T12:00:00Z";
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

/** The truth: five days and a swing, and so many days more where and when the policy covers. */
async function report(
  teams: readonly Measured[],
  covers: (team: Measured, week: number) => boolean,
  days: number,
  to = 12,
) {
  const before = -12;
  await reportWeeks(house, home, teams, [before, to], (at, week) =>
    // Each team misses a week now and then.
    (at + week + 40) % 9 === 0 ? null : 5 + at / 10 + swing(at, week) + (covers(teams[at]!, week) ? days : 0),
  );
}

async function drawn(count: number, days: number, body: object = {}) {
  const teams = await measuredTeams(house, home, count);
  const policy = await sealedPolicy(house, home, {
    scope: { teamIds: teams.map(({ teamId }) => teamId) },
    outcomes: [handOffs(teams)],
    comparison: { kind: "randomised-by-team", draw: count / 2 },
    ...body,
  });
  await report(teams, ({ teamId }, week) => week >= 0 && policy.armOf.get(teamId)?.arm === "covered", days);
  return { teams, ...policy };
}

describe("what the data say on the decision date", () => {
  it("a drawn policy that helps reads Helps, with the figures, the teams and the weeks behind it", async () => {
    const { id } = await drawn(8, -1);
    const evidence = await judgedAt(house, home, id, onItsDay);
    expect(evidence).toMatchObject({
      ...{ state: "assessed", verdict: "helps", called: "effect", design: "randomised-by-team" },
      ...{ weeks: { over: 12, planned: 12 }, settledBy: [] },
      sentence: { way: "better", sureness: "told" },
      outcomes: [{ name: "Hand-off time", unit: "days", decimals: 1, word: "better", why: null }],
    });
    const [outcome] = evidence.outcomes;
    expect(outcome.estimate.difference).toBeGreaterThan(-1.4);
    expect(outcome.estimate.difference).toBeLessThan(-0.6);
    expect(outcome.estimate.method).toEqual({ inference: "exact-permutation", draws: 70, seed: null, df: null });
    expect([outcome.teams.covered.length, outcome.teams.others.length]).toEqual([4, 4]);
    expect(outcome.weeks[0]).toMatchObject({ week: -12, on: "2026-08-31" });
    expect(outcome.weeks).toHaveLength(24);
    expect(outcome.detectable.atDecision).toBeGreaterThan(0);
  });

  it("eight teams without a lot read Too few teams, and what is needed", async () => {
    const teams = await measuredTeams(house, home, 8);
    const half = (from: number) => teams.slice(from, from + 4).map(({ teamId }) => teamId);
    const { id } = await sealedPolicy(house, home, {
      scope: { teamIds: half(0) },
      outcomes: [handOffs(teams)],
      comparison: { kind: "difference-in-differences", teamIds: half(4) },
    });
    await report(teams, ({ teamId }, week) => week >= 0 && half(0).includes(teamId), -1);
    const evidence = await judgedAt(house, home, id, onItsDay);
    expect([evidence.verdict, evidence.called]).toEqual(["too-few-teams", "difference"]);
    expect(evidence.settledBy).toMatchObject([{ key: "more-teams", figures: { covered: 4, others: 4, needed: 10 } }]);
    expect(JSON.stringify(evidence)).not.toContain('"effect"');
  });

  it("before that date it reads Too early, even in the first days, and the last look is kept with the decision", async () => {
    const { id } = await drawn(8, -1);
    expect((await judgedAt(house, home, id, "2026-11-24T09:00:00Z")).verdict).toBe("too-early");
    const evidence = await judgedAt(house, home, id, "2027-01-11T09:00:00Z");
    expect([evidence.verdict, evidence.weeks]).toEqual(["too-early", { over: 7, planned: 12 }]);
    const policy = await told(home.owner.ask, "GET", `/policies/${id}`);
    const early = { id: newId(), version: policy.version, decision: "stop", reason: "Enough.", earlyReason: "Busy." };
    await told(home.owner.ask, "POST", `/policies/${id}/decisions`, early);
    const { assessed } = await judgedAt(house, home, id, "2027-01-11T10:00:00Z");
    const later = await judgedAt(house, home, id, onItsDay);
    expect([later.verdict, later.assessed]).toEqual(["too-early", assessed]);
    expect((await told(home.member.ask, "GET", "/policies/tried")).items[0].verdict).toBe("too-early");
  });

  it("a policy without any difference reads No difference beyond the margin, and a harmful one Harms", async () => {
    const none = await drawn(10, 0);
    expect((await judgedAt(house, home, none.id, onItsDay)).verdict).toBe("no-difference");
    home = await house.organisation();
    const harmful = await drawn(10, 1);
    expect((await judgedAt(house, home, harmful.id, onItsDay)).verdict).toBe("harms");
  });

  it("a guardrail that is broken harms, whatever the outcome says", async () => {
    const guardrail = {
      ...{ id: newId(), name: "Check-ins on time", safe: "at-least", limit: "99", margin: "5" },
      measure: { kind: "check-ins", reads: "on-time" },
    };
    const { id } = await drawn(8, -1, { guardrails: [guardrail] });
    const evidence = await judgedAt(house, home, id, onItsDay);
    expect(evidence.guardrails).toMatchObject([{ word: "broken", unit: "%", share: true }]);
    // One week in nine was missed.
    expect(evidence.guardrails[0].level.value).toBeGreaterThan(80);
    expect(evidence.guardrails[0].level.value).toBeLessThan(95);
    expect([evidence.verdict, evidence.broken]).toEqual(["harms", [guardrail.id]]);
  });

  it("blocks that a coin put on and off are compared within each team", async () => {
    const teams = await measuredTeams(house, home, 6);
    const { id, armOf } = await sealedPolicy(house, home, {
      scope: { teamIds: teams.map(({ teamId }) => teamId) },
      outcomes: [handOffs(teams)],
      comparison: { kind: "randomised-on-and-off", weeksEach: 2, pairs: 3, wearingOff: 0 },
    });
    const isOn = ({ teamId }: Measured, week: number) =>
      week >= 0 && armOf.get(teamId)?.firstOn?.[Math.floor(week / 4)] === (Math.floor(week / 2) % 2 === 0);
    await report(teams, isOn, -1);
    const evidence = await judgedAt(house, home, id, onItsDay);
    expect(evidence).toMatchObject({ verdict: "helps", outcomes: [{ word: "better" }] });
    expect(
      evidence.outcomes[0].weeks.some(
        ({ teams: of }: { teams: { covered: number } }) => of.covered > 0 && of.covered < 6,
      ),
    ).toBe(true);
  });
});

describe("what is measured", () => {
  it("leaves out what is private, and carries nothing into a week without a check-in", async () => {
    const teams = await measuredTeams(house, home, 8);
    const { id, armOf } = await sealedPolicy(house, home, {
      scope: { teamIds: teams.map(({ teamId }) => teamId) },
      outcomes: [handOffs(teams)],
      comparison: { kind: "randomised-by-team", draw: 4 },
    });
    await report(teams, ({ teamId }, week) => week >= 0 && armOf.get(teamId)?.arm === "covered", -1);
    await house.sql.query(
      `update objective set level = 'personal', private = true from key_result k
       where k.organisation_id = $1 and k.objective_id = objective.id and k.id = $2`,
      [home.id, teams[0]!.keyResultId],
    );
    const evidence = await judgedAt(house, home, id, onItsDay);
    const inPanel = [...evidence.outcomes[0].teams.covered, ...evidence.outcomes[0].teams.others];
    expect(inPanel.map(({ id: team }: { id: string }) => team)).not.toContain(teams[0]!.teamId);
    const { csv } = await told(home.member.ask, "GET", `/policies/${id}/evidence/rows`);
    const of = csv.split("\n").filter((line: string) => line.includes(teams[1]!.teamId));
    expect(of).toHaveLength(24 - 2);
  });

  it("goes on in the next cycle, in the same words and unit", async () => {
    const teams = await measuredTeams(house, home, 8);
    const { id, armOf } = await sealedPolicy(house, home, {
      scope: { teamIds: teams.map(({ teamId }) => teamId) },
      outcomes: [handOffs(teams)],
      comparison: { kind: "randomised-by-team", draw: 4 },
    });
    const { rows } = await house.sql.query(
      `insert into key_result (organisation_id, id, objective_id, title, type, unit, decimals, start_value, target_value, body_hash, created_at)
       select organisation_id, gen_random_uuid(), objective_id, title, type, unit, decimals, 6, 3, '', created_at
       from key_result where organisation_id = $1 and id = $2 returning id`,
      [home.id, teams[2]!.keyResultId],
    );
    const goesOn = teams.map((team, at) => (at === 2 ? { ...team, keyResultId: rows[0].id } : team));
    const covers = ({ teamId }: Measured, week: number) => week >= 0 && armOf.get(teamId)?.arm === "covered";
    const value = (at: number, week: number) => 5 + swing(at, week) + (covers(teams[at]!, week) ? -1 : 0);
    await reportWeeks(house, home, teams, [-12, 0], value);
    await reportWeeks(house, home, goesOn, [0, 12], value);
    const evidence = await judgedAt(house, home, id, onItsDay);
    expect([evidence.verdict, evidence.outcomes[0].leftOut]).toEqual(["helps", []]);
  });

  it("is downloaded as it was judged, and the same rows and seed find the same again", async () => {
    const { id } = await drawn(8, -1);
    const evidence = await judgedAt(house, home, id, onItsDay);
    const { csv, rowsHash, method } = await told(home.member.ask, "GET", `/policies/${id}/evidence/rows`);
    expect(createHash("sha256").update(csv).digest("hex")).toBe(rowsHash);
    expect([rowsHash, method.seed]).toEqual([evidence.assessed.rowsHash, evidence.assessed.seed]);
    expect(csv.split("\n").length - 2).toBe(evidence.assessed.rows);
    const again = await judgedAt(house, home, id, "2027-02-15T13:00:00Z");
    expect({ ...again, assessed: null }).toEqual({ ...evidence, assessed: null });
    expect(again.assessed.rowsHash).toBe(rowsHash);
  });
});

it("asks as few statements for many teams as for few", async () => {
  const asked = async (count: number) => {
    home = await house.organisation();
    const { id } = await drawn(count, -1);
    house.clock.set(onItsDay);
    await house.feed.settled(home.id);
    const times: number[] = [];
    // Readers and jobs ask beside it; the quietest time is what it asks itself.
    for (let time = 0; time < 8; time++) {
      const before = house.database.statements();
      const { reported } = (await house.database.read(home.id, (tx) => gather(tx, id)))!;
      times.push(house.database.statements() - before);
      expect(reported.length).toBeGreaterThan(20 * count);
    }
    return Math.min(...times);
  };
  const few = await asked(4);
  expect(await asked(16)).toBe(few);
  expect(few).toBeLessThanOrEqual(12);
});

describe("what else happened", () => {
  it("is marked a hundred times of a policy, and no more until one is taken back", async () => {
    const { id } = await drawn(4, -1);
    const path = `/policies/${id}/happenings`;
    const mark = () => ({ id: newId(), on: "2027-01-25", text: "Bulk import went live." });
    const first = mark();
    for (const body of [first, ...Array.from({ length: 99 }, mark)]) await told(home.member.ask, "POST", path, body);
    const refused = await home.colleague.ask("POST", path, mark());
    expect([refused.status, refused.body.problems]).toMatchObject([
      422,
      [{ field: "policyId", expected: "a policy of which fewer than 100 happenings are marked" }],
    ]);
    expect((await home.member.ask("POST", path, first)).status, "the same again is no other").toBe(200);
    await told(home.member.ask, "DELETE", `${path}/${first.id}`);
    await told(home.colleague.ask, "POST", path, mark());
  });

  it("is not marked in words that nobody can see", async () => {
    const { id } = await drawn(4, -1);
    const body = { id: newId(), on: "2027-01-25", text: "\u202e\u200b" };
    const refused = await home.member.ask("POST", `/policies/${id}/happenings`, body);
    expect(refused.body.problems).toMatchObject([{ field: "text", expected: "text of 1 to 300 characters" }]);
  });

  it("is marked by people with who and when, and known from the record", async () => {
    const { id, teams } = await drawn(8, -1);
    const [{ teamId, keyResultId }] = teams as [Measured];
    house.clock.set("2027-01-20T12:00:00Z");
    const targets = { kind: "metric", target: "2" };
    const change = { changeId: newId(), version: 1, targets, reason: "We aim higher." };
    await told(home.champion.ask, "POST", `/key-results/${keyResultId}/target-changes`, change);
    await told(home.owner.ask, "PUT", `/teams/${teamId}/members/${home.colleague.id}`);
    const mark = { id: newId(), on: "2027-01-25", text: "Bulk import went live.", teamId };
    const marked = await told(home.member.ask, "POST", `/policies/${id}/happenings`, mark);
    expect(marked).toMatchObject({
      kind: "marked",
      text: mark.text,
      by: { id: home.member.id },
      can: { remove: true },
    });
    await told(home.member.ask, "POST", `/policies/${id}/happenings`, mark);
    const { happenings } = await told(home.colleague.ask, "GET", `/policies/${id}/evidence`);
    const inOrder = happenings.map(({ kind, on }: { kind: string; on: string }) => [kind, on]);
    expect(inOrder).toEqual([
      ["target-changed", "2027-01-20"],
      ["team-joined", "2027-01-20"],
      ["marked", "2027-01-25"],
    ]);
    expect(happenings).toMatchObject([
      { text: "We aim higher.", keyResult: { id: keyResultId, title: "Hand-off time" }, by: { id: home.champion.id } },
      { team: { id: teamId, name: "Team 01" }, count: 1, by: null },
      { can: { remove: false } },
    ]);
    house.clock.set("2026-06-20T12:00:00Z");
    await told(home.owner.ask, "PUT", `/teams/${teamId}/members/${home.champion.id}`);
    const judged = await judgedAt(house, home, id, onItsDay);
    expect(judged.happenings, "nothing from before the first week that was measured").toHaveLength(3);
    const refused = await home.colleague.ask("DELETE", `/policies/${id}/happenings/${mark.id}`);
    expect(refused.status).toBe(403);
    await told(home.member.ask, "DELETE", `/policies/${id}/happenings/${mark.id}`);
    expect((await told(home.member.ask, "GET", `/policies/${id}/evidence`)).happenings).not.toContainEqual(marked);
  });
});

describe("what could be told, while it is written", () => {
  it("is read from the teams' own weeks before, and says what more teams and weeks would give", async () => {
    const teams = await measuredTeams(house, home, 8);
    await report(teams, () => false, 0, 0);
    house.clock.set("2026-11-20T12:00:00Z");
    const id = newId();
    await told(home.owner.ask, "POST", "/policies", {
      ...{ id, kind: "meeting-free", title: "Quiet mornings", startsOn: "2026-11-23", decidesOn: "2027-02-15" },
      scope: { teamIds: teams.map(({ teamId }) => teamId) },
      outcomes: [handOffs(teams)],
      comparison: { kind: "randomised-by-team", draw: 4 },
    });
    const told1 = await told(home.member.ask, "GET", `/policies/${id}/detectable`);
    expect(told1).toMatchObject({ canTell: true, weeks: 12, teams: { covered: 4, others: 4 } });
    const [outcome] = told1.outcomes;
    expect(outcome.smallest).toBeGreaterThan(0.1);
    expect(outcome.smallest).toBeLessThan(1);
    const curve = outcome.byTeams.map(({ smallest }: { smallest: number }) => smallest);
    expect(curve).toEqual(curve.toSorted((one: number, other: number) => other - one));
    expect(outcome.twiceTheWeeks).toBeLessThan(outcome.smallest);
  });
});

describe("nobody reads or marks what is not theirs", () => {
  it("refuses guests, and answers another organisation's policy as if there were none", async () => {
    const { id } = await drawn(8, -1);
    const elsewhere = await house.organisation();
    for (const path of ["evidence", "evidence/rows", "detectable"]) {
      expect((await home.guest.ask("GET", `/policies/${id}/${path}`)).status).toBe(403);
      expect((await elsewhere.owner.ask("GET", `/policies/${id}/${path}`)).status).toBe(404);
    }
    const mark = { id: newId(), on: "2027-01-25", text: "Something", teamId: elsewhere.team.id };
    expect((await home.owner.ask("POST", `/policies/${id}/happenings`, mark)).status).toBe(422);
    expect((await elsewhere.owner.ask("POST", `/policies/${id}/happenings`, { ...mark, teamId: null })).status).toBe(
      404,
    );
  });
});
