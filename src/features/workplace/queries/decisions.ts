import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";

interface Named {
  id: string;
  name: string;
}

export interface DecisionRow {
  id: string;
  question: string;
  context: string;
  askedBy: Named;
  people: (Named & { timeZone: string; answered: boolean })[];
  closesAt: string;
  decided: string | null;
  decidedBy: Named | null;
  decidedAt: string | null;
  body_hash: Buffer;
}

export async function decisionById(tx: Tx, id: string): Promise<DecisionRow | undefined> {
  const { rows } = await decisions(tx, sql`d.id = ${id}`).execute(tx.db);
  return rows[0];
}

/** Those that a member asks or is asked; open ones by their hour, then the latest decided; at most 100. */
export async function decisionsWith(tx: Tx, memberId: string): Promise<DecisionRow[]> {
  const isOne = sql`(d.asked_by = ${memberId} or exists (select 1 from written_decision_member a
    where a.organisation_id = d.organisation_id and a.decision_id = d.id and a.member_id = ${memberId}))`;
  const { rows } = await decisions(tx, isOne).execute(tx.db);
  return rows;
}

/** A first comment or a reply of theirs is an answer. */
function decisions(tx: Tx, which: RawBuilder<unknown>) {
  const { organisationId } = tx;
  return sql<DecisionRow>`
    select d.id, d.question, d.context, d.closes_at as "closesAt", d.decided, d.decided_at as "decidedAt", d.body_hash,
      json_build_object('id', asks.id, 'name', asks.name) as "askedBy",
      case when by.id is not null then json_build_object('id', by.id, 'name', by.name) end as "decidedBy",
      (select json_agg(json_build_object('id', m.id, 'name', m.name, 'timeZone', m.time_zone, 'answered',
          exists (select 1 from comment c where c.organisation_id = ${organisationId} and c.subject_id = d.id
            and c.subject_kind = 'written-decision' and c.author_id = m.id and c.removed_at is null))
          order by lower(m.name), m.id)
        from written_decision_member a join member m on m.organisation_id = a.organisation_id and m.id = a.member_id
        where a.organisation_id = ${organisationId} and a.decision_id = d.id) as people
    from written_decision d
    join member asks on asks.organisation_id = d.organisation_id and asks.id = d.asked_by
    left join member by on by.organisation_id = d.organisation_id and by.id = d.decided_by
    where d.organisation_id = ${organisationId} and ${which}
    order by d.decided_at is not null, d.decided_at desc, d.closes_at, d.id limit 100`;
}

interface NewDecision {
  id: string;
  question: string;
  context: string;
  askedBy: string;
  closesAt: string;
  memberIds: readonly string[];
  bodyHash: Buffer;
}

/** With whom it is asked of; false where the id is already taken. */
export async function insertDecision(tx: Tx, row: NewDecision): Promise<boolean> {
  const { organisationId } = tx;
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("written_decision")
    .values({
      organisation_id: organisationId,
      id: row.id,
      question: row.question,
      context: row.context,
      asked_by: row.askedBy,
      closes_at: row.closesAt,
      body_hash: row.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((taken) => taken.columns(["organisation_id", "id"]).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  const people = row.memberIds.map((id) => ({ organisation_id: organisationId, decision_id: row.id, member_id: id }));
  await tx.db.insertInto("written_decision_member").values(people).execute();
  return true;
}

/** False where it was decided before. */
export async function writeDecision(tx: Tx, id: string, text: string, memberId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable("written_decision")
    .set({ decided: text, decided_by: memberId, decided_at: tx.now.toString() })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .where("decided", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
