import { type Decimal, exact } from "./decimals.ts";
import { rollUp, type State, type Term } from "./roll-up.ts";

/** Objectives and key results with the progress they had so far; only those above a change and their terms are needed. */
export interface RollUpGraph {
  objectives: readonly { id: string; state: State; progress: Decimal | null }[];
  keyResults: readonly {
    id: string;
    objectiveId: string;
    state: State;
    weight: Decimal;
    progress: Decimal | null;
    /** Of the type "from contributions": its progress is the roll-up of what contributes to it. */
    fromContributions: boolean;
  }[];
  /** *contributes* links only; one to a key result of another type is drawn and not counted. */
  contributions: readonly { objectiveId: string; parent: TermPlace; weight: Decimal }[];
}

export interface TermPlace {
  kind: "objective" | "key-result";
  id: string;
}

export interface ChangedProgress {
  objectives: Map<string, Decimal | null>;
  keyResults: Map<string, Decimal | null>;
}

/**
 * Carries a change upward: given the objectives and key results whose progress, weight, state or links changed, returns
 * the new progress of every objective and "from contributions" key result above them that differs from the one it
 * had. Each place is computed once, after everything beneath it; a branch ends where nothing changes any more.
 */
export function rollUpFrom(changed: readonly TermPlace[], graph: RollUpGraph): ChangedProgress {
  const index = indexed(graph);
  const stale = new Set(changed.map(key));
  const touched = new Set(stale);
  const result: ChangedProgress = { objectives: new Map(), keyResults: new Map() };
  for (const place of beneathFirst(changed, index)) {
    if (!stale.has(key(place))) continue;
    const before = index.progress.get(key(place)) ?? null;
    const now = index.isMadeOfTerms(place) ? rollUp(index.termsOf(place)).progress : before;
    const moved = !same(before, now);
    if (moved) {
      index.progress.set(key(place), now);
      (place.kind === "objective" ? result.objectives : result.keyResults).set(place.id, now);
    }
    if (moved || touched.has(key(place))) for (const above of index.above(place)) stale.add(key(above));
  }
  return result;
}

/** Every place at or above the changed ones, each after all of those that lead to it. */
function beneathFirst(changed: readonly TermPlace[], { above }: Index): TermPlace[] {
  const order: TermPlace[] = [];
  const seen = new Set<string>();
  const visit = (place: TermPlace) => {
    if (seen.has(key(place))) return;
    seen.add(key(place));
    for (const parent of above(place)) visit(parent);
    order.push(place);
  };
  for (const place of changed) visit(place);
  return order.reverse();
}

type Index = ReturnType<typeof indexed>;

function indexed({ objectives, keyResults, contributions }: RollUpGraph) {
  const objective = new Map(objectives.map((row) => [row.id, row]));
  const keyResult = new Map(keyResults.map((row) => [row.id, row]));
  const keyResultsOf = Map.groupBy(keyResults, ({ objectiveId }) => objectiveId);
  const contributionsTo = Map.groupBy(contributions, ({ parent }) => key(parent));
  const contributionsOf = Map.groupBy(contributions, ({ objectiveId }) => objectiveId);
  const progress = new Map<string, Decimal | null>([
    ...objectives.map((row) => [key({ kind: "objective", id: row.id }), row.progress] as const),
    ...keyResults.map((row) => [key({ kind: "key-result", id: row.id }), row.progress] as const),
  ]);
  const isMadeOfTerms = ({ kind, id }: TermPlace) =>
    kind === "objective" ? objective.has(id) : (keyResult.get(id)?.fromContributions ?? false);

  function above({ kind, id }: TermPlace): TermPlace[] {
    if (kind === "objective") return (contributionsOf.get(id) ?? []).map(({ parent }) => parent).filter(isMadeOfTerms);
    const row = keyResult.get(id);
    return row ? [{ kind: "objective", id: row.objectiveId }] : [];
  }

  function termsOf(place: TermPlace): Term[] {
    const own = place.kind === "objective" ? (keyResultsOf.get(place.id) ?? []) : [];
    const children = contributionsTo.get(key(place)) ?? [];
    const term = (kind: Term["kind"], id: string, weight: Decimal, state: State): Term => {
      return { kind, id, weight, state, progress: progress.get(key({ kind, id })) ?? null };
    };
    return [
      ...own.map(({ id, weight, state }) => term("key-result", id, weight, state)),
      ...children.flatMap(({ objectiveId, weight }) => {
        const child = objective.get(objectiveId);
        return child ? [term("objective", child.id, weight, child.state)] : [];
      }),
    ];
  }

  return { progress, isMadeOfTerms, above, termsOf };
}

function same(one: Decimal | null, other: Decimal | null): boolean {
  return one === null || other === null ? one === other : exact(one).eq(other);
}

function key({ kind, id }: TermPlace): string {
  return `${kind} ${id}`;
}
