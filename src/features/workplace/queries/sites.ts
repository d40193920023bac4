import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

export interface OwnHoliday {
  day: string;
  name: string | null;
}

export interface SiteRow {
  id: string;
  name: string;
  place: string;
  timeZone: string;
  country: string;
  region: string;
  seats: Partial<Record<"1" | "2" | "3" | "4" | "5" | "6" | "7", number>>;
  presence: boolean;
  members: number;
  version: number;
  body_hash: Buffer;
}

/** Sites in use, by name. */
export async function sitesByName(tx: Tx): Promise<SiteRow[]> {
  const { rows } = await siteRows(tx, sql`s.archived_at is null`).execute(tx.db);
  return rows;
}

export async function siteById(tx: Tx, id: string): Promise<SiteRow | undefined> {
  const { rows } = await siteRows(tx, sql`s.archived_at is null and s.id = ${id}`).execute(tx.db);
  return rows[0];
}

/** Also one that is archived: its id is taken. */
export async function siteEver(tx: Tx, id: string): Promise<SiteRow | undefined> {
  const { rows } = await siteRows(tx, sql`s.id = ${id}`).execute(tx.db);
  return rows[0];
}

/** Locks it against another change. */
export async function holdSite(tx: Tx, id: string): Promise<SiteRow | undefined> {
  await tx.db
    .selectFrom("site")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return siteById(tx, id);
}

function siteRows(tx: Tx, which: ReturnType<typeof sql>) {
  return sql<SiteRow>`
    select s.id, s.name, s.place, s.time_zone as "timeZone", s.country, s.region, s.seats, s.presence, s.version, s.body_hash,
      (select count(*)::int from workplace_member w
        join member m on m.organisation_id = w.organisation_id and m.id = w.member_id and m.deactivated_at is null
       where w.organisation_id = s.organisation_id and w.site_id = s.id) as members
    from site s
    where s.organisation_id = ${tx.organisationId} and ${which}
    order by lower(s.name), s.id`;
}

interface SiteFields {
  name: string;
  place: string;
  timeZone: string;
  country: string;
  region: string;
  seats: SiteRow["seats"];
}

/** False where the id is already taken. */
export async function insertSite(tx: Tx, site: SiteFields & { id: string; bodyHash: Buffer }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("site")
    .values({
      organisation_id: tx.organisationId,
      id: site.id,
      name: site.name,
      place: site.place,
      time_zone: site.timeZone,
      country: site.country,
      region: site.region,
      seats: JSON.stringify(site.seats),
      body_hash: site.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function changeSite(
  tx: Tx,
  id: string,
  change: Partial<SiteFields> & { presence?: boolean; archivedAt?: string },
): Promise<void> {
  await tx.db
    .updateTable("site")
    .set((e) => ({
      name: change.name,
      place: change.place,
      time_zone: change.timeZone,
      country: change.country,
      region: change.region,
      seats: change.seats === undefined ? undefined : JSON.stringify(change.seats),
      presence: change.presence,
      archived_at: change.archivedAt,
      version: e("version", "+", 1),
    }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

/** Whose home site it was has none, from today on. */
export async function leaveSite(tx: Tx, id: string): Promise<void> {
  await sql`insert into home_site (organisation_id, member_id, from_day, site_id)
    select o.organisation_id, w.member_id, (${tx.now.toString()}::timestamptz at time zone o.time_zone)::date, null
    from organisation o join workplace_member w on w.organisation_id = o.organisation_id and w.site_id = ${id}
    where o.organisation_id = ${tx.organisationId}
    on conflict (organisation_id, member_id, from_day) do update set site_id = null`.execute(tx.db);
  await tx.db
    .updateTable("workplace_member")
    .set((e) => ({ site_id: null, version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("site_id", "=", id)
    .execute();
}

/** Whether another site in use has this name, in whatever case. */
export async function siteNameIsTaken(tx: Tx, id: string, name: string): Promise<boolean> {
  const other = await tx.db
    .selectFrom("site")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "<>", id)
    .where("archived_at", "is", null)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst();
  return other !== undefined;
}

/** Days that a site's own calendar adds or strikes, both ends included. */
export function ownHolidays(tx: Tx, siteId: string, first: string, last: string): Promise<OwnHoliday[]> {
  return tx.db
    .selectFrom("site_holiday")
    .select(["day", "name"])
    .where("organisation_id", "=", tx.organisationId)
    .where("site_id", "=", siteId)
    .where("day", ">=", first)
    .where("day", "<=", last)
    .orderBy("day")
    .execute();
}

export async function writeHoliday(tx: Tx, siteId: string, day: string, name: string | null): Promise<void> {
  await tx.db
    .insertInto("site_holiday")
    .values({ organisation_id: tx.organisationId, site_id: siteId, day, name })
    .onConflict((already) => already.columns(["organisation_id", "site_id", "day"]).doUpdateSet({ name }))
    .execute();
}

/** False where the day was as the public calendar has it. */
export async function forgetHoliday(tx: Tx, siteId: string, day: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom("site_holiday")
    .where("organisation_id", "=", tx.organisationId)
    .where("site_id", "=", siteId)
    .where("day", "=", day)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}
