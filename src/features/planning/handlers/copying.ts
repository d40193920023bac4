/** Drafts made from what is there already: copies of drafts, and of templates. */
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash } from "../../../platform/edits.ts";
import { newId } from "../../../platform/ids.ts";
import { refused } from "../../../platform/refusals.ts";
import { plain } from "../../okrs/public.ts";
import { addDraftKeyResult, type DraftKeyResultRow, draftKeyResultsIn } from "../queries/draft-key-results.ts";
import { addDraftObjective, type DraftObjectiveRow } from "../queries/draft-objectives.ts";
import type { PlanRow } from "../queries/plans.ts";
import type { Template, TemplateKeyResult } from "../templates.ts";
import { objectiveLine } from "./kinds.ts";
import { addOnce } from "./lines.ts";

/** Copies a draft with its key results, which their owners are asked about anew; the same again changes nothing. */
export async function copyObjective(tx: Tx, plan: PlanRow, row: DraftObjectiveRow, copyId: string): Promise<void> {
  if (row.private && plan.ownerId !== row.planOwnerId) {
    const todo = "Show the draft first, or copy it within your personal plan.";
    throw refused({ field: "planId", expected: "your personal plan, because the draft is private", todo });
  }
  const keyResults = await draftKeyResultsIn(tx, row);
  const copy = {
    title: row.title,
    why: row.why,
    commitment: row.commitment,
    ownerId: row.ownerId,
    energy: row.energy === null ? null : plain(row.energy),
    parent: row.parent,
    mode: row.mode,
    weight: plain(row.weight),
    private: row.private,
  };
  const hash = bodyHash({ copyOf: row.id, planId: plan.id });
  await addWithKeyResults(tx, plan, { ...copy, id: copyId, keyResults: keyResults.map(asNew) }, hash);
}

/** Drafts an objective from a template; the same again changes nothing. */
export async function draftFrom(
  tx: Tx,
  plan: PlanRow,
  template: Pick<Template, "id" | "title" | "why" | "commitment" | "keyResults">,
  id: string,
): Promise<void> {
  const { title, why, commitment, keyResults } = template;
  const open = { ownerId: null, energy: null, parent: null, mode: "supports", weight: "1", private: false };
  const draft = {
    ...open,
    id,
    title,
    why,
    commitment,
    keyResults: keyResults.map((each) => ({ ...each, ownerId: null })),
  };
  await addWithKeyResults(tx, plan, draft, bodyHash({ template: template.id, planId: plan.id }));
}

type NewDraft = Omit<Parameters<typeof addDraftObjective>[1], "planId" | "bodyHash" | "rank"> & {
  keyResults: (TemplateKeyResult & { ownerId: string | null })[];
};

async function addWithKeyResults(tx: Tx, plan: PlanRow, draft: NewDraft, hash: Buffer): Promise<void> {
  const add = async () => {
    const added = await addDraftObjective(tx, { ...draft, planId: plan.id, bodyHash: hash });
    for (const keyResult of added ? draft.keyResults : []) {
      const its = { ...withStepsOfItsOwn(keyResult), id: newId(), draftObjectiveId: draft.id };
      await addDraftKeyResult(tx, { ...its, bodyHash: bodyHash(its) });
    }
    return added;
  };
  await addOnce(tx, plan, objectiveLine, draft, { hash, add });
}

/** A draft key result as a new one is made. */
export function asNew({ title, ownerId, measure, unit, decimals, weight, source }: DraftKeyResultRow) {
  return { title, ownerId, measure, unit, decimals, weight: plain(weight), source };
}

/** Check-ins tell steps apart by their ids, so a copy's are new. */
export function withStepsOfItsOwn<Each extends Pick<TemplateKeyResult, "measure">>(keyResult: Each): Each {
  const { measure } = keyResult;
  if (measure.kind === "milestones") {
    const milestones = measure.milestones.map((step) => ({ ...step, id: newId() }));
    return { ...keyResult, measure: { ...measure, milestones } };
  }
  if (measure.kind !== "score-table") return keyResult;
  return { ...keyResult, measure: { ...measure, steps: measure.steps.map((step) => ({ ...step, id: newId() })) } };
}
