import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Hypothesis, Kind } from "../hypothesis.ts";

type Words = Omit<Hypothesis, "kind" | "title" | "ownerId" | "startsOn" | "decidesOn">;

export interface PolicyRow {
  id: string;
  kind: Kind;
  title: string;
  ownerId: string;
  ownerName: string;
  startsOn: string | null;
  decidesOn: string | null;
  words: Words;
  sealed: Hypothesis | null;
  sealedAt: string | null;
  sealedBy: string | null;
  sealedByName: string | null;
  seed: string | null;
  decision: "keep" | "change" | "stop" | null;
  /** The last day on which it covers anybody; null: until further notice, or it never does. */
  lastDay: string | null;
  previousId: string | null;
  previousTitle: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  body_hash: Buffer;
}

/** Every policy, those that start last first, drafts without a start before them. */
export async function policiesInOrder(tx: Tx): Promise<PolicyRow[]> {
  const { rows } = await policyRows(tx, sql`true`).execute(tx.db);
  return rows;
}

export async function policyById(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  const { rows } = await policyRows(tx, sql`p.id = ${id}`).execute(tx.db);
  return rows[0];
}

/** Locks it against another change. */
export async function holdPolicy(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  await tx.db
    .selectFrom("policy")
    .select("id")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return policyById(tx, id);
}

/** The draft that a decision to change began. */
export async function policyAfter(tx: Tx, id: string): Promise<PolicyRow | undefined> {
  const { rows } = await policyRows(tx, sql`p.previous_id = ${id}`).execute(tx.db);
  return rows[0];
}

function policyRows(tx: Tx, which: ReturnType<typeof sql>) {
  return sql<PolicyRow>`
    select p.id, p.kind, p.title, p.owner_id as "ownerId", m.name as "ownerName", p.starts_on as "startsOn",
      p.decides_on as "decidesOn", p.words, p.sealed, p.sealed_at as "sealedAt", p.sealed_by as "sealedBy",
      sealer.name as "sealedByName", p.seed, p.decision, p.previous_id as "previousId", prior.title as "previousTitle",
      p.version, p.created_at as "createdAt", p.updated_at as "updatedAt", p.body_hash,
      (select case when count(*) filter (where s.to_day is null) = 0 then max(s.to_day) end from policy_scope s
        where s.organisation_id = p.organisation_id and s.policy_id = p.id) as "lastDay"
    from policy p
    join member m on m.organisation_id = p.organisation_id and m.id = p.owner_id
    left join member sealer on sealer.organisation_id = p.organisation_id and sealer.id = p.sealed_by
    left join policy prior on prior.organisation_id = p.organisation_id and prior.id = p.previous_id
    where p.organisation_id = ${tx.organisationId} and ${which}
    order by p.starts_on desc nulls first, p.created_at desc, p.id`;
}

/** The hypothesis of a row, as it is now. */
export function hypothesisOf({ kind, title, ownerId, startsOn, decidesOn, words }: PolicyRow): Hypothesis {
  return { kind, title, ownerId, startsOn, decidesOn, ...words };
}

/** False where the id is already taken. */
export async function insertPolicy(
  tx: Tx,
  policy: { id: string; hypothesis: Hypothesis; previousId: string | null; bodyHash: Buffer },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("policy")
    .values({
      ...columnsOf(policy.hypothesis),
      organisation_id: tx.organisationId,
      id: policy.id,
      previous_id: policy.previousId,
      body_hash: policy.bodyHash,
      created_at: tx.now.toString(),
      updated_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await writeLinks(tx, policy.id, policy.hypothesis);
  return true;
}

/** Writes the words as they are now, with what they link to. */
export async function writeHypothesis(tx: Tx, id: string, hypothesis: Hypothesis): Promise<void> {
  await changePolicy(tx, id, columnsOf(hypothesis));
  await writeLinks(tx, id, hypothesis);
}

export function writeSeal(
  tx: Tx,
  id: string,
  sealed: Hypothesis,
  memberId: string,
  seed: string | null,
): Promise<void> {
  const at = tx.now.toString();
  return changePolicy(tx, id, { sealed: JSON.stringify(sealed), sealed_at: at, sealed_by: memberId, seed });
}

export function writeDecision(tx: Tx, id: string, decision: "keep" | "change" | "stop"): Promise<void> {
  return changePolicy(tx, id, { decision });
}

/** Counts a change of what belongs to it. */
export function touchPolicy(tx: Tx, id: string): Promise<void> {
  return changePolicy(tx, id, {});
}

export async function deletePolicy(tx: Tx, id: string): Promise<void> {
  await tx.db.deleteFrom("policy").where("organisation_id", "=", tx.organisationId).where("id", "=", id).execute();
}

type Columns = Partial<ReturnType<typeof columnsOf>> & {
  sealed?: string;
  sealed_at?: string;
  sealed_by?: string;
  seed?: string | null;
  decision?: string;
};

async function changePolicy(tx: Tx, id: string, columns: Columns): Promise<void> {
  await tx.db
    .updateTable("policy")
    .set((e) => ({ ...columns, updated_at: tx.now.toString(), version: e("version", "+", 1) }))
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}

function columnsOf({ kind, title, ownerId, startsOn, decidesOn, ...words }: Hypothesis) {
  return {
    kind,
    title,
    owner_id: ownerId,
    starts_on: startsOn,
    decides_on: decidesOn,
    words: JSON.stringify(words satisfies Words),
  };
}

/** The line through the policy, so that a key result and an imperative find it. */
async function writeLinks(tx: Tx, policyId: string, { imperativeIds, outcomes }: Hypothesis): Promise<void> {
  const { organisationId, db } = tx;
  const keyResultIds = outcomes.flatMap(({ measure }) => (measure.kind === "key-results" ? measure.ids : []));
  await db
    .deleteFrom("policy_link")
    .where("organisation_id", "=", organisationId)
    .where("policy_id", "=", policyId)
    .execute();
  await sql`insert into policy_link (organisation_id, policy_id, imperative_id, key_result_id)
    select organisation_id, ${policyId}::uuid, id, null::uuid from imperative
      where organisation_id = ${organisationId} and id = any(${[...imperativeIds]}::uuid[])
    union all
    select organisation_id, ${policyId}::uuid, null, id from key_result
      where organisation_id = ${organisationId} and id = any(${keyResultIds}::uuid[])`.execute(db);
}

/** Policies that are linked to this imperative or key result. */
export async function policiesLinkedTo(tx: Tx, id: string): Promise<Set<string>> {
  const { rows } = await sql<{ policyId: string }>`
    select policy_id as "policyId" from policy_link
    where organisation_id = ${tx.organisationId} and (imperative_id = ${id} or key_result_id = ${id})`.execute(tx.db);
  return new Set(rows.map(({ policyId }) => policyId));
}

export interface LinesOf {
  policyId: string;
  imperativeIds: string[];
  keyResults: { id: string; objectiveId: string }[];
}

/** What policies link, archived imperatives and what is private to somebody left out. */
export async function linesThrough(tx: Tx): Promise<LinesOf[]> {
  const { rows } = await sql<LinesOf>`
    select l.policy_id as "policyId", coalesce(json_agg(i.id) filter (where i.id is not null), '[]') as "imperativeIds",
      coalesce(json_agg(json_build_object('id', k.id, 'objectiveId', o.id)) filter (where o.id is not null), '[]')
        as "keyResults"
    from policy_link l
    left join imperative i on i.organisation_id = l.organisation_id and i.id = l.imperative_id and i.archived_at is null
    left join key_result k on k.organisation_id = l.organisation_id and k.id = l.key_result_id
    left join objective o on o.organisation_id = k.organisation_id and o.id = k.objective_id and not o.private
    where l.organisation_id = ${tx.organisationId}
    group by l.policy_id`.execute(tx.db);
  return rows.filter(({ imperativeIds, keyResults }) => imperativeIds.length + keyResults.length > 0);
}
