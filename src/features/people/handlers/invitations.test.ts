import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type House, type Organisation, openHouse, today } from "../../../../test/support/house.ts";
import { newId } from "../../../platform/ids.ts";
import { acceptInvitation, openInvitation, readInvitationSecret } from "../public.ts";

let house: House;
let osier: Organisation;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(async () => {
  house.clock.set(today);
  house.letters.length = 0;
  osier = await house.organisation("Osier");
});
afterAll(() => house.close());

const invite = (as: Organisation["owner"], body: object = {}) =>
  as.ask("POST", "/invitations", { id: newId(), email: "mei.tan@osier.example", role: "member", ...body });

function secretIn(link: string) {
  const read = readInvitationSecret(link.split("#")[1] ?? "");
  if (!read) throw new Error("no secret in the link");
  return read;
}

const opening = (link: string) => house.database.read(osier.id, (tx) => openInvitation(tx, secretIn(link).hash));

function accepting(link: string, memberId = newId()) {
  const { organisationId, hash: secretHash } = secretIn(link);
  const acceptance = {
    secretHash,
    memberId,
    name: "Mei Tan",
    timeZone: "Asia/Singapore",
    identityId: `identity of ${memberId}`,
  };
  return house.database.write(organisationId, { memberId, via: "web" }, (tx) => acceptInvitation(tx, acceptance));
}

const problem = (answer: { status: number; body: { problems?: { field: string }[] } }) => [
  answer.status,
  answer.body.problems?.[0]?.field,
];

describe("an invitation", () => {
  test("is sent, and its link is told once", async () => {
    const id = newId();
    const body = { id, email: " Mei.Tan@Osier.example ", name: "Mei Tan", teamId: osier.team.id };
    const sent = await invite(osier.admin, body);
    expect(sent.body).toMatchObject({
      email: "mei.tan@osier.example",
      role: "member",
      team: { name: "Product" },
      state: "open",
      expiresAt: "2027-03-02T09:12:00Z",
      invitedBy: { name: "The admin" },
      link: expect.stringMatching(/^http:\/\/localhost\/invitation#[\w-]{22}\.[\w-]{43}$/),
    });
    await vi.waitFor(() => expect(house.letters).toHaveLength(1), { timeout: 10_000 });
    expect(house.letters[0]).toMatchObject({ to: "mei.tan@osier.example", subject: "The admin invites you to Osier" });
    expect(house.letters[0]?.text).toContain(sent.body.link);
    expect((await invite(osier.admin, body)).body).toEqual({ ...sent.body, link: null });
    const kept = await house.sql.query(
      "select row_to_json(invitation)::text as row from invitation where id = $1 union all select facts::text from event where subject_id = $1",
      [id],
    );
    const secret = sent.body.link.split("#")[1];
    for (const { row } of kept.rows) expect(row).not.toContain(secret);
  });

  test.each([
    ["no address", { email: "mei.tan" }, 422, "email"],
    ["an unknown role", { role: "king" }, 422, "role"],
    ["an unknown team", { teamId: newId() }, 422, "teamId"],
    ["a guest without the team they may read", { role: "guest" }, 422, "teamId"],
    ["an owner invited by an admin", { role: "owner" }, 403, undefined],
  ])("is refused: %s", async (_, body, status, field) => {
    expect(problem(await invite(osier.admin, body))).toEqual([status, field]);
  });

  test("is refused where one waits, or where its address is a member's who signs in or left", async () => {
    await invite(osier.admin);
    expect(problem(await invite(osier.admin))).toEqual([422, "email"]);
    const { rows } = await house.sql.query("update member set identity_id = 'i' where id = $1 returning email", [
      osier.colleague.id,
    ]);
    expect(problem(await invite(osier.admin, { email: rows[0].email }))).toEqual([422, "email"]);
    await osier.admin.ask("POST", `/members/${osier.member.id}/deactivation`);
    const left = await house.sql.query("select email from member where id = $1", [osier.member.id]);
    const answer = await invite(osier.admin, { email: left.rows[0].email.toUpperCase() });
    expect(answer.body.problems[0].todo).toBe("The member was deactivated: let them back in.");
  });

  test("ends after 14 days and is renewed with another link", async () => {
    const { body } = await invite(osier.admin);
    house.clock.set("2027-03-02T09:12:00Z");
    expect((await osier.admin.ask("GET", "/invitations")).body.items[0]).toMatchObject({
      state: "ended",
      can: { renew: true },
    });
    expect(await opening(body.link)).toBeNull();
    const renewed = await osier.owner.ask("POST", `/invitations/${body.id}/renewal`);
    expect(renewed.body).toMatchObject({
      state: "open",
      expiresAt: "2027-03-16T09:12:00Z",
      invitedBy: { name: "The owner" },
    });
    expect(renewed.body.link).not.toBe(body.link);
    expect(await opening(body.link)).toBeNull();
    expect(await opening(renewed.body.link)).toMatchObject({
      organisationName: "Osier",
      email: "mei.tan@osier.example",
    });
  });

  test("is withdrawn once, and is then found among the closed", async () => {
    const { body } = await invite(osier.admin);
    const path = `/invitations/${body.id}/withdrawal`;
    expect((await osier.admin.ask("POST", path)).body).toEqual({ done: true });
    expect((await osier.admin.ask("POST", path)).body).toEqual({ done: true });
    expect(await opening(body.link)).toBeNull();
    expect((await osier.admin.ask("GET", "/invitations")).body.items).toEqual([]);
    expect((await osier.admin.ask("GET", "/invitations?closed=true")).body.items).toMatchObject([
      { state: "withdrawn" },
    ]);
    expect((await osier.admin.ask("POST", `/invitations/${body.id}/renewal`)).status).toBe(409);
  });

  test("of an owner is an owner's to renew and withdraw", async () => {
    const { body } = await invite(osier.owner, { role: "owner" });
    expect((await osier.admin.ask("GET", "/invitations")).body.items[0].can).toEqual({ renew: false, withdraw: false });
    expect((await osier.admin.ask("POST", `/invitations/${body.id}/renewal`)).status).toBe(403);
    expect((await osier.admin.ask("POST", `/invitations/${body.id}/withdrawal`)).status).toBe(403);
  });
});

test("the list is read page by page, the newest first", async () => {
  for (const [index, email] of ["a@x.example", "b@x.example", "c@x.example"].entries()) {
    house.clock.set(`2027-02-16T10:0${index}:00Z`);
    await invite(osier.admin, { email });
  }
  const first = await osier.admin.ask("GET", "/invitations?limit=2");
  const second = await osier.admin.ask("GET", `/invitations?limit=2&after=${first.body.next}`);
  const emails = [...first.body.items, ...second.body.items].map(({ email }) => email);
  expect(emails).toEqual(["c@x.example", "b@x.example", "a@x.example"]);
  expect(second.body.next).toBeNull();
});

describe("accepting", () => {
  test("makes a member of the team with the role, once", async () => {
    const { body } = await invite(osier.admin, { role: "champion", teamId: osier.team.id });
    const memberId = await accepting(body.link);
    expect((await osier.admin.ask("GET", `/members/${memberId}`)).body).toMatchObject({
      name: "Mei Tan",
      role: "champion",
      timeZone: "Asia/Singapore",
      signsIn: true,
      teams: [{ name: "Product" }],
    });
    expect((await osier.admin.ask("GET", "/invitations?closed=true")).body.items).toMatchObject([
      { state: "accepted" },
    ]);
    await expect(accepting(body.link)).rejects.toThrow("a link that still works");
  });

  test("twice at once makes one member", async () => {
    const { body } = await invite(osier.admin);
    const answers = await Promise.allSettled([accepting(body.link), accepting(body.link)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("lets someone an import added become who they are", async () => {
    const { rows } = await house.sql.query("select email from member where id = $1", [osier.colleague.id]);
    const { body } = await invite(osier.admin, { email: rows[0].email, role: "admin" });
    expect(await opening(body.link)).toMatchObject({ memberId: osier.colleague.id, name: "A colleague" });
    expect(await accepting(body.link)).toBe(osier.colleague.id);
    const { body: member } = await osier.admin.ask("GET", `/members/${osier.colleague.id}`);
    expect(member).toMatchObject({ name: "A colleague", role: "admin", signsIn: true });
  });

  test("stays inside its organisation: another one's walls hide the secret", async () => {
    const other = await house.organisation();
    const { body } = await invite(osier.admin);
    const { hash } = secretIn(body.link);
    expect(await house.database.read(other.id, (tx) => openInvitation(tx, hash))).toBeNull();
    expect((await other.owner.ask("POST", `/invitations/${body.id}/renewal`)).status).toBe(404);
  });
});
