import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type House, type Organisation, openHouse } from "../../../test/support/house.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  osier = await house.organisation();
});
afterAll(() => house.close());

interface Told {
  kind: string;
  visibleTo?: string | null;
  facts?: object;
  by?: string;
}

/** An event as a room would record it. */
async function recorded(subjectKind: string, subjectId: string, { kind, visibleTo = null, facts = {}, by }: Told) {
  const actor = { memberId: by ?? osier.owner.id, via: "web" as const };
  await house.database.write(osier.id, actor, (tx) =>
    tx.record({ kind, subject: { kind: subjectKind, id: subjectId }, facts: { ...facts }, visibleTo }),
  );
}

async function objective(columns: { level: string; owner?: string; team?: string; private?: boolean }) {
  const [cycleId, id] = [newId(), newId()];
  await house.sql.query(
    "insert into cycle (organisation_id, id, name, kind, starts_on, ends_on, body_hash, created_at) values ($1, $2, $3, 'quarter', '2027-01-01', '2027-03-31', '', now())",
    [osier.id, cycleId, cycleId],
  );
  await house.sql.query(
    "insert into objective (organisation_id, id, cycle_id, level, owner_id, team_id, private, title, body_hash, created_at) values ($1, $2, $3, $4, $5, $6, $7, 'O', '', now())",
    [osier.id, id, cycleId, columns.level, columns.owner ?? null, columns.team ?? null, columns.private ?? false],
  );
  return id;
}

const kinds = (answer: { body: { items: { kind: string }[] } }) => answer.body.items.map(({ kind }) => kind);

describe("history", () => {
  test("tells what happened, the newest first, by whom, with what the ids are called", async () => {
    const { body: design } = await osier.admin.ask("POST", "/teams", {
      id: newId(),
      name: "Design",
      parentId: osier.team.id,
    });
    await osier.owner.ask("PUT", `/teams/${design.id}/members/${osier.colleague.id}`);
    const { status, body } = await osier.member.ask("GET", `/history/${design.id}`);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { kind: "team-member-added", actor: { name: "The owner" }, via: "api", facts: { memberId: osier.colleague.id } },
      {
        kind: "team-created",
        subject: { kind: "team", id: design.id },
        actor: { name: "The admin" },
        at: "2027-02-16T09:12:00Z",
      },
    ]);
    expect(body.names).toEqual({
      [design.id]: "Design",
      [osier.team.id]: "Product",
      [osier.colleague.id]: "A colleague",
    });
    expect(body.next).toBeNull();
  });

  test("is read page by page", async () => {
    const id = await objective({ level: "company", owner: osier.owner.id });
    for (const step of [1, 2, 3, 4, 5]) await recorded("objective", id, { kind: `step-${step}` });
    const first = await osier.member.ask("GET", `/history/${id}?limit=2`);
    const second = await osier.member.ask("GET", `/history/${id}?limit=2&after=${first.body.next}`);
    const third = await osier.member.ask("GET", `/history/${id}?limit=2&after=${second.body.next}`);
    expect([first, second, third].map(kinds)).toEqual([["step-5", "step-4"], ["step-3", "step-2"], ["step-1"]]);
    expect(third.body.next).toBeNull();
    expect((await osier.member.ask("GET", `/history/${id}?after=nonsense`)).status).toBe(422);
  });

  test("tells an objective and its key results in one list", async () => {
    const id = await objective({ level: "company", owner: osier.owner.id });
    const keyResult = newId();
    await house.sql.query(
      "insert into key_result (organisation_id, id, objective_id, title, type, body_hash, created_at) values ($1, $2, $3, 'K', 'done', '', now())",
      [osier.id, keyResult, id],
    );
    await recorded("objective", id, { kind: "objective-created" });
    await recorded("key-result", keyResult, { kind: "key-result-created" });
    const answer = await osier.member.ask("GET", `/history/${id}?also[0]=${keyResult}&also[1]=${newId()}`);
    expect(kinds(answer)).toEqual(["key-result-created", "objective-created"]);
  });

  test("of a private objective is its owner's; for the others there is nothing, not even what was public before", async () => {
    const id = await objective({ level: "personal", owner: osier.member.id, private: true });
    await recorded("objective", id, { kind: "objective-created" });
    await recorded("objective", id, { kind: "objective-changed", visibleTo: osier.member.id });
    expect(kinds(await osier.member.ask("GET", `/history/${id}`))).toEqual(["objective-changed", "objective-created"]);
    const unknown = await osier.owner.ask("GET", `/history/${newId()}`);
    for (const other of [osier.owner, osier.admin, osier.champion, osier.guest]) {
      const answer = await other.ask("GET", `/history/${id}`);
      expect([answer.status, answer.body]).toEqual([404, unknown.body]);
    }
  });

  test("of an objective shown later leaves its private days out", async () => {
    const id = await objective({ level: "personal", owner: osier.member.id });
    await recorded("objective", id, { kind: "objective-created", visibleTo: osier.member.id });
    expect((await osier.owner.ask("GET", `/history/${id}`)).status).toBe(404);
    await recorded("objective", id, { kind: "objective-shown" });
    expect(kinds(await osier.owner.ask("GET", `/history/${id}`))).toEqual(["objective-shown"]);
  });

  test("is there for a guest where they were invited, and nowhere else", async () => {
    const id = await objective({ level: "team", team: osier.team.id });
    await recorded("objective", id, { kind: "objective-created" });
    expect((await osier.guest.ask("GET", `/history/${id}`)).status).toBe(404);
    await osier.admin.ask("PUT", `/teams/${osier.team.id}/members/${osier.guest.id}`);
    expect(kinds(await osier.guest.ask("GET", `/history/${id}`))).toEqual(["objective-created"]);
  });

  test("of another organisation looks like nothing", async () => {
    const other = await house.organisation();
    await osier.owner.ask("PUT", "/vision", { text: "Every clinic has time to care", version: 0 });
    expect(kinds(await osier.guest.ask("GET", `/history/${osier.id}`))).toEqual(["vision-written"]);
    expect((await other.owner.ask("GET", `/history/${osier.id}`)).status).toBe(404);
  });
});

describe("the audit", () => {
  test("tells people, teams, invitations, tokens and settings, and no OKR", async () => {
    await osier.admin.ask("PUT", `/members/${osier.member.id}/role`, { version: 1, role: "champion" });
    const { body: invitation } = await osier.admin.ask("POST", "/invitations", {
      id: newId(),
      email: "mei.tan@osier.example",
      role: "member",
    });
    await osier.owner.ask("PATCH", "/organisation", { version: 1, name: "Willow" });
    await osier.owner.ask("PUT", "/vision", { text: "Every clinic has time to care", version: 0 });
    await recorded("objective", newId(), { kind: "objective-created" });
    await recorded("member", osier.member.id, { kind: "password-changed", visibleTo: osier.member.id });
    const { body } = await osier.admin.ask("GET", "/audit");
    expect(kinds({ body })).toEqual(["organisation-changed", "invitation-sent", "member-role-changed"]);
    expect(body.names).toMatchObject({ [osier.member.id]: "The member", [invitation.id]: "mei.tan@osier.example" });
  });

  test("is narrowed to a subject and to who did it, and read page by page", async () => {
    for (const role of ["champion", "admin", "member"] as const) {
      const { body } = await osier.owner.ask("GET", `/members/${osier.colleague.id}`);
      await osier.owner.ask("PUT", `/members/${osier.colleague.id}/role`, { version: body.version, role });
    }
    await osier.admin.ask("POST", "/teams", { id: newId(), name: "Design" });
    expect(kinds(await osier.admin.ask("GET", "/audit?about=team"))).toEqual(["team-created"]);
    expect(kinds(await osier.admin.ask("GET", `/audit?actorId=${osier.admin.id}`))).toEqual(["team-created"]);
    const first = await osier.admin.ask("GET", "/audit?about=member&limit=2");
    const second = await osier.admin.ask("GET", `/audit?about=member&limit=2&after=${first.body.next}`);
    const roles = [...first.body.items, ...second.body.items].map(({ facts }) => facts.role);
    expect(roles).toEqual([
      ["admin", "member"],
      ["champion", "admin"],
      ["member", "champion"],
    ]);
    expect((await osier.admin.ask("GET", "/audit?about=objective")).body.problems[0].field).toBe("about");
  });

  test("is the administrators' alone", async () => {
    for (const other of [osier.champion, osier.member, osier.guest]) {
      expect((await other.ask("GET", "/audit")).status).toBe(403);
    }
  });
});
