import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
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

describe("activation", () => {
  const activate = (id: string, version: number, body: object = { unreviewed: true }) =>
    here.osier.member.ask("POST", `/plans/${id}/activation`, { version, ...body });

  test("makes objectives, key results, links and initiatives under the drafts' ids, all in one", async () => {
    const { id, objective, keyResult } = await drafted(here);
    const below = await newDraft(here.osier.member.ask, id, {
      parent: { kind: "draft-objective", id: objective },
      mode: "contributes",
      title: "Setup takes an hour",
    });
    await told(here.osier.member.ask, "PUT", `/plans/${id}/draft-objective-order`, { ids: [below, objective] });
    const initiative = newId();
    const moves = [{ draftKeyResultId: keyResult, expectedMove: "4" }];
    await told(here.osier.member.ask, "POST", `/plans/${id}/draft-initiatives`, {
      id: initiative,
      title: "Guided import",
      moves,
    });
    await told(here.osier.colleague.ask, "PUT", `/draft-key-results/${keyResult}/acceptance`, {
      version: 1,
      answer: "accepted",
      confidence: 7,
    });
    const { version } = await readPlan(id, here.osier.member);
    expect(fieldsOf(await activate(id, version, {}))).toEqual([422, "unreviewed"]);
    const { body } = await activate(id, version);
    expect([body.state, body.stops, body.can.draft]).toEqual(["activated", [], false]);
    const made = await told(here.osier.member.ask, "GET", `/objectives/${below}`);
    expect(made.parents).toMatchObject([{ parent: { id: objective }, mode: "contributes" }]);
    const key = await told(here.osier.member.ask, "GET", `/key-results/${keyResult}`);
    expect([key.objectiveId, key.firstConfidence, key.measure.target]).toEqual([objective, 7, "78"]);
    const planned = await told(here.osier.member.ask, "GET", `/initiatives/${initiative}`);
    expect(planned.bets).toMatchObject([{ keyResult: { id: keyResult }, expectedMove: "4" }]);
    expect((await activate(id, version)).status).toBe(200);
  });

  test("by two at once happens once", async () => {
    const { id } = await drafted(here);
    const { version } = await readPlan(id, here.osier.member);
    const answers = await Promise.all([activate(id, version), activate(id, version)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { items } = await told(here.osier.member.ask, "GET", `/objectives?cycleId=${here.cycleId}`);
    expect(items).toHaveLength(1);
  });

  test("leaves everything as it was where one line is refused, and names it", async () => {
    const { id, objective } = await drafted(here);
    await newDraftKeyResult(here.osier.member.ask, objective, {
      title: "Improve satisfaction",
      measure: { kind: "milestones", milestones: [] },
      unit: "",
    });
    const { version } = await readPlan(id, here.osier.member);
    expect(fieldsOf(await activate(id, version))).toEqual([422, "objectives.0.keyResults.1.measure.milestones"]);
    expect((await readPlan(id, here.osier.member)).state).toBe("drafting");
    expect((await told(here.osier.member.ask, "GET", `/objectives?cycleId=${here.cycleId}`)).items).toEqual([]);
  });

  test("says before that owners have left: of objectives, key results and initiatives alike", async () => {
    const { id, objective, keyResult } = await drafted(here);
    const { member, colleague, owner } = here.osier;
    const initiative = { id: newId(), title: "Guided import", ownerId: colleague.id, moves: [] };
    await told(member.ask, "POST", `/plans/${id}/draft-initiatives`, initiative);
    await told(member.ask, "PATCH", `/draft-objectives/${objective}`, { version: 1, ownerId: colleague.id });
    await told(owner.ask, "POST", `/members/${colleague.id}/deactivation`, {});
    try {
      const before = await readPlan(id, member);
      const places = ["objectives.0.ownerId", "objectives.0.keyResults.0.ownerId", "initiatives.0.ownerId"];
      expect(before.stops.map(({ field }: { field: string }) => field)).toEqual(places);
      expect(before.stops[1].todo).toMatch(/ has left: choose another owner for “Clinics active in week 4”\.$/);
      expect(before.objectives[0].keyResults[0].ownerLeft).toBe(true);
      expect(fieldsOf(await activate(id, before.version))[0]).toBe(422);
      const { version } = before.objectives[0].keyResults[0];
      const chosen = { version, ownerId: member.id };
      const after = await told(member.ask, "PATCH", `/draft-key-results/${keyResult}`, chosen);
      expect(after.stops).toHaveLength(2);
    } finally {
      await told(owner.ask, "DELETE", `/members/${colleague.id}/deactivation`);
    }
  });

  test("waits for the plan that a parent is drafted in", async () => {
    const company = await newPlan(here.osier, here.cycleId, { level: "company" }, here.osier.champion);
    const above = await newDraft(here.osier.champion.ask, company.id);
    const plan = await newPlan(here.osier, here.cycleId);
    const below = await newDraft(here.osier.member.ask, plan.id, { parent: { kind: "draft-objective", id: above } });
    const before = await readPlan(plan.id, here.osier.member);
    expect(before.stops).toMatchObject([{ field: "objectives.0.parent" }]);
    expect(fieldsOf(await activate(plan.id, before.version))).toEqual([422, "objectives.0.parent"]);
    await told(here.osier.champion.ask, "POST", `/plans/${company.id}/activation`, { version: 2, unreviewed: true });
    expect((await activate(plan.id, before.version)).status).toBe(200);
    expect((await told(here.osier.member.ask, "GET", `/objectives/${below}`)).parents).toHaveLength(1);
  });

  test("of what changed since it was read, and by who only drafts, is refused", async () => {
    const { id, objective } = await drafted(here);
    const { version } = await readPlan(id, here.osier.member);
    await told(here.osier.member.ask, "PATCH", `/draft-objectives/${objective}`, { version: 1, title: "Another" });
    expect((await activate(id, version)).status).toBe(409);
    await here.house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
      here.osier.id,
      here.osier.team.id,
      here.osier.colleague.id,
    ]);
    expect((await here.osier.colleague.ask("POST", `/plans/${id}/activation`, { version: version + 1 })).status).toBe(
      403,
    );
  });
});
