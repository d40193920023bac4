/** What later rooms may use of OKRs. */

/** How a team's confidence compares with what came. */
export { type Calibration, calibration, type Said } from "./calibration.ts";
export { currentCycle } from "./current-cycle.ts";
export { type CycleState, cycleAccepts, proposeCycle, whereInCycle } from "./cycle.ts";
/** Exact decimals, as figures are stored and compared. */
export { type Decimal, decimal, type Exactly, exact, ratio } from "./decimals.ts";
/** How much of a team's capacity is spoken for. */
export { energyOfTeam } from "./energy.ts";
/** What people type as numbers. */
export { readFigure } from "./figures.ts";
/** Where a key result is heading, from its check-ins. */
export { keyResultForecast, type LikelyEnd, type Span, spanOf } from "./forecast/of-key-result.ts";
export { type Commitment, goalReached } from "./goal.ts";
/** For rooms that write many at once: the verbs that the operations are made of, in a transaction that is open. */
export { createCycle } from "./handlers/cycles.ts";
export { type Left, letKeyResultComeBack, letKeyResultGiveWay, type Replacement } from "./handlers/giving-way.ts";
export { changeHealthMetricAsAsked, createHealthMetric, removeHealthMetricAsAsked } from "./handlers/health-metrics.ts";
export { changeTargetOf, setKeyResultState } from "./handlers/key-result-states.ts";
export {
  addToObjective,
  changeKeyResultAsAsked,
  createKeyResult,
  removeKeyResultAsAsked,
} from "./handlers/key-results.ts";
/** Rows to change: there, the viewer's to change, and in a cycle that still accepts it. */
export { keyResultToChange, objectiveToChange, ownerProblems, permitted } from "./handlers/loading.ts";
export { setLearned, setObjectiveState } from "./handlers/objective-states.ts";
export {
  changeObjectiveAsAsked,
  createObjective,
  removeObjectiveAsAsked,
  setObjective,
} from "./handlers/objectives.ts";
export { presentForecast } from "./handlers/presenting.ts";
export { createSupport } from "./handlers/supports.ts";
/** What can be said about them, and by whom. */
export { okrSubjects } from "./handlers/talk.ts";
/** What keeps a cycle from being closed. */
export type { WaitsOn } from "./left-open.ts";
export { type MeasureColumns, measureOf, plain } from "./measure-columns.ts";
/** What a key result is measured by, from its columns. */
export { isReportedAsNumber, type Measure, measureRefusals, type Refusal } from "./measures.ts";
export type { PhasedTarget } from "./pace.ts";
/** Who may do what. */
export {
  type KeyResultRow,
  keyResultCan,
  type Level,
  mayCreateObjective,
  mayManageCycles,
  type ObjectiveRow,
  objectiveCan,
  type Viewer as PermissionViewer,
} from "./permissions.ts";
export { clamped, progressInWords, progressOf } from "./progress.ts";
/** What the closing says they ended with. */
export { forgetEnds, keepEnds } from "./queries/ends.ts";
/** For queries of later rooms: which rows are there for the viewer, and the columns that say how they read. */
export { keyResultColumns, standingColumns } from "./queries/key-results.ts";
export { objectiveRows } from "./queries/objectives.ts";
/** Titles by their words: a later room keeps its own there, and decides itself who may find them. */
export {
  addFindable,
  makeFindable,
  removeFindable,
  type Titled,
  titleHasWords,
  wordRanges,
} from "./queries/search.ts";
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
export { type Due, duesOf, type Rhythm, type RhythmNow } from "./rhythm.ts";
/** How a cycle's key results and objectives go on in the next one. */
export { linksRolledOver, proposedRestart, rolledOver } from "./rollover.ts";
/** How a cycle ends: what is suggested, and what cannot be. */
export {
  bandOf,
  type Grade,
  gradeRefusals,
  type Outcome,
  objectiveScore,
  oneDecimal,
  outcomeRefusals,
  type Suggested,
  suggestedScore,
} from "./scoring.ts";
export { countPerStatus, type Status } from "./status.ts";
/** The line upward. */
export {
  lineOfSight,
  type Place,
  parentsOf,
  type SupportGraph,
  type SupportLink,
  supportGraph,
} from "./support-graph.ts";
export type { Targets } from "./targets.ts";
/** Titles as words that can be compared. */
export { wordsOf } from "./title-words.ts";
