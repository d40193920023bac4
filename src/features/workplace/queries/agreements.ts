import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Agreed } from "../agreement.ts";

interface Named {
  id: string;
  name: string;
}

interface Review {
  member: Named;
  at: string;
  cycle: Named | null;
}

export interface Held {
  team: Named;
  /** Of the team's own; 0 where it never had one. */
  version: number;
  agreed: Agreed | null;
  /** The team whose agreement it is. */
  from: Named | null;
  written: { member: Named; at: string } | null;
  reviewed: Review | null;
}

const review = sql`
  (select json_build_object('member', json_build_object('id', m.id, 'name', m.name), 'at', r.reviewed_at,
      'cycle', case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end)
    from working_agreement_review r
    join member m on m.organisation_id = r.organisation_id and m.id = r.reviewed_by
    left join cycle c on c.organisation_id = r.organisation_id and c.id = r.cycle_id
   where r.organisation_id = a.organisation_id and r.team_id = a.team_id
   order by r.reviewed_at desc limit 1)`;

/** What holds for each of these teams by name: its own agreement, else that of the nearest team above. */
export async function agreementsOf(tx: Tx, teamIds: readonly string[]): Promise<Held[]> {
  const { organisationId } = tx;
  const { rows } = await sql<Held>`
    with recursive up (team_id, at_id, steps) as (
      select id, id, 0 from team where organisation_id = ${organisationId} and id = any(${[...teamIds]}::uuid[])
      union all
      select up.team_id, t.parent_id, up.steps + 1 from up
      join team t on t.organisation_id = ${organisationId} and t.id = up.at_id
      where t.parent_id is not null and up.steps < 100
    ), latest as (
      select up.team_id as for_id, up.steps, a.* from up
      join lateral (
        select * from working_agreement w
        where w.organisation_id = ${organisationId} and w.team_id = up.at_id order by w.version desc limit 1
      ) a on true
    ), holds as (
      select distinct on (for_id) * from latest where agreed is not null order by for_id, steps
    )
    select json_build_object('id', t.id, 'name', t.name) as team,
      coalesce((select l.version from latest l where l.for_id = t.id and l.steps = 0), 0) as version, a.agreed,
      case when a.for_id is not null then (select json_build_object('id', f.id, 'name', f.name) from team f
        where f.organisation_id = a.organisation_id and f.id = a.team_id) end as "from",
      case when a.for_id is not null then json_build_object('at', a.written_at, 'member',
        (select json_build_object('id', m.id, 'name', m.name) from member m
          where m.organisation_id = a.organisation_id and m.id = a.written_by)) end as written,
      ${review} as reviewed
    from team t
    left join holds a on a.for_id = t.id
    where t.organisation_id = ${organisationId} and t.id = any(${[...teamIds]}::uuid[])
    order by lower(t.name), t.id`.execute(tx.db);
  return rows;
}

/** What holds for one team; undefined where there is no such team. */
export async function agreementOf(tx: Tx, teamId: string): Promise<Held | undefined> {
  const [held] = await agreementsOf(tx, [teamId]);
  return held;
}

/** The team's own, as it was last written or given up. */
export async function ownAgreement(tx: Tx, teamId: string) {
  const row = await tx.db
    .selectFrom("working_agreement")
    .select(["version", "agreed"])
    .where("organisation_id", "=", tx.organisationId)
    .where("team_id", "=", teamId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return { version: row?.version ?? 0, agreed: (row?.agreed ?? null) as Agreed | null };
}

/** False where somebody else wrote this version first. */
export async function insertAgreement(
  tx: Tx,
  row: { teamId: string; version: number; agreed: Agreed | null; by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("working_agreement")
    .values({
      organisation_id: tx.organisationId,
      team_id: row.teamId,
      version: row.version,
      agreed: row.agreed && JSON.stringify(row.agreed),
      written_by: row.by,
      written_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function insertReview(
  tx: Tx,
  row: { teamId: string; version: number; cycleId: string | null; by: string },
): Promise<void> {
  await tx.db
    .insertInto("working_agreement_review")
    .values({
      organisation_id: tx.organisationId,
      team_id: row.teamId,
      version: row.version,
      cycle_id: row.cycleId,
      reviewed_by: row.by,
      reviewed_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .execute();
}

export interface AgreementVersion {
  version: number;
  agreed: Agreed | null;
  written: { member: Named; at: string };
  reviews: Review[];
}

/** The latest first, each with when it was looked at and kept. */
export async function versionsOfAgreement(tx: Tx, teamId: string): Promise<AgreementVersion[]> {
  const { rows } = await sql<AgreementVersion>`
    select a.version, a.agreed,
      json_build_object('at', a.written_at, 'member', json_build_object('id', m.id, 'name', m.name)) as written,
      coalesce((select json_agg(json_build_object('at', r.reviewed_at, 'member', json_build_object('id', by.id, 'name', by.name),
          'cycle', case when c.id is not null then json_build_object('id', c.id, 'name', c.name) end) order by r.reviewed_at desc)
        from working_agreement_review r
        join member by on by.organisation_id = r.organisation_id and by.id = r.reviewed_by
        left join cycle c on c.organisation_id = r.organisation_id and c.id = r.cycle_id
       where r.organisation_id = a.organisation_id and r.team_id = a.team_id and r.version = a.version), '[]') as reviews
    from working_agreement a
    join member m on m.organisation_id = a.organisation_id and m.id = a.written_by
    where a.organisation_id = ${tx.organisationId} and a.team_id = ${teamId}
    order by a.version desc limit 200`.execute(tx.db);
  return rows;
}

/** Cycles that are under way or closing, and the organisation's day. */
export async function cyclesUnderWay(tx: Tx) {
  const { timeZone } = await tx.db
    .selectFrom("organisation")
    .select("time_zone as timeZone")
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
  const cycles = await tx.db
    .selectFrom("cycle")
    .select(["id", "name", "starts_on as startsOn", "ends_on as endsOn", "state as cycleState"])
    .where("organisation_id", "=", tx.organisationId)
    .where("state", "in", ["active", "closing"])
    .execute();
  return { cycles, timeZone };
}
