import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type House, type Organisation, openHouse } from "../../../../test/support/house.ts";
import { newId } from "../../../platform/ids.ts";

let house: House;
let osier: Organisation;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  osier = await house.organisation();
});
afterAll(() => house.close());

async function team(name: string, parentId: string | null = null, leadId: string | null = null) {
  const answer = await osier.admin.ask("POST", "/teams", { id: newId(), name, parentId, leadId });
  expect(answer.status).toBe(200);
  return answer.body;
}

const problem = (answer: { status: number; body: { problems?: { field: string }[] } }) => [
  answer.status,
  answer.body.problems?.[0]?.field,
];

describe("the tree", () => {
  test("comes whole, with leads and how many belong to each, each person once", async () => {
    const design = await team("Design", osier.team.id, osier.colleague.id);
    for (const each of [osier.member, osier.colleague])
      await osier.admin.ask("PUT", `/teams/${design.id}/members/${each.id}`);
    const { body } = await osier.member.ask("GET", "/teams");
    const seen = body.items.map((each: Record<string, unknown>) => [
      each.name,
      each.parentId,
      (each.lead as { name: string })?.name,
      each.members,
      each.membersWithBelow,
    ]);
    expect(seen).toEqual([
      ["Design", osier.team.id, "A colleague", 2, 2],
      ["Growth", null, "A colleague", 1, 1],
      ["Product", null, "The member", 1, 2],
    ]);
    expect(body).toMatchObject({ counts: { members: 5, guests: 1 }, can: { create: false } });
  });

  test("leaves those who were deactivated out of its counts", async () => {
    await osier.admin.ask("POST", `/members/${osier.colleague.id}/deactivation`);
    const { body } = await osier.member.ask("GET", "/teams");
    expect(body.items[0]).toMatchObject({ name: "Growth", members: 0, membersWithBelow: 0 });
    expect(body.counts).toEqual({ members: 4, guests: 1 });
  });

  test("shows a guest the teams they were invited to, without those above and below", async () => {
    const design = await team("Design", osier.team.id);
    await team("Icons", design.id);
    await osier.admin.ask("PUT", `/teams/${design.id}/members/${osier.guest.id}`);
    const { body } = await osier.guest.ask("GET", "/teams");
    expect(body.items).toMatchObject([{ name: "Design", parentId: null }]);
    expect(body.counts).toBeNull();
    expect((await osier.guest.ask("GET", `/teams/${design.id}`)).body).toMatchObject({ path: [], parentId: null });
    expect((await osier.guest.ask("GET", `/teams/${osier.team.id}`)).status).toBe(404);
  });
});

describe("a team", () => {
  test("is added once, however often it is sent, and shows the way from the top", async () => {
    const design = await team("Design", osier.team.id, osier.colleague.id);
    expect(design).toMatchObject({
      path: [{ name: "Product" }],
      lead: { name: "A colleague" },
      members: [],
      version: 1,
    });
    const same = { id: design.id, name: "Design", parentId: osier.team.id, leadId: osier.colleague.id };
    expect((await osier.admin.ask("POST", "/teams", same)).body).toEqual(design);
    expect((await osier.admin.ask("POST", "/teams", { ...same, name: "Other" })).status).toBe(409);
    const { rows } = await house.sql.query("select kind, facts from event where subject_id = $1", [design.id]);
    expect(rows).toEqual([
      { kind: "team-created", facts: { name: "Design", parentId: osier.team.id, leadId: osier.colleague.id } },
    ]);
  });

  test("is refused an unknown parent, a guest or unknown lead, and a name that stands beside it", async () => {
    const ask = (body: object) => osier.admin.ask("POST", "/teams", { id: newId(), name: "Design", ...body });
    expect(problem(await ask({ parentId: newId() }))).toEqual([422, "parentId"]);
    expect(problem(await ask({ leadId: newId() }))).toEqual([422, "leadId"]);
    expect(problem(await ask({ leadId: osier.guest.id }))).toEqual([422, "leadId"]);
    expect(problem(await ask({ name: "pRoduct" }))).toEqual([422, "name"]);
    expect((await ask({ name: "Product", parentId: osier.team.id })).status).toBe(200);
  });

  test("never hangs from itself, not even when two moves meet", async () => {
    const design = await team("Design", osier.team.id);
    const under = (id: string, parentId: string) => osier.admin.ask("PATCH", `/teams/${id}`, { version: 1, parentId });
    expect(problem(await under(osier.team.id, design.id))).toEqual([422, "parentId"]);
    expect(problem(await under(design.id, design.id))).toEqual([422, "parentId"]);
    const moves = await Promise.all([
      under(osier.team.id, osier.otherTeam.id),
      under(osier.otherTeam.id, osier.team.id),
    ]);
    expect(moves.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test("is moved to the top, renamed and left without a lead", async () => {
    const design = await team("Design", osier.team.id, osier.colleague.id);
    const change = { version: 1, name: "Product design", parentId: null, leadId: null };
    const { body } = await osier.admin.ask("PATCH", `/teams/${design.id}`, change);
    expect(body).toMatchObject({ name: "Product design", parentId: null, lead: null, path: [], version: 2 });
    expect((await osier.admin.ask("PATCH", `/teams/${design.id}`, { version: 1, name: "Old" })).status).toBe(409);
  });

  test("stays while it has teams or objectives, and says what to do", async () => {
    const design = await team("Design", osier.team.id);
    const above = await osier.admin.ask("DELETE", `/teams/${osier.team.id}`);
    expect(above.body.problems).toEqual([
      {
        field: "id",
        expected: "a team with no teams below it, and Product still has some",
        todo: "Move or remove them first.",
      },
    ]);
    const cycle = newId();
    await house.sql.query(
      "insert into cycle (organisation_id, id, name, kind, starts_on, ends_on, body_hash, created_at) values ($1, $2, 'Q1', 'quarter', '2027-01-01', '2027-03-31', '', now())",
      [osier.id, cycle],
    );
    await house.sql.query(
      "insert into objective (organisation_id, id, cycle_id, level, team_id, title, body_hash, created_at) values ($1, $2, $3, 'team', $4, 'O', '', now())",
      [osier.id, newId(), cycle, design.id],
    );
    const busy = await osier.admin.ask("DELETE", `/teams/${design.id}`);
    expect(busy.body.problems[0].todo).toBe("Give them to another team first.");
    await house.sql.query("delete from objective where team_id = $1", [design.id]);
    expect((await osier.admin.ask("DELETE", `/teams/${design.id}`)).status).toBe(200);
    expect((await osier.admin.ask("DELETE", `/teams/${design.id}`)).status).toBe(404);
  });

  test("that invitations name can be removed; they wait without it", async () => {
    const design = await team("Design");
    const invitation = { id: newId(), email: "mei.tan@osier.example", role: "member", teamId: design.id };
    await osier.admin.ask("POST", "/invitations", invitation);
    expect((await osier.admin.ask("DELETE", `/teams/${design.id}`)).status).toBe(200);
    expect((await osier.admin.ask("GET", "/invitations")).body.items[0]).toMatchObject({ team: null, state: "open" });
  });
});

describe("who belongs to a team", () => {
  test("is also its lead's to change, below theirs too, once they lead", async () => {
    const design = await team("Design", osier.team.id);
    const path = `/teams/${design.id}/members/${osier.colleague.id}`;
    expect((await osier.member.ask("PUT", path)).body.members).toMatchObject([{ name: "A colleague" }]);
    expect((await osier.member.ask("PUT", path)).status).toBe(200);
    expect((await osier.colleague.ask("DELETE", path)).status).toBe(403);
    await osier.admin.ask("PATCH", `/teams/${design.id}`, { version: 1, leadId: osier.colleague.id });
    expect((await osier.colleague.ask("DELETE", path)).body.members).toEqual([]);
    const { rows } = await house.sql.query("select kind from event where subject_id = $1 order by position", [
      design.id,
    ]);
    expect(rows.map(({ kind }) => kind)).toEqual([
      "team-created",
      "team-member-added",
      "team-changed",
      "team-member-removed",
    ]);
  });

  test("refuses members who left and those of another organisation", async () => {
    const other = await house.organisation();
    await osier.admin.ask("POST", `/members/${osier.colleague.id}/deactivation`);
    const add = (id: string) => osier.admin.ask("PUT", `/teams/${osier.team.id}/members/${id}`);
    expect(problem(await add(osier.colleague.id))).toEqual([422, "memberId"]);
    expect((await add(other.member.id)).status).toBe(404);
    expect((await osier.admin.ask("PUT", `/teams/${other.team.id}/members/${osier.member.id}`)).status).toBe(404);
  });
});
