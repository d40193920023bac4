/** What is done about OKRs shares: its shapes, and what it makes untrue. */
import type { OutputOf } from "../../../web/api.ts";

export type Objective = OutputOf<"okrs.objectives.get">;
export type KeyResult = Objective["keyResults"][number];
export type ParentLink = Objective["parents"][number];
export type HealthMetric = Objective["healthMetrics"][number];
/** Where the viewer may set objectives; null teams: of any team. */
export type Where = Pick<Objective["can"], "levels" | "teamIds" | "forOthers">;
export type Named = NonNullable<Objective["owner"]>;

/** The rooms whose answers a change to an objective makes untrue. */
export const invalidates = ["okrs", "alignment", "focus", "roadmap"] as const;

/** A stored figure as its reader types it: no grouping, their own decimal sign. */
export function writtenFigure(value: string | null, locale: string): string {
  if (value === null) return "";
  const plain = { useGrouping: false, maximumFractionDigits: 10, numberingSystem: "latn" } as const;
  const written = new Intl.NumberFormat(locale, plain).format(value as Intl.StringNumericLiteral);
  return written.replace(/\p{Bidi_Control}/gu, "");
}
