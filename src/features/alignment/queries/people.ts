/** Who stands in which team, with the teams below: what an objective's energy is counted in. */
import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { among } from "./among.ts";

type Owned = { level: "company" | "team" | "personal"; teamId: string | null };

/** The teams of these members and these teams, with every team they stand in. */
export async function teamsAbove(tx: Tx, teamIds: readonly string[], members: readonly string[]): Promise<string[]> {
  const [teams, { rows: joined }] = await Promise.all([
    teamTree(tx),
    sql<{ id: string }>`select team_id as id from team_member
      where organisation_id = ${tx.organisationId} and ${among("member_id", members)}`.execute(tx.db),
  ]);
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const above = new Set<string>();
  for (const start of [...teamIds, ...joined.map(({ id }) => id)])
    for (let id: string | null = start; id !== null && !above.has(id); id = parentOf.get(id) ?? null) above.add(id);
  return [...above];
}

/** People of the owning team and the teams below it, each once; 1 for a personal objective, everyone for one of the organisation. */
export async function headcountsOf(tx: Tx, objectives: readonly Owned[]): Promise<(of: Owned) => number> {
  const owners = new Set(
    objectives.flatMap(({ level, teamId }) => (level === "team" && teamId !== null ? [teamId] : [])),
  );
  const everyone = objectives.some(({ level }) => level === "company") ? await membersCounted(tx) : 0;
  if (owners.size === 0) return ({ level }) => (level === "personal" ? 1 : everyone);
  const childrenOf = Map.groupBy(await teamTree(tx), ({ parentId }) => parentId);
  const within = new Map([...owners].map((id) => [id, withBelow(id, childrenOf)]));
  const peopleOf = await peopleIn(tx, [...new Set([...within.values()].flat())]);
  const heads = new Map(
    [...within].map(([id, teams]) => [id, new Set(teams.flatMap((team) => peopleOf.get(team) ?? [])).size]),
  );
  return ({ level, teamId }) => {
    if (level === "team") return heads.get(teamId ?? "") ?? 0;
    return level === "personal" ? 1 : everyone;
  };
}

type Team = { id: string; parentId: string | null };

async function teamTree(tx: Tx): Promise<Team[]> {
  const { rows } = await sql<Team>`
    select id, parent_id as "parentId" from team where organisation_id = ${tx.organisationId}`.execute(tx.db);
  return rows;
}

function withBelow(id: string, childrenOf: ReadonlyMap<string | null, readonly Team[]>): string[] {
  const within = [id];
  for (const each of within) for (const child of childrenOf.get(each) ?? []) within.push(child.id);
  return within;
}

/** Neither guests nor those who left. */
function counts({ organisationId }: Tx) {
  return sql`organisation_id = ${organisationId} and role <> 'guest' and deactivated_at is null`;
}

async function membersCounted(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from member where ${counts(tx)}`.execute(
    tx.db,
  );
  return rows[0]?.count ?? 0;
}

async function peopleIn(tx: Tx, teamIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ teamId: string; members: string[] }>`
    select team_id as "teamId", array_agg(member_id) as members from team_member
    where organisation_id = ${tx.organisationId} and ${among("team_id", teamIds)}
      and (member_id in (select id from member where ${counts(tx)})) is true
    group by team_id`.execute(tx.db);
  return new Map(rows.map(({ teamId, members }) => [teamId, members]));
}
