/** What later rooms may use of OKRs. */

export { currentCycle } from "./current-cycle.ts";
export { type CycleState, cycleAccepts, proposeCycle, whereInCycle } from "./cycle.ts";
/** Exact decimals, as figures are stored and compared. */
export { type Decimal, decimal, exact } from "./decimals.ts";
/** What people type as numbers. */
export { readFigure } from "./figures.ts";
/** For rooms that write many at once: the verbs that the operations are made of, in a transaction that is open. */
export { createCycle } from "./handlers/cycles.ts";
export { changeHealthMetricAsAsked, createHealthMetric, removeHealthMetricAsAsked } from "./handlers/health-metrics.ts";
export { changeTargetOf } from "./handlers/key-result-states.ts";
export { changeKeyResultAsAsked, createKeyResult, removeKeyResultAsAsked } from "./handlers/key-results.ts";
export { changeObjectiveAsAsked, createObjective, removeObjectiveAsAsked } from "./handlers/objectives.ts";
export { createSupport } from "./handlers/supports.ts";
export { type MeasureColumns, measureOf, plain } from "./measure-columns.ts";
/** What a key result is measured by, from its columns. */
export { isReportedAsNumber, type Measure, measureRefusals, type Refusal } from "./measures.ts";
export type { PhasedTarget } from "./pace.ts";
/** Who may do what. */
export {
  type KeyResultRow,
  keyResultCan,
  type ObjectiveRow,
  type Viewer as PermissionViewer,
} from "./permissions.ts";
export { progressInWords, progressOf } from "./progress.ts";
/** For queries of later rooms: which rows are there for the viewer, and the columns that say how they read. */
export { keyResultColumns, standingColumns } from "./queries/key-results.ts";
export { objectiveRows } from "./queries/objectives.ts";
/** Titles by their words: a later room keeps its own there, and decides itself who may find them. */
export { makeFindable, removeFindable, titleHasWords, wordRanges } from "./queries/search.ts";
/** The line upward. */
export { linksAbove, placeOf } from "./queries/supports.ts";
export { isVisible, keyResultsInSight, objectivesInSight, visible } from "./queries/visible.ts";
/** How rows read today: make one frame per cycle, then read its key results and objectives. */
export {
  type CycleRow,
  type Frame,
  frameOf,
  framesAt,
  type KeyResultStanding,
  type ObjectiveStanding,
  readKeyResult,
  readObjective,
} from "./reading.ts";
export type { Due, Rhythm, RhythmNow } from "./rhythm.ts";
export { countPerStatus, type Status } from "./status.ts";
export { lineOfSight, type Place, supportGraph } from "./support-graph.ts";
