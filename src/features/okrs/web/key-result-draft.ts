/** A key result while it is written: figures as typed, read once. */
import type { InputOf } from "../../../web/api.ts";
import { newId } from "../../../web/id.ts";
import { type FigureRefusal, readFigure } from "../figures.ts";
import { type KeyResult, type Named, writtenFigure } from "./asking.ts";

export type Kind = KeyResult["measure"]["kind"];
export type Operator = Extract<KeyResult["measure"], { kind: "threshold" }>["operator"];

export interface Step {
  id: string;
  title: string;
  /** Its weight or its score. */
  figure: string;
}

export interface Phase {
  id: string;
  on: string;
  value: string;
}

export interface Draft {
  title: string;
  owner: Named | null;
  kind: Kind;
  start: string;
  target: string;
  operator: Operator;
  riskLimit: string;
  low: string;
  high: string;
  steps: Step[];
  unit: string;
  /** null follows the figures. */
  decimals: number | null;
  weight: string;
  source: string;
  phases: Phase[];
}

type Body = Omit<Required<InputOf<"okrs.keyResults.create">>, "id" | "objectiveId">;

/** What is read of a key result to write it over; while it is planned, a metric may still lack its figures. */
export type Written = Omit<
  Pick<KeyResult, "title" | "owner" | "measure" | "unit" | "decimals" | "weight" | "source" | "phasedTargets">,
  "measure"
> & { measure: KeyResult["measure"] | { kind: "metric"; start: string | null; target: string | null } };

/** A key result as it can be written over, its figures in the reader's notation; without one, an empty metric. */
export function draftOf(keyResult: Written | null, owner: Named | null, locale: string): Draft {
  const write = (value: string | null) => writtenFigure(value, locale);
  if (!keyResult) return { ...unwritten, owner, steps: [newStep("milestones")] };
  const { title, measure, unit, decimals, weight, source, phasedTargets } = keyResult;
  const draft: Draft = {
    ...unwritten,
    title,
    owner: keyResult.owner,
    kind: measure.kind,
    unit,
    decimals,
    weight: write(weight),
    source,
    phases: phasesOf(phasedTargets, locale),
  };
  switch (measure.kind) {
    case "metric":
      return { ...draft, start: write(measure.start), target: write(measure.target) };
    case "threshold":
      return {
        ...draft,
        operator: measure.operator,
        target: write(measure.target),
        riskLimit: write(measure.riskLimit),
      };
    case "range":
      return { ...draft, low: write(measure.low), high: write(measure.high) };
    case "milestones":
      return { ...draft, steps: measure.milestones.map((step) => ({ ...step, figure: write(step.weight) })) };
    case "score-table":
      return { ...draft, steps: measure.steps.map((step) => ({ ...step, figure: write(step.score) })) };
    default:
      return draft;
  }
}

export function phasesOf(phasedTargets: KeyResult["phasedTargets"], locale: string): Phase[] {
  return phasedTargets.map(({ on, value }) => ({ id: newId(), on, value: writtenFigure(value, locale) }));
}

/** A step that is yet to be named. */
export function newStep(kind: Kind): Step {
  return { id: newId(), title: "", figure: kind === "milestones" ? "1" : "" };
}

const unwritten: Draft = {
  title: "",
  owner: null,
  kind: "metric",
  start: "",
  target: "",
  operator: "at-or-above",
  riskLimit: "",
  low: "",
  high: "",
  steps: [],
  unit: "",
  decimals: null,
  weight: "1",
  source: "",
  phases: [],
};

/** Reads typed figures and keeps, by field, why one cannot be read. */
export class Figures {
  readonly problems = new Map<string, FigureRefusal>();
  readonly locale: string;

  constructor(locale: string) {
    this.locale = locale;
  }

  /** Its decimal; what was typed where it cannot be read. */
  read(field: string, typed: string): string {
    const reading = readFigure(typed, this.locale);
    if (reading.ok) return reading.value;
    this.problems.set(field, reading);
    return typed;
  }

  /** null where nothing was typed. */
  readOptional(field: string, typed: string): string | null {
    return typed.trim() === "" ? null : this.read(field, typed);
  }

  readPhases(phases: readonly Phase[]) {
    return phases.map(({ on, value }, at) => ({ on, value: this.read(`phasedTargets.${at}.value`, value) }));
  }
}

/** What the server is asked to keep, and the fields that cannot be read. */
export function readKeyResult(draft: Draft, locale: string) {
  const figures = new Figures(locale);
  const measure = measureIn(draft, figures);
  const body: Body = {
    title: draft.title,
    ownerId: draft.owner?.id ?? null,
    measure,
    unit: draft.unit,
    decimals: draft.decimals ?? decimalsIn(measure),
    weight: figures.read("weight", draft.weight),
    source: draft.source,
    phasedTargets: draft.kind === "metric" ? figures.readPhases(draft.phases) : [],
  };
  return { body, problems: figures.problems };
}

function measureIn(draft: Draft, figures: Figures): Body["measure"] {
  const { kind, operator, steps } = draft;
  const read = (field: "start" | "target" | "low" | "high") => figures.read(`measure.${field}`, draft[field]);
  switch (kind) {
    case "metric":
      return { kind, start: read("start"), target: read("target") };
    case "threshold": {
      const riskLimit = figures.readOptional("measure.riskLimit", draft.riskLimit);
      return { kind, operator, target: read("target"), riskLimit };
    }
    case "range":
      return { kind, low: read("low"), high: read("high") };
    case "milestones": {
      const milestones = steps.map(({ id, title, figure }, at) => {
        return { id, title, weight: figures.read(`measure.milestones.${at}.weight`, figure) };
      });
      return { kind, milestones };
    }
    case "score-table": {
      const scored = steps.map(({ id, title, figure }, at) => {
        return { id, title, score: figures.read(`measure.steps.${at}.score`, figure) };
      });
      return { kind, steps: scored };
    }
    default:
      return { kind };
  }
}

/** Most digits after the point of the figures it is measured by, at most 6. */
function decimalsIn(measure: Body["measure"]): number {
  if (measure.kind === "milestones" || measure.kind === "score-table") return 0;
  const digits = Object.values(measure).map((value) => String(value ?? "").match(/^-?\d+\.(\d+)$/)?.[1]?.length ?? 0);
  return Math.min(6, Math.max(...digits));
}
