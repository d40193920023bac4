import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { drafted, fieldsOf, houseOfPlans, readPlan } from "../../../../test/support/plans.ts";

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
    expect(keyResults[0].acceptance).toEqual({ answer: "waiting", confidence: null, reason: "", at: null });
    expect((await here.osier.colleague.ask("PUT", path, yes)).status).toBe(409);
  });
});
