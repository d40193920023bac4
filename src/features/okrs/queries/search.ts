import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../permissions.ts";
import { afterWord, wordsOf } from "../title-words.ts";
import { visible } from "./visible.ts";

/** What can be found; `objectiveId` is the objective whose readers may find it, null where the room it belongs to decides. */
export interface Titled {
  kind: string;
  id: string;
  title: string;
  objectiveId: string | null;
}

/** Makes a title findable, in place of the one it had. */
export async function makeFindable(tx: Tx, titled: Titled): Promise<void> {
  await removeFindable(tx, titled.id);
  await addFindable(tx, titled);
}

/** The same for what is new, however many. */
export async function addFindable(tx: Tx, ...titled: readonly Titled[]): Promise<void> {
  const rows = titled.flatMap((each) => wordsOf(each.title).map((word) => ({ ...each, word })));
  if (rows.length === 0) return;
  const column = (name: keyof (typeof rows)[number]) => rows.map((row) => row[name]);
  await sql`insert into title_word (organisation_id, kind, subject_id, title, objective_id, word)
    select ${tx.organisationId}, t.kind, t.subject_id, t.title, t.objective_id, t.word
    from unnest(${column("kind")}::text[], ${column("id")}::uuid[], ${column("title")}::text[],
      ${column("objectiveId")}::uuid[], ${column("word")}::text[]) as t (kind, subject_id, title, objective_id, word)`.execute(
    tx.db,
  );
}

/** How a verb makes what it made findable: at once, or by whoever makes many and adds them together. */
export type MakesFindable = (tx: Tx, titled: Titled) => Promise<void>;

export async function removeFindable(tx: Tx, id: string): Promise<void> {
  await tx.db
    .deleteFrom("title_word")
    .where("organisation_id", "=", tx.organisationId)
    .where("subject_id", "=", id)
    .execute();
}

/** The same for an objective and everything beneath it. */
export async function removeFindableOf(tx: Tx, objectiveId: string): Promise<void> {
  await tx.db
    .deleteFrom("title_word")
    .where("organisation_id", "=", tx.organisationId)
    .where("objective_id", "=", objectiveId)
    .execute();
}

/** Words asked for, as the ranges of words that begin with them; the longest first, since it narrows most. */
export function wordRanges(asked: string): { from: string; until: string }[] {
  return wordsOf(asked)
    .toSorted((one, other) => other.length - one.length)
    .slice(0, 8)
    .map((word) => ({ from: word, until: afterWord(word) }));
}

/** Whether the title of the row whose id is in this column, of this kind, holds every word asked for. */
export function titleHasWords(tx: Tx, kind: string, id: string, words: ReturnType<typeof wordRanges>) {
  const each = words.map(
    ({ from, until }) => sql`exists (select from title_word w where w.organisation_id = ${tx.organisationId}
      and w.subject_id = ${sql.ref(id)} and w.kind = ${kind} and w.word >= ${from} and w.word < ${until})`,
  );
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

/** Most candidates that one search weighs: past these, more letters find what is meant. */
const candidates = 400;

/**
 * Titles of objectives and of what hangs on them that hold every word, or one that begins with it: titles that begin
 * so first, then active cycles, then by title. `open`: of cycles that are not closed. `takesCheckIns`: open key results
 * of open objectives in cycles that are under way (cycle.ts).
 */
export async function titlesFound(
  tx: Tx,
  viewer: Viewer,
  asked: string,
  { limit, open, takesCheckIns }: { limit: number; open: boolean; takesCheckIns: boolean },
): Promise<Titled[]> {
  const [first, ...others] = wordRanges(asked);
  if (!first) return [];
  const also = others.map(
    ({ from, until }) => sql`and exists (select from title_word a where a.organisation_id = ${tx.organisationId}
      and a.subject_id = w.subject_id and a.kind = w.kind and a.word >= ${from} and a.word < ${until})`,
  );
  const { rows } = await sql<Titled>`
    select f.kind, f.subject_id as id, f.title, f.objective_id as "objectiveId"
    from (
      select distinct on (w.kind, w.subject_id) w.kind, w.subject_id, w.title, w.objective_id, o.cycle_id
      from title_word w
      join objective o on o.organisation_id = ${tx.organisationId} and o.id = w.objective_id
      where w.organisation_id = ${tx.organisationId} and w.word >= ${first.from} and w.word < ${first.until} ${sql.join(also, sql` `)}
        and ${visible(viewer, "o")} ${
          open
            ? sql`and exists (select from cycle c
          where c.organisation_id = ${tx.organisationId} and c.id = o.cycle_id and c.state <> 'closed')`
            : sql``
        } ${takesCheckIns ? thatTakeCheckIns(tx) : sql``}
      limit ${candidates}
    ) f
    left join cycle c on c.organisation_id = ${tx.organisationId} and c.id = f.cycle_id
    order by starts_with(lower(f.title), lower(${asked})) desc, (c.state in ('active', 'closing')) desc nulls last, f.title, f.subject_id
    limit ${limit}`.execute(tx.db);
  return rows;
}

function thatTakeCheckIns({ organisationId }: Tx) {
  return sql`and w.kind = 'key-result' and o.state = 'open'
    and exists (select from key_result k where k.organisation_id = ${organisationId} and k.id = w.subject_id and k.state = 'open')
    and exists (select from cycle c
      where c.organisation_id = ${organisationId} and c.id = o.cycle_id and c.state in ('active', 'closing'))`;
}
