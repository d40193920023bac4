/** What the forms of OKRs share: their words, what they make untrue, and how a refusal reads. */
import type { OutputOf } from "../../../web/api.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { FigureRefusal } from "../figures.ts";
import catalogue from "./forms.messages.json";

export const m = messages(catalogue);

export type Objective = OutputOf<"okrs.objectives.get">;
export type KeyResult = Objective["keyResults"][number];
export type ParentLink = Objective["parents"][number];
export type HealthMetric = Objective["healthMetrics"][number];
/** Where the viewer may set objectives; null teams: of any team. */
export type Where = Pick<Objective["can"], "levels" | "teamIds" | "forOthers">;
export type Named = NonNullable<Objective["owner"]>;

/** The rooms whose answers a change to an objective makes untrue. */
export const invalidates = ["okrs", "alignment", "focus", "roadmap"] as const;

/** "Expected a number, such as 1250 or 12.5. Write digits, …" */
export function sentence({ expected, todo }: Pick<FigureRefusal, "expected" | "todo">): string {
  return m.notANumber({ expected, todo });
}

/** What a field says of itself: our own reading once saving was tried, else the server's word. */
export function wrongIn(
  tried: boolean,
  own: ReadonlyMap<string, Pick<FigureRefusal, "expected" | "todo">>,
  problem: { at: (field: string) => string | undefined } | null,
) {
  return (field: string): string | undefined => {
    const refused = tried ? own.get(field) : undefined;
    return refused ? sentence(refused) : problem?.at(field);
  };
}

/** A stored figure as its reader types it: no grouping, their own decimal sign. */
export function writtenFigure(value: string | null, locale: string): string {
  if (value === null) return "";
  const plain = { useGrouping: false, maximumFractionDigits: 10, numberingSystem: "latn" } as const;
  const written = new Intl.NumberFormat(locale, plain).format(value as Intl.StringNumericLiteral);
  return written.replace(/\p{Bidi_Control}/gu, "");
}

/** A name for an id in a conflict: one known here, or somebody else. */
export function nameFor(id: unknown, known: readonly (Named | null | undefined)[]): string {
  if (id === null) return "–";
  return known.find((each) => each?.id === id)?.name ?? m.somebodyElse();
}
