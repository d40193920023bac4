import type { CoachContext } from "../../coach/web/public.tsx";
import type { KeyResult, Objective } from "./asking.ts";

/** What the coach is told of a draft key result beside its words: figures, the others, the objective. */
export function contextOf({ id, measure, unit, source }: KeyResult, objective: Objective): CoachContext {
  const [baseline, target] = figuresOf(measure);
  const siblings = objective.keyResults.filter((each) => each.id !== id).map(({ title }) => title);
  return {
    kind: "key-result",
    fields: {
      type: measure.kind,
      baseline,
      target,
      unit,
      ...(baseline !== null && target !== null ? { dataSource: source } : {}),
    },
    siblings,
    objective: { title: objective.title },
  };
}

function figuresOf(measure: KeyResult["measure"]): [string | null, string | null] {
  if (measure.kind === "metric") return [measure.start, measure.target];
  return measure.kind === "threshold" ? [null, measure.target] : [null, null];
}
