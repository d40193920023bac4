import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { planning as contract } from "../contract.ts";
import { draftKeyResult, writeAnswer } from "../queries/draft-key-results.ts";
import { answerRefusals } from "../review.ts";
import { keyResultLine } from "./kinds.ts";
import { isThere, lineOf, mustNotBeRemoved } from "./lines.ts";
import { mustBeOpen, planToChange, refuseIfAny } from "./loading.ts";
import { changing } from "./studio.ts";
import { tell } from "./telling.ts";

const os = keeps(contract).draftKeyResults;

export const acceptance = {
  accept: os.accept.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { id, version, answer, confidence, reason } = input;
      const { plan, row } = await owned(tx, viewer, id);
      mustNotBeRemoved(row);
      sameVersion(row, version, { answer, measure: undefined });
      refuseIfAny(answerRefusals(answer, { confidence, reason }));
      const accepted = answer === "accepted";
      const said = { answer, confidence: accepted ? confidence : null, reason: accepted ? "" : reason };
      await writeAnswer(tx, id, said);
      const facts = accepted ? { confidence } : { reason };
      await tell(tx, plan, lineOf(keyResultLine, row), accepted ? "draft-accepted" : "draft-declined", facts);
      return plan.id;
    }),
  ),
  takeBackAcceptance: os.takeBackAcceptance.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { plan, row } = await owned(tx, viewer, input.id);
      if (row.answer !== "waiting") {
        await writeAnswer(tx, row.id, null);
        await tell(tx, plan, lineOf(keyResultLine, row), "draft-answer-withdrawn");
      }
      return plan.id;
    }),
  ),
};

/** A key result that the viewer owns, whoever's plan it stands in; the plan is locked before it is read again. */
async function owned(tx: Tx, viewer: Viewer, id: string) {
  const found = await draftKeyResult(tx, id);
  if (!isThere(viewer, found)) throw notFound();
  const plan = await planToChange(tx, viewer, found.planId);
  const row = await draftKeyResult(tx, id);
  if (!row) throw notFound();
  if (row.ownerId !== viewer.memberId) throw notAllowed("Its owner answers for it: ask them.");
  mustBeOpen(plan);
  return { plan, row };
}
