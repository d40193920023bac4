import { sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed } from "../../../platform/refusals.ts";
import { closingRefusals } from "../closing-time.ts";
import { planning as contract } from "../contract.ts";
import { planFact } from "../events.ts";
import { draftObjectivesOf } from "../queries/draft-objectives.ts";
import { changePlan, known } from "../queries/plans.ts";
import { reviewersOf, writeReviewers, writeVerdict } from "../queries/reviewers.ts";
import { draftRefusals, type PlanState, reviewableRefusals, reviewerRefusals, verdictRefusals } from "../review.ts";
import { mustBeOpen, planToChange, planToDraft, refuseIfAny } from "./loading.ts";
import { changing } from "./studio.ts";
import { stateNow } from "./telling.ts";

const os = keeps(contract).plans;

export const reviews = {
  askForReview: os.askForReview.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { id, version, reviewerIds, closes } = input;
      const plan = await planToDraft(tx, viewer, id);
      sameVersion({ ...plan, reviewerIds: await namesOf(tx, id) }, version, { reviewerIds });
      const { members } = await known(tx, { memberIds: reviewerIds });
      refuseIfAny([
        ...reviewableRefusals(await draftObjectivesOf(tx, id)),
        ...reviewerRefusals(reviewerIds, members, viewer.memberId),
        ...closingRefusals(closes, members, tx.now),
      ]);
      await writeReviewers(tx, id, reviewerIds);
      const round = plan.state === "drafting" ? plan.round : plan.round + 1;
      await changePlan(tx, id, { state: "in-review", round, asked: { by: viewer.memberId, closes } });
      await tx.record(planFact("plan-review-asked", id, { reviewerIds, closes, round }));
      return id;
    }),
  ),

  withdrawReview: os.withdrawReview.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const plan = await planToDraft(tx, viewer, input.id);
      if (plan.state !== "drafting") {
        await writeReviewers(tx, plan.id, []);
        await changePlan(tx, plan.id, { state: "drafting", round: plan.round + 1 });
        await tx.record(planFact("plan-review-withdrawn", plan.id, {}));
      }
      return input.id;
    }),
  ),

  review: os.review.handler(({ input, context }) =>
    changing(context, async (tx, viewer) => {
      const { id, version, verdict, note } = input;
      const plan = await planToChange(tx, viewer, id);
      refuseIfAny(draftRefusals(plan.state as PlanState));
      const mine = (await reviewersOf(tx, id)).find(({ memberId }) => memberId === viewer.memberId);
      if (!mine) throw notAllowed("Its reviewers are named by those who draft it: ask them to name you.");
      refuseIfAny(verdictRefusals(plan.state as PlanState, verdict, note));
      mustBeOpen(plan);
      sameVersion({ ...plan, verdict: mine.verdict }, version, { verdict });
      await writeVerdict(tx, id, viewer.memberId, verdict, note);
      await changePlan(tx, id, { state: await stateNow(tx, id) });
      const facts = note === "" ? {} : { reason: note };
      await tx.record(planFact(verdict === "approved" ? "plan-approved" : "plan-changes-asked", id, facts));
      return id;
    }),
  ),
};

async function namesOf(tx: Parameters<typeof reviewersOf>[0], planId: string): Promise<string[]> {
  return (await reviewersOf(tx, planId)).map(({ memberId }) => memberId);
}
