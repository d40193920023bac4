import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { plain } from "../../okrs/public.ts";
import { planning as contract } from "../contract.ts";
import { planFact } from "../events.ts";
import { mayRemoveTemplate } from "../permissions.ts";
import { draftKeyResultsIn } from "../queries/draft-key-results.ts";
import { draftObjective } from "../queries/draft-objectives.ts";
import { addTemplate, removeTemplate, savedTemplate, savedTemplates, type TemplateRow } from "../queries/templates.ts";
import { builtIn, holdsWords, type Template, type TemplateKeyResult } from "../templates.ts";
import { draftFrom } from "./copying.ts";
import { isThere, mustNotBeRemoved } from "./lines.ts";
import { planToDraft } from "./loading.ts";
import { changing } from "./studio.ts";

const os = keeps(contract).objectiveTemplates;

export const objectiveTemplates = {
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const saved = (await savedTemplates(tx)).map((row) => presentSaved(row, context.viewer));
      const all = [...saved, ...builtIn.map(presentBuiltIn)];
      const { area, q = "" } = input;
      return { items: all.filter((each) => (!area || each.area === area) && holdsWords(each, q)) };
    }),
  ),
  save: os.save.handler(({ input, context }) =>
    context.write(async (tx) => {
      await save(tx, context.viewer, input);
      const row = await savedTemplate(tx, input.id);
      if (!row) throw notFound();
      return presentSaved(row, context.viewer);
    }),
  ),
  use: os.use.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { id, planId, draftObjectiveId } = input;
      const plan = await planToDraft(tx, viewer, planId);
      const saved = builtIn.find((each) => each.id === id) ? undefined : await savedTemplate(tx, id);
      const template = builtIn.find((each) => each.id === id) ?? (saved && presentSaved(saved, viewer));
      if (!template) throw notFound();
      await draftFrom(tx, plan, template, draftObjectiveId);
      return planId;
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      const row = await savedTemplate(tx, input.id);
      if (!row) throw notFound();
      if (!mayRemoveTemplate(context.viewer, row)) throw notAllowed("Ask who saved it, a champion or the owner.");
      await removeTemplate(tx, row.id);
      await tx.record(planFact("template-removed", row.id, { title: row.title }));
      return { done: true as const };
    }),
  ),
};

/** Saves a draft without its owners, its figures and its place in the line; the same again changes nothing. */
async function save(
  tx: Tx,
  viewer: Viewer,
  { id, ...asked }: { id: string; draftObjectiveId: string; title?: string },
): Promise<void> {
  const row = await draftObjective(tx, asked.draftObjectiveId);
  if (!isThere(viewer, row)) throw notFound();
  const hash = bodyHash(asked);
  const earlier = await savedTemplate(tx, id);
  if (earlier) {
    sameCreate(earlier, hash);
    return;
  }
  mustNotBeRemoved(row);
  if (row.private) {
    const todo = "Show the draft first: a template is everyone's.";
    throw refused({ field: "draftObjectiveId", expected: "a draft that everyone can see", todo });
  }
  const keyResults = await draftKeyResultsIn(tx, row);
  const { why, commitment } = row;
  const template = { id, title: asked.title ?? row.title, why, commitment, keyResults: keyResults.map(withoutFigures) };
  if (!(await addTemplate(tx, { ...template, savedBy: viewer.memberId, bodyHash: hash }))) {
    sameCreate(await savedTemplate(tx, id), hash);
    return;
  }
  await tx.record(planFact("template-saved", id, { title: template.title }));
}

function withoutFigures({ title, measure, unit, decimals, weight, source }: TemplateKeyResult): TemplateKeyResult {
  const open = measure.kind === "metric" ? { kind: "metric" as const, start: null, target: null } : measure;
  return { title, measure: open, unit, decimals, weight: plain(weight), source };
}

function presentSaved(row: TemplateRow, viewer: Viewer) {
  return {
    id: row.id,
    builtIn: false,
    area: "own" as const,
    title: row.title,
    why: row.why,
    commitment: row.commitment as Template["commitment"],
    keyResults: row.keyResults as unknown as TemplateKeyResult[],
    savedBy: { id: row.savedBy, name: row.savedByName },
    savedAt: row.savedAt,
    can: { remove: mayRemoveTemplate(viewer, row) },
  };
}

function presentBuiltIn(template: Template) {
  return { ...template, builtIn: true, savedBy: null, savedAt: null, can: { remove: false } };
}
