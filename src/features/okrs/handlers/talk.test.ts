import { expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { drafted, houseOfPlans, readPlan } from "../../../../test/support/plans.ts";
import { newId } from "../../../platform/ids.ts";

const here = houseOfPlans();

/** A plan that became an objective with a key result: drafts and what they became have the same ids. */
async function activated() {
  const { osier } = here;
  const plan = await drafted(here);
  const draft = { id: newId(), subjectKind: "draft-objective", subjectId: plan.objective, text: "As a draft" };
  await told(osier.member.ask, "POST", "/comments", draft);
  const { version } = await readPlan(plan.id, osier.member);
  await told(osier.member.ask, "POST", `/plans/${plan.id}/activation`, { version, unreviewed: true });
  return { ...plan, draft };
}

test("objectives and key results are commented on by whoever sees them, and their history says so", async () => {
  const { osier } = here;
  const { id: plan, objective, keyResult, draft } = await activated();
  const said = [
    { id: newId(), subjectKind: "objective", subjectId: objective, text: `Who leads it, <@${osier.champion.id}>?` },
    { id: newId(), subjectKind: "key-result", subjectId: keyResult, text: "Week 4 is late." },
  ];
  for (const each of said) await told(osier.colleague.ask, "POST", "/comments", each);
  const { items, open } = await told(osier.admin.ask, "GET", `/objectives/${objective}/comments`);
  expect([open, items.map(({ id }: { id: string }) => id).toSorted()]).toEqual([
    2,
    said.map(({ id }) => id).toSorted(),
  ]);
  expect((await told(osier.champion.ask, "GET", "/mentions")).items).toMatchObject([
    { title: "New clinics feel at home", page: { kind: "objective", id: objective } },
  ]);
  const history = await told(osier.admin.ask, "GET", `/history/${objective}?also[]=${keyResult}`);
  const written = history.items.filter(({ kind }: { kind: string }) => kind === "comment-written");
  expect(written.map(({ subject }: { subject: { kind: string } }) => subject.kind)).toEqual([
    "key-result",
    "objective",
    "draft-objective",
  ]);
  const ofPlan = await told(osier.admin.ask, "GET", `/plans/${plan}/comments`);
  expect(ofPlan.items).toMatchObject([{ id: draft.id }]);
  expect((await readPlan(plan, osier.admin)).objectives[0].comments).toEqual({ open: 1, resolved: 0 });
  expect((await osier.guest.ask("GET", `/objectives/${objective}/comments`)).status).toBe(403);
});

test("what is removed takes with it what was said about it, and whom that called; the draft's words stay with the plan", async () => {
  const { osier } = here;
  const { id: plan, objective, keyResult, draft } = await activated();
  const first = { id: newId(), subjectKind: "key-result", subjectId: keyResult, text: `<@${osier.champion.id}>?` };
  const answer = { ...first, id: newId(), replyTo: first.id, text: "Yes." };
  const above = { id: newId(), subjectKind: "objective", subjectId: objective, text: `<@${osier.admin.id}>!` };
  for (const each of [first, answer, above]) await told(osier.colleague.ask, "POST", "/comments", each);
  const left = async () => {
    const { rows } = await here.house.sql.query(
      "select (select count(*)::int from comment where organisation_id = $1) as comments, (select count(*)::int from mention where organisation_id = $1) as mentions",
      [osier.id],
    );
    return rows[0];
  };
  expect(await left()).toEqual({ comments: 4, mentions: 2 });
  await told(osier.owner.ask, "DELETE", `/key-results/${keyResult}`, { everything: true });
  expect(await left()).toEqual({ comments: 2, mentions: 1 });
  await told(osier.owner.ask, "DELETE", `/objectives/${objective}`, { everything: true });
  expect(await left()).toEqual({ comments: 1, mentions: 0 });
  expect((await osier.colleague.ask("PATCH", `/comments/${above.id}`, { version: 1, text: "Me" })).status).toBe(404);
  expect((await told(osier.admin.ask, "GET", "/mentions")).items).toEqual([]);
  expect((await told(osier.admin.ask, "GET", `/plans/${plan}/comments`)).items).toMatchObject([{ id: draft.id }]);
});

test("a mention about a removed draft waits for nobody until the draft is put back", async () => {
  const { osier } = here;
  const { objective } = await drafted(here);
  const text = `<@${osier.champion.id}>, is it this?`;
  await told(osier.colleague.ask, "POST", "/comments", {
    ...{ id: newId(), subjectKind: "draft-objective", subjectId: objective, text },
  });
  const waiting = async () => (await told(osier.champion.ask, "GET", "/mentions")).items.length;
  expect(await waiting()).toBe(1);
  await told(osier.member.ask, "DELETE", `/draft-objectives/${objective}`);
  expect(await waiting()).toBe(0);
  await told(osier.member.ask, "POST", `/draft-objectives/${objective}/restoration`, {});
  expect(await waiting()).toBe(1);
});

test("a private objective is commented on by its owner alone, and nobody else is mentioned or told", async () => {
  const { osier, cycleId } = here;
  const [objective, keyResult] = [newId(), newId()];
  const { ask } = osier.member;
  const body = { id: objective, cycleId, title: "Run a marathon", level: "personal", private: true };
  await told(ask, "POST", "/objectives", { ...body, ownerId: osier.member.id });
  const metric = { title: "Kilometres a week", measure: { kind: "metric", start: "0", target: "40" } };
  await told(ask, "POST", `/objectives/${objective}/key-results`, { id: keyResult, ...metric });
  for (const [subjectKind, subjectId] of [
    ["objective", objective],
    ["key-result", keyResult],
  ]) {
    const about = { subjectKind, subjectId };
    const mine = { id: newId(), ...about, text: "To me alone" };
    await told(ask, "POST", "/comments", mine);
    const calling = { ...mine, id: newId(), text: `<@${osier.owner.id}>` };
    expect((await ask("POST", "/comments", calling)).status).toBe(422);
    for (const [method, path, sent] of [
      ["GET", `/comments?subjectKind=${subjectKind}&subjectId=${subjectId}`],
      ["GET", `/objectives/${objective}/comments`],
      ["POST", "/comments", { ...mine, id: newId() }],
      ["PATCH", `/comments/${mine.id}`, { version: 1, text: "Mine" }],
    ] as const)
      expect([path, (await osier.owner.ask(method, path, sent)).status]).toEqual([path, 404]);
  }
  expect((await told(osier.owner.ask, "GET", "/mentions")).items).toEqual([]);
});
