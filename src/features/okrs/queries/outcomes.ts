import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import { coachVersion, type Verdict } from "../../coach/public.ts";
import { standingColumns } from "./key-results.ts";

export interface OutcomeShareRow {
  cycleId: string;
  cycleName: string;
  startsOn: string;
  endsOn: string;
  cycleState: string;
  teamId: string | null;
  teamName: string | null;
  keyResults: number;
  outcomes: number;
  outputs: number;
  unsure: number;
  kept: number;
  /** Not read by this coach yet. */
  unread: number;
}

/** How many key results of each team are outcomes, per cycle; personal objectives and what was dropped are left out. */
export async function outcomeShares(
  tx: Tx,
  { teamId, cycleId }: { teamId?: string; cycleId?: string },
): Promise<OutcomeShareRow[]> {
  const { rows } = await sql<OutcomeShareRow>`
    select c.id as "cycleId", c.name as "cycleName", c.starts_on as "startsOn", c.ends_on as "endsOn",
      c.state as "cycleState", t.id as "teamId", t.name as "teamName",
      count(*)::int as "keyResults",
      (count(*) filter (where k.coach_verdict = 'outcome'))::int as outcomes,
      (count(*) filter (where k.coach_verdict = 'output'))::int as outputs,
      (count(*) filter (where k.coach_verdict = 'unsure'))::int as unsure,
      (count(*) filter (where k.kept_as_is and k.coach_verdict <> 'outcome'))::int as kept,
      (count(*) filter (where k.coach_version is distinct from ${coachVersion}))::int as unread
    from key_result k
    join objective o on o.organisation_id = k.organisation_id and o.id = k.objective_id
    join cycle c on c.organisation_id = o.organisation_id and c.id = o.cycle_id
    left join team t on t.organisation_id = o.organisation_id and t.id = o.team_id and o.level = 'team'
    where k.organisation_id = ${tx.organisationId} and k.state <> 'dropped' and o.state <> 'dropped'
      and o.level <> 'personal' and not o.private
      and (${teamId ?? null}::uuid is null or (o.level = 'team' and o.team_id = ${teamId ?? null}::uuid))
      and (${cycleId ?? null}::uuid is null or o.cycle_id = ${cycleId ?? null}::uuid)
    group by c.id, c.name, c.starts_on, c.ends_on, c.state, t.id, t.name
    order by c.starts_on, c.id, t.name nulls first, t.id`.execute(tx.db);
  return rows;
}

/** Whether what is asked about is there. */
export async function areThere(tx: Tx, { teamId, cycleId }: { teamId?: string; cycleId?: string }): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select
    (${teamId ?? null}::uuid is null or exists (select from team where organisation_id = ${tx.organisationId} and id = ${teamId ?? null}))
    and (${cycleId ?? null}::uuid is null or exists (select from cycle where organisation_id = ${tx.organisationId} and id = ${cycleId ?? null}))
    as there`.execute(tx.db);
  return rows[0]?.there === true;
}

/** Key results that this coach has not read: written before it came or learned, or brought back by a backup from before. */
export function unreadKeyResults(tx: Tx, most: number) {
  return tx.db
    .selectFrom("key_result as k")
    .select([...standingColumns, "k.unit", "k.source"])
    .where("k.organisation_id", "=", tx.organisationId)
    .where("k.coach_version", "is distinct from", coachVersion)
    .orderBy("k.id")
    .limit(most)
    .forUpdate()
    .execute();
}

export async function storeVerdicts(tx: Tx, verdicts: readonly { id: string; verdict: Verdict }[]) {
  await sql`update key_result k set coach_verdict = v.verdict, coach_version = ${coachVersion}
    from unnest(${verdicts.map(({ id }) => id)}::uuid[], ${verdicts.map(({ verdict }) => verdict)}::text[]) as v (id, verdict)
    where k.organisation_id = ${tx.organisationId} and k.id = v.id`.execute(tx.db);
}
