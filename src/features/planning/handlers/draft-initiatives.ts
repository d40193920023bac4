import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { planning as contract } from "../contract.ts";
import { moveRefusals } from "../moves.ts";
import { addDraftInitiative, type DraftInitiativeBody, draftInitiativesOf } from "../queries/draft-initiatives.ts";
import { draftKeyResultsOf } from "../queries/draft-key-results.ts";
import { initiativeLine } from "./kinds.ts";
import { addOnce, edit, lineToDraft, ownerRefusals, remove, reorder, restore } from "./lines.ts";
import { planToDraft } from "./loading.ts";
import { changing } from "./studio.ts";

const os = keeps(contract).draftInitiatives;

export const draftInitiatives = {
  create: os.create.handler(({ input, context }) => changing(context, (tx, viewer) => draft(tx, viewer, input))),
  update: os.update.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan, row } = await lineToDraft(tx, viewer, initiativeLine, input.id);
      await edit(tx, plan, initiativeLine, row, input, async (after, fresh) => [
        ...(await ownerRefusals(tx, fresh.ownerId, { plan, private: after.private })),
        ...dateRefusals(after),
        ...(fresh.moves || fresh.private === false
          ? moveRefusals(after.moves, await draftKeyResultsOf(tx, plan.id), after)
          : []),
      ]);
      return plan.id;
    }),
  ),
  reorder: os.reorder.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { planId, ids } = input;
      const plan = await planToDraft(tx, viewer, planId);
      const there = await draftInitiativesOf(tx, planId);
      const expected = "a draft initiative of this plan";
      await reorder(tx, plan, initiativeLine, { placeId: planId, there, ids, expected });
      return planId;
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    changing(context, (tx, viewer) => remove(tx, viewer, initiativeLine, input.id)),
  ),
  restore: os.restore.handler(({ input, context }) =>
    changing(context, (tx, viewer) => restore(tx, viewer, initiativeLine, input.id)),
  ),
};

type NewDraft = Required<Omit<DraftInitiativeBody, "private">> & { id: string; planId: string; rank?: number };

/** Private where it moves what is; the same again changes nothing. */
async function draft(tx: Tx, viewer: Viewer, asked: NewDraft): Promise<string> {
  const { id, planId, moves, ...body } = asked;
  const plan = await planToDraft(tx, viewer, planId);
  const there = await draftKeyResultsOf(tx, planId);
  const moved = new Set(moves.map(({ draftKeyResultId }) => draftKeyResultId));
  const hidden = there.some((each) => each.private && moved.has(each.id));
  const hash = bodyHash({ planId, moves, ...body });
  await addOnce(
    tx,
    plan,
    initiativeLine,
    { ...asked, private: hidden },
    {
      hash,
      refusals: async () => [
        ...(await ownerRefusals(tx, body.ownerId, { plan, private: hidden })),
        ...dateRefusals(body),
        ...moveRefusals(moves, there, { private: hidden }),
      ],
      add: () => addDraftInitiative(tx, { ...body, id, moves, private: hidden, planId, bodyHash: hash }),
    },
  );
  return planId;
}

function dateRefusals({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): FieldProblem[] {
  if (startsOn === null || endsOn === null || startsOn <= endsOn) return [];
  const todo = "Choose a later last day, or an earlier first one.";
  return [{ field: "endsOn", expected: `a last day on or after ${startsOn}`, todo }];
}
