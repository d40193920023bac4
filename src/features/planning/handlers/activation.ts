import { ORPCError } from "@orpc/contract";
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { newId } from "../../../platform/ids.ts";
import { notAllowed, refused } from "../../../platform/refusals.ts";
import { createKeyResult, createObjective, createSupport, type Measure, plain } from "../../okrs/public.ts";
import { createInitiative } from "../../roadmap/public.ts";
import { activationRefusals, approvalRefusals, type DraftParent, inOrderOfMaking } from "../activation.ts";
import { planFact } from "../events.ts";
import { type Level, mayActivate } from "../permissions.ts";
import { aboveDrafts } from "../queries/above.ts";
import { draftInitiativesOf } from "../queries/draft-initiatives.ts";
import { type DraftKeyResultRow, draftKeyResultsOf } from "../queries/draft-key-results.ts";
import { type DraftObjectiveRow, draftObjectivesOf } from "../queries/draft-objectives.ts";
import { changePlan, type PlanRow } from "../queries/plans.ts";
import type { PlanState } from "../review.ts";
import { placeOf, planToChange, refuseIfAny } from "./loading.ts";
import { linkable } from "./studio.ts";

/**
 * Makes the drafts of a plan what they are drafts of, under the same ids, through the verbs of their rooms: all or none.
 * The plan is locked, so that of two who activate it at once the second finds it done; the same again changes nothing.
 */
export async function activatePlan(
  tx: Tx,
  viewer: Viewer,
  { id, version, unreviewed }: { id: string; version: number; unreviewed: boolean },
): Promise<void> {
  const plan = await planToChange(tx, viewer, id);
  if (!mayActivate(viewer, placeOf(plan)))
    throw notAllowed("Ask the team's lead, a champion or the owner to activate it.");
  if (plan.state === "activated") return;
  sameVersion(plan, version, { state: "activated" });
  const drafts = await draftsOf(tx, viewer, plan);
  const state = plan.state as PlanState;
  refuseIfAny(activationRefusals({ ...drafts, state, ownerId: plan.ownerId, cycleState: plan.cycleState }));
  refuseIfAny(approvalRefusals(state, plan.level as Level, unreviewed));
  await makeObjectives(tx, viewer, plan, drafts.objectives);
  const initiatives = await makeInitiatives(tx, viewer, plan, drafts.keyResultIds);
  await changePlan(tx, id, { state: "activated", activatedBy: viewer.memberId });
  const shown = drafts.objectives.filter((each) => !each.private);
  const counts = {
    objectives: shown.length,
    keyResults: shown.flatMap(({ keyResults }) => keyResults).length,
    initiatives,
    unreviewed: state !== "approved",
  };
  await tx.record(planFact("plan-activated", id, counts));
}

type Draft = DraftObjectiveRow & { parent: DraftParent | null; keyResults: DraftKeyResultRow[] };

async function draftsOf(tx: Tx, viewer: Viewer, plan: PlanRow) {
  const rows = await draftObjectivesOf(tx, plan.id);
  const keyResults = await draftKeyResultsOf(tx, plan.id);
  const keyResultsIn = Map.groupBy(keyResults, ({ draftObjectiveId }) => draftObjectiveId);
  const objectives: Draft[] = rows.map((row) => ({
    ...row,
    parent: row.parent,
    keyResults: keyResultsIn.get(row.id) ?? [],
  }));
  return {
    objectives,
    keyResultIds: new Set(keyResults.map(({ id }) => id)),
    linkable: linkable(plan, await aboveDrafts(tx, viewer, plan.id)),
  };
}

async function makeObjectives(tx: Tx, viewer: Viewer, plan: PlanRow, drafts: readonly Draft[]): Promise<void> {
  const places = new Map(drafts.map(({ id }, at) => [id, `objectives.${at}`]));
  for (const draft of inOrderOfMaking(drafts)) {
    const place = places.get(draft.id) ?? "objectives";
    await of(place, draft.title, () => makeObjective(tx, viewer, plan, draft));
    for (const [at, keyResult] of draft.keyResults.entries()) {
      await of(`${place}.keyResults.${at}`, keyResult.title, () => makeKeyResult(tx, viewer, keyResult));
    }
    if (draft.parent) await of(place, draft.title, () => makeSupport(tx, viewer, draft));
  }
}

function makeObjective(tx: Tx, viewer: Viewer, plan: PlanRow, draft: Draft): Promise<void> {
  return createObjective(tx, viewer, {
    id: draft.id,
    cycleId: plan.cycleId,
    level: plan.level as Level,
    teamId: plan.teamId,
    ownerId: draft.ownerId ?? plan.ownerId,
    title: draft.title,
    why: draft.why,
    commitment: draft.commitment as "committed",
    energy: draft.energy === null ? null : plain(draft.energy),
    upkeep: false,
    private: draft.private,
  });
}

/** What its owner said when they accepted it is kept with the key result. */
function makeKeyResult(tx: Tx, viewer: Viewer, draft: DraftKeyResultRow): Promise<void> {
  return createKeyResult(tx, viewer, {
    id: draft.id,
    objectiveId: draft.draftObjectiveId,
    title: draft.title,
    ownerId: draft.ownerId,
    // Activation is refused while a measure lacks something.
    measure: draft.measure as Measure,
    unit: draft.unit,
    decimals: draft.decimals,
    weight: plain(draft.weight),
    source: draft.source,
    phasedTargets: [],
    ...(draft.keptAsIs ? { keptAsIs: true } : {}),
    ...(draft.answer === "accepted" && draft.confidence !== null ? { firstConfidence: draft.confidence } : {}),
  });
}

function makeSupport(tx: Tx, viewer: Viewer, { id, parent, mode, weight }: Draft) {
  const { kind, id: parentId } = parent as DraftParent;
  return createSupport(tx, viewer, {
    id: newId(),
    objectiveId: id,
    parent: { kind: kind === "draft-objective" ? "objective" : kind, id: parentId },
    mode: mode as "supports",
    weight: plain(weight),
  });
}

/** Answers how many were made that everyone can see. */
async function makeInitiatives(tx: Tx, viewer: Viewer, plan: PlanRow, there: ReadonlySet<string>): Promise<number> {
  const drafts = await draftInitiativesOf(tx, plan.id);
  for (const [at, draft] of drafts.entries()) {
    const bets = draft.moves
      .filter(({ draftKeyResultId }) => there.has(draftKeyResultId))
      .map(({ draftKeyResultId, expectedMove }) => ({
        keyResultId: draftKeyResultId,
        expectedMove: expectedMove === null ? null : plain(expectedMove),
      }));
    await of(`initiatives.${at}`, draft.title, () =>
      createInitiative(tx, viewer, {
        id: draft.id,
        title: draft.title,
        ownerId: draft.ownerId ?? plan.ownerId,
        teamId: plan.teamId,
        startsOn: draft.startsOn,
        endsOn: draft.endsOn,
        state: "planned",
        bets,
        private: draft.private,
      }),
    );
  }
  return drafts.filter((each) => !each.private).length;
}

/** What a verb refuses is said of the line that it was refused for. */
async function of<T>(place: string, title: string, make: () => Promise<T>): Promise<T> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== "REFUSED") throw error;
    const { problems } = error.data as { problems: FieldProblem[] };
    throw refused(
      ...problems.map(({ field, expected, todo }) => ({
        field: `${place}.${field}`,
        expected,
        todo: `“${title}”: ${todo}`,
      })),
    );
  }
}
