import { type Decimal, isReportedAsNumber, type Measure, plain, progressOf, type Refusal } from "../okrs/public.ts";

/** What a check-in says of its key result; which of the three, the measure decides. */
export interface Report {
  value?: Decimal;
  /** Ids of every milestone or step that is done now. */
  milestonesDone?: readonly string[];
  done?: boolean;
}

/** Where a key result stands: its measure with the steps that are done, its number, its raw progress. */
export interface Standing {
  measure: Measure;
  current: Decimal | null;
  progress: Decimal | null;
}

export type Stands = { ok: true; after: Standing } | { ok: false; refusals: Refusal[] };

/**
 * Where a key result stands once a report is taken in, or why it cannot be (PRODUCT: "Progress of a key result"). A
 * baseline keeps its number until one is found; what is measured by contributions takes none.
 */
export function standsAfter(before: Standing, report: Report): Stands {
  const { measure } = before;
  const refusals = reportRefusals(measure, report);
  if (refusals.length > 0) return { ok: false, refusals };
  if (measure.kind === "contributions") return { ok: true, after: before };
  const reported = withSteps(measure, report.milestonesDone ?? []);
  const current = numberOf(report) ?? before.current;
  return { ok: true, after: { measure: reported, current, progress: progressOf(reported, { value: current }) } };
}

/** The number that a report states, in plain notation: done is 1 or 0; null where it states none. */
export function numberOf({ value, done }: Report): Decimal | null {
  if (done !== undefined) return done ? "1" : "0";
  return value === undefined ? null : plain(value);
}

/** The one field that a measure is reported by; null for none. */
function reportedBy(measure: Measure): keyof Report | null {
  if (isReportedAsNumber(measure)) return "value";
  if (measure.kind === "done") return "done";
  return measure.kind === "contributions" ? null : "milestonesDone";
}

const expectedOf = {
  value: "the number it stands at now, such as 1250 or 12.5",
  done: "true or false: whether it is done",
  milestonesDone: "the ids of the steps that are done",
};

function reportRefusals(measure: Measure, report: Report): Refusal[] {
  const wanted = reportedBy(measure);
  const given = (["value", "milestonesDone", "done"] as const).filter((field) => report[field] !== undefined);
  const wrong = given.filter((field) => field !== wanted).map((field) => strayField(field, wanted));
  if (wanted && measure.kind !== "baseline" && report[wanted] === undefined) {
    wrong.push({ field: wanted, expected: expectedOf[wanted], todo: `Give ${wanted}.` });
  }
  return [...wrong, ...unknownSteps(measure, report.milestonesDone ?? [])];
}

function strayField(field: keyof Report, wanted: keyof Report | null): Refusal {
  return wanted
    ? { field, expected: `${wanted} instead: ${expectedOf[wanted]}`, todo: `Leave ${field} out and give ${wanted}.` }
    : {
        field,
        expected: "nothing: this key result moves with the objectives that contribute to it",
        todo: `Leave ${field} out; say how confident you are and what changed.`,
      };
}

function unknownSteps(measure: Measure, ids: readonly string[]): Refusal[] {
  if (measure.kind !== "milestones" && measure.kind !== "score-table") return [];
  const known = new Set((measure.kind === "milestones" ? measure.milestones : measure.steps).map(({ id }) => id));
  return ids.flatMap((id, at) =>
    known.has(id)
      ? []
      : [
          {
            field: `milestonesDone.${at}`,
            expected: "a milestone of this key result",
            todo: "Read the key result again: its milestones may have changed.",
          },
        ],
  );
}

function withSteps(measure: Measure, ids: readonly string[]): Measure {
  const done = new Set(ids);
  const marked = <Step extends { id: string; done: boolean }>(steps: Step[]) =>
    steps.map((step) => ({ ...step, done: done.has(step.id) }));
  if (measure.kind === "milestones") return { ...measure, milestones: marked(measure.milestones) };
  return measure.kind === "score-table" ? { ...measure, steps: marked(measure.steps) } : measure;
}
