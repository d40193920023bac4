import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import type { Person } from "../../../../test/support/house.ts";
import { drafted, fieldsOf, houseOfPlans, newDraft, newPlan } from "../../../../test/support/plans.ts";
import { newId } from "../../../platform/ids.ts";

const here = houseOfPlans();

async function say(by: Person, about: { subjectKind: string; subjectId: string }, text: string) {
  const id = newId();
  return { id, answer: await by.ask("POST", "/comments", { id, ...about, text }) };
}

const waiting = async (by: Person) => (await told(by.ask, "GET", "/mentions")).items;

describe("a mention", () => {
  test("waits for whom it names, by the name of today, until they open it", async () => {
    const { osier, house } = here;
    const { id: plan, keyResult } = await drafted(here);
    const about = { subjectKind: "draft-key-result", subjectId: keyResult };
    const { id, answer } = await say(osier.member, about, `Is it, <@${osier.colleague.id.toUpperCase()}>?`);
    expect(answer.status).toBe(200);
    await house.sql.query("update member set name = 'Mei Tan' where id = $1", [osier.colleague.id]);
    expect(await waiting(osier.colleague)).toMatchObject([
      {
        comment: { id, waits: true, mentions: [{ id: osier.colleague.id, name: "Mei Tan" }] },
        title: "Clinics active in week 4",
        page: { kind: "plan", id: plan },
      },
    ]);
    expect(await waiting(osier.champion)).toEqual([]);
    await told(osier.champion.ask, "PUT", "/mentions/opened", { commentIds: [id] });
    expect(await waiting(osier.colleague)).toHaveLength(1);
    await told(osier.colleague.ask, "PUT", "/mentions/opened", { commentIds: [id, newId()] });
    expect(await waiting(osier.colleague)).toEqual([]);
    const { items } = await told(osier.member.ask, "GET", `/plans/${plan}/comments`);
    expect(items).toMatchObject([{ mentions: [{ name: "Mei Tan" }], waits: false }]);
  });

  test("comes and goes with the words; who was told once is not told again, and nobody is of themselves", async () => {
    const { osier } = here;
    const { id: plan } = await drafted(here);
    const about = { subjectKind: "plan", subjectId: plan };
    const [colleague, champion] = [`<@${osier.colleague.id}>`, `<@${osier.champion.id}>`];
    const { id } = await say(osier.member, about, `${colleague}, <@${osier.member.id}>`);
    expect(await waiting(osier.member)).toEqual([]);
    expect(await waiting(osier.colleague)).toMatchObject([{ title: null }]);
    await told(osier.colleague.ask, "PUT", "/mentions/opened", { commentIds: [id] });
    await told(osier.member.ask, "PATCH", `/comments/${id}`, { version: 1, text: `${colleague} ${champion}` });
    expect([await waiting(osier.colleague), await waiting(osier.champion)]).toMatchObject([[], [{ comment: { id } }]]);
    await told(osier.member.ask, "PATCH", `/comments/${id}`, { version: 2, text: "Nobody." });
    expect(await waiting(osier.champion)).toEqual([]);
    await told(osier.member.ask, "PATCH", `/comments/${id}`, { version: 3, text: champion });
    expect(await waiting(osier.champion)).toHaveLength(1);
    await told(osier.member.ask, "DELETE", `/comments/${id}`);
    expect(await waiting(osier.champion)).toEqual([]);
  });

  test("of who may not see it is refused as of one who never was, and leaves nothing", async () => {
    const { osier, cycleId, house } = here;
    const { id: plan } = await drafted(here);
    const personal = await newPlan(osier, cycleId, { level: "personal" });
    const hidden = await newDraft(osier.member.ask, personal.id, { title: "Run a marathon", private: true });
    const [open, mine] = [
      { subjectKind: "plan", subjectId: plan },
      { subjectKind: "draft-objective", subjectId: hidden },
    ];
    const gone = await osier.addMember("member", "Who left");
    await house.sql.query("update member set deactivated_at = now() where id = $1", [gone.id]);
    for (const [about, id] of [
      [open, newId()],
      [open, osier.guest.id],
      [open, gone.id],
      [mine, osier.colleague.id],
      [mine, osier.owner.id],
    ] as const) {
      const { answer } = await say(osier.member, about, `Look, <@${id}>`);
      expect(fieldsOf(answer)).toEqual([422, "text"]);
      expect(JSON.stringify(answer.body)).toContain("members mentioned who are there and can see what it is about");
    }
    const many = Array.from({ length: 21 }, () => `<@${newId()}>`).join(" ");
    expect(fieldsOf((await say(osier.member, open, many)).answer)).toEqual([422, "text"]);
    expect(await waiting(osier.colleague)).toEqual([]);
    expect((await say(osier.member, mine, `Remember, <@${osier.member.id}>`)).answer.status).toBe(200);
  });
});
