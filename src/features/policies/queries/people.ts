import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { type Moved, movingKinds, type People } from "../people.ts";

interface Standing {
  timeZone: string;
  members: [id: string, role: string, here: boolean][];
  teams: [id: string, above: string | null][];
  belongs: [memberId: string, teamId: string][];
  homes: [memberId: string, siteId: string][];
}

/** Who is where now; home sites as they were on a day. `only`: of one member, with every team. */
export async function peopleNow(tx: Tx, day: string, only: string | null = null): Promise<People> {
  const { organisationId: of } = tx;
  const whose = (column: string) => (only === null ? sql`true` : sql`${sql.ref(column)} = ${only}`);
  const { rows } = await sql<Standing>`
    select
      coalesce((select json_agg(json_build_array(id, role, deactivated_at is null)) from member
        where organisation_id = ${of} and ${whose("id")}), '[]') as members,
      coalesce((select json_agg(json_build_array(id, parent_id)) from team where organisation_id = ${of}), '[]') as teams,
      coalesce((select json_agg(json_build_array(member_id, team_id)) from team_member
        where organisation_id = ${of} and ${whose("member_id")}), '[]') as belongs,
      coalesce((select json_agg(json_build_array(member_id, site_id)) from (
        select distinct on (member_id) member_id, site_id from home_site
        where organisation_id = ${of} and from_day <= ${day} and ${whose("member_id")} order by member_id, from_day desc) h
        where site_id is not null), '[]') as homes`.execute(tx.db);
  const { members, teams, belongs, homes } = rows[0] as Standing;
  const people: People = {
    members: new Map(members.map(([id, role, here]) => [id, { role, here }])),
    parents: new Map(teams),
    belongs: new Map(),
    homes: new Map(homes),
  };
  for (const [memberId, teamId] of belongs)
    people.belongs.set(memberId, (people.belongs.get(memberId) ?? new Set<string>()).add(teamId));
  return people;
}

/** What was recorded of members and teams from an instant on, the latest first. `only`: what concerns one member. */
export async function movesSince(tx: Tx, instant: string, only: string | null = null): Promise<Moved[]> {
  const concerns =
    only === null
      ? sql`true`
      : sql`(subject_id = ${only} or kind in ('team-created', 'team-changed', 'team-removed')
          or facts ->> 'memberId' = ${only})`;
  const { rows } = await sql<Moved>`
    select kind, subject_id as "subjectId", facts from event
    where organisation_id = ${tx.organisationId}
      and subject_kind in ('organisation', 'member', 'team', 'invitation', 'api-token')
      and kind = any(${[...movingKinds]}::text[]) and recorded_at >= ${instant} and ${concerns}
    order by position desc`.execute(tx.db);
  return rows;
}

export async function organisationZone(tx: Tx): Promise<string> {
  const row = await tx.db
    .selectFrom("organisation")
    .select("time_zone as timeZone")
    .where("organisation_id", "=", tx.organisationId)
    .executeTakeFirstOrThrow();
  return row.timeZone;
}

/** Changes that could bring about a second arrangement for somebody take turns in an organisation. */
export async function holdArrangements(tx: Tx): Promise<void> {
  await tx.db
    .selectFrom("organisation")
    .select("organisation_id")
    .where("organisation_id", "=", tx.organisationId)
    .forNoKeyUpdate()
    .execute();
}
