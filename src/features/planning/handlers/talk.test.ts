import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { drafted, fieldsOf, houseOfPlans, readPlan } from "../../../../test/support/plans.ts";
import { newId } from "../../../platform/ids.ts";

const here = houseOfPlans();

describe("comments and presence", () => {
  test("who is there is seen for 45 seconds", async () => {
    const { id, objective } = await drafted(here);
    await told(here.osier.member.ask, "PUT", `/plans/${id}/presence`, { lineId: objective });
    const { items } = await told(here.osier.champion.ask, "PUT", `/plans/${id}/presence`, {});
    expect(
      items.map(({ member, lineId }: { member: { name: string }; lineId: string | null }) => [member.name, lineId]),
    ).toEqual([
      ["The champion", null],
      ["The member", objective],
    ]);
    here.house.clock.set("2027-02-16T09:12:46Z");
    expect((await readPlan(id, here.osier.member)).presence).toEqual([]);
    here.house.clock.set("2027-02-16T09:12:00Z");
    await told(here.osier.champion.ask, "DELETE", `/plans/${id}/presence`);
    expect((await readPlan(id, here.osier.member)).presence).toHaveLength(1);
    expect(fieldsOf(await here.osier.member.ask("PUT", `/plans/${id}/presence`, { lineId: newId() }))).toEqual([
      422,
      "lineId",
    ]);
  });

  test("who comes, goes or moves on is told at once, and nothing is told of who stays where they are", async () => {
    const { id, objective } = await drafted(here);
    const heard: string[] = [];
    const stop = here.house.feed.watch(here.osier.id, { events: () => {}, passing: (word) => heard.push(word) });
    const path = `/plans/${id}/presence`;
    const count = async (method: "PUT" | "DELETE", body?: object) => {
      await told(here.osier.member.ask, method, path, body);
      return heard.length;
    };
    expect(await count("PUT", {})).toBe(1);
    expect(await count("PUT", {})).toBe(1);
    expect(await count("PUT", { lineId: objective })).toBe(2);
    expect(await count("DELETE")).toBe(3);
    stop();
    expect(new Set(heard)).toEqual(new Set([`presence ${id}`]));
  });

  test("nothing new is said of a discarded plan and its lines until it is brought back", async () => {
    const { id, keyResult } = await drafted(here);
    const { member } = here.osier;
    const say = (subjectKind: string, subjectId: string) =>
      member.ask("POST", "/comments", { id: newId(), subjectKind, subjectId, text: "Why not?" });
    expect((await readPlan(id, member)).can.comment).toBe(true);
    const gone = await told(member.ask, "DELETE", `/plans/${id}`, {});
    expect(gone.can.comment).toBe(false);
    expect(fieldsOf(await say("plan", id))).toEqual([422, "subjectId"]);
    expect(fieldsOf(await say("draft-key-result", keyResult))).toEqual([422, "subjectId"]);
    await told(member.ask, "POST", `/plans/${id}/restoration`, {});
    expect((await say("draft-key-result", keyResult)).status).toBe(200);
  });

  test("threads are counted beside their line, settled, answered and removed by who wrote them", async () => {
    const { id, keyResult } = await drafted(here);
    const [first, reply] = [newId(), newId()];
    const about = { subjectKind: "draft-key-result", subjectId: keyResult };
    await told(here.osier.admin.ask, "POST", "/comments", {
      id: first,
      ...about,
      text: "Is week 4 too late to steer by?",
    });
    await told(here.osier.member.ask, "POST", "/comments", {
      id: reply,
      ...about,
      replyTo: first,
      text: "Week 2 then.",
    });
    const line = async () => (await readPlan(id, here.osier.member)).objectives[0].keyResults[0].comments;
    expect(await line()).toEqual({ open: 1, resolved: 0 });
    await told(here.osier.member.ask, "PUT", `/comments/${first}/resolved`, { resolved: true });
    expect(await line()).toEqual({ open: 0, resolved: 1 });
    expect((await here.osier.member.ask("DELETE", `/comments/${first}`)).status).toBe(403);
    expect(fieldsOf(await here.osier.member.ask("PUT", `/comments/${reply}/resolved`, { resolved: true }))).toEqual([
      422,
      "id",
    ]);
    await told(here.osier.admin.ask, "DELETE", `/comments/${first}`);
    const { items } = await told(here.osier.member.ask, "GET", `/plans/${id}/comments`);
    expect(items).toMatchObject([
      { id: first, text: "", removed: true },
      { id: reply, text: "Week 2 then." },
    ]);
    const nested = { id: newId(), ...about, replyTo: reply, text: "And?" };
    expect(fieldsOf(await here.osier.member.ask("POST", "/comments", nested))).toEqual([422, "replyTo"]);
    expect(fieldsOf(await here.osier.member.ask("POST", "/comments", { ...nested, replyTo: null, text: " " }))).toEqual(
      [422, "text"],
    );
  });
});
