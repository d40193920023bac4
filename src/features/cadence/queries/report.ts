/**
 * The two statements of a check-in. It is what the product does most, so they are written out: prepared once, nothing
 * composed per request. The second writes the check-in, what it moves, the ask and the events, or nothing at all.
 */
import { CompiledQuery } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { EventRow } from "../../../platform/database/record.ts";
import type { MeasureColumns } from "../../okrs/public.ts";

/** A key result with what decides whether, and by whom, it can be reported. */
export interface KeyResultFacts extends MeasureColumns {
  id: string;
  title: string;
  state: string;
  ownerId: string | null;
  currentValue: string | null;
  progress: string | null;
  lastConfidence: number | null;
  lastCheckInId: string | null;
  lastCheckInAt: string | null;
  objectiveId: string;
  objectiveState: string;
  objectiveOwnerId: string | null;
  level: string;
  teamId: string | null;
  private: boolean;
  cycleState: string;
  authorName: string;
  /** The member who would be asked; null where nobody who can answer has this id. */
  askedName: string | null;
}

const factsOfKeyResult = `
select k.id, k.title, k.state, k.owner_id as "ownerId", k.type, k.start_value as "startValue",
       k.target_value as "targetValue", k.operator, k.risk_limit as "riskLimit", k.low_value as "lowValue",
       k.high_value as "highValue", k.milestones, k.current_value as "currentValue", k.progress,
       k.last_confidence as "lastConfidence", k.last_check_in_id as "lastCheckInId",
       k.last_check_in_at as "lastCheckInAt", o.id as "objectiveId", o.state as "objectiveState",
       o.owner_id as "objectiveOwnerId", o.level, o.team_id as "teamId", o.private, c.state as "cycleState",
       author.name as "authorName", asked.name as "askedName"
  from key_result k
  join objective o on o.organisation_id = $1 and o.id = k.objective_id
  join cycle c on c.organisation_id = $1 and c.id = o.cycle_id
  join member author on author.organisation_id = $1 and author.id = $3
  left join member asked on asked.organisation_id = $1 and asked.id = $4::uuid
   and asked.role <> 'guest' and asked.deactivated_at is null
 where k.organisation_id = $1 and k.id = $2
   for no key update of k`;

/** Locked, so that reports on one key result follow each other, and each sees what the one before left. */
export async function lockKeyResult(
  tx: Tx,
  keyResultId: string,
  authorId: string,
  askedId?: string,
): Promise<KeyResultFacts | undefined> {
  const values = [tx.organisationId, keyResultId, authorId, askedId ?? null];
  const { rows } = await tx.db.executeQuery<KeyResultFacts>(CompiledQuery.raw(factsOfKeyResult, values));
  return rows[0];
}

/**
 * Where a key result is measured by contributions the roll-up keeps its last_check_in_at. Of two check-ins in one
 * instant the later request is the later one, whatever the clocks say: its
 * time moves on from the last by a microsecond.
 */
const recordReport = (withAsk: boolean) => `
with reported as (
  insert into check_in (organisation_id, id, key_result_id, member_id, value, milestones_done, confidence,
                        what_changed, blocker, body_hash, recorded_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, greatest($11::timestamptz, $12::timestamptz + interval '1 microsecond'))
  on conflict (organisation_id, id) do nothing
  returning recorded_at
), moved as (
  update key_result k
     set current_value = $13, progress = $14, milestones = coalesce($15::jsonb, k.milestones), last_confidence = $7,
         last_check_in_id = $2, check_in_count = k.check_in_count + 1,
         last_check_in_at = case k.type when 'contributions' then k.last_check_in_at else reported.recorded_at end
    from reported
   where k.organisation_id = $1 and k.id = $3
), ${withAsk ? asking : ""} told as (
  insert into event (organisation_id, id, kind, subject_kind, subject_id, actor_id, via, visible_to, facts, recorded_at)
  select $1, $16::uuid, $17, 'key-result', $3, $4, $18, $19::uuid, $20::jsonb, recorded_at from reported
  ${withAsk ? "union all select $1, $24::uuid, $25, 'ask', $21, $4, $18, $26::uuid, $27::jsonb, recorded_at from reported" : ""}
)
select recorded_at as "recordedAt" from reported`;

const asking = `asked as (
  insert into ask (organisation_id, id, check_in_id, key_result_id, from_member_id, to_member_id, text, created_at)
  select $1, $21::uuid, $2, $3, $4, $22::uuid, $23, recorded_at from reported
),`;

const recordAlone = recordReport(false);
const recordWithAsk = recordReport(true);

export interface NewCheckIn {
  id: string;
  keyResultId: string;
  memberId: string;
  value: string | null;
  milestonesDone: readonly string[] | null;
  confidence: number;
  whatChanged: string;
  blocker: string;
  bodyHash: Buffer;
  /** The one before on this key result. */
  lastCheckInAt: string | null;
  moved: { current: string | null; progress: string | null; milestones: unknown[] | null };
  told: EventRow;
  ask: { id: string; toMemberId: string; text: string; told: EventRow } | null;
}

/** Ends the transaction. When it was recorded; null where the id is already taken, and then nothing was written. */
export async function recordCheckIn(tx: Tx, checkIn: NewCheckIn): Promise<string | null> {
  const { moved, told, ask } = checkIn;
  const values = [
    tx.organisationId,
    checkIn.id,
    checkIn.keyResultId,
    checkIn.memberId,
    checkIn.value,
    checkIn.milestonesDone && JSON.stringify(checkIn.milestonesDone),
    checkIn.confidence,
    checkIn.whatChanged,
    checkIn.blocker,
    checkIn.bodyHash,
    told.recorded_at,
    checkIn.lastCheckInAt,
    moved.current,
    moved.progress,
    moved.milestones && JSON.stringify(moved.milestones),
    told.id,
    told.kind,
    told.via,
    told.visible_to,
    told.facts,
    ...(ask ? [ask.id, ask.toMemberId, ask.text, ask.told.id, ask.told.kind, ask.told.visible_to, ask.told.facts] : []),
  ];
  const rows = await tx.last<{ recordedAt: string }>(CompiledQuery.raw(ask ? recordWithAsk : recordAlone, values));
  return rows[0]?.recordedAt ?? null;
}
