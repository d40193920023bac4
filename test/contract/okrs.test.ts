/** Cycles, objectives, key results, health metrics and links through the contract: what is kept, refused, seen and rolled up. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type Answer, type House, type Organisation, openHouse } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective, newSupport, quarter } from "../support/okrs.ts";

let house: House;
let osier: Organisation;
let other: Organisation;
let cycleId: string;
let closedId: string;
let imperativeId: string;

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  other = await house.organisation("Alder");
  cycleId = await newCycle(osier);
  closedId = await newCycle(osier, { name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" });
  imperativeId = newId();
  await osier.champion.ask("POST", "/imperatives", { id: imperativeId, statement: "Win the first week" });
});
afterAll(() => house.close());

const get = async (path: string, who = osier.member) => (await who.ask("GET", path)).body;
const settled = () => house.feed.settled(osier.id);
const problems = ({ body }: Answer) => (body.problems ?? []).map(({ field }: { field: string }) => field);

describe("a cycle", () => {
  it("says where today lies in it, and is the current one once active", async () => {
    const { items, currentId } = await get("/cycles");
    expect(currentId).toBe(cycleId);
    expect(items.find(({ id }: { id: string }) => id === cycleId)).toMatchObject({
      state: "active",
      where: { day: 44, days: 84, week: 7, weeks: 12, daysLeft: 40 },
      rhythm: { weeks: 1, day: 3, time: "17:00" },
      can: { edit: false },
    });
  });

  it("is proposed by the fiscal year", async () => {
    expect(await get("/cycles/proposal?kind=half")).toEqual({
      name: "H1 2027",
      startsOn: "2027-01-01",
      endsOn: "2027-06-30",
    });
  });

  it.each([
    ["an end before its start", { endsOn: "2027-01-01" }, ["endsOn"]],
    ["a thousand years", { endsOn: "3027-01-01" }, ["endsOn"]],
    ["a name that is taken", { name: "q1 2027" }, ["name"]],
    ["a parent that is not there", { parentId: newId() }, ["parentId"]],
    ["a day that does not exist", { startsOn: "2027-02-30" }, ["startsOn"]],
    ["a rhythm of no weeks", { rhythm: { weeks: 0, day: 3, time: "17:00" } }, ["rhythm.weeks"]],
    ["a time that is none", { rhythm: { weeks: 1, day: 3, time: "25:00" } }, ["rhythm.time"]],
  ])("is refused with %s", async (_what, wrong, fields) => {
    const answer = await osier.champion.ask("POST", "/cycles", { id: newId(), ...quarter, name: "Q2 2027", ...wrong });
    expect(answer.status).toBe(422);
    expect(problems(answer)).toEqual(fields);
  });

  it("nests inside the dates of another, which then keeps them", async () => {
    const year = await newCycle(
      osier,
      { name: "2028", kind: "year", startsOn: "2028-01-01", endsOn: "2028-12-31" },
      [],
    );
    await newCycle(osier, { name: "Q1 2028", startsOn: "2028-01-01", endsOn: "2028-03-31", parentId: year }, []);
    const { version } = await get(`/cycles/${year}`);
    const narrower = await osier.champion.ask("PATCH", `/cycles/${year}`, { version, startsOn: "2028-02-01" });
    expect(problems(narrower)).toEqual(["endsOn"]);
    const inside = await osier.champion.ask("POST", "/cycles", {
      id: newId(),
      ...quarter,
      name: "Outside",
      parentId: year,
    });
    expect(problems(inside)).toEqual(["startsOn"]);
  });

  it("goes one step at a time, and a closed one changes no more", async () => {
    const { version } = await get(`/cycles/${closedId}`);
    expect(
      problems(await osier.champion.ask("PUT", `/cycles/${closedId}/state`, { version, state: "closed" })),
    ).toEqual(["state"]);
    const objective = await newObjective(osier, closedId);
    const closing = await osier.champion.ask("PUT", `/cycles/${closedId}/state`, { version, state: "closing" });
    const close = (more: object) =>
      osier.champion.ask("PUT", `/cycles/${closedId}/state`, {
        version: closing.body.version,
        state: "closed",
        ...more,
      });
    expect(await close({})).toMatchObject({
      status: 422,
      body: { problems: [{ field: "state", todo: expect.stringMatching(/Open: .+ 1 \(“.+”\)\.$/) }] },
    });
    expect((await get(`/cycles/${closedId}`)).state).toBe("closing");
    expect((await close({ withOpen: true })).body.state).toBe("closed");
    const edit = await osier.member.ask("PATCH", `/objectives/${objective.id}`, { version: 1, title: "Too late" });
    expect(edit).toMatchObject({
      status: 422,
      body: { problems: [{ field: "cycle", expected: "a cycle that is not closed" }] },
    });
    const create = await osier.member.ask("POST", "/objectives", {
      id: newId(),
      cycleId: closedId,
      level: "personal",
      ownerId: osier.member.id,
      title: "Too late",
    });
    expect(problems(create)).toEqual(["cycleId"]);
    expect((await get(`/objectives/${objective.id}`)).can).toMatchObject({ edit: false, addKeyResult: false });
  });

  it("is the champion's to plan", async () => {
    expect((await osier.admin.ask("POST", "/cycles", { id: newId(), ...quarter, name: "Mine" })).status).toBe(403);
  });
});

describe("an objective", () => {
  it("is read with its line, key results, links and what one may do", async () => {
    const company = await newObjective(
      osier,
      cycleId,
      { level: "company", title: "New clinics feel at home" },
      osier.champion,
    );
    await newSupport(osier, company.id, { kind: "imperative", id: imperativeId }, { mode: "supports" });
    const objective = await newObjective(osier, cycleId, { why: "They call us instead", energy: "18" });
    await newSupport(osier, objective.id, { kind: "objective", id: company.id }, { weight: "2.50" });
    await newKeyResult(osier, objective.id, { measure: { kind: "metric", start: "34", target: "55" }, unit: "%" });
    const metric = { id: newId(), title: "Support tickets", operator: "below", limit: "120" };
    await osier.member.ask("POST", `/objectives/${objective.id}/health-metrics`, metric);
    await osier.member.ask("PUT", `/health-metrics/${metric.id}/measurement`, { value: 130 });

    await settled();
    const before = house.database.statements();
    const page = await get(`/objectives/${objective.id}`);
    expect(house.database.statements() - before).toBeLessThanOrEqual(4);
    expect(page).toMatchObject({
      title: "Clinics start unaided",
      energy: "18",
      team: { name: "Product" },
      owner: { name: "The member" },
      status: { status: "not-started", overrule: null },
      line: [
        { kind: "imperative", title: "Win the first week" },
        { kind: "objective", title: "New clinics feel at home" },
        { kind: "objective", title: "Clinics start unaided" },
      ],
      parents: [
        {
          mode: "contributes",
          weight: "2.5",
          parent: { kind: "objective", id: company.id },
          objective: { title: "New clinics feel at home" },
        },
      ],
      keyResults: [
        { measure: { kind: "metric", start: "34", target: "55" }, progress: "0", can: { checkIn: true, remove: true } },
      ],
      healthMetrics: [{ title: "Support tickets", current: "130", holds: false }],
      cycle: { name: "Q1 2027", nextDueOn: "2027-02-17" },
      can: { edit: true, remove: true, publish: false },
    });
    expect((await get(`/objectives/${company.id}`)).children).toMatchObject([
      { under: { kind: "objective" }, objective: { id: objective.id } },
    ]);
    expect((await get(`/objectives/${objective.id}`, osier.colleague)).can.edit).toBe(false);
  });

  it("created twice with the same body is one, with another a conflict", async () => {
    const body = { id: newId(), cycleId, level: "team", teamId: osier.team.id, title: "Once" };
    const first = await osier.member.ask("POST", "/objectives", body);
    await osier.member.ask("PATCH", `/objectives/${body.id}`, { version: 1, title: "Renamed" });
    const again = await osier.member.ask("POST", "/objectives", body);
    expect([first.status, again.status, again.body.title]).toEqual([200, 200, "Renamed"]);
    expect((await osier.member.ask("POST", "/objectives", { ...body, title: "Twice" })).status).toBe(409);
    const both = { ...body, id: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => osier.member.ask("POST", "/objectives", both)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("edited on an old version is refused with both values", async () => {
    const { id } = await newObjective(osier, cycleId);
    await osier.member.ask("PATCH", `/objectives/${id}`, { version: 1, title: "Theirs" });
    const mine = await osier.member.ask("PATCH", `/objectives/${id}`, { version: 1, title: "Mine" });
    expect(mine).toMatchObject({
      status: 409,
      body: { version: 2, yours: { title: "Mine" }, theirs: { title: "Theirs" } },
    });
  });

  it.each([
    ["an unknown cycle", { cycleId: newId() }, ["cycleId"]],
    ["a team of nobody", { level: "team", teamId: newId() }, ["teamId"]],
    ["no team", { level: "team" }, ["teamId"]],
    ["an unknown owner", { ownerId: newId() }, ["ownerId"]],
    ["nobody", { level: "personal", ownerId: null }, ["ownerId"]],
    ["more than all energy", { energy: 120 }, ["energy"]],
    ["an id that is none", { id: "one" }, ["id"]],
    ["no title", { title: "  " }, ["title"]],
    ["a title of another type", { title: 7 }, ["title"]],
    ["5 MB of text", { title: "x".repeat(5_000_000) }, ["title"]],
    ["a privacy that is not its own", { level: "personal", private: true, ownerId: "colleague" }, ["private"]],
    ["a private team objective", { level: "team", teamId: "product", private: true }, ["private"]],
  ])("is refused with %s", async (_what, wrong: Record<string, unknown>, fields) => {
    const named = Object.fromEntries(
      Object.entries(wrong).map(([key, value]) => [
        key,
        value === "colleague" ? osier.colleague.id : value === "product" ? osier.team.id : value,
      ]),
    );
    const answer = await osier.champion.ask("POST", "/objectives", {
      id: newId(),
      cycleId,
      level: "company",
      title: "Something",
      ...named,
    });
    expect(answer.status).toBe(422);
    expect(problems(answer)).toEqual(fields);
  });

  it("of another organisation is not there, and lends no ids", async () => {
    const foreignCycle = await newCycle(other);
    const foreign = await newObjective(other, foreignCycle);
    const mine = await newObjective(osier, cycleId);
    expect((await osier.owner.ask("GET", `/objectives/${foreign.id}`)).status).toBe(404);
    expect((await osier.owner.ask("PATCH", `/objectives/${foreign.id}`, { version: 1, title: "Ours" })).status).toBe(
      404,
    );
    const wrong = { cycleId: foreignCycle, teamId: other.team.id, ownerId: other.member.id };
    for (const [field, id] of Object.entries(wrong)) {
      const answer = await osier.champion.ask("POST", "/objectives", {
        id: newId(),
        cycleId,
        level: "company",
        title: "Something",
        [field]: id,
      });
      expect([answer.status, problems(answer)]).toEqual([422, [field]]);
    }
    const link = await osier.member.ask("POST", "/supports", {
      id: newId(),
      objectiveId: mine.id,
      parent: { kind: "objective", id: foreign.id },
    });
    expect(problems(link)).toEqual(["parent.id"]);
  });

  it("is set where one's role allows: a company one by the champion, a team's by its people", async () => {
    const company = { id: newId(), cycleId, level: "company", title: "Everyone's" };
    expect((await osier.member.ask("POST", "/objectives", company)).status).toBe(403);
    expect(
      (await osier.colleague.ask("POST", "/objectives", { ...company, level: "team", teamId: osier.team.id })).status,
    ).toBe(403);
    const own = await newObjective(osier, cycleId, { level: "personal", ownerId: osier.colleague.id }, osier.colleague);
    const lifted = await osier.colleague.ask("PATCH", `/objectives/${own.id}`, { version: 1, level: "company" });
    expect(lifted.status).toBe(403);
  });

  it("is paused with a reason, overruled once there is a verdict, and goes when nothing hangs on it", async () => {
    const objective = await newObjective(osier, cycleId);
    const path = `/objectives/${objective.id}`;
    expect(problems(await osier.member.ask("PUT", `${path}/state`, { version: 1, state: "paused" }))).toEqual([
      "reason",
    ]);
    const paused = await osier.member.ask("PUT", `${path}/state`, {
      version: 1,
      state: "paused",
      reason: "Hiring first",
    });
    expect(paused.body).toMatchObject({ state: "paused", stateReason: "Hiring first", status: { status: "paused" } });
    await osier.member.ask("PUT", `${path}/state`, { version: 2, state: "open" });
    const early = await osier.member.ask("PUT", `${path}/overrule`, {
      version: 3,
      status: "on-track",
      reason: "I know",
    });
    expect(problems(early)).toEqual(["status"]);

    const keyResult = await newKeyResult(osier, objective.id);
    await osier.member.ask("POST", `/key-results/${keyResult.id}/check-ins`, { id: newId(), value: 10, confidence: 5 });
    await settled();
    const { version } = await get(path);
    const overruled = await osier.member.ask("PUT", `${path}/overrule`, {
      version,
      status: "at-risk",
      reason: "A contract is signed",
    });
    expect(overruled.body.status).toMatchObject({
      status: "at-risk",
      proposed: { status: "off-track" },
      overrule: { reason: "A contract is signed" },
    });
    expect((await osier.member.ask("DELETE", `${path}/overrule`)).body.status).toMatchObject({
      status: "off-track",
      overrule: null,
    });

    const refusal = await osier.member.ask("DELETE", path);
    expect(problems(refusal)).toEqual(["everything"]);
    expect(
      (await osier.member.ask("DELETE", path, { everything: true })).status +
        (await osier.member.ask("GET", path)).status,
    ).toBe(200 + 404);
  });

  it("that learns says what it has shown", async () => {
    const learning = await newObjective(osier, cycleId, { commitment: "learning" });
    const path = `/objectives/${learning.id}/learned`;
    expect((await osier.member.ask("PUT", path, { version: 1, learned: "invalidated" })).body.learned).toBe(
      "invalidated",
    );
    const committed = await newObjective(osier, cycleId);
    expect(
      problems(
        await osier.member.ask("PUT", `/objectives/${committed.id}/learned`, { version: 1, learned: "validated" }),
      ),
    ).toEqual(["learned"]);
  });
});

describe("the list of objectives", () => {
  it("pages by key without gap or repeat, filters, and takes two statements", async () => {
    const lane = await newCycle(osier, { name: "Q3 2027", startsOn: "2027-07-01", endsOn: "2027-09-30" });
    const ids: string[] = [];
    for (let number = 0; number < 7; number += 1)
      ids.push((await newObjective(osier, lane, { title: `Lane ${number}` })).id);
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page: { items: { id: string }[]; next: string | null } = await get(
        `/objectives?cycleId=${lane}&limit=3${next && `&after=${next}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(ids);
    await settled();
    const before = house.database.statements();
    expect((await get(`/objectives?cycleId=${lane}&q=LANE 5`)).items).toMatchObject([
      { title: "Lane 5", keyResultCount: 0, firstParent: null },
    ]);
    expect(house.database.statements() - before).toBe(2);
    expect((await get(`/objectives?cycleId=${lane}&status=not-started&limit=2`)).items).toHaveLength(2);
    expect((await get(`/objectives?cycleId=${lane}&status=off-track`)).items).toEqual([]);
    expect((await osier.member.ask("GET", "/objectives?after=nonsense")).status).toBe(422);
  });

  it("names the worst key result and the first parent", async () => {
    const objective = await newObjective(osier, cycleId, { title: "Watched closely" });
    await newSupport(osier, objective.id, { kind: "imperative", id: imperativeId }, { mode: "supports" });
    const good = await newKeyResult(osier, objective.id, { title: "Goes well" });
    const bad = await newKeyResult(osier, objective.id, { title: "Goes badly" });
    await osier.member.ask("POST", `/key-results/${good.id}/check-ins`, { id: newId(), value: 60, confidence: 5 });
    await osier.member.ask("POST", `/key-results/${bad.id}/check-ins`, { id: newId(), value: 0, confidence: 5 });
    await settled();
    const [row] = (await get("/objectives?q=watched")).items;
    expect(row).toMatchObject({
      progress: "0.3",
      status: {
        status: "at-risk",
        proposed: { because: { rule: "gap", gap: "0.218072289", expected: "0.5180722892" } },
      },
      worstKeyResult: { id: bad.id, title: "Goes badly", status: "off-track" },
      keyResultCount: 2,
      firstParent: { kind: "imperative", id: imperativeId, title: "Win the first week" },
    });
  });
});

describe("a key result", () => {
  const measures = [
    [{ kind: "metric", start: "5", target: "5" }, "measure.target"],
    [{ kind: "metric", start: "5", target: "3,637,839" }, "measure.target"],
    [{ kind: "metric", start: "5", target: "12,5 %" }, "measure.target"],
    [{ kind: "metric", start: "NaN", target: "7" }, "measure.start"],
    [{ kind: "metric", start: "5", target: "Infinity" }, "measure.target"],
    [{ kind: "metric", start: "5", target: "123456789012345678901" }, "measure.target"],
    [{ kind: "metric", start: "5" }, "measure.target"],
    [{ kind: "threshold", operator: "near", target: "5" }, "measure.operator"],
    [{ kind: "threshold", operator: "above", target: "5", riskLimit: "7" }, "measure.riskLimit"],
    [{ kind: "range", low: "7", high: "5" }, "measure.high"],
    [{ kind: "milestones", milestones: [] }, "measure.milestones"],
    [{ kind: "score-table", steps: [{ id: newId(), title: "All", score: "2" }] }, "measure.steps.0.score"],
    [{ kind: "wish" }, "measure.kind"],
  ] as const;
  it.each(measures)("cannot be measured by %j", async (measure, field) => {
    const { id } = await newObjective(osier, cycleId);
    const answer = await osier.member.ask("POST", `/objectives/${id}/key-results`, {
      id: newId(),
      title: "Something",
      measure,
    });
    expect([answer.status, problems(answer)[0]]).toEqual([422, field]);
  });

  it.each([
    ["metric", { kind: "metric", start: "100", target: "20.50" }, "0"],
    ["threshold", { kind: "threshold", operator: "at-or-above", target: "99.9", riskLimit: "99" }, "0"],
    ["range", { kind: "range", low: "1", high: "3" }, "0"],
    [
      "milestones",
      {
        kind: "milestones",
        milestones: [
          { id: newId(), title: "Pilot", weight: "3", done: true },
          { id: newId(), title: "All", weight: "1" },
        ],
      },
      "0.75",
    ],
    [
      "score-table",
      {
        kind: "score-table",
        steps: [
          { id: newId(), title: "Pilot", score: "0.3", done: true },
          { id: newId(), title: "All", score: "1" },
        ],
      },
      "0.3",
    ],
    ["done", { kind: "done" }, "0"],
    ["baseline", { kind: "baseline" }, null],
    ["contributions", { kind: "contributions" }, null],
  ])("of type %s is kept as it was written", async (_kind, measure, progress) => {
    const { id } = await newObjective(osier, cycleId);
    const made = await newKeyResult(osier, id, { measure });
    expect(made).toMatchObject({ measure: JSON.parse(JSON.stringify(measure).replace("20.50", "20.5")), progress });
    expect((await get(`/key-results/${made.id}`)).measure).toEqual(made.measure);
  });

  it.each([
    ["outside the cycle", [{ on: "2027-06-01", value: "50" }], "phasedTargets.0.on"],
    [
      "out of order",
      [
        { on: "2027-03-01", value: "50" },
        { on: "2027-02-01", value: "60" },
      ],
      "phasedTargets.1.on",
    ],
    ["that are no numbers", [{ on: "2027-03-01", value: "half" }], "phasedTargets.0.value"],
  ])("cannot have phased targets %s", async (_what, phasedTargets, field) => {
    const { id } = await newObjective(osier, cycleId);
    const body = { id: newId(), title: "Something", measure: { kind: "metric", start: 0, target: 100 }, phasedTargets };
    expect(problems(await osier.member.ask("POST", `/objectives/${id}/key-results`, body))).toEqual([field]);
  });

  it("changes its target with a reason, once, and keeps the old one visible", async () => {
    const objective = await newObjective(osier, cycleId);
    const { id } = await newKeyResult(osier, objective.id, { measure: { kind: "metric", start: 0, target: 60 } });
    const change = {
      changeId: newId(),
      version: 1,
      targets: { kind: "metric", target: "55" },
      reason: "The baseline was wrong",
    };
    const path = `/key-results/${id}/target-changes`;
    expect(problems(await osier.member.ask("POST", path, { ...change, reason: "" }))).toEqual(["reason"]);
    expect(
      problems(await osier.member.ask("POST", path, { ...change, targets: { kind: "metric", target: "0" } })),
    ).toEqual(["targets.target"]);
    const changed = await osier.member.ask("POST", path, change);
    expect((await osier.member.ask("POST", path, change)).body).toEqual(changed.body);
    expect(changed.body).toMatchObject({
      measure: { target: "55" },
      targetChanges: [
        {
          before: { kind: "metric", target: "60" },
          after: { target: "55" },
          reason: "The baseline was wrong",
          member: { name: "The member" },
        },
      ],
    });
    expect(
      (
        await osier.member.ask("POST", path, {
          ...change,
          changeId: newId(),
          targets: { kind: "metric", target: "50" },
        })
      ).status,
    ).toBe(409);
  });

  it("keeps its measure once check-ins were made by it, its milestones may still be edited", async () => {
    const objective = await newObjective(osier, cycleId);
    const metric = await newKeyResult(osier, objective.id);
    const path = `/key-results/${metric.id}`;
    expect(
      (await osier.member.ask("PATCH", path, { version: 1, measure: { kind: "range", low: 1, high: 2 } })).body.measure
        .kind,
    ).toBe("range");
    await osier.member.ask("POST", `${path}/check-ins`, { id: newId(), value: 1, confidence: 5 });
    const { version } = await get(path);
    expect(problems(await osier.member.ask("PATCH", path, { version, measure: { kind: "done" } }))).toEqual([
      "measure",
    ]);

    const pilot = { id: newId(), title: "Pilot", weight: "1", done: true };
    const steps = await newKeyResult(osier, objective.id, { measure: { kind: "milestones", milestones: [pilot] } });
    const { done: _, ...untold } = pilot;
    const more = {
      kind: "milestones",
      milestones: [
        { ...untold, title: "Pilot in Porto" },
        { id: newId(), title: "All" },
      ],
    };
    const edited = await osier.member.ask("PATCH", `/key-results/${steps.id}`, { version: 1, measure: more });
    expect(edited.body).toMatchObject({
      progress: "0.5",
      measure: { milestones: [{ title: "Pilot in Porto", done: true }, { done: false }] },
    });
  });

  it("is put in order, and goes with its check-ins only where asked", async () => {
    const objective = await newObjective(osier, cycleId);
    const ids = [await newKeyResult(osier, objective.id), await newKeyResult(osier, objective.id)]
      .map(({ id }) => id)
      .reverse();
    await osier.member.ask("PUT", `/objectives/${objective.id}/key-result-order`, { ids });
    expect((await get(`/objectives/${objective.id}`)).keyResults.map(({ id }: { id: string }) => id)).toEqual(ids);
    expect(
      problems(await osier.member.ask("PUT", `/objectives/${objective.id}/key-result-order`, { ids: [newId()] })),
    ).toEqual(["ids.0"]);
    await osier.member.ask("POST", `/key-results/${ids[0]}/check-ins`, { id: newId(), value: 1, confidence: 5 });
    expect(problems(await osier.member.ask("DELETE", `/key-results/${ids[0]}`))).toEqual(["everything"]);
    expect((await osier.member.ask("DELETE", `/key-results/${ids[0]}`, { everything: true })).status).toBe(200);
    expect((await osier.member.ask("DELETE", `/key-results/${ids[1]}`)).status).toBe(200);
  });
});

describe("a link", () => {
  it("that would close a circle is refused, naming the path", async () => {
    const [a, b, c] = [
      await newObjective(osier, cycleId, { title: "A" }),
      await newObjective(osier, cycleId, { title: "B" }),
      await newObjective(osier, cycleId, { title: "C" }),
    ];
    const ofC = await newKeyResult(osier, c.id, { title: "K", measure: { kind: "contributions" } });
    await newSupport(osier, a.id, { kind: "objective", id: b.id });
    await newSupport(osier, b.id, { kind: "key-result", id: ofC.id });
    const closing = await osier.champion.ask("POST", "/supports", {
      id: newId(),
      objectiveId: c.id,
      parent: { kind: "objective", id: a.id },
    });
    expect(closing).toMatchObject({
      status: 422,
      body: { problems: [{ field: "parent", todo: expect.stringContaining("“C” → “A” → “B” → “K” → “C”") }] },
    });
    const itself = await osier.champion.ask("POST", "/supports", {
      id: newId(),
      objectiveId: c.id,
      parent: { kind: "key-result", id: ofC.id },
    });
    expect(problems(itself)).toEqual(["parent"]);
  });

  it("made from both sides at once never closes a circle", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b] = [await newObjective(osier, cycleId), await newObjective(osier, cycleId)];
      const link = (from: { id: string }, to: { id: string }) =>
        osier.champion.ask("POST", "/supports", {
          id: newId(),
          objectiveId: from.id,
          parent: { kind: "objective", id: to.id },
        });
      const answers = await Promise.all([link(a, b), link(b, a)]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    }
  });

  it.each([
    [
      "contributes to an imperative",
      () => ({ parent: { kind: "imperative", id: imperativeId }, mode: "contributes" }),
      "mode",
    ],
    ["leads to an imperative that is not there", () => ({ parent: { kind: "imperative", id: newId() } }), "parent.id"],
    ["leads to nothing", () => ({ parent: { kind: "objective", id: newId() } }), "parent.id"],
    ["has a negative weight", () => ({ parent: { kind: "imperative", id: imperativeId }, weight: -1 }), "weight"],
  ])("is refused when it %s", async (_what, body, field) => {
    const { id } = await newObjective(osier, cycleId);
    expect(problems(await osier.member.ask("POST", "/supports", { id: newId(), objectiveId: id, ...body() }))).toEqual([
      field,
    ]);
  });

  it("is made once, changes its weight, and goes", async () => {
    const { id: objectiveId } = await newObjective(osier, cycleId);
    const body = { id: newId(), objectiveId, parent: { kind: "imperative", id: imperativeId } };
    const first = await osier.member.ask("POST", "/supports", body);
    expect((await osier.member.ask("POST", "/supports", body)).body).toEqual(first.body);
    expect(problems(await osier.member.ask("POST", "/supports", { ...body, id: newId() }))).toEqual(["parent"]);
    expect((await osier.member.ask("PATCH", `/supports/${body.id}`, { version: 1, weight: "0" })).body).toMatchObject({
      weight: "0",
      version: 2,
    });
    expect((await osier.colleague.ask("DELETE", `/supports/${body.id}`)).status).toBe(403);
    expect((await osier.member.ask("DELETE", `/supports/${body.id}`)).status).toBe(200);
  });
});

describe("a link that changes", () => {
  const linked = async (parent: { id: string }, body: object = {}) => {
    const child = await newObjective(osier, cycleId);
    const link = { id: newId(), objectiveId: child.id, parent: { kind: "objective", id: parent.id }, ...body };
    expect((await osier.member.ask("POST", "/supports", link)).status).toBe(200);
    const { id } = await newKeyResult(osier, child.id);
    await osier.member.ask("POST", `/key-results/${id}/check-ins`, { id: newId(), value: 50, confidence: 5 });
    return link;
  };
  const change = (id: string, body: object) => osier.member.ask("PATCH", `/supports/${id}`, body);

  it("counts, counts more, and counts no longer: the roll-up follows, and the history says so", async () => {
    const parent = await newObjective(osier, cycleId);
    const own = await newKeyResult(osier, parent.id);
    await osier.member.ask("POST", `/key-results/${own.id}/check-ins`, { id: newId(), value: 10, confidence: 5 });
    const { id, objectiveId } = await linked(parent);
    const progress = async () => {
      await settled();
      return (await get(`/objectives/${parent.id}`)).progress;
    };
    expect(await progress()).toBe("0.1");
    expect((await change(id, { version: 1, mode: "contributes" })).body).toMatchObject({ mode: "contributes" });
    expect(await progress()).toBe("0.3");
    expect((await change(id, { version: 2, weight: 3 })).body).toMatchObject({ weight: "3", version: 3 });
    expect(await progress()).toBe("0.4");
    expect((await change(id, { version: 3, mode: "supports", weight: "3" })).body.version).toBe(4);
    expect(await progress()).toBe("0.1");
    expect((await change(id, { version: 4, mode: "supports" })).body.version).toBe(4);
    const { items } = await get(`/history/${objectiveId}?limit=10`);
    expect(
      items
        .filter(({ kind }: { kind: string }) => kind === "support-changed")
        .map(({ facts }: { facts: object }) => facts),
    ).toMatchObject([
      { mode: ["contributes", "supports"] },
      { weight: ["1", "3"] },
      { mode: ["supports", "contributes"], parent: { kind: "objective", id: parent.id } },
    ]);
  });

  it("by two at once is told to the second, with both values", async () => {
    const { id } = await linked(await newObjective(osier, cycleId));
    await change(id, { version: 1, weight: "2" });
    expect(await change(id, { version: 1, weight: "5", mode: "contributes" })).toMatchObject({
      status: 409,
      body: { version: 2, yours: { weight: "5", mode: "contributes" }, theirs: { weight: "2", mode: "supports" } },
    });
  });

  it("is refused to others, to an imperative's count, to weights below 0, and where it counts in a closed cycle", async () => {
    const parent = await newObjective(osier, cycleId);
    const { id, objectiveId } = await linked(parent, { mode: "contributes" });
    expect((await osier.colleague.ask("PATCH", `/supports/${id}`, { version: 1, weight: "2" })).status).toBe(403);
    expect(problems(await change(id, { version: 1, weight: "-2" }))).toEqual(["weight"]);
    const drawn = await newSupport(osier, objectiveId, { kind: "imperative", id: imperativeId }, { mode: "supports" });
    expect(problems(await change(drawn.id, { version: 1, mode: "contributes" }))).toEqual(["mode"]);

    const past = await newCycle(osier, { name: "Q3 2026", startsOn: "2026-07-01", endsOn: "2026-09-30" });
    const ended = await newObjective(osier, past, { title: "Closed with words" });
    const counted = await linked(ended, { mode: "contributes" });
    for (const state of ["closing", "closed"]) {
      const { version } = await get(`/cycles/${past}`);
      await osier.champion.ask("PUT", `/cycles/${past}/state`, { version, state, withOpen: true });
    }
    expect(problems(await change(counted.id, { version: 1, weight: "2" }))).toEqual(["parent"]);
    expect(problems(await change(counted.id, { version: 1, mode: "supports" }))).toEqual(["parent"]);
    expect(problems(await osier.member.ask("DELETE", `/supports/${counted.id}`))).toEqual(["parent"]);
    expect((await get("/search?q=closed with words")).items).toMatchObject([{ id: ended.id }]);
    expect((await get("/search?q=closed with words&asParent=true")).items).toEqual([]);
  });
});

describe("a roll-up", () => {
  it("carries a check-in up through objectives and key results, by weight: 86/200 is 43 %", async () => {
    const [top, middle, child] = [
      await newObjective(osier, cycleId),
      await newObjective(osier, cycleId),
      await newObjective(osier, cycleId),
    ];
    const [first, second, third] = [
      await newKeyResult(osier, middle.id, { weight: 40 }),
      await newKeyResult(osier, middle.id, { weight: 60 }),
      await newKeyResult(osier, child.id),
    ];
    const sum = await newKeyResult(osier, top.id, { measure: { kind: "contributions" } });
    await newSupport(osier, child.id, { kind: "objective", id: middle.id }, { weight: 100 });
    await newSupport(osier, middle.id, { kind: "key-result", id: sum.id });
    expect((await get(`/objectives/${top.id}`)).status.status).toBe("not-started");
    for (const [keyResult, value] of [
      [first, 60],
      [second, 20],
      [third, 50],
    ] as const) {
      await osier.member.ask("POST", `/key-results/${keyResult.id}/check-ins`, { id: newId(), value, confidence: 5 });
    }
    await settled();
    const progressOf = async (id: string) => (await get(`/objectives/${id}`)).progress;
    expect([await progressOf(child.id), await progressOf(middle.id), await progressOf(top.id)]).toEqual([
      "0.5",
      "0.43",
      "0.43",
    ]);
    const page = await get(`/objectives/${top.id}`);
    expect(page.keyResults[0]).toMatchObject({ progress: "0.43", status: { status: "at-risk" } });
    expect(page.status.status).toBe("at-risk");

    const dropped = await osier.member.ask("PUT", `/objectives/${child.id}/state`, {
      version: 1,
      state: "dropped",
      reason: "No longer ours",
    });
    expect(dropped.status).toBe(200);
    await settled();
    expect(await progressOf(top.id)).toBe("0.36");
    await osier.member.ask("DELETE", `/key-results/${second.id}`, { everything: true });
    await settled();
    expect(await progressOf(top.id)).toBe("0.6");
    await osier.member.ask("DELETE", `/objectives/${middle.id}`, { everything: true });
    await settled();
    expect(await progressOf(top.id)).toBeNull();
  });

  it("read twice changes nothing more", async () => {
    const objective = await newObjective(osier, cycleId);
    const keyResult = await newKeyResult(osier, objective.id);
    await osier.member.ask("POST", `/key-results/${keyResult.id}/check-ins`, { id: newId(), value: 25, confidence: 5 });
    await settled();
    const moves = async () =>
      (
        await house.sql.query(
          "select count(*)::int as count from event where subject_id = $1 and kind = 'objective-moved'",
          [objective.id],
        )
      ).rows[0].count;
    const before = await moves();
    await house.sql.query("delete from event_reader where organisation_id = $1 and reader = 'roll-up'", [osier.id]);
    await settled();
    expect([await moves(), (await get(`/objectives/${objective.id}`)).progress]).toEqual([before, "0.25"]);
  });
});

describe("a private objective", () => {
  it("leaves no trace for others: lists, counts, search, pages, links, events", async () => {
    const lane = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-04-01", endsOn: "2027-06-30" });
    const body = { level: "personal", ownerId: osier.colleague.id, private: true, title: "Quietly find courage" };
    const hidden = await newObjective(osier, lane, body, osier.colleague);
    const keyResult = await newKeyResult(
      osier,
      hidden.id,
      { title: "Quietly speak up", ownerId: osier.colleague.id },
      osier.colleague,
    );
    const own = await get(`/objectives/${hidden.id}`, osier.colleague);
    expect(own).toMatchObject({ private: true, can: { publish: true } });
    for (const who of [osier.owner, osier.admin, osier.champion, osier.member]) {
      const statuses = [
        await who.ask("GET", `/objectives/${hidden.id}`),
        await who.ask("GET", `/key-results/${keyResult.id}`),
        await who.ask("PATCH", `/objectives/${hidden.id}`, { version: 1, title: "Found" }),
        await who.ask("DELETE", `/key-results/${keyResult.id}`),
      ].map(({ status }) => status);
      expect(statuses).toEqual([404, 404, 404, 404]);
      expect((await get(`/objectives?cycleId=${lane}`, who)).items).toEqual([]);
      expect((await get(`/cycles/${lane}`, who)).objectiveCount).toBe(0);
      expect((await get("/search?q=quietly", who)).items).toEqual([]);
    }
    expect((await get("/search?q=quietly", osier.colleague)).items).toHaveLength(2);
    const seen = await house.sql.query("select distinct visible_to from event where subject_id = any($1)", [
      [hidden.id, keyResult.id],
    ]);
    expect(seen.rows).toEqual([{ visible_to: osier.colleague.id }]);
  });

  it("may not contribute nor hold another's key result, and can be shown but not hidden again", async () => {
    const body = { level: "personal", ownerId: osier.colleague.id, private: true };
    const hidden = await newObjective(osier, cycleId, body, osier.colleague);
    const { id: parentId } = await newObjective(osier, cycleId);
    const link = {
      id: newId(),
      objectiveId: hidden.id,
      parent: { kind: "objective", id: parentId },
      mode: "contributes",
    };
    expect(problems(await osier.colleague.ask("POST", "/supports", link))).toEqual(["mode"]);
    const others = { id: newId(), title: "Theirs", ownerId: osier.member.id, measure: { kind: "done" } };
    expect(problems(await osier.colleague.ask("POST", `/objectives/${hidden.id}/key-results`, others))).toEqual([
      "ownerId",
    ]);
    expect(
      (await osier.colleague.ask("PATCH", `/objectives/${hidden.id}`, { version: 1, private: false })).body.private,
    ).toBe(false);
    expect((await osier.member.ask("GET", `/objectives/${hidden.id}`)).status).toBe(200);
    expect(
      problems(await osier.colleague.ask("PATCH", `/objectives/${hidden.id}`, { version: 2, private: true })),
    ).toEqual(["private"]);
  });
});

describe("a guest", () => {
  it("reads the objectives of the teams they belong to, and nothing else", async () => {
    const ours = await newObjective(osier, cycleId, { title: "Guestbook ours" });
    const parent = await newObjective(osier, cycleId, { level: "company", title: "Guestbook parent" }, osier.champion);
    await newSupport(osier, ours.id, { kind: "objective", id: parent.id });
    expect((await osier.guest.ask("GET", `/objectives/${ours.id}`)).status).toBe(404);
    const visitor = await osier.addMember("guest", "A visitor");
    await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
      osier.id,
      osier.team.id,
      visitor.id,
    ]);
    const page = await get(`/objectives/${ours.id}`, visitor);
    expect(page).toMatchObject({ parents: [], line: [{ title: "Guestbook ours" }], can: { edit: false, levels: [] } });
    expect((await get(`/objectives/${ours.id}`)).advice).toContain("no-why");
    expect(page.advice).toEqual([]);
    const map = await get("/map", visitor);
    expect(map.objectives.map(({ id }: { id: string }) => id)).toContain(ours.id);
    expect(map.notConnected).toEqual([]);
    expect((await get("/search?q=guestbook", visitor)).items).toMatchObject([{ id: ours.id }]);
    const [row] = (await get("/objectives?q=guestbook", visitor)).items;
    expect(row).toMatchObject({ id: ours.id, firstParent: null });
    expect((await osier.guest.ask("POST", "/objectives", { id: newId() })).status).toBe(403);
  });
});

describe("search", () => {
  it("finds by how words begin, without accents, in any order, what is renamed and not what is gone", async () => {
    const objective = await newObjective(osier, cycleId, { title: "Überraschung für Zoë" });
    const keyResult = await newKeyResult(osier, objective.id, { title: "Zoë smiles" });
    expect((await get("/search?q=ZOE ubers")).items).toEqual([]);
    expect((await get("/search?q=zoe uberr")).items).toMatchObject([
      { kind: "objective", id: objective.id, objectiveId: objective.id },
    ]);
    expect((await get("/search?q=zoe")).items).toHaveLength(2);
    await osier.member.ask("PATCH", `/key-results/${keyResult.id}`, { version: 1, title: "Everyone smiles" });
    expect((await get("/search?q=zoe")).items).toHaveLength(1);
    await osier.member.ask("DELETE", `/objectives/${objective.id}`, { everything: true });
    expect((await get("/search?q=smiles")).items).toEqual([]);
    expect((await get("/search?q=%25 _")).items).toEqual([]);
  });

  it("goes through the index under row-level security", async () => {
    const plan = await house.database.read(osier.id, async ({ db }) => {
      const { CompiledQuery } = await import("kysely");
      await db.executeQuery(CompiledQuery.raw("set local enable_seqscan = off"));
      const asked = `explain select from title_word where organisation_id = '${osier.id}' and word >= 'zo' and word < 'zp'`;
      return (await db.executeQuery<{ "QUERY PLAN": string }>(CompiledQuery.raw(asked))).rows
        .map((row) => row["QUERY PLAN"])
        .join("\n");
    });
    expect(plan).toMatch(/Index Cond: .*word >= 'zo'/);
  });
});
