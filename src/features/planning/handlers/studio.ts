/** The page of a plan, in at most four statements: itself, what is above, the links there, what is known beside. */
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { type CycleState, cycleAccepts, linksAbove, placeOf as parentOf, plain } from "../../okrs/public.ts";
import { activationRefusals } from "../activation.ts";
import { energyStated, planAdvice } from "../advice.ts";
import { linesAbove, type Step } from "../line-above.ts";
import { mayActivate, mayDiscard, mayDraft, maySeePlans, seesPrivateDrafts } from "../permissions.ts";
import { type AboveRow, aboveDrafts } from "../queries/above.ts";
import { type KnownRow, knownBeside, type OtherRow } from "../queries/known.ts";
import { type KeyResultColumns, type StudioRow, studioOf } from "../queries/studio.ts";
import { isOpen, type PlanState } from "../review.ts";
import { placeOf } from "./loading.ts";
import {
  named,
  presentInitiative,
  presentKeyResult,
  presentObjective,
  presentPlan,
  presentReview,
  saidIn,
} from "./presenting.ts";

/** Every change answers the whole page of a plan: `change` says whose. */
export function changing(context: RequestContext, change: (tx: Tx, viewer: Viewer) => Promise<string>) {
  return context.write(async (tx) => studioPage(tx, context.viewer, await change(tx, context.viewer)));
}

export async function studioPage(tx: Tx, viewer: Viewer, id: string) {
  if (!maySeePlans(viewer)) throw notFound();
  const [row, above] = await Promise.all([studioOf(tx, viewer, id), aboveDrafts(tx, viewer, id)]);
  if (!row) throw notFound();
  const lineTo = await linesOf(tx, viewer, above);
  const keyResultsOf = Map.groupBy(row.keyResults, ({ draftObjectiveId }) => draftObjectiveId);
  const drafts = row.objectives.map((objective) => ({
    objective,
    steps: lineTo(objective.parentId),
    keyResults: keyResultsOf.get(objective.id) ?? [],
  }));
  const beside = await knownBeside(tx, viewer, {
    ...placeOf(row),
    planId: id,
    cycleId: row.cycleId,
    parentIds: standing(above),
    imperativeIds: imperativesIn(drafts),
  });
  const said = saidIn(row);
  const aboveById = new Map(above.map((each) => [each.id, each]));
  return {
    ...presentPlan(row),
    openedBy: named(row.openedBy, row.openedByName),
    activated:
      row.activatedAt === null ? null : { by: named(row.activatedBy, row.activatedByName), at: row.activatedAt },
    above: {
      vision: row.vision,
      mission: row.mission,
      imperatives: row.imperatives.map((each) => ({
        ...each,
        priorityShare: each.priorityShare && plain(each.priorityShare),
      })),
    },
    objectives: drafts.map(({ objective, steps, keyResults }) => ({
      ...presentObjective(objective, said, steps, keyResults, aboveById),
      keyResults: keyResults.map((each) => presentKeyResult(each, said, accepts(row, each, viewer))),
    })),
    initiatives: row.initiatives.map((each) => presentInitiative(each, said)),
    removed: row.removed,
    review: presentReview(row),
    comments: said.get(id) ?? { open: 0, resolved: 0 },
    presence: row.presence,
    whatWeKnow: beside.known.map(presentKnown),
    others: presentOthers(beside.others),
    ...judged(row, drafts, above, viewer),
    can: canOf(row, viewer),
  };
}

interface Draft {
  objective: StudioRow["objectives"][number];
  steps: Step[];
  keyResults: KeyResultColumns[];
}

async function linesOf(tx: Tx, viewer: Viewer, above: readonly AboveRow[]) {
  const ids = standing(above);
  const links = ids.length > 0 ? await linksAbove(tx, viewer, ids) : [];
  return linesAbove(
    above,
    links.map((link) => ({ ...link, parent: parentOf(link) })),
  );
}

/** The objectives among the parents, and those that their key results belong to. */
function standing(above: readonly AboveRow[]): string[] {
  const ids = above.flatMap(({ kind, id, objectiveId }) => (kind === "objective" ? [id] : (objectiveId ?? [])));
  return [...new Set(ids)];
}

function imperativesIn(drafts: readonly Draft[]): string[] {
  const ids = drafts.flatMap(({ steps }) => steps.filter(({ kind }) => kind === "imperative").map(({ id }) => id));
  return [...new Set(ids)];
}

/** What would make it better and, for whoever may activate it, what stops that. */
function judged(row: StudioRow, drafts: readonly Draft[], above: readonly AboveRow[], viewer: Viewer) {
  const objectives = drafts.map(({ objective, steps, keyResults }) => {
    return { ...objective, hasParent: steps.length > 0, keyResults };
  });
  const planned = plain(row.plannedEnergy);
  const place = placeOf(row);
  const state = row.state as PlanState;
  const stops =
    isOpen(state) && mayActivate(viewer, place)
      ? activationRefusals({
          ownerId: row.ownerId,
          state,
          cycleState: row.cycleState,
          objectives: objectives.map((each) => ({ ...each, parent: parentIn(each) })),
          initiatives: row.initiatives,
          linkable: linkable(row, above),
        })
      : [];
  return {
    energy: { stated: energyStated(objectives), planned },
    advice: planAdvice({ level: place.level, state, planned, objectives, reviewers: row.reviewers }),
    stops,
  };
}

function parentIn({ parentKind, parentId }: Pick<Draft["objective"], "parentKind" | "parentId">) {
  return parentKind && parentId ? { kind: parentKind, id: parentId } : null;
}

/** What drafts of this plan can be linked to: what stands, drafts beside them, and drafts that were activated. */
export function linkable(
  row: { id: string },
  above: readonly Pick<AboveRow, "kind" | "id" | "planId" | "planState">[],
): Set<string> {
  const there = above.filter(
    ({ kind, planId, planState }) => kind !== "draft-objective" || planId === row.id || planState === "activated",
  );
  return new Set(there.map(({ id }) => id));
}

function accepts({ state, cycleState }: StudioRow, { ownerId }: KeyResultColumns, { memberId }: Viewer): boolean {
  return ownerId === memberId && isOpen(state as PlanState) && cycleAccepts(cycleState as CycleState).edits;
}

function canOf(row: StudioRow, viewer: Viewer) {
  const place = placeOf(row);
  const state = row.state as PlanState;
  const goesOn = cycleAccepts(row.cycleState as CycleState).edits;
  const drafts = isOpen(state) && goesOn && mayDraft(viewer, place);
  return {
    draft: drafts,
    askForReview: drafts,
    review: isOpen(state) && state !== "drafting" && row.reviewers.some(({ memberId }) => memberId === viewer.memberId),
    activate: isOpen(state) && goesOn && mayActivate(viewer, place),
    discard: isOpen(state) && mayDiscard(viewer, place),
    restore: state === "discarded" && goesOn && mayDiscard(viewer, place),
    comment: maySeePlans(viewer) && state !== "discarded",
    private: drafts && place.level === "personal" && seesPrivateDrafts(viewer, place),
  };
}

function presentKnown(row: KnownRow) {
  return {
    kind: row.kind,
    id: row.id,
    title: row.title,
    objective: { id: row.objectiveId, title: row.objectiveTitle },
    cycle: { id: row.cycleId, name: row.cycleName },
    team: named(row.teamId, row.teamName),
    unit: row.unit,
    decimals: row.decimals,
    start: row.start && plain(row.start),
    target: row.target && plain(row.target),
    now: row.now && plain(row.now),
    at: row.at,
    heading: row.forecast && {
      middle: plain(row.forecast.middle),
      range80: { low: plain(row.forecast.range80[0]), high: plain(row.forecast.range80[1]) },
    },
  };
}

/** By whose it is, in the order of the rows. */
function presentOthers(rows: readonly OtherRow[]) {
  return [...Map.groupBy(rows, ({ teamId }) => teamId).values()].map((theirs) => {
    const [{ level, teamId, teamName }] = theirs as [OtherRow, ...OtherRow[]];
    const items = theirs.flatMap(({ kind, id, title, imperativeId, planId }) =>
      kind && id && imperativeId ? [{ kind, id, title: title ?? "", imperativeId, planId }] : [],
    );
    return { level, team: named(teamId, teamName), items };
  });
}
