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

describe("private drafts of a personal plan", () => {
  test("leave no trace for anyone but their owner: page, lists, comments, presence, history, version", async () => {
    const plan = await newPlan(here.osier, here.cycleId, { level: "personal" });
    const seenBefore = await readPlan(plan.id, here.osier.owner);
    const hidden = await newDraft(here.osier.member.ask, plan.id, { title: "Run a marathon", private: true });
    const keyResult = await newDraftKeyResult(here.osier.member.ask, hidden, { title: "Weekly kilometres" });
    const initiative = newId();
    await told(here.osier.member.ask, "POST", `/plans/${plan.id}/draft-initiatives`, {
      id: initiative,
      title: "A coach",
      moves: [{ draftKeyResultId: keyResult }],
    });
    const comment = { id: newId(), subjectKind: "draft-objective", subjectId: hidden, text: "To me alone" };
    await told(here.osier.member.ask, "POST", "/comments", comment);
    await told(here.osier.member.ask, "PUT", `/plans/${plan.id}/draft-objective-order`, { ids: [hidden] });
    await told(here.osier.member.ask, "DELETE", `/draft-key-results/${keyResult}`);
    expect(await readPlan(plan.id, here.osier.owner)).toEqual(seenBefore);
    const { items } = await told(here.osier.owner.ask, "GET", `/plans?ownerId=${here.osier.member.id}`);
    expect(items).toMatchObject([{ objectiveCount: 0, keyResultCount: 0 }]);
    await told(here.osier.member.ask, "PUT", `/plans/${plan.id}/presence`, { lineId: hidden });
    expect((await readPlan(plan.id, here.osier.owner)).presence).toMatchObject([{ lineId: null }]);
    expect((await told(here.osier.owner.ask, "GET", `/plans/${plan.id}/comments`)).items).toEqual([]);
    const history = await told(here.osier.owner.ask, "GET", `/history/${plan.id}`);
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
      expect([path, (await here.osier.owner.ask(method, path, body)).status]).toEqual([path, 404]);
    }
  });

  test("become private objectives, which nobody else finds", async () => {
    const plan = await newPlan(here.osier, here.cycleId, { level: "personal" });
    const hidden = await newDraft(here.osier.member.ask, plan.id, { title: "Run a marathon", private: true });
    const { version } = await readPlan(plan.id, here.osier.member);
    await told(here.osier.member.ask, "POST", `/plans/${plan.id}/activation`, { version });
    expect((await told(here.osier.member.ask, "GET", `/objectives/${hidden}`)).private).toBe(true);
    expect((await here.osier.owner.ask("GET", `/objectives/${hidden}`)).status).toBe(404);
  });

  test("stand in no team's plan, and the same draft cannot be handed to another", async () => {
    const { id } = await drafted(here);
    const body = { id: newId(), title: "Mine", private: true };
    expect(fieldsOf(await here.osier.member.ask("POST", `/plans/${id}/draft-objectives`, body))).toEqual([
      422,
      "private",
    ]);
    const plan = await newPlan(here.osier, here.cycleId, { level: "personal" });
    const handed = { ...body, ownerId: here.osier.colleague.id };
    expect(fieldsOf(await here.osier.member.ask("POST", `/plans/${plan.id}/draft-objectives`, handed))).toEqual([
      422,
      "ownerId",
    ]);
  });
});
