/** The map's answer as branches: what stands beneath what, and what a filter leaves on show. Pure. */
import type { OutputOf } from "../../../web/api.ts";

export type MapAnswer = OutputOf<"alignment.map">;
export type MapObjective = MapAnswer["objectives"][number];
export type MapKeyResult = MapAnswer["keyResults"][number];

export interface Branches {
  /** Objectives beneath an imperative or objective, by its id, in their order. */
  under: ReadonlyMap<string, readonly MapObjective[]>;
  /** Objectives that nothing holds. */
  loose: readonly MapObjective[];
  keyResultsOf: ReadonlyMap<string, readonly MapKeyResult[]>;
}

export interface Filter {
  /** Ids of teams; none means all. */
  teamId: string | null;
  statuses: ReadonlySet<string>;
  /** Lower-case words that the title holds. */
  words: string;
  /** One objective: what is above and beneath it. */
  focus: string | null;
}

/** The objective or imperative that holds an objective; null where nothing does. */
export function holderOf({
  under,
}: Pick<MapObjective, "under">): { kind: "imperative" | "objective"; id: string } | null {
  if (!under) return null;
  if (under.kind === "key-result") return under.objectiveId ? { kind: "objective", id: under.objectiveId } : null;
  return { kind: under.kind, id: under.id };
}

/** Several statuses add up; team, words and focus narrow. Whatever holds something on show stays on show itself. */
export function onShow(objectives: readonly MapObjective[], filter: Filter): ReadonlySet<string> {
  const byId = new Map(objectives.map((each) => [each.id, each]));
  const shown = new Set<string>();
  const withAbove = (objective: MapObjective) => {
    for (let at: MapObjective | undefined = objective; at && !shown.has(at.id); ) {
      shown.add(at.id);
      at = byId.get(holderOf(at)?.id ?? "");
    }
  };
  for (const objective of objectives)
    if (fits(objective, filter) && (!filter.focus || isOnLine(objective, filter.focus, byId))) withAbove(objective);
  return shown;
}

export function branchesOf(answer: Pick<MapAnswer, "objectives" | "keyResults">, shown: ReadonlySet<string>): Branches {
  const under = new Map<string, MapObjective[]>();
  const loose: MapObjective[] = [];
  for (const objective of answer.objectives) {
    if (!shown.has(objective.id)) continue;
    const holder = holderOf(objective);
    if (!holder) loose.push(objective);
    else add(under, holder.id, objective);
  }
  const keyResultsOf = new Map<string, MapKeyResult[]>();
  for (const keyResult of answer.keyResults) add(keyResultsOf, keyResult.objectiveId, keyResult);
  return { under, loose, keyResultsOf };
}

/** What is drawn: everything on show that stands beneath no closed branch. Each is looked at once. */
export function drawnOf(branches: Branches, closed: ReadonlySet<string>): ReadonlySet<string> {
  const drawn = new Set<string>();
  const beneathImperatives = [...branches.under.values()]
    .flat()
    .filter((each) => holderOf(each)?.kind === "imperative");
  const waiting = [...beneathImperatives, ...branches.loose];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (drawn.has(next.id)) continue;
    drawn.add(next.id);
    if (!closed.has(next.id)) waiting.push(...(branches.under.get(next.id) ?? []));
  }
  return drawn;
}

/** Every objective beneath an id, itself not included. */
export function allBelow({ under }: Branches, id: string): MapObjective[] {
  return (under.get(id) ?? []).flatMap((child) => [child, ...allBelow({ under } as Branches, child.id)]);
}

function fits({ title, status, team }: MapObjective, { teamId, statuses, words }: Filter): boolean {
  if (teamId && team?.id !== teamId) return false;
  if (statuses.size > 0 && !statuses.has(status)) return false;
  return words === "" || title.toLocaleLowerCase().includes(words);
}

function isOnLine(objective: MapObjective, focus: string, byId: ReadonlyMap<string, MapObjective>): boolean {
  const seen = new Set<string>();
  for (let at: MapObjective | undefined = objective; at && !seen.has(at.id); at = byId.get(holderOf(at)?.id ?? "")) {
    if (at.id === focus) return true;
    seen.add(at.id);
  }
  return false;
}

function add<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
