import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import type { Person } from "../../../../test/support/house.ts";
import {
  drafted,
  houseOfPlans,
  newDraft,
  newDraftKeyResult,
  newPlan,
  readPlan,
} from "../../../../test/support/plans.ts";

const here = houseOfPlans();

const waitsFor = async (who: Person) => (await told(who.ask, "GET", "/plans/waiting")).items;

describe("what waits in plans", () => {
  const closes = { on: "2027-03-05", at: "17:00" };
  const askForReview = async (id: string, reviewerIds: string[], more: object = { closes }) => {
    const { version } = await readPlan(id, here.osier.member);
    await told(here.osier.member.ask, "PUT", `/plans/${id}/review`, { version, reviewerIds, ...more });
  };
  const answer = async (id: string, by: Person, verdict = "approved") => {
    const { version } = await readPlan(id, by);
    await told(by.ask, "PUT", `/plans/${id}/verdict`, { version, verdict, note: "Say how." });
  };

  test("is a review with its closing time where the reviewer is, until they answered; a change asks again", async () => {
    const { champion, member, admin } = here.osier;
    const { id, objective } = await drafted(here);
    await here.house.sql.query("update member set time_zone = 'Asia/Tokyo' where id = $1", [champion.id]);
    expect(await waitsFor(champion)).toEqual([]);
    await askForReview(id, [champion.id]);
    expect(await waitsFor(champion)).toMatchObject([
      {
        plan: { id, level: "team", team: { name: "Product" }, owner: null, cycle: { name: "Q2 2027" } },
        review: { askedBy: { id: member.id }, closes, closesAt: "2027-03-05T08:00:00Z", changedSince: false },
        keyResults: [],
      },
    ]);
    expect([await waitsFor(member), await waitsFor(admin)]).toEqual([[], []]);
    await answer(id, champion);
    expect(await waitsFor(champion)).toEqual([]);
    await told(member.ask, "PATCH", `/draft-objectives/${objective}`, { version: 1, title: "Another" });
    expect(await waitsFor(champion)).toMatchObject([{ plan: { id }, review: { changedSince: true } }]);
    await told(member.ask, "DELETE", `/plans/${id}/review`);
    expect(await waitsFor(champion)).toEqual([]);
  });

  test("is a key result whose owner has not answered, until they did", async () => {
    const { colleague, member } = here.osier;
    const { id, objective, keyResult } = await drafted(here);
    const more = await newDraftKeyResult(member.ask, objective, { title: "Fewer calls", ownerId: colleague.id });
    const [first, second] = [
      { id: keyResult, title: "Clinics active in week 4" },
      { id: more, title: "Fewer calls" },
    ];
    expect(await waitsFor(colleague)).toMatchObject([{ plan: { id }, review: null, keyResults: [first, second] }]);
    const no = { version: 1, answer: "declined", reason: "Not ours." };
    await told(colleague.ask, "PUT", `/draft-key-results/${more}/acceptance`, no);
    expect(await waitsFor(colleague)).toMatchObject([{ keyResults: [first] }]);
    await told(member.ask, "DELETE", `/draft-objectives/${objective}`);
    expect(await waitsFor(colleague)).toEqual([]);
    await told(member.ask, "POST", `/draft-objectives/${objective}/restoration`);
    await told(member.ask, "DELETE", `/plans/${id}`);
    expect(await waitsFor(colleague)).toEqual([]);
  });

  test("is read by what closes soonest, then what only asks to be accepted", async () => {
    const { osier, cycleId } = here;
    const company = await newPlan(osier, cycleId, { level: "company" }, osier.champion);
    await newDraftKeyResult(osier.champion.ask, await newDraft(osier.champion.ask, company.id), {
      ownerId: osier.colleague.id,
    });
    const { id } = await drafted(here);
    await askForReview(id, [osier.colleague.id]);
    const own = await newPlan(osier, cycleId, { level: "personal" });
    await newDraft(osier.member.ask, own.id);
    await askForReview(own.id, [osier.colleague.id], { closes: { on: "2027-03-01", at: "09:00" } });
    const waiting = await waitsFor(osier.colleague);
    expect(waiting.map(({ plan }: { plan: { id: string } }) => plan.id)).toEqual([own.id, id, company.id]);
    expect(waiting[1]).toMatchObject({ review: { closes }, keyResults: [{ title: "Clinics active in week 4" }] });
  });

  test("is nothing of a closed cycle, and of a private draft its writer's alone", async () => {
    const { osier, cycleId } = here;
    const own = await newPlan(osier, cycleId, { level: "personal" });
    const hidden = await newDraft(osier.member.ask, own.id, { title: "Run a marathon", private: true });
    await newDraftKeyResult(osier.member.ask, hidden, { title: "Weekly kilometres", ownerId: osier.member.id });
    expect(await waitsFor(osier.member)).toMatchObject([{ keyResults: [{ title: "Weekly kilometres" }] }]);
    await here.house.sql.query("update draft_key_result set owner_id = $1 where title = 'Weekly kilometres'", [
      osier.colleague.id,
    ]);
    expect(await waitsFor(osier.colleague)).toEqual([]);
    await drafted(here);
    expect(await waitsFor(osier.colleague)).toHaveLength(1);
    await here.house.sql.query("update cycle set state = 'closed' where id = $1", [cycleId]);
    expect(await waitsFor(osier.colleague)).toEqual([]);
  });
});
