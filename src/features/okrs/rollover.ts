import { type Decimal, exact } from "./decimals.ts";
import type { Measure } from "./measures.ts";
import type { Place, SupportLink } from "./support-graph.ts";

/** A measure as it begins in the next cycle. */
export interface RolledOver {
  /** null where its figures are still to be written: a baseline that was found has no target yet. */
  measure: Measure | null;
  /** Where a metric starts, already filled in. */
  start: Decimal | null;
  asks: "new-target" | null;
}

/**
 * Rollover (PRODUCT: "Scoring"): a metric in any unit restarts from its end value and keeps its target, unless that is
 * reached or passed; a completion, 0–100 % done, restarts from 0. Limits stay. A baseline that was found becomes a
 * start. `restart` is the person's choice where they overrule `proposedRestart`.
 */
export function rolledOver(measure: Measure, endValue: Decimal | null, restart: "end-value" | "zero"): RolledOver {
  switch (measure.kind) {
    case "metric": {
      const start = restart === "zero" ? "0" : (endValue ?? measure.start);
      const upward = exact(measure.target).gt(measure.start);
      const isBehind = upward ? exact(start).lt(measure.target) : exact(start).gt(measure.target);
      return isBehind ? ready({ ...measure, start }) : { measure: null, start, asks: "new-target" };
    }
    case "milestones":
      return ready({ ...measure, milestones: measure.milestones.map((step) => ({ ...step, done: false })) });
    case "score-table":
      return ready({ ...measure, steps: measure.steps.map((step) => ({ ...step, done: false })) });
    case "baseline":
      return endValue === null ? ready(measure) : { measure: null, start: endValue, asks: "new-target" };
    default:
      return ready(measure);
  }
}

/**
 * What stands for completion: a metric from 0 to 100 percent whose title says so. Everything else is a state of affairs,
 * the share of those "that finish setup" too.
 */
export function proposedRestart(measure: Measure, unit: string, title: string): "end-value" | "zero" {
  if (measure.kind !== "metric" || unit.trim() !== "%") return "end-value";
  if (!exact(measure.start).eq(0) || !exact(measure.target).eq(100)) return "end-value";
  if (/\b(that|who|which)\b/i.test(title)) return "end-value";
  return /\b(done|complete[ds]?|completion|finish(ed)?|delivered|implemented)\b/i.test(title) ? "zero" : "end-value";
}

/**
 * The links of an objective in the next cycle: parents that were rolled over too are followed to their successors,
 * active imperatives stay, and what has no successor is named instead of kept.
 */
export function linksRolledOver(
  links: readonly SupportLink[],
  successorOf: (place: Place) => Place | null,
  isActive: (imperativeId: string) => boolean,
): { kept: Omit<SupportLink, "objectiveId">[]; lost: Place[] } {
  const next = links.map(({ parent, mode }) => ({
    mode,
    was: parent,
    parent: parent.kind !== "imperative" ? successorOf(parent) : isActive(parent.id) ? parent : null,
  }));
  return {
    kept: next.flatMap(({ parent, mode }) => (parent ? [{ parent, mode }] : [])),
    lost: next.flatMap(({ parent, was }) => (parent ? [] : [was])),
  };
}

function ready(measure: Measure): RolledOver {
  return { measure, start: measure.kind === "metric" ? measure.start : null, asks: null };
}
