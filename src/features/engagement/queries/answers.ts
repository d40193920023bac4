import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Answer } from "../question.ts";

/** False where this member took part already. */
export async function takePart(tx: Tx, pulseId: string, memberId: string): Promise<boolean> {
  const added = await tx.db
    .insertInto("pulse_part")
    .values({ organisation_id: tx.organisationId, pulse_id: pulseId, member_id: memberId })
    .onConflict((already) => already.doNothing())
    .returning("pulse_id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function tookPart(tx: Tx, pulseId: string, memberId: string): Promise<boolean> {
  const part = await tx.db
    .selectFrom("pulse_part")
    .select("pulse_id")
    .where("organisation_id", "=", tx.organisationId)
    .where("pulse_id", "=", pulseId)
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return part !== undefined;
}

/** Where the answer could not be kept, its member may give it again. */
export async function takeBackPart(tx: Tx, pulseId: string, memberId: string): Promise<void> {
  await tx.db
    .deleteFrom("pulse_part")
    .where("organisation_id", "=", tx.organisationId)
    .where("pulse_id", "=", pulseId)
    .where("member_id", "=", memberId)
    .execute();
}

/** How many of each group took part; from now on nobody knows who. */
export async function forgetParts(tx: Tx, pulseId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ group: string; count: number }>`
    with gone as (
      delete from pulse_part where organisation_id = ${tx.organisationId} and pulse_id = ${pulseId} returning member_id
    )
    select i.group_id as "group", count(*) as count
    from gone join pulse_invited i
      on i.organisation_id = ${tx.organisationId} and i.pulse_id = ${pulseId} and i.member_id = gone.member_id
    group by 1`.execute(tx.db);
  return Object.fromEntries(rows.map(({ group, count }) => [group, count]));
}

/** Takes some that wait out at random, skipping those in another's hands; null takes all. */
export async function takeWaiting(tx: Tx, pulseId: string, count: number | null): Promise<Buffer[]> {
  const { rows } = await sql<{ sealed: Buffer }>`
    delete from pulse_waiting where organisation_id = ${tx.organisationId} and id in (
      select id from pulse_waiting where organisation_id = ${tx.organisationId} and pulse_id = ${pulseId}
      order by random() limit ${count}::integer for update ${count === null ? sql`` : sql`skip locked`})
    returning sealed`.execute(tx.db);
  return rows.map(({ sealed }) => sealed);
}

/** Puts them into the pool in this order, in one statement, each with a random id. */
export async function putWaiting(tx: Tx, pulseId: string, sealed: readonly Buffer[]): Promise<void> {
  await sql`
    insert into pulse_waiting (organisation_id, id, pulse_id, sealed)
    select ${tx.organisationId}, gen_random_uuid(), ${pulseId}, w.sealed
    from unnest(${[...sealed]}::bytea[]) with ordinality as w (sealed, at) order by w.at`.execute(tx.db);
}

/** Writes answers to one question in this order, in one statement, each with a random id. */
export async function writeAnswers(
  tx: Tx,
  pulseId: string,
  question: string,
  answers: readonly { group: string; answer: number }[],
): Promise<void> {
  if (answers.length === 0) return;
  await sql`
    insert into pulse_answer (organisation_id, id, pulse_id, question, group_id, answer)
    select ${tx.organisationId}, gen_random_uuid(), ${pulseId}, ${question}, a.group_id, a.answer
    from unnest(${answers.map(({ group }) => group)}::text[], ${answers.map(({ answer }) => answer)}::smallint[])
      with ordinality as a (group_id, answer, at) order by a.at`.execute(tx.db);
}

/** Writes comments in this order, in one statement, each with a random id. */
export async function writeComments(
  tx: Tx,
  pulseId: string,
  comments: readonly { group: string; text: string }[],
): Promise<void> {
  if (comments.length === 0) return;
  await sql`
    insert into pulse_comment (organisation_id, id, pulse_id, group_id, text)
    select ${tx.organisationId}, gen_random_uuid(), ${pulseId}, c.group_id, c.text
    from unnest(${comments.map(({ group }) => group)}::text[], ${comments.map(({ text }) => text)}::text[])
      with ordinality as c (group_id, text, at) order by c.at`.execute(tx.db);
}

/** Every answer of these pulses. */
export function answersOf(tx: Tx, pulseIds: readonly string[]) {
  return tx.db
    .selectFrom("pulse_answer")
    .select(["pulse_id as pulseId", "question", "group_id as group"])
    .select((e) => e.ref("answer").$castTo<Answer>().as("answer"))
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`pulse_id = any(${[...pulseIds]}::uuid[])`)
    .execute();
}

/** The comments of a pulse, by their random ids. */
export function commentsOf(tx: Tx, pulseId: string) {
  return tx.db
    .selectFrom("pulse_comment")
    .select(["group_id as group", "text"])
    .where("organisation_id", "=", tx.organisationId)
    .where("pulse_id", "=", pulseId)
    .orderBy("id")
    .execute();
}
