import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Group } from "../cells.ts";
import type { Figure } from "../publish.ts";
import { tally } from "../question.ts";
import { type PublishedPulse, TOOK_PART } from "../told.ts";
import { answersOf } from "./answers.ts";
import type { KeptCell } from "./pulses.ts";

/** Who was asked in each of these pulses, by group. */
export async function groupsOf(tx: Tx, pulseIds: readonly string[]): Promise<Map<string, Group[]>> {
  const { rows } = await sql<Group & { pulseId: string }>`
    select pulse_id as "pulseId", group_id as id, array_agg(member_id::text order by member_id) as "memberIds"
    from pulse_invited where organisation_id = ${tx.organisationId} and pulse_id = any(${[...pulseIds]}::uuid[])
    group by 1, 2 order by 1, 2`.execute(tx.db);
  return Map.groupBy(rows, ({ pulseId }) => pulseId);
}

/** The figures of these pulses, in the order of the cells they were fixed in. */
export function figuresOf(tx: Tx, pulseIds: readonly string[]) {
  return tx.db
    .selectFrom("pulse_figure")
    .select(["pulse_id as pulseId", "question", "cell", "share", "within", "answers_from as answersFrom"])
    .select((e) => [
      e.ref("reads").$castTo<Figure["reads"]>().as("reads"),
      e.ref("why").$castTo<Figure["why"]>().as("why"),
    ])
    .where("organisation_id", "=", tx.organisationId)
    .where(sql<boolean>`pulse_id = any(${[...pulseIds]}::uuid[])`)
    .execute();
}

/** Every pulse whose figures are out, the oldest first, with what only the product knows of it. */
export async function everyPublished(tx: Tx): Promise<PublishedPulse[]> {
  const pulses = await tx.db
    .selectFrom("pulse")
    .select(["id", "opens_at as opensAt", "closes_at as closesAt", "answers", "comments", "crowd"])
    .select((e) => [
      e.ref("questions").$castTo<string[]>().as("questions"),
      e.ref("cells").$castTo<KeptCell[]>().as("cells"),
      e.ref("turnout").$castTo<Record<string, number> | null>().as("turnout"),
    ])
    .where("organisation_id", "=", tx.organisationId)
    .where("state", "=", "closed")
    .orderBy("closes_at")
    .orderBy("id")
    .execute();
  const ids = pulses.map(({ id }) => id);
  const [groups, figures, answers] = [await groupsOf(tx, ids), await figuresOf(tx, ids), await answersOf(tx, ids)];
  const figuresIn = Map.groupBy(figures, ({ pulseId, question }) => `${pulseId} ${question}`);
  const answersIn = Map.groupBy(answers, ({ pulseId, question }) => `${pulseId} ${question}`);
  return pulses.map(({ id, opensAt, closesAt, cells, turnout, questions, ...limits }) => {
    const inGroups = groups.get(id) ?? [];
    const asked = questions.map((question) => ({
      question,
      figures: figuresIn.get(`${id} ${question}`) ?? [],
      tallies: tally(answersIn.get(`${id} ${question}`) ?? []),
    }));
    const part = {
      question: TOOK_PART,
      figures: figuresIn.get(`${id} ${TOOK_PART}`) ?? [],
      tallies: turnoutOf(inGroups, turnout ?? {}),
    };
    const days = { launchedOn: opensAt.slice(0, 10), closedOn: closesAt.slice(0, 10) };
    return { id, ...days, limits, cells, groups: inGroups, questions: [...asked, part] };
  });
}

/** Participation as answers: everyone asked, of whom some took part. */
export function turnoutOf(groups: readonly Group[], turnout: Readonly<Record<string, number>>) {
  return groups.map(({ id, memberIds }) => ({ group: id, answers: memberIds.length, favourable: turnout[id] ?? 0 }));
}

interface Publishing {
  turnout: Record<string, number>;
  commentCells: string[];
  questions: readonly { question: string; figures: readonly Figure[] }[];
}

/** Writes what is told of a pulse, once and for all. */
export async function publishPulse(
  tx: Tx,
  pulseId: string,
  { turnout, commentCells, questions }: Publishing,
): Promise<void> {
  const rows = questions.flatMap(({ question, figures }) =>
    figures.map(({ answersFrom, ...figure }) => ({ ...figure, question, answers_from: answersFrom })),
  );
  await sql`
    insert into pulse_figure (organisation_id, pulse_id, question, cell, reads, share, within, answers_from, why)
    select ${tx.organisationId}, ${pulseId}, f.question, f.cell, f.reads, f.share, f.within, f.answers_from, f.why
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as f (question text, cell text, reads text, share text, within text, answers_from integer, why text)`.execute(
    tx.db,
  );
  await tx.db
    .updateTable("pulse")
    .set({ state: "closed", turnout: JSON.stringify(turnout), comment_cells: JSON.stringify(commentCells) })
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", pulseId)
    .execute();
}

export interface EarlierFigure extends Pick<Figure, "reads" | "share"> {
  pulseId: string;
  question: string;
  openedAt: string;
}

/** A cell's figures in pulses that closed before one, the oldest first. */
export async function figuresBefore(tx: Tx, pulseId: string, cell: string): Promise<EarlierFigure[]> {
  const { rows } = await sql<EarlierFigure>`
    select f.pulse_id as "pulseId", f.question, f.reads, f.share, p.opens_at as "openedAt"
    from pulse_figure f
    join pulse p on p.organisation_id = f.organisation_id and p.id = f.pulse_id
    join pulse this on this.organisation_id = f.organisation_id and this.id = ${pulseId}
    where f.organisation_id = ${tx.organisationId} and f.cell = ${cell} and p.closes_at < this.closes_at
    order by p.closes_at, p.id`.execute(tx.db);
  return rows;
}
