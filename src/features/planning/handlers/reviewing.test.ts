import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { drafted, fieldsOf, houseOfPlans, newDraft, newPlan, readPlan } from "../../../../test/support/plans.ts";

const here = houseOfPlans();

describe("review", () => {
  const ask = async (id: string, reviewerIds: string[], body: object = {}) => {
    const { version } = await readPlan(id, here.osier.member);
    return here.osier.member.ask("PUT", `/plans/${id}/review`, { version, reviewerIds, ...body });
  };

  test("closes at a local time where each reviewer is, which must still come for everyone", async () => {
    const { id } = await drafted(here);
    await here.house.sql.query("update member set time_zone = 'America/Toronto' where id = $1", [
      here.osier.colleague.id,
    ]);
    const closes = { on: "2027-03-05", at: "17:00" };
    const { body } = await ask(id, [here.osier.champion.id, here.osier.colleague.id], { closes });
    expect(body.review.reviewers.map(({ closesAt }: { closesAt: string }) => closesAt)).toEqual([
      "2027-03-05T17:00:00Z",
      "2027-03-05T22:00:00Z",
    ]);
    expect(fieldsOf(await ask(id, [here.osier.champion.id], { closes: { on: "2027-02-16", at: "09:00" } }))).toEqual([
      422,
      "closes",
    ]);
  });

  test("is not asked of a plan that holds nothing a reviewer could see", async () => {
    const { osier, cycleId } = here;
    const empty = await newPlan(osier, cycleId);
    expect(fieldsOf(await ask(empty.id, [osier.champion.id]))).toEqual([422, "objectives"]);
    const own = await newPlan(osier, cycleId, { level: "personal" });
    await newDraft(osier.member.ask, own.id, { private: true });
    expect(fieldsOf(await ask(own.id, [osier.champion.id]))).toEqual([422, "objectives"]);
    expect((await readPlan(own.id, osier.champion)).state).toBe("drafting");
  });

  test("oneself alone, who was deactivated and guests are no reviewers", async () => {
    const { id } = await drafted(here);
    expect(fieldsOf(await ask(id, [here.osier.member.id]))).toEqual([422, "reviewerIds"]);
    await here.house.sql.query("update member set deactivated_at = now() where id = $1", [here.osier.admin.id]);
    expect(fieldsOf(await ask(id, [here.osier.admin.id, here.osier.guest.id]))).toEqual([
      422,
      "reviewerIds.0",
      "reviewerIds.1",
    ]);
  });

  test("a line that changes after an approval asks again and says so; order and answers do not", async () => {
    const { id, objective, keyResult } = await drafted(here);
    await ask(id, [here.osier.champion.id]);
    const { version } = await readPlan(id, here.osier.member);
    const approved = await told(here.osier.champion.ask, "PUT", `/plans/${id}/verdict`, {
      version,
      verdict: "approved",
    });
    expect(approved.state).toBe("approved");
    await told(here.osier.member.ask, "PUT", `/plans/${id}/draft-objective-order`, { ids: [objective] });
    await told(here.osier.colleague.ask, "PUT", `/draft-key-results/${keyResult}/acceptance`, {
      version: 1,
      answer: "accepted",
      confidence: 8,
    });
    expect((await readPlan(id, here.osier.member)).state).toBe("approved");
    const changed = await told(here.osier.member.ask, "PATCH", `/draft-objectives/${objective}`, {
      version: 1,
      title: "Another",
    });
    expect([changed.state, changed.review.reviewers[0]]).toMatchObject([
      "in-review",
      { verdict: "waiting", changedSince: true },
    ]);
    const { items } = await told(here.osier.member.ask, "GET", `/history/${id}`);
    expect(items.map(({ kind }: { kind: string }) => kind)).toContain("plan-approvals-reset");
  });

  test("an approval of what was not read is refused, and so is one of a discarded plan or by who was not asked", async () => {
    const { id, objective } = await drafted(here);
    await ask(id, [here.osier.champion.id]);
    const { version } = await readPlan(id, here.osier.member);
    await told(here.osier.member.ask, "PATCH", `/draft-objectives/${objective}`, { version: 1, title: "Another" });
    const verdict = (by: typeof here.osier.champion, at: number) =>
      by.ask("PUT", `/plans/${id}/verdict`, { version: at, verdict: "approved" });
    expect((await verdict(here.osier.champion, version)).status).toBe(409);
    expect((await verdict(here.osier.admin, version + 1)).status).toBe(403);
    await told(here.osier.member.ask, "DELETE", `/plans/${id}`);
    expect(fieldsOf(await verdict(here.osier.champion, version + 2))).toEqual([422, "state"]);
  });
});

describe("acceptance", () => {
  test("of other words is asked for again, until these are taken back; a full stop changes nothing", async () => {
    const { id, keyResult } = await drafted(here);
    const { colleague, member, admin } = here.osier;
    const yes = { version: 1, answer: "accepted", confidence: 7 };
    await told(colleague.ask, "PUT", `/draft-key-results/${keyResult}/acceptance`, yes);
    const afterwards = async (version: number, change: object) => {
      const { objectives } = await told(member.ask, "PATCH", `/draft-key-results/${keyResult}`, { version, ...change });
      return objectives[0].keyResults[0].acceptance;
    };
    const accepted = { answer: "accepted", confidence: 7, before: null };
    const title = "Clinics active in week 4";
    expect(await afterwards(1, { title: `${title}.` })).toMatchObject(accepted);
    expect(await afterwards(2, { title: "Clinics active in week 5" })).toMatchObject({
      answer: "waiting",
      confidence: null,
      before: { answer: "accepted", title: `${title}.` },
    });
    expect(await afterwards(3, { title, weight: "3" })).toMatchObject(accepted);
    const { items } = await told(member.ask, "GET", `/history/${id}`);
    expect(items.map(({ facts }: { facts: { answer?: unknown } }) => facts.answer).filter(Boolean)).toEqual([
      ["waiting", "accepted"],
      ["accepted", "waiting"],
    ]);
    expect(await afterwards(4, { title: "Another" })).toMatchObject({ answer: "waiting" });
    expect(await afterwards(5, { ownerId: admin.id })).toMatchObject({ answer: "waiting", before: null });
    expect(await afterwards(6, { title })).toMatchObject({ answer: "waiting", before: null });
    expect((await readPlan(id, colleague)).state).toBe("drafting");
  });

  test("is the owner's alone, with a confidence or a reason, and another measure asks again", async () => {
    const { id, keyResult } = await drafted(here);
    const path = `/draft-key-results/${keyResult}/acceptance`;
    const yes = { version: 1, answer: "accepted", confidence: 7 };
    expect((await here.osier.member.ask("PUT", path, yes)).status).toBe(403);
    expect(fieldsOf(await here.osier.colleague.ask("PUT", path, { ...yes, confidence: null }))).toEqual([
      422,
      "confidence",
    ]);
    expect(fieldsOf(await here.osier.colleague.ask("PUT", path, { version: 1, answer: "declined" }))).toEqual([
      422,
      "reason",
    ]);
    await told(here.osier.colleague.ask, "PUT", path, yes);
    const measure = { kind: "metric", start: "67", target: "90" };
    await told(here.osier.member.ask, "PATCH", `/draft-key-results/${keyResult}`, { version: 1, measure });
    const [{ keyResults }] = (await readPlan(id, here.osier.member)).objectives;
    const { acceptance } = keyResults[0];
    expect(acceptance).toMatchObject({ answer: "waiting", confidence: null, reason: "", at: null });
    expect(acceptance.before).toMatchObject({ answer: "accepted", measure: { target: "78" }, unit: "%" });
    expect((await here.osier.colleague.ask("PUT", path, yes)).status).toBe(409);
  });
});
