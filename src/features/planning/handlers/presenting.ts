/** Rows of a plan as the contract answers them. */
import type { Temporal } from "temporal-polyfill";
import { plain } from "../../okrs/public.ts";
import type { Standing } from "../acceptance.ts";
import { initiativeAdvice, keyResultAdvice, objectiveAdvice } from "../advice.ts";
import { closesAt } from "../closing-time.ts";
import type { Step } from "../line-above.ts";
import type { Level } from "../permissions.ts";
import type { AboveRow } from "../queries/above.ts";
import type { PlanRow } from "../queries/plans.ts";
import type {
  InitiativeColumns,
  KeyResultColumns,
  ObjectiveColumns,
  ReviewerColumns,
  StudioRow,
} from "../queries/studio.ts";
import type { PlanState } from "../review.ts";

export function presentPlan(row: PlanRow) {
  return {
    id: row.id,
    cycle: { id: row.cycleId, name: row.cycleName, startsOn: row.startsOn, endsOn: row.endsOn, state: row.cycleState },
    level: row.level as Level,
    team: named(row.teamId, row.teamName),
    owner: named(row.ownerId, row.ownerName),
    state: row.state as PlanState,
    round: row.round,
    openedAt: row.openedAt,
    changedAt: row.changedAt,
    version: row.version,
  };
}

/** Threads by the id of what they are about. */
export type Said = ReadonlyMap<string, { open: number; resolved: number }>;

export function saidIn({ said }: Pick<StudioRow, "said">): Said {
  return new Map(said.map(({ subjectId, open, resolved }) => [subjectId, { open, resolved }]));
}

export function presentKeyResult(row: KeyResultColumns, said: Said, canAccept: boolean) {
  return {
    ...line(row, said),
    draftObjectiveId: row.draftObjectiveId,
    measure: row.measure,
    unit: row.unit,
    decimals: row.decimals,
    weight: plain(row.weight),
    source: row.source,
    keptAsIs: row.keptAsIs,
    acceptance: presentAcceptance(row),
    advice: keyResultAdvice(row),
    can: { accept: canAccept },
  };
}

function presentAcceptance({ answer, confidence, reason, answeredAt, answeredBefore }: Standing) {
  if (!answeredBefore) return { answer, confidence, reason, at: answeredAt, before: null };
  const { title, measure, unit, decimals, ...its } = answeredBefore;
  return { answer, confidence, reason, at: answeredAt, before: { answer: its.answer, title, measure, unit, decimals } };
}

export function presentObjective(
  row: ObjectiveColumns,
  said: Said,
  steps: readonly Step[],
  keyResults: readonly KeyResultColumns[],
  above: ReadonlyMap<string, AboveRow>,
) {
  const parent = steps.at(-1);
  return {
    ...line(row, said),
    why: row.why,
    commitment: row.commitment,
    energy: row.energy === null ? null : plain(row.energy),
    parent: parent ? { kind: parent.kind, id: parent.id, title: parent.title } : null,
    mode: row.mode,
    weight: plain(row.weight),
    private: row.private,
    keptAsIs: row.keptAsIs,
    line: steps.map((step) => ({ ...step, plan: planOf(above.get(step.id)) })),
    advice: objectiveAdvice({ ...row, hasParent: parent !== undefined, keyResults }),
  };
}

export function presentInitiative(row: InitiativeColumns, said: Said) {
  return {
    ...line(row, said),
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    private: row.private,
    moves: row.moves.map((move) => ({ ...move, expectedMove: move.expectedMove && plain(move.expectedMove) })),
    advice: initiativeAdvice(row),
  };
}

/** Null while review was never asked for, or was withdrawn. */
export function presentReview(row: StudioRow) {
  if (row.askedAt === null || row.reviewers.length === 0) return null;
  const closes = presentClosing(row);
  return {
    askedBy: named(row.askedBy, row.askedByName),
    askedAt: row.askedAt,
    closes,
    reviewers: row.reviewers.map((reviewer) =>
      presentReviewer(reviewer, closes && closesAt(closes, reviewer.timeZone)),
    ),
  };
}

/** The local day and time; null where none was set. */
export function presentClosing({ closesOn, closesAt: at }: { closesOn: string | null; closesAt: string | null }) {
  return closesOn && at ? { on: closesOn, at: at.slice(0, 5) } : null;
}

function presentReviewer(reviewer: ReviewerColumns, closes: Temporal.Instant | null) {
  const { memberId, name, ...rest } = reviewer;
  return { member: { id: memberId, name }, ...rest, closesAt: closes === null ? null : closes.toString() };
}

export function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? "" };
}

/** Where a draft above stands, as long as it is one. */
function planOf(above: AboveRow | undefined) {
  if (above?.kind !== "draft-objective" || !above.planId || !above.level) return null;
  return { id: above.planId, level: above.level, team: named(above.teamId, above.teamName) };
}

interface LineRow {
  id: string;
  title: string;
  ownerId: string | null;
  ownerName: string | null;
  ownerLeft: boolean;
  rank: number;
  version: number;
}

function line({ id, title, ownerId, ownerName, ownerLeft, rank, version }: LineRow, said: Said) {
  return {
    id,
    title,
    owner: named(ownerId, ownerName),
    ownerLeft,
    rank,
    comments: said.get(id) ?? { open: 0, resolved: 0 },
    version,
  };
}
