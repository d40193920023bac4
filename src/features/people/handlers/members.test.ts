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

const names = (answer: { body: { items: { name: string }[] } }) => answer.body.items.map(({ name }) => name);

/** As if they had accepted an invitation. */
const givesSignIn = (id: string) => house.sql.query("update member set identity_id = id::text where id = $1", [id]);

const kindsOf = async (subject: string) =>
  (await house.sql.query("select kind, facts from event where subject_id = $1 order by position", [subject])).rows;

describe("the list of members", () => {
  test("is sorted by name and read page by page", async () => {
    for (const name of ["ada", "Bo", "Zoë"]) await osier.addMember("member", name);
    const whole = await osier.member.ask("GET", "/members");
    expect(names(whole)).toEqual([
      "A colleague",
      "ada",
      "Bo",
      "The admin",
      "The champion",
      "The guest",
      "The member",
      "The owner",
      "Zoë",
    ]);
    const seen: string[] = [];
    let path: string | null = "/members?limit=4";
    while (path) {
      const page = await osier.member.ask("GET", path);
      seen.push(...names(page));
      path = page.body.next && `/members?limit=4&after=${page.body.next}`;
    }
    expect(seen).toEqual(names(whole));
  });

  test("is searched by parts of names and addresses, with % and _ as themselves", async () => {
    await osier.addMember("member", "Per_cent % Olsen");
    expect(names(await osier.member.ask("GET", "/members?search=olsen"))).toEqual(["Per_cent % Olsen"]);
    expect(names(await osier.member.ask("GET", "/members?search=%25"))).toEqual(["Per_cent % Olsen"]);
    expect(names(await osier.member.ask("GET", "/members?search=the.champ"))).toEqual(["The champion"]);
  });

  test("is filtered by team and role, and shows those who left when asked", async () => {
    expect(names(await osier.member.ask("GET", `/members?team=${osier.team.id}`))).toEqual(["The member"]);
    expect(names(await osier.member.ask("GET", "/members?role=guest"))).toEqual(["The guest"]);
    await osier.admin.ask("POST", `/members/${osier.colleague.id}/deactivation`);
    expect(names(await osier.member.ask("GET", "/members?deactivated=true"))).toEqual(["A colleague"]);
    expect(names(await osier.member.ask("GET", "/members"))).not.toContain("A colleague");
  });

  test("refuses a page that no page answered", async () => {
    const answer = await osier.member.ask("GET", "/members?after=bm9uc2Vuc2U");
    expect(answer.status).toBe(422);
    expect(answer.body.problems[0].field).toBe("after");
  });
});

describe("a guest", () => {
  test("sees themselves and those of the teams they were invited to, nobody else", async () => {
    expect(names(await osier.guest.ask("GET", "/members"))).toEqual(["The guest"]);
    await osier.admin.ask("PUT", `/teams/${osier.team.id}/members/${osier.guest.id}`);
    expect(names(await osier.guest.ask("GET", "/members"))).toEqual(["The guest", "The member"]);
    expect((await osier.guest.ask("GET", `/members/${osier.member.id}`)).status).toBe(200);
    expect((await osier.guest.ask("GET", `/members/${osier.colleague.id}`)).status).toBe(404);
  });
});

describe("a profile", () => {
  const profileOf = async (id: string) => (await osier.owner.ask("GET", `/members/${id}`)).body;

  test("is changed by its member, and keeps what a colleague need not know", async () => {
    const { version } = await profileOf(osier.member.id);
    const workingHours = { 1: ["08:30", "12:00"], 5: ["09:00", "24:00"] };
    const changed = await osier.member.ask("PATCH", `/members/${osier.member.id}`, {
      version,
      timeZone: "Asia/Kolkata",
      place: "Bengaluru",
      singleKeys: false,
      workingHours,
    });
    expect(changed.body).toMatchObject({
      timeZone: "Asia/Kolkata",
      place: "Bengaluru",
      singleKeys: false,
      workingHours,
      version: version + 1,
    });
    expect(await profileOf(osier.member.id)).toMatchObject({ place: "Bengaluru", singleKeys: null });
    expect(await kindsOf(osier.member.id)).toEqual([
      { kind: "member-changed", facts: { fields: ["timeZone", "workingHours", "place", "singleKeys"] } },
    ]);
  });

  test("may be renamed by an admin, who changes nothing else of it", async () => {
    const { version } = await profileOf(osier.colleague.id);
    const path = `/members/${osier.colleague.id}`;
    expect((await osier.admin.ask("PATCH", path, { version, name: "Noor Haddad" })).body.name).toBe("Noor Haddad");
    expect((await osier.admin.ask("PATCH", path, { version: version + 1, place: "Berlin" })).status).toBe(403);
    expect((await osier.champion.ask("PATCH", path, { version: version + 1, name: "X" })).status).toBe(403);
  });

  test("refuses an old version with both values", async () => {
    const { version } = await profileOf(osier.member.id);
    const path = `/members/${osier.member.id}`;
    await osier.member.ask("PATCH", path, { version, place: "Porto" });
    const late = await osier.member.ask("PATCH", path, { version, place: "Lisbon" });
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({ version: version + 1, yours: { place: "Lisbon" }, theirs: { place: "Porto" } });
  });

  test.each([
    ["a time zone that does not exist", { timeZone: "Mars/Olympus" }, "timeZone"],
    ["hours that end before they start", { workingHours: { 1: ["17:00", "09:00"] } }, "workingHours.1"],
    ["an eighth day", { workingHours: { 8: ["09:00", "17:00"] } }, "workingHours.8"],
    ["hours that are no times", { workingHours: { 1: ["nine", "five"] } }, "workingHours.1.0"],
    ["an empty name", { name: "  " }, "name"],
    ["a name of 5 MB", { name: "x".repeat(5_000_000) }, "name"],
  ])("refuses %s", async (_, change, field) => {
    const answer = await osier.member.ask("PATCH", `/members/${osier.member.id}`, { version: 1, ...change });
    expect(answer.status).toBe(422);
    expect(answer.body.problems[0].field).toBe(field);
  });
});

test("a day that no week has is refused with the days that there are", async () => {
  const change = { version: 1, workingHours: { 8: ["09:00", "17:00"] } };
  const { body } = await osier.member.ask("PATCH", `/members/${osier.member.id}`, change);
  expect(body.detail).toContain('for each weekday from "1" (Monday) to "7"');
});

describe("roles", () => {
  const give = (asker: Organisation["owner"], id: string, role: string, version = 1) =>
    asker.ask("PUT", `/members/${id}/role`, { role, version });

  test("are given by an admin up to admin, and seen at once", async () => {
    expect((await give(osier.admin, osier.member.id, "champion")).body.role).toBe("champion");
    expect(
      (await osier.member.ask("PUT", "/vision", { text: "Every clinic has time to care", version: 0 })).status,
    ).toBe(200);
    expect((await give(osier.admin, osier.colleague.id, "owner")).status).toBe(403);
    expect((await give(osier.admin, osier.owner.id, "member")).status).toBe(403);
    expect(await kindsOf(osier.member.id)).toEqual([
      { kind: "member-role-changed", facts: { role: ["member", "champion"] } },
    ]);
  });

  test("leave the organisation an owner who can sign in", async () => {
    await give(osier.owner, osier.colleague.id, "owner");
    const alone = await give(osier.owner, osier.owner.id, "member");
    expect([alone.status, alone.body.problems[0].todo]).toEqual([422, "Make somebody else an owner first."]);
    await givesSignIn(osier.colleague.id);
    expect((await give(osier.owner, osier.owner.id, "member")).status).toBe(200);
  });

  test("two owners cannot unmake each other at the same moment", async () => {
    await give(osier.owner, osier.colleague.id, "owner");
    await Promise.all([givesSignIn(osier.owner.id), givesSignIn(osier.colleague.id)]);
    const answers = await Promise.all([
      give(osier.owner, osier.colleague.id, "member", 2),
      give(osier.colleague, osier.owner.id, "member", 1),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await house.sql.query("select id from member where organisation_id = $1 and role = 'owner'", [
      osier.id,
    ]);
    expect(rows).toHaveLength(1);
  });
});

describe("deactivating", () => {
  test("ends their tokens at once, and letting them back in revives none", async () => {
    expect((await osier.colleague.ask("GET", "/members")).status).toBe(200);
    const gone = await osier.admin.ask("POST", `/members/${osier.colleague.id}/deactivation`);
    expect(gone.body).toMatchObject({
      deactivatedAt: expect.any(String),
      can: { deactivate: false, reactivate: true },
    });
    expect((await osier.colleague.ask("GET", "/members")).status).toBe(401);
    const back = await osier.admin.ask("DELETE", `/members/${osier.colleague.id}/deactivation`);
    expect(back.body.deactivatedAt).toBeNull();
    expect((await osier.colleague.ask("GET", "/members")).status).toBe(401);
  });

  test("again changes nothing, and nobody deactivates the last owner or, as an admin, any", async () => {
    const path = `/members/${osier.colleague.id}/deactivation`;
    const once = await osier.admin.ask("POST", path);
    expect((await osier.admin.ask("POST", path)).body).toEqual(once.body);
    expect((await osier.owner.ask("POST", `/members/${osier.owner.id}/deactivation`)).status).toBe(422);
    expect((await osier.admin.ask("POST", `/members/${osier.owner.id}/deactivation`)).status).toBe(403);
  });
});

test("another organisation's members and unknown ones look alike", async () => {
  const other = await house.organisation();
  for (const id of [other.member.id, newId()]) {
    const answers = await Promise.all([
      osier.owner.ask("GET", `/members/${id}`),
      osier.owner.ask("PATCH", `/members/${id}`, { version: 1, name: "X" }),
      osier.owner.ask("PUT", `/members/${id}/role`, { version: 1, role: "member" }),
      osier.owner.ask("POST", `/members/${id}/deactivation`),
      osier.owner.ask("DELETE", `/members/${id}/deactivation`),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  }
});
