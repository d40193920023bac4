import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Agreed } from "../anchors/in-effect.ts";
import type { ProposalState } from "../anchors/proposal.ts";
import type { Weekday } from "../week.ts";

export interface TeamRow {
  id: string;
  name: string;
  parentId: string | null;
  leadId: string | null;
}

/** All teams by name. */
export function everyTeam(tx: Tx): Promise<TeamRow[]> {
  return tx.db
    .selectFrom("team")
    .select(["id", "name", "parent_id as parentId", "lead_id as leadId"])
    .where("organisation_id", "=", tx.organisationId)
    .orderBy(sql`lower(name)`)
    .orderBy("id")
    .execute();
}

/** What was accepted, of whichever day; the actor's name for the list. */
export function accepted(tx: Tx): Promise<(Agreed & { agreedBy: { id: string; name: string } })[]> {
  return tx.db
    .selectFrom("anchor_proposal as a")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "a.organisation_id").onRef("m.id", "=", "a.state_by"),
    )
    .select(["a.team_id as teamId", "a.from_day as from", "a.state_at as decidedAt"])
    .select((e) => e.ref("a.days").$castTo<Weekday[]>().as("days"))
    .select(sql<{ id: string; name: string }>`json_build_object('id', m.id, 'name', m.name)`.as("agreedBy"))
    .where("a.organisation_id", "=", tx.organisationId)
    .where("a.state", "=", "accepted")
    .execute();
}

export interface PersonRow {
  id: string;
  name: string;
  /** Where presence is on. */
  siteId: string | null;
  teamIds: string[];
  works: Weekday[];
  office: Weekday[];
  preferences: Partial<Record<Weekday, "suits" | "rather-not">>;
}

/**
 * Members of these teams, and whoever else usually is in an office: with the usual week that holds on a day, as far as
 * it is the office of their home site.
 */
export async function peopleForAnchors(tx: Tx, teamIds: readonly string[], day: string): Promise<PersonRow[]> {
  const { organisationId } = tx;
  const { rows } = await sql<PersonRow>`
    select m.id, m.name, s.id as "siteId", coalesce(w.day_preferences, '{}') as preferences,
      coalesce(t.ids, '{}') as "teamIds",
      coalesce((select json_agg(h.key order by h.key) from jsonb_object_keys(m.working_hours) as h (key)), '[]') as works,
      coalesce((select json_agg(d.key order by d.key) from jsonb_each(u.days) as d
        where d.value ->> 'at' = 'office' and d.value ->> 'siteId' = s.id::text), '[]') as office
    from member m
    left join workplace_member w on w.organisation_id = m.organisation_id and w.member_id = m.id
    left join site s on s.organisation_id = w.organisation_id and s.id = w.site_id and s.archived_at is null and s.presence
    left join lateral (select x.days from usual_week x
      where x.organisation_id = ${organisationId} and x.member_id = m.id and x.from_day <= ${day}
      order by x.from_day desc limit 1) u on true
    left join lateral (select array_agg(tm.team_id) as ids from team_member tm
      where tm.organisation_id = ${organisationId} and tm.member_id = m.id) t on true
    where m.organisation_id = ${organisationId} and m.deactivated_at is null and m.role <> 'guest'
      and (t.ids && ${[...teamIds]}::uuid[] or s.id is not null and u.days::text like '%"office"%')
    order by lower(m.name), m.id`.execute(tx.db);
  return rows;
}

export interface TieRow {
  one: string;
  other: string;
  strength: number;
}

/**
 * Who waits for whose work, in cycles that are not closed: accepted dependencies, objectives that support another
 * team's, and key results whose owner belongs to another team alone. Private objectives tell nothing.
 */
export async function tiesOf(tx: Tx, teamIds: readonly string[]): Promise<TieRow[]> {
  const { organisationId } = tx;
  const ids = sql`${[...teamIds]}::uuid[]`;
  const { rows } = await sql<TieRow>`
    with here as (
      select o.id, o.team_id from objective o
      join cycle c on c.organisation_id = o.organisation_id and c.id = o.cycle_id and c.state <> 'closed'
      where o.organisation_id = ${organisationId} and o.team_id is not null and not o.private and o.state = 'open'
    ), pairs (one, other) as (
      select d.from_team_id, d.on_team_id from dependency d
      join cycle c on c.organisation_id = d.organisation_id and c.id = d.cycle_id and c.state <> 'closed'
      where d.organisation_id = ${organisationId} and d.state = 'accepted'
      union all
      select below.team_id, above.team_id from support s
      join here below on below.id = s.objective_id
      left join key_result k on k.organisation_id = ${organisationId} and k.id = s.parent_key_result_id
      join here above on above.id = coalesce(s.parent_objective_id, k.objective_id)
      where s.organisation_id = ${organisationId}
      union all
      select o.team_id, tm.team_id from key_result k
      join here o on o.id = k.objective_id
      join team_member tm on tm.organisation_id = ${organisationId} and tm.member_id = k.owner_id
      where k.organisation_id = ${organisationId} and k.state = 'open'
        and not exists (select 1 from team_member own
          where own.organisation_id = ${organisationId} and own.member_id = k.owner_id and own.team_id = o.team_id)
    )
    select least(one, other) as one, greatest(one, other) as other, least(3, count(*))::int as strength
    from pairs
    where one <> other and (one = any(${ids}) or other = any(${ids}))
    group by 1, 2 order by 1, 2`.execute(tx.db);
  return rows;
}

export type ProposalRow = Awaited<ReturnType<typeof proposalById>> & object;

function proposals(tx: Tx) {
  return tx.db
    .selectFrom("anchor_proposal as a")
    .innerJoin("team as t", (on) =>
      on.onRef("t.organisation_id", "=", "a.organisation_id").onRef("t.id", "=", "a.team_id"),
    )
    .innerJoin("member as p", (on) =>
      on.onRef("p.organisation_id", "=", "a.organisation_id").onRef("p.id", "=", "a.proposed_by"),
    )
    .innerJoin("member as s", (on) =>
      on.onRef("s.organisation_id", "=", "a.organisation_id").onRef("s.id", "=", "a.state_by"),
    )
    .where("a.organisation_id", "=", tx.organisationId)
    .select(["a.id", "a.team_id as teamId", "t.name as teamName", "t.lead_id as leadId", "a.from_day as from"])
    .select(["a.reason", "a.state_at as stateAt", "a.version", "a.body_hash"])
    .select(["p.id as proposedById", "p.name as proposedByName", "s.id as stateById", "s.name as stateByName"])
    .select((e) => [
      e.ref("a.state").$castTo<ProposalState>().as("state"),
      e.ref("a.days").$castTo<Weekday[]>().as("days"),
    ]);
}

export function proposalById(tx: Tx, id: string) {
  return proposals(tx).where("a.id", "=", id).executeTakeFirst();
}

/** The same, locked against another change. */
export function proposalForChange(tx: Tx, id: string) {
  return proposals(tx).where("a.id", "=", id).forUpdate("a").executeTakeFirst();
}

/** Those of a team that wait to be decided and would hold from this day on, locked against another change. */
export function proposalsOpenFrom(tx: Tx, teamId: string, from: string) {
  return proposals(tx)
    .where("a.team_id", "=", teamId)
    .where("a.from_day", "=", from)
    .where("a.state", "=", "proposed")
    .orderBy("a.id")
    .forUpdate("a")
    .execute();
}

/** The newest first, at most 200. */
export function proposalsListed(tx: Tx, { teamId, state }: { teamId?: string; state?: ProposalState }) {
  return proposals(tx)
    .$if(teamId !== undefined, (query) => query.where("a.team_id", "=", teamId as string))
    .$if(state !== undefined, (query) => query.where("a.state", "=", state as string))
    .orderBy("a.state_at", "desc")
    .orderBy("a.id")
    .limit(200)
    .execute();
}

interface Proposed {
  id: string;
  teamId: string;
  days: readonly Weekday[];
  from: string;
  memberId: string;
  bodyHash: Buffer;
}

/** False where the id is taken already. */
export async function addProposal(tx: Tx, { id, teamId, days, from, memberId, bodyHash }: Proposed): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("anchor_proposal")
    .values({
      organisation_id: tx.organisationId,
      id,
      team_id: teamId,
      days: JSON.stringify(days),
      from_day: from,
      proposed_by: memberId,
      state_by: memberId,
      state_at: tx.now.toString(),
      body_hash: bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function moveProposal(
  tx: Tx,
  id: string,
  { state, reason, memberId }: { state: ProposalState; reason: string; memberId: string },
): Promise<void> {
  await tx.db
    .updateTable("anchor_proposal")
    .set((e) => ({ state, reason, state_by: memberId, state_at: tx.now.toString(), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
