import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../../../test/support/okrs.ts";
import { newDraft, newDraftKeyResult, newPlan } from "../../../test/support/plans.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  osier = await house.organisation();
  cycleId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
});

const fieldsOf = (answer: { status: number; body: { problems?: { field: string }[] } }) => [
  answer.status,
  ...(answer.body.problems ?? []).map(({ field }) => field),
];
const read = (id: string, by = osier.member) => told(by.ask, "GET", `/plans/${id}`);
/** A plan of one draft with one key result of the colleague's. */
async function drafted() {
  const plan = await newPlan(osier, cycleId);
  const objective = await newDraft(osier.member.ask, plan.id, { energy: "60", why: "It decides who stays." });
  const keyResult = await newDraftKeyResult(osier.member.ask, objective, { ownerId: osier.colleague.id });
  return { id: plan.id as string, objective, keyResult };
}

describe("opening", () => {
  test("a team has one open plan for a cycle, and the one that is there is named", async () => {
    const plan = await newPlan(osier, cycleId);
    const again = { id: newId(), cycleId, level: "team", teamId: osier.team.id };
    const second = await osier.champion.ask("POST", "/plans", again);
    expect([second.status, second.body.theirs]).toEqual([409, { id: plan.id }]);
    await told(osier.member.ask, "DELETE", `/plans/${plan.id}`);
    expect((await osier.champion.ask("POST", "/plans", again)).status).toBe(200);
    expect((await osier.member.ask("POST", `/plans/${plan.id}/restoration`)).status).toBe(409);
  });

  test("two at once make one", async () => {
    const bodies = [1, 2].map(() => ({ id: newId(), cycleId, level: "company" }));
    const answers = await Promise.all(bodies.map((body) => osier.champion.ask("POST", "/plans", body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("the same again is the same plan, another with its id is not", async () => {
    const body = { id: newId(), cycleId, level: "team", teamId: osier.team.id };
    await told(osier.member.ask, "POST", "/plans", body);
    expect((await osier.member.ask("POST", "/plans", body)).status).toBe(200);
    expect((await osier.member.ask("POST", "/plans", { ...body, level: "personal", teamId: null })).status).toBe(409);
  });

  test("a closed cycle, an unknown one and a plan of nobody's team are refused by field", async () => {
    const closed = await newCycle(osier, {}, ["active", "closing", "closed"]);
    const ask = (body: object) =>
      osier.champion.ask("POST", "/plans", { id: newId(), cycleId, level: "team", ...body });
    expect(fieldsOf(await ask({ cycleId: closed, teamId: osier.team.id }))).toEqual([422, "cycleId"]);
    expect(fieldsOf(await ask({ cycleId: newId(), teamId: newId() }))).toEqual([422, "cycleId", "teamId"]);
    expect(fieldsOf(await ask({}))).toEqual([422, "teamId"]);
    expect(fieldsOf(await ask({ level: "company", teamId: osier.team.id }))).toEqual([422, "teamId"]);
  });

  test("who may not draft may read, a guest may not even that", async () => {
    const { id } = await drafted();
    expect(
      (await osier.admin.ask("POST", `/plans/${id}/draft-objectives`, { id: newId(), title: "Mine" })).status,
    ).toBe(403);
    expect((await read(id, osier.admin)).can).toMatchObject({ draft: false, activate: false, comment: true });
    expect((await osier.guest.ask("GET", `/plans/${id}`)).status).toBe(403);
  });
});

describe("drafting", () => {
  test("titles in Arabic and with emoji, and reasons of 10,000 characters are kept; longer ones are refused", async () => {
    const plan = await newPlan(osier, cycleId);
    const title = "عيادات جديدة تبدأ بثقة 🚀👩‍⚕️";
    const why = "و".repeat(10_000);
    await newDraft(osier.member.ask, plan.id, { title, why });
    expect((await read(plan.id)).objectives[0]).toMatchObject({ title, why });
    const tooLong = { id: newId(), title, why: `${why}!`, energy: "140" };
    const answer = await osier.member.ask("POST", `/plans/${plan.id}/draft-objectives`, tooLong);
    expect(fieldsOf(answer)).toEqual([422, "why", "energy"]);
  });

  test("two people at the same line: the second is told both values and nothing is overwritten", async () => {
    const { id, objective } = await drafted();
    const change = (title: string) =>
      osier.member.ask("PATCH", `/draft-objectives/${objective}`, { version: 1, title });
    const answers = await Promise.all([change("First"), change("Second")]);
    const [kept, refused] = answers.sort((one, other) => one.status - other.status);
    expect([kept?.status, refused?.status]).toEqual([200, 409]);
    const { title } = (await read(id)).objectives[0];
    expect(refused?.body).toMatchObject({ version: 2, theirs: { title } });
    expect(refused?.body.yours.title).not.toBe(title);
  });

  test("the page holds the line above, what others do on it, and what is known", async () => {
    const imperative = newId();
    await told(osier.owner.ask, "POST", "/imperatives", { id: imperative, statement: "Win the first week" });
    const last = await newCycle(osier);
    const before = await newObjective(osier, last);
    const measured = await newKeyResult(osier, before.id);
    await told(osier.member.ask, "POST", `/key-results/${measured.id}/check-ins`, {
      id: newId(),
      value: "54",
      confidence: 6,
    });
    const company = await newPlan(osier, cycleId, { level: "company" }, osier.champion);
    const above = await newDraft(osier.champion.ask, company.id, {
      title: "New clinics stay",
      parent: { kind: "imperative", id: imperative },
    });
    const plan = await newPlan(osier, cycleId);
    await newDraft(osier.member.ask, plan.id, { parent: { kind: "draft-objective", id: above } });
    await house.feed.settled(osier.id);
    const statements = house.database.statements();
    const page = await read(plan.id);
    expect(house.database.statements() - statements).toBeLessThanOrEqual(4);
    expect(page.objectives[0].line.map(({ title }: { title: string }) => title)).toEqual([
      "Win the first week",
      "New clinics stay",
    ]);
    expect(page.objectives[0].line[1].plan).toMatchObject({ id: company.id, level: "company" });
    expect(page.others.map(({ level, items }: { level: string; items: unknown[] }) => [level, items.length])).toEqual([
      ["company", 1],
    ]);
    expect(page.whatWeKnow).toMatchObject([{ id: measured.id, now: "54", target: "100", cycle: { name: "Q1 2027" } }]);
  });

  test("drafts never support each other in a circle, and what cannot be a parent is refused", async () => {
    const { id, objective } = await drafted();
    const below = await newDraft(osier.member.ask, id, { parent: { kind: "draft-objective", id: objective } });
    const ask = (body: object) => osier.member.ask("PATCH", `/draft-objectives/${objective}`, { version: 1, ...body });
    expect(fieldsOf(await ask({ parent: { kind: "draft-objective", id: below } }))).toEqual([422, "parent"]);
    expect(fieldsOf(await ask({ parent: { kind: "draft-objective", id: objective } }))).toEqual([422, "parent"]);
    expect(fieldsOf(await ask({ parent: { kind: "imperative", id: newId() }, mode: "contributes" }))).toEqual([
      422,
      "mode",
      "parent.id",
    ]);
  });

  test("an output becomes an initiative and the outcome takes its place, in one step", async () => {
    const { id, objective } = await drafted();
    const output = await newDraftKeyResult(osier.member.ask, objective, {
      title: "Launch onboarding webinar",
      measure: { kind: "done" },
    });
    const [initiativeId, replacement] = [newId(), newId()];
    const body = {
      version: 1,
      initiativeId,
      title: "Onboarding webinar",
      replacement: {
        id: replacement,
        title: "Clinics with a live booking within 7 days",
        measure: { kind: "metric", start: "44", target: "60" },
      },
    };
    const page = await told(osier.member.ask, "POST", `/draft-key-results/${output}/initiative`, body);
    expect(page.objectives[0].keyResults.map(({ title }: { title: string }) => title)).toEqual([
      "Clinics active in week 4",
      "Clinics with a live booking within 7 days",
    ]);
    expect(page.initiatives).toMatchObject([
      { title: "Onboarding webinar", moves: [{ draftKeyResultId: replacement }] },
    ]);
    expect((await osier.member.ask("POST", `/draft-key-results/${output}/initiative`, body)).status).toBe(200);
    expect((await read(id)).removed).toMatchObject([{ id: output }]);
    await told(osier.member.ask, "POST", `/draft-key-results/${output}/restoration`);
    expect((await read(id)).objectives[0].keyResults).toHaveLength(3);
  });

  test("what was removed comes back with all it had", async () => {
    const { id, objective } = await drafted();
    const page = await told(osier.member.ask, "DELETE", `/draft-objectives/${objective}`);
    expect([page.objectives, page.advice.includes("no-objectives")]).toEqual([[], true]);
    await told(osier.member.ask, "POST", `/draft-objectives/${objective}/restoration`);
    expect((await read(id)).objectives[0].keyResults).toHaveLength(1);
  });

  test("several lines are changed at once or not at all", async () => {
    const { id, objective, keyResult } = await drafted();
    const lines = [
      { id: objective, version: 1 },
      { id: keyResult, version: 1 },
    ];
    const ask = (body: object) => osier.member.ask("PATCH", `/plans/${id}/lines`, { lines, ...body });
    expect(fieldsOf(await ask({ change: { weight: "40" } }))).toEqual([422, "lines.0.id"]);
    expect(fieldsOf(await ask({ change: { ownerId: newId() } }))).toEqual([422, "change.ownerId"]);
    expect((await ask({ change: { ownerId: osier.member.id } })).status).toBe(200);
    const [{ owner, keyResults }] = (await read(id)).objectives;
    expect([owner.id, keyResults[0].owner.id]).toEqual([osier.member.id, osier.member.id]);
    expect((await ask({ change: { ownerId: null } })).status).toBe(409);
  });

  test("drafts are copied, moved and put in order; a template gives and takes no figures", async () => {
    const { id, objective } = await drafted();
    const copyId = newId();
    await told(osier.member.ask, "POST", `/draft-objectives/${objective}/copies`, { copyId });
    await told(osier.member.ask, "POST", `/draft-objectives/${objective}/copies`, { copyId });
    const ordered = await told(osier.member.ask, "PUT", `/plans/${id}/draft-objective-order`, { ids: [copyId] });
    expect(ordered.objectives.map((each: { id: string }) => each.id)).toEqual([copyId, objective]);
    const mine = await newPlan(osier, cycleId, { level: "personal" });
    const moved = await told(osier.member.ask, "PUT", `/draft-objectives/${copyId}/plan`, {
      version: 1,
      planId: mine.id,
    });
    expect(moved.objectives[0].keyResults).toHaveLength(1);
    const template = newId();
    await told(osier.member.ask, "POST", "/objective-templates", { id: template, draftObjectiveId: objective });
    const used = { planId: id, draftObjectiveId: newId() };
    const page = await told(osier.colleague.ask, "GET", "/objective-templates?area=own");
    expect(page.items).toMatchObject([{ id: template, builtIn: false, can: { remove: false } }]);
    const from = await told(osier.member.ask, "POST", `/objective-templates/${template}/uses`, used);
    expect(from.objectives.at(-1).keyResults[0].measure).toEqual({ kind: "metric", start: null, target: null });
  });
});

describe("review", () => {
  const ask = async (id: string, reviewerIds: string[], body: object = {}) => {
    const { version } = await read(id);
    return osier.member.ask("PUT", `/plans/${id}/review`, { version, reviewerIds, ...body });
  };

  test("closes at a local time where each reviewer is, which must still come for everyone", async () => {
    const { id } = await drafted();
    await house.sql.query("update member set time_zone = 'America/Toronto' where id = $1", [osier.colleague.id]);
    const closes = { on: "2027-03-05", at: "17:00" };
    const { body } = await ask(id, [osier.champion.id, osier.colleague.id], { closes });
    expect(body.review.reviewers.map(({ closesAt }: { closesAt: string }) => closesAt)).toEqual([
      "2027-03-05T17:00:00Z",
      "2027-03-05T22:00:00Z",
    ]);
    expect(fieldsOf(await ask(id, [osier.champion.id], { closes: { on: "2027-02-16", at: "09:00" } }))).toEqual([
      422,
      "closes",
    ]);
  });

  test("oneself alone, who was deactivated and guests are no reviewers", async () => {
    const { id } = await drafted();
    expect(fieldsOf(await ask(id, [osier.member.id]))).toEqual([422, "reviewerIds"]);
    await house.sql.query("update member set deactivated_at = now() where id = $1", [osier.admin.id]);
    expect(fieldsOf(await ask(id, [osier.admin.id, osier.guest.id]))).toEqual([422, "reviewerIds.0", "reviewerIds.1"]);
  });

  test("a line that changes after an approval asks again and says so; order and answers do not", async () => {
    const { id, objective, keyResult } = await drafted();
    await ask(id, [osier.champion.id]);
    const { version } = await read(id);
    const approved = await told(osier.champion.ask, "PUT", `/plans/${id}/verdict`, { version, verdict: "approved" });
    expect(approved.state).toBe("approved");
    await told(osier.member.ask, "PUT", `/plans/${id}/draft-objective-order`, { ids: [objective] });
    await told(osier.colleague.ask, "PUT", `/draft-key-results/${keyResult}/acceptance`, {
      version: 1,
      answer: "accepted",
      confidence: 8,
    });
    expect((await read(id)).state).toBe("approved");
    const changed = await told(osier.member.ask, "PATCH", `/draft-objectives/${objective}`, {
      version: 1,
      title: "Another",
    });
    expect([changed.state, changed.review.reviewers[0]]).toMatchObject([
      "in-review",
      { verdict: "waiting", changedSince: true },
    ]);
    const { items } = await told(osier.member.ask, "GET", `/history/${id}`);
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain("plan-approvals-reset");
  });

  test("an approval of what was not read is refused, and so is one of a discarded plan or by who was not asked", async () => {
    const { id, objective } = await drafted();
    await ask(id, [osier.champion.id]);
    const { version } = await read(id);
    await told(osier.member.ask, "PATCH", `/draft-objectives/${objective}`, { version: 1, title: "Another" });
    const verdict = (by: typeof osier.champion, at: number) =>
      by.ask("PUT", `/plans/${id}/verdict`, { version: at, verdict: "approved" });
    expect((await verdict(osier.champion, version)).status).toBe(409);
    expect((await verdict(osier.admin, version + 1)).status).toBe(403);
    await told(osier.member.ask, "DELETE", `/plans/${id}`);
    expect(fieldsOf(await verdict(osier.champion, version + 2))).toEqual([422, "state"]);
  });
});

describe("acceptance", () => {
  test("is the owner's alone, with a confidence or a reason, and another measure asks again", async () => {
    const { id, keyResult } = await drafted();
    const path = `/draft-key-results/${keyResult}/acceptance`;
    const yes = { version: 1, answer: "accepted", confidence: 7 };
    expect((await osier.member.ask("PUT", path, yes)).status).toBe(403);
    expect(fieldsOf(await osier.colleague.ask("PUT", path, { ...yes, confidence: null }))).toEqual([422, "confidence"]);
    expect(fieldsOf(await osier.colleague.ask("PUT", path, { version: 1, answer: "declined" }))).toEqual([
      422,
      "reason",
    ]);
    await told(osier.colleague.ask, "PUT", path, yes);
    const measure = { kind: "metric", start: "67", target: "90" };
    await told(osier.member.ask, "PATCH", `/draft-key-results/${keyResult}`, { version: 1, measure });
    const [{ keyResults }] = (await read(id)).objectives;
    expect(keyResults[0].acceptance).toEqual({ answer: "waiting", confidence: null, reason: "", at: null });
    expect((await osier.colleague.ask("PUT", path, yes)).status).toBe(409);
  });
});

describe("activation", () => {
  const activate = (id: string, version: number, body: object = { unreviewed: true }) =>
    osier.member.ask("POST", `/plans/${id}/activation`, { version, ...body });

  test("makes objectives, key results, links and initiatives under the drafts' ids, all in one", async () => {
    const { id, objective, keyResult } = await drafted();
    const below = await newDraft(osier.member.ask, id, {
      parent: { kind: "draft-objective", id: objective },
      mode: "contributes",
      title: "Setup takes an hour",
    });
    await told(osier.member.ask, "PUT", `/plans/${id}/draft-objective-order`, { ids: [below, objective] });
    const initiative = newId();
    const moves = [{ draftKeyResultId: keyResult, expectedMove: "4" }];
    await told(osier.member.ask, "POST", `/plans/${id}/draft-initiatives`, {
      id: initiative,
      title: "Guided import",
      moves,
    });
    await told(osier.colleague.ask, "PUT", `/draft-key-results/${keyResult}/acceptance`, {
      version: 1,
      answer: "accepted",
      confidence: 7,
    });
    const { version } = await read(id);
    expect(fieldsOf(await activate(id, version, {}))).toEqual([422, "unreviewed"]);
    const { body } = await activate(id, version);
    expect([body.state, body.stops, body.can.draft]).toEqual(["activated", [], false]);
    const made = await told(osier.member.ask, "GET", `/objectives/${below}`);
    expect(made.parents).toMatchObject([{ parent: { id: objective }, mode: "contributes" }]);
    const key = await told(osier.member.ask, "GET", `/key-results/${keyResult}`);
    expect([key.objectiveId, key.firstConfidence, key.measure.target]).toEqual([objective, 7, "78"]);
    const planned = await told(osier.member.ask, "GET", `/initiatives/${initiative}`);
    expect(planned.bets).toMatchObject([{ keyResult: { id: keyResult }, expectedMove: "4" }]);
    expect((await activate(id, version)).status).toBe(200);
  });

  test("by two at once happens once", async () => {
    const { id } = await drafted();
    const { version } = await read(id);
    const answers = await Promise.all([activate(id, version), activate(id, version)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await told(osier.member.ask, "GET", `/objectives?cycleId=${cycleId}`);
    expect(items).toHaveLength(1);
  });

  test("leaves everything as it was where one line is refused, and names it", async () => {
    const { id, objective } = await drafted();
    await newDraftKeyResult(osier.member.ask, objective, {
      title: "Improve satisfaction",
      measure: { kind: "milestones", milestones: [] },
      unit: "",
    });
    const { version } = await read(id);
    expect(fieldsOf(await activate(id, version))).toEqual([422, "objectives.0.keyResults.1.measure.milestones"]);
    expect((await read(id)).state).toBe("drafting");
    expect((await told(osier.member.ask, "GET", `/objectives?cycleId=${cycleId}`)).items).toEqual([]);
  });

  test("waits for the plan that a parent is drafted in", async () => {
    const company = await newPlan(osier, cycleId, { level: "company" }, osier.champion);
    const above = await newDraft(osier.champion.ask, company.id);
    const plan = await newPlan(osier, cycleId);
    const below = await newDraft(osier.member.ask, plan.id, { parent: { kind: "draft-objective", id: above } });
    const before = await read(plan.id);
    expect(before.stops).toMatchObject([{ field: "objectives.0.parent" }]);
    expect(fieldsOf(await activate(plan.id, before.version))).toEqual([422, "objectives.0.parent"]);
    await told(osier.champion.ask, "POST", `/plans/${company.id}/activation`, { version: 2, unreviewed: true });
    expect((await activate(plan.id, before.version)).status).toBe(200);
    expect((await told(osier.member.ask, "GET", `/objectives/${below}`)).parents).toHaveLength(1);
  });

  test("of what changed since it was read, and by who only drafts, is refused", async () => {
    const { id, objective } = await drafted();
    const { version } = await read(id);
    await told(osier.member.ask, "PATCH", `/draft-objectives/${objective}`, { version: 1, title: "Another" });
    expect((await activate(id, version)).status).toBe(409);
    await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
      osier.id,
      osier.team.id,
      osier.colleague.id,
    ]);
    expect((await osier.colleague.ask("POST", `/plans/${id}/activation`, { version: version + 1 })).status).toBe(403);
  });
});

describe("private drafts of a personal plan", () => {
  test("leave no trace for anyone but their owner: page, lists, comments, presence, history, version", async () => {
    const plan = await newPlan(osier, cycleId, { level: "personal" });
    const seenBefore = await read(plan.id, osier.owner);
    const hidden = await newDraft(osier.member.ask, plan.id, { title: "Run a marathon", private: true });
    const keyResult = await newDraftKeyResult(osier.member.ask, hidden, { title: "Weekly kilometres" });
    const initiative = newId();
    await told(osier.member.ask, "POST", `/plans/${plan.id}/draft-initiatives`, {
      id: initiative,
      title: "A coach",
      moves: [{ draftKeyResultId: keyResult }],
    });
    const comment = { id: newId(), subjectKind: "draft-objective", subjectId: hidden, text: "To me alone" };
    await told(osier.member.ask, "POST", "/comments", comment);
    await told(osier.member.ask, "PUT", `/plans/${plan.id}/draft-objective-order`, { ids: [hidden] });
    await told(osier.member.ask, "DELETE", `/draft-key-results/${keyResult}`);
    expect(await read(plan.id, osier.owner)).toEqual(seenBefore);
    const { items } = await told(osier.owner.ask, "GET", `/plans?ownerId=${osier.member.id}`);
    expect(items).toMatchObject([{ objectiveCount: 0, keyResultCount: 0 }]);
    await told(osier.member.ask, "PUT", `/plans/${plan.id}/presence`, { lineId: hidden });
    expect((await read(plan.id, osier.owner)).presence).toMatchObject([{ lineId: null }]);
    expect((await told(osier.owner.ask, "GET", `/plans/${plan.id}/comments`)).items).toEqual([]);
    const history = await told(osier.owner.ask, "GET", `/history/${plan.id}`);
    expect(history.items.map(({ kind }: { kind: string }) => kind)).toEqual(["plan-opened"]);
    for (const [method, path, body] of [
      ["GET", `/history/${hidden}`],
      ["PATCH", `/draft-objectives/${hidden}`, { version: 1, title: "Mine" }],
      ["PUT", `/draft-objectives/${hidden}/plan`, { version: 1, planId: plan.id }],
      ["POST", `/draft-objectives/${hidden}/copies`, { copyId: newId() }],
      ["DELETE", `/draft-key-results/${keyResult}`],
      ["DELETE", `/draft-initiatives/${initiative}`],
      ["PUT", `/draft-key-results/${keyResult}/acceptance`, { version: 1, answer: "accepted", confidence: 5 }],
      ["POST", "/objective-templates", { id: newId(), draftObjectiveId: hidden }],
      ["GET", `/comments?subjectKind=draft-objective&subjectId=${hidden}`],
      ["PATCH", `/comments/${comment.id}`, { version: 1, text: "Mine" }],
    ] as const) {
      expect([path, (await osier.owner.ask(method, path, body)).status]).toEqual([path, 404]);
    }
  });

  test("become private objectives, which nobody else finds", async () => {
    const plan = await newPlan(osier, cycleId, { level: "personal" });
    const hidden = await newDraft(osier.member.ask, plan.id, { title: "Run a marathon", private: true });
    const { version } = await read(plan.id);
    await told(osier.member.ask, "POST", `/plans/${plan.id}/activation`, { version });
    expect((await told(osier.member.ask, "GET", `/objectives/${hidden}`)).private).toBe(true);
    expect((await osier.owner.ask("GET", `/objectives/${hidden}`)).status).toBe(404);
  });

  test("stand in no team's plan, and the same draft cannot be handed to another", async () => {
    const { id } = await drafted();
    const body = { id: newId(), title: "Mine", private: true };
    expect(fieldsOf(await osier.member.ask("POST", `/plans/${id}/draft-objectives`, body))).toEqual([422, "private"]);
    const plan = await newPlan(osier, cycleId, { level: "personal" });
    const handed = { ...body, ownerId: osier.colleague.id };
    expect(fieldsOf(await osier.member.ask("POST", `/plans/${plan.id}/draft-objectives`, handed))).toEqual([
      422,
      "ownerId",
    ]);
  });
});

describe("comments and presence", () => {
  test("who is there is seen for 45 seconds", async () => {
    const { id, objective } = await drafted();
    await told(osier.member.ask, "PUT", `/plans/${id}/presence`, { lineId: objective });
    const { items } = await told(osier.champion.ask, "PUT", `/plans/${id}/presence`, {});
    expect(
      items.map(({ member, lineId }: { member: { name: string }; lineId: string | null }) => [member.name, lineId]),
    ).toEqual([
      ["The champion", null],
      ["The member", objective],
    ]);
    house.clock.set("2027-02-16T09:12:46Z");
    expect((await read(id)).presence).toEqual([]);
    house.clock.set("2027-02-16T09:12:00Z");
    await told(osier.champion.ask, "DELETE", `/plans/${id}/presence`);
    expect((await read(id)).presence).toHaveLength(1);
    expect(fieldsOf(await osier.member.ask("PUT", `/plans/${id}/presence`, { lineId: newId() }))).toEqual([
      422,
      "lineId",
    ]);
  });

  test("threads are counted beside their line, settled, answered and removed by who wrote them", async () => {
    const { id, keyResult } = await drafted();
    const [first, reply] = [newId(), newId()];
    const about = { subjectKind: "draft-key-result", subjectId: keyResult };
    await told(osier.admin.ask, "POST", "/comments", { id: first, ...about, text: "Is week 4 too late to steer by?" });
    await told(osier.member.ask, "POST", "/comments", { id: reply, ...about, replyTo: first, text: "Week 2 then." });
    const line = async () => (await read(id)).objectives[0].keyResults[0].comments;
    expect(await line()).toEqual({ open: 1, resolved: 0 });
    await told(osier.member.ask, "PUT", `/comments/${first}/resolved`, { resolved: true });
    expect(await line()).toEqual({ open: 0, resolved: 1 });
    expect((await osier.member.ask("DELETE", `/comments/${first}`)).status).toBe(403);
    expect(fieldsOf(await osier.member.ask("PUT", `/comments/${reply}/resolved`, { resolved: true }))).toEqual([
      422,
      "id",
    ]);
    await told(osier.admin.ask, "DELETE", `/comments/${first}`);
    const { items } = await told(osier.member.ask, "GET", `/plans/${id}/comments`);
    expect(items).toMatchObject([
      { id: first, text: "", removed: true },
      { id: reply, text: "Week 2 then." },
    ]);
    const nested = { id: newId(), ...about, replyTo: reply, text: "And?" };
    expect(fieldsOf(await osier.member.ask("POST", "/comments", nested))).toEqual([422, "replyTo"]);
    expect(fieldsOf(await osier.member.ask("POST", "/comments", { ...nested, replyTo: null, text: " " }))).toEqual([
      422,
      "text",
    ]);
  });
});
