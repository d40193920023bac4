/** How a dependency stands, in words. */
import type { OutputOf } from "../../../web/api.ts";
import { daysBetween, type Format } from "../../../web/ui/format.ts";
import { messages } from "../../../web/ui/messages.ts";
import catalogue from "./dependencies.messages.json";

export const m = messages(catalogue);

export type Dependency = OutputOf<"alignment.dependencies.list">["items"][number];

/** What its changes make untrue. */
export const invalidates = ["alignment", "activity.history"] as const;

/** Asked or promised, and its day has passed; `today` is the reader's, YYYY-MM-DD. */
export function isOverdue({ state, dueOn }: Pick<Dependency, "state" | "dueOn">, today: string): boolean {
  return (state === "proposed" || state === "accepted") && dueOn < today;
}

/** Neither done nor withdrawn: somebody still has to say or do something. */
export function isOpen({ state }: Pick<Dependency, "state">): boolean {
  return state !== "done" && state !== "withdrawn";
}

/** "Accepted by Jonas yesterday." */
export function stateWords({ state, stateBy, stateAt, reason }: Dependency, format: Format): string {
  return m[`state-${state}`]({ name: stateBy.name, age: format.age(stateAt), reason });
}

/** "Due 5 Mar.", or by how many days it is late; null once it is settled or declined. */
export function dueWords(dependency: Dependency, format: Format): string | null {
  const { dueOn, state } = dependency;
  if (!isOpen(dependency) || state === "declined") return null;
  const day = format.date(dueOn);
  const today = format.today();
  return isOverdue(dependency, today) ? m.overdue({ count: daysBetween(dueOn, today), day }) : m.by({ day });
}
