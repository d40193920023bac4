import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound } from "../../../platform/refusals.ts";
import { planning as contract } from "../contract.ts";
import { type DraftKeyResultRow, draftKeyResult, writeAnswer } from "../queries/draft-key-results.ts";
import { answerRefusals } from "../review.ts";
import { isThere, mustBeOpen, mustNotBeRemoved, planToChange, refuseIfAny, tell } from "./loading.ts";
import { studioPage } from "./studio.ts";

const os = keeps(contract).draftKeyResults;

export const acceptance = {
  accept: os.accept.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, answer, confidence, reason } = input;
      const { plan, row } = await owned(tx, context.viewer, id);
      mustNotBeRemoved(row);
      sameVersion(row, version, { answer, measure: undefined });
      refuseIfAny(answerRefusals(answer, { confidence, reason }));
      const accepted = answer === "accepted";
      const said = { answer, confidence: accepted ? confidence : null, reason: accepted ? "" : reason };
      await writeAnswer(tx, id, said);
      const facts = accepted ? { confidence } : { reason };
      await tell(tx, plan, lineOf(row), accepted ? "draft-accepted" : "draft-declined", facts);
      return studioPage(tx, context.viewer, plan.id);
    }),
  ),
  takeBackAcceptance: os.takeBackAcceptance.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { plan, row } = await owned(tx, context.viewer, input.id);
      if (row.answer !== "waiting") {
        await writeAnswer(tx, row.id, null);
        await tell(tx, plan, lineOf(row), "draft-answer-withdrawn");
      }
      return studioPage(tx, context.viewer, plan.id);
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

function lineOf({ id, title, private: hidden }: DraftKeyResultRow) {
  return { kind: "draft-key-result" as const, id, title, private: hidden };
}
