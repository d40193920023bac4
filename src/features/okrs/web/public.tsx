/** What pages and later rooms may show of OKRs. */

export { adviceForNumberOfObjectives } from "../advice.ts";
export { currencyOf, formatFigure, formatProgress } from "../figure-format.ts";
export { readFigure } from "../figures.ts";
export { ActForm } from "./act-form.tsx";
export { Advice } from "./advice.tsx";
export { CoachedKeyResult, OutcomeShares } from "./coached-later.tsx";
export { FigureField } from "./figure-field.tsx";
export { bandOf, headingWords } from "./forecast-words.ts";
export {
  ChangeTargetForm,
  KeyResultForm,
  LinkPicker,
  ObjectiveForm,
  OverruleForm,
} from "./forms.tsx";
export { Heading } from "./heading.tsx";
export { HealthMetrics } from "./health-metrics.tsx";
export { KeyResultCourse } from "./key-result-course.tsx";
export { draftOf, readKeyResult, type Written } from "./key-result-draft.ts";
export { KeyResultRow, KeyResultStatus } from "./key-result-row.tsx";
export { KeyResultTrack } from "./key-result-track.tsx";
export { figureOf, goalWords, type KeyResult, nowWords, type Objective } from "./key-result-words.ts";
export { Learned } from "./learned.tsx";
export { LinkActs } from "./link-acts.tsx";
export { MeasureFields } from "./measure-fields.tsx";
export { OutcomesInWords } from "./outcomes-in-words.tsx";
export { StateMenu } from "./state-menu.tsx";
export { StatusReading } from "./status-reading.tsx";
