import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { newCycle, newKeyResult, newObjective } from "../../../../test/support/okrs.ts";
import {
  drafted,
  fieldsOf,
  houseOfPlans,
  newDraft,
  newDraftKeyResult,
  newPlan,
  readPlan,
} from "../../../../test/support/plans.ts";
import { newId } from "../../../platform/ids.ts";

const here = houseOfPlans();

describe("drafting", () => {
  test("titles in Arabic and with emoji, and reasons of 10,000 characters are kept; longer ones are refused", async () => {
    const plan = await newPlan(here.osier, here.cycleId);
    const title = "عيادات جديدة تبدأ بثقة 🚀👩‍⚕️";
    const why = "و".repeat(10_000);
    await newDraft(here.osier.member.ask, plan.id, { title, why });
    expect((await readPlan(plan.id, here.osier.member)).objectives[0]).toMatchObject({ title, why });
    const tooLong = { id: newId(), title, why: `${why}!`, energy: "140" };
    const answer = await here.osier.member.ask("POST", `/plans/${plan.id}/draft-objectives`, tooLong);
    expect(fieldsOf(answer)).toEqual([422, "why", "energy"]);
  });

  test("two people at the same line: the second is told both values and nothing is overwritten", async () => {
    const { id, objective } = await drafted(here);
    const change = (title: string) =>
      here.osier.member.ask("PATCH", `/draft-objectives/${objective}`, { version: 1, title });
    const answers = await Promise.all([change("First"), change("Second")]);
    const [kept, refused] = answers.sort((one, other) => one.status - other.status);
    expect([kept?.status, refused?.status]).toEqual([200, 409]);
    const { title } = (await readPlan(id, here.osier.member)).objectives[0];
    expect(refused?.body).toMatchObject({ version: 2, theirs: { title } });
    expect(refused?.body.yours.title).not.toBe(title);
  });

  test("the page holds the line above, what others do on it, and what is known", async () => {
    const imperative = newId();
    await told(here.osier.owner.ask, "POST", "/imperatives", { id: imperative, statement: "Win the first week" });
    const last = await newCycle(here.osier);
    const before = await newObjective(here.osier, last);
    const measured = await newKeyResult(here.osier, before.id);
    await told(here.osier.member.ask, "POST", `/key-results/${measured.id}/check-ins`, {
      id: newId(),
      value: "54",
      confidence: 6,
    });
    const company = await newPlan(here.osier, here.cycleId, { level: "company" }, here.osier.champion);
    const above = await newDraft(here.osier.champion.ask, company.id, {
      title: "New clinics stay",
      parent: { kind: "imperative", id: imperative },
    });
    const plan = await newPlan(here.osier, here.cycleId);
    await newDraft(here.osier.member.ask, plan.id, { parent: { kind: "draft-objective", id: above } });
    await here.house.feed.settled(here.osier.id);
    const statements = here.house.database.statements();
    const page = await readPlan(plan.id, here.osier.member);
    expect(here.house.database.statements() - statements).toBeLessThanOrEqual(4);
    expect(page.objectives[0].line.map(({ title }: { title: string }) => title)).toEqual([
      "Win the first week",
      "New clinics stay",
    ]);
    expect(page.objectives[0].line[1].plan).toMatchObject({ id: company.id, level: "company" });
    expect(page.others.map(({ level, items }: { level: string; items: unknown[] }) => [level, items.length])).toEqual([
      ["company", 1],
    ]);
    expect(page.whatWeKnow).toMatchObject([
      { id: measured.id, now: "54", target: "100", heading: null, cycle: { name: "Q1 2027" } },
    ]);
  });

  test("drafts never support each other in a circle, and what cannot be a parent is refused", async () => {
    const { id, objective } = await drafted(here);
    const below = await newDraft(here.osier.member.ask, id, { parent: { kind: "draft-objective", id: objective } });
    const ask = (body: object) =>
      here.osier.member.ask("PATCH", `/draft-objectives/${objective}`, { version: 1, ...body });
    expect(fieldsOf(await ask({ parent: { kind: "draft-objective", id: below } }))).toEqual([422, "parent"]);
    expect(fieldsOf(await ask({ parent: { kind: "draft-objective", id: objective } }))).toEqual([422, "parent"]);
    expect(fieldsOf(await ask({ parent: { kind: "imperative", id: newId() }, mode: "contributes" }))).toEqual([
      422,
      "mode",
      "parent.id",
    ]);
  });

  test("an output becomes an initiative and the outcome takes its place, in one step", async () => {
    const { id, objective } = await drafted(here);
    const output = await newDraftKeyResult(here.osier.member.ask, objective, {
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
    const page = await told(here.osier.member.ask, "POST", `/draft-key-results/${output}/initiative`, body);
    expect(page.objectives[0].keyResults.map(({ title }: { title: string }) => title)).toEqual([
      "Clinics active in week 4",
      "Clinics with a live booking within 7 days",
    ]);
    expect(page.initiatives).toMatchObject([
      { title: "Onboarding webinar", moves: [{ draftKeyResultId: replacement }] },
    ]);
    expect((await here.osier.member.ask("POST", `/draft-key-results/${output}/initiative`, body)).status).toBe(200);
    expect((await readPlan(id, here.osier.member)).removed).toMatchObject([{ id: output }]);
    await told(here.osier.member.ask, "POST", `/draft-key-results/${output}/restoration`);
    expect((await readPlan(id, here.osier.member)).objectives[0].keyResults).toHaveLength(3);
  });

  test("what was removed comes back with all it had", async () => {
    const { id, objective } = await drafted(here);
    const page = await told(here.osier.member.ask, "DELETE", `/draft-objectives/${objective}`);
    expect([page.objectives, page.advice.includes("no-objectives")]).toEqual([[], true]);
    await told(here.osier.member.ask, "POST", `/draft-objectives/${objective}/restoration`);
    expect((await readPlan(id, here.osier.member)).objectives[0].keyResults).toHaveLength(1);
  });

  test("several lines are changed at once or not at all", async () => {
    const { id, objective, keyResult } = await drafted(here);
    const lines = [
      { id: objective, version: 1 },
      { id: keyResult, version: 1 },
    ];
    const ask = (body: object) => here.osier.member.ask("PATCH", `/plans/${id}/lines`, { lines, ...body });
    expect(fieldsOf(await ask({ change: { weight: "40" } }))).toEqual([422, "lines.0.id"]);
    expect(fieldsOf(await ask({ change: { ownerId: newId() } }))).toEqual([422, "change.ownerId"]);
    expect((await ask({ change: { ownerId: here.osier.member.id } })).status).toBe(200);
    const [{ owner, keyResults }] = (await readPlan(id, here.osier.member)).objectives;
    expect([owner.id, keyResults[0].owner.id]).toEqual([here.osier.member.id, here.osier.member.id]);
    expect((await ask({ change: { ownerId: null } })).status).toBe(409);
  });

  test("drafts are copied, moved and put in order; a template gives and takes no figures", async () => {
    const { id, objective } = await drafted(here);
    const copyId = newId();
    await told(here.osier.member.ask, "POST", `/draft-objectives/${objective}/copies`, { copyId });
    await told(here.osier.member.ask, "POST", `/draft-objectives/${objective}/copies`, { copyId });
    const ordered = await told(here.osier.member.ask, "PUT", `/plans/${id}/draft-objective-order`, { ids: [copyId] });
    expect(ordered.objectives.map((each: { id: string }) => each.id)).toEqual([copyId, objective]);
    const mine = await newPlan(here.osier, here.cycleId, { level: "personal" });
    const moved = await told(here.osier.member.ask, "PUT", `/draft-objectives/${copyId}/plan`, {
      version: 1,
      planId: mine.id,
    });
    expect(moved.objectives[0].keyResults).toHaveLength(1);
    const template = newId();
    await told(here.osier.member.ask, "POST", "/objective-templates", { id: template, draftObjectiveId: objective });
    const used = { planId: id, draftObjectiveId: newId() };
    const page = await told(here.osier.colleague.ask, "GET", "/objective-templates?area=own");
    expect(page.items).toMatchObject([{ id: template, builtIn: false, can: { remove: false } }]);
    const from = await told(here.osier.member.ask, "POST", `/objective-templates/${template}/uses`, used);
    expect(from.objectives.at(-1).keyResults[0].measure).toEqual({ kind: "metric", start: null, target: null });
  });
});
