import type { Tx } from "../../../platform/database/database.ts";
import type { TemplateKeyResult } from "../templates.ts";

function templates(tx: Tx) {
  return tx.db
    .selectFrom("objective_template as t")
    .innerJoin("member as m", (on) =>
      on.onRef("m.organisation_id", "=", "t.organisation_id").onRef("m.id", "=", "t.saved_by"),
    )
    .where("t.organisation_id", "=", tx.organisationId)
    .select([
      "t.id",
      "t.title",
      "t.why",
      "t.commitment",
      "t.key_results as keyResults",
      "t.saved_by as savedBy",
      "m.name as savedByName",
      "t.created_at as savedAt",
      "t.body_hash",
    ]);
}

export type TemplateRow = Awaited<ReturnType<typeof savedTemplates>>[number];

/** The last one saved first. */
export function savedTemplates(tx: Tx) {
  return templates(tx).orderBy("t.created_at", "desc").orderBy("t.id").limit(500).execute();
}

export function savedTemplate(tx: Tx, id: string) {
  return templates(tx).where("t.id", "=", id).executeTakeFirst();
}

interface NewTemplate {
  id: string;
  title: string;
  why: string;
  commitment: string;
  keyResults: TemplateKeyResult[];
  savedBy: string;
  bodyHash: Buffer;
}

/** False where the id is already taken. */
export async function addTemplate(tx: Tx, template: NewTemplate): Promise<boolean> {
  const added = await tx.db
    .insertInto("objective_template")
    .values({
      organisation_id: tx.organisationId,
      id: template.id,
      title: template.title,
      why: template.why,
      commitment: template.commitment,
      key_results: JSON.stringify(template.keyResults),
      saved_by: template.savedBy,
      body_hash: template.bodyHash,
      created_at: tx.now.toString(),
    })
    .onConflict((already) => already.doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

export async function removeTemplate(tx: Tx, id: string) {
  await tx.db
    .deleteFrom("objective_template")
    .where("organisation_id", "=", tx.organisationId)
    .where("id", "=", id)
    .execute();
}
