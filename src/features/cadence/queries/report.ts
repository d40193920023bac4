/**
 * The two statements of check-ins, of one or of many at once. They are what the product does most, so they are written
 * out: prepared once, nothing composed per request. The second writes the check-ins, what they move, the asks and the
 * events; of a check-in whose id is already taken it writes nothing.
 */
import { CompiledQuery } from "kysely";
import type { SharedTx } from "../../../platform/database/groups.ts";
import type { EventRow } from "../../../platform/database/record.ts";
import type { MeasureColumns } from "../../okrs/public.ts";

/** Which key result, and who reports on it and is asked for help. */
export interface Wanted {
  keyResultId: string;
  authorId: string;
  askedId?: string;
}

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

const factsOfKeyResults = `
select w.at, k.id, k.title, k.state, k.owner_id as "ownerId", k.type, k.start_value as "startValue",
       k.target_value as "targetValue", k.operator, k.risk_limit as "riskLimit", k.low_value as "lowValue",
       k.high_value as "highValue", k.milestones, k.current_value as "currentValue", k.progress,
       k.last_confidence as "lastConfidence", k.last_check_in_id as "lastCheckInId",
       k.last_check_in_at as "lastCheckInAt", o.id as "objectiveId", o.state as "objectiveState",
       o.owner_id as "objectiveOwnerId", o.level, o.team_id as "teamId", o.private, c.state as "cycleState",
       author.name as "authorName", asked.name as "askedName"
  from unnest($2::uuid[], $3::uuid[], $4::uuid[]) with ordinality as w (key_result_id, author_id, asked_id, at)
  join key_result k on k.organisation_id = $1 and k.id = w.key_result_id
  join objective o on o.organisation_id = $1 and o.id = k.objective_id
  join cycle c on c.organisation_id = $1 and c.id = o.cycle_id
  join member author on author.organisation_id = $1 and author.id = w.author_id
  left join member asked on asked.organisation_id = $1 and asked.id = w.asked_id
   and asked.role <> 'guest' and asked.deactivated_at is null
   for no key update of k`;
const factsOfFreeKeyResults = `${factsOfKeyResults} skip locked`;

/**
 * In the order of `wanted`, locked, so that reports on one key result follow each other, and each sees what the one
 * before left. One by itself waits for its lock. Of several none waits: undefined where the key result is locked, as
 * where it or its author is not there.
 */
export async function lockKeyResults(tx: SharedTx, wanted: readonly Wanted[]): Promise<(KeyResultFacts | undefined)[]> {
  const values = [
    tx.organisationId,
    wanted.map(({ keyResultId }) => keyResultId),
    wanted.map(({ authorId }) => authorId),
    wanted.map(({ askedId }) => askedId ?? null),
  ];
  const sql = wanted.length === 1 ? factsOfKeyResults : factsOfFreeKeyResults;
  const { rows } = await tx.db.executeQuery<KeyResultFacts & { at: number }>(CompiledQuery.raw(sql, values));
  const found = new Map(rows.map((row) => [row.at, row]));
  return wanted.map((_, at) => found.get(at + 1));
}

/**
 * Where a key result is measured by contributions the roll-up keeps its last_check_in_at. Of two check-ins in one
 * instant the later request is the later one, whatever the clocks say: its time moves on from the last by a microsecond.
 */
const recordReports = (withAsks: boolean) => `
with given as materialized (
  select * from json_to_recordset($2::json) as g (
    id uuid, "keyResultId" uuid, "memberId" uuid, value numeric, "milestonesDone" jsonb, confidence smallint,
    "whatChanged" text, blocker text, "bodyHash" text, "lastCheckInAt" timestamptz,
    current numeric, progress numeric, milestones jsonb)
), reported as (
  insert into check_in (organisation_id, id, key_result_id, member_id, value, milestones_done, confidence,
                        what_changed, blocker, body_hash, recorded_at)
  select $1, id, "keyResultId", "memberId", value, "milestonesDone", confidence, "whatChanged", blocker,
         decode("bodyHash", 'hex'), greatest($3::timestamptz, "lastCheckInAt" + interval '1 microsecond')
    from given
  on conflict (organisation_id, id) do nothing
  returning id, key_result_id, recorded_at
), moved as (
  update key_result k
     set current_value = g.current, progress = g.progress, milestones = coalesce(g.milestones, k.milestones),
         last_confidence = g.confidence, last_check_in_id = g.id, check_in_count = k.check_in_count + 1,
         last_check_in_at = case k.type when 'contributions' then k.last_check_in_at else r.recorded_at end
    from given g join reported r on r.id = g.id and r.key_result_id = g."keyResultId"
   where k.organisation_id = $1 and k.id = g."keyResultId"
), ${withAsks ? asking : ""} told as (
  insert into event (organisation_id, id, kind, subject_kind, subject_id, actor_id, via, visible_to, facts, recorded_at)
  select $1, t.id, t.kind, t.subject_kind, t.subject_id, t.actor_id, t.via, t.visible_to, t.facts::jsonb, r.recorded_at
    from json_to_recordset($4::json) as t (
           "checkInId" uuid, "keyResultId" uuid, id uuid, kind text, subject_kind text, subject_id uuid, actor_id uuid,
           via text, visible_to uuid, facts text, at integer)
    join reported r on r.id = t."checkInId" and r.key_result_id = t."keyResultId"
   order by t.at
)
select id, key_result_id as "keyResultId", recorded_at as "recordedAt" from reported`;

const asking = `asked as (
  insert into ask (organisation_id, id, check_in_id, key_result_id, from_member_id, to_member_id, text, created_at)
  select $1, a.id, r.id, r.key_result_id, a."fromMemberId", a."toMemberId", a.text, r.recorded_at
    from json_to_recordset($5::json) as a (
           "checkInId" uuid, "keyResultId" uuid, id uuid, "fromMemberId" uuid, "toMemberId" uuid, text text)
    join reported r on r.id = a."checkInId" and r.key_result_id = a."keyResultId"
),`;

const recordWithoutAsks = recordReports(false);
const recordWithAsks = recordReports(true);

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

/**
 * Ends the transaction. At most one check-in of each key result. When each was recorded; null where the id is already
 * taken, and then nothing of it was written.
 */
export async function recordCheckIns(tx: SharedTx, checkIns: readonly NewCheckIn[]): Promise<(string | null)[]> {
  const asks = checkIns.flatMap(({ id, keyResultId, memberId, ask }) =>
    ask ? [{ ...ask, told: undefined, checkInId: id, keyResultId, fromMemberId: memberId }] : [],
  );
  const told = checkIns
    .flatMap(({ id, keyResultId, told, ask }) =>
      [told, ...(ask ? [ask.told] : [])].map((event) => ({ ...event, checkInId: id, keyResultId })),
    )
    .map((event, at) => ({ ...event, at }));
  const given = checkIns.map(({ moved, told: _told, ask: _ask, bodyHash, ...checkIn }) => ({
    ...checkIn,
    ...moved,
    bodyHash: bodyHash.toString("hex"),
  }));
  const values = [tx.organisationId, JSON.stringify(given), tx.now.toString(), JSON.stringify(told)];
  const rows = await tx.last<{ id: string; keyResultId: string; recordedAt: string }>(
    asks.length > 0
      ? CompiledQuery.raw(recordWithAsks, [...values, JSON.stringify(asks)])
      : CompiledQuery.raw(recordWithoutAsks, values),
  );
  const recorded = new Map(rows.map((row) => [row.keyResultId, row]));
  return checkIns.map(({ id, keyResultId }) => {
    const row = recorded.get(keyResultId);
    return row?.id === id ? row.recordedAt : null;
  });
}
