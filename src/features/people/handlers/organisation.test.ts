import { afterAll, beforeAll, expect, test } from "vitest";
import { type House, openHouse } from "../../../../test/support/house.ts";
import { newId } from "../../../platform/ids.ts";
import { addTeam, createOrganisation } from "../public.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test("settings are read by everyone and say what one may change", async () => {
  const osier = await house.organisation("Osier");
  const seen = await Promise.all(
    [osier.owner, osier.admin, osier.champion, osier.guest].map((each) => each.ask("GET", "/organisation")),
  );
  expect(seen[0]?.body).toEqual({
    id: osier.id,
    name: "Osier",
    timeZone: "Europe/Lisbon",
    weekStartsOn: 1,
    fiscalYearStartMonth: 1,
    statusRule: "default",
    plannedEnergy: "100",
    demo: false,
    version: 1,
    can: { edit: true, changeRules: true, remove: true },
  });
  expect(seen.map(({ body }) => [body.can.edit, body.can.changeRules, body.can.remove])).toEqual([
    [true, true, true],
    [true, false, false],
    [false, true, false],
    [false, false, false],
  ]);
});

test("an admin changes the organisation, a champion its rules, and the record keeps both values", async () => {
  const osier = await house.organisation("Osier");
  const ask = (as: typeof osier.admin, body: object) => as.ask("PATCH", "/organisation", body);
  expect((await ask(osier.admin, { version: 1, weekStartsOn: 7, timeZone: "Asia/Kolkata" })).body).toMatchObject({
    weekStartsOn: 7,
    version: 2,
  });
  expect((await ask(osier.admin, { version: 2, statusRule: "ratio" })).status).toBe(403);
  expect((await ask(osier.champion, { version: 2, name: "Willow" })).status).toBe(403);
  expect(
    (await ask(osier.champion, { version: 2, name: "Osier", statusRule: "ratio", fiscalYearStartMonth: 4 })).body,
  ).toMatchObject({
    statusRule: "ratio",
    fiscalYearStartMonth: 4,
    version: 3,
  });
  expect((await ask(osier.owner, { version: 1, name: "Willow" })).status).toBe(409);
  expect((await ask(osier.owner, { version: 3, fiscalYearStartMonth: 13 })).body.problems[0]).toMatchObject({
    field: "fiscalYearStartMonth",
  });
  expect((await ask(osier.champion, { version: 3, plannedEnergy: "140" })).body.problems[0]).toMatchObject({
    field: "plannedEnergy",
  });
  expect((await ask(osier.admin, { version: 3, plannedEnergy: "60" })).status).toBe(403);
  expect((await ask(osier.champion, { version: 3, plannedEnergy: "60" })).body.plannedEnergy).toBe("60");
  const { rows } = await house.sql.query("select facts from event where organisation_id = $1 order by position", [
    osier.id,
  ]);
  expect(rows.map(({ facts }) => facts)).toEqual([
    { timeZone: ["Europe/Lisbon", "Asia/Kolkata"], weekStartsOn: [1, 7] },
    { fiscalYearStartMonth: [1, 4], statusRule: ["default", "ratio"] },
    { plannedEnergy: ["100", "60"] },
  ]);
});

test("the owner deletes it whole by typing its name; another stays as it was", async () => {
  const [osier, other] = [await house.organisation("Osier"), await house.organisation("Other")];
  await osier.owner.ask("PUT", "/vision", { text: "Every clinic has time to care", version: 0 });
  await osier.owner.ask("POST", "/imperatives", { id: newId(), statement: "Win the first week" });
  await osier.owner.ask("POST", "/teams", { id: newId(), name: "Design", parentId: osier.team.id });
  await osier.owner.ask("POST", "/invitations", {
    id: newId(),
    email: "mei.tan@osier.example",
    role: "member",
    teamId: osier.team.id,
  });
  await house.sql.query(
    `insert into identity."user" ("id", "name", "email", "emailVerified") values ('only-here', 'A', 'a@x.example', true), ('elsewhere-too', 'B', 'b@x.example', true)`,
  );
  await house.sql.query(
    "insert into identity.membership values ('only-here', $1, $2), ('elsewhere-too', $1, $3), ('elsewhere-too', $4, $5)",
    [osier.id, osier.member.id, osier.colleague.id, other.id, other.member.id],
  );
  expect((await osier.owner.ask("POST", "/organisation/removal", { name: "osier" })).status).toBe(422);
  expect((await osier.admin.ask("POST", "/organisation/removal", { name: "Osier" })).status).toBe(403);
  const before = await rowsOf(other.id);
  expect((await osier.owner.ask("POST", "/organisation/removal", { name: "Osier" })).body).toEqual({ done: true });
  expect(await rowsOf(osier.id)).toEqual({});
  expect(await rowsOf(other.id)).toEqual(before);
  const { rows } = await house.sql.query(`select id from identity."user"`);
  expect(rows).toEqual([{ id: "elsewhere-too" }]);
  expect((await osier.owner.ask("GET", "/organisation")).status).toBe(401);
});

test("a new organisation begins with its owner, and other rooms add teams to it once", async () => {
  const [id, ownerId, teamId] = [newId(), newId(), newId()];
  await house.database.write(id, { memberId: ownerId, via: "web" }, async (tx) => {
    const founding = {
      name: "Willow",
      timeZone: "Europe/Berlin",
      weekStartsOn: 1,
      fiscalYearStartMonth: 4,
      demo: false,
    };
    await createOrganisation(tx, founding, {
      id: ownerId,
      name: "Hanna",
      email: "h@willow.example",
      timeZone: "Europe/Berlin",
      identityId: "i",
    });
    for (const _ of ["once", "again"]) await addTeam(tx, { id: teamId, name: "Care", parentId: null, leadId: ownerId });
  });
  const { rows } = await house.sql.query(
    "select kind, actor_id from event where organisation_id = $1 order by position",
    [id],
  );
  expect(rows).toEqual(
    ["organisation-created", "member-added", "team-created"].map((kind) => ({ kind, actor_id: ownerId })),
  );
  expect(await rowsOf(id)).toMatchObject({ organisation: 1, member: 1, team: 1, "shared.organisation_directory": 1 });
});

/** Rows per table that has an organisation's rows; empty where nothing of it is left. */
async function rowsOf(organisationId: string): Promise<Record<string, number>> {
  const tables = await house.sql.query(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and a.attname = 'organisation_id' and not a.attisdropped`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await house.sql.query(`select count(*)::int as count from ${name} where organisation_id = $1`, [
      organisationId,
    ]);
    if (rows[0].count > 0) counts[name] = rows[0].count;
  }
  return counts;
}
