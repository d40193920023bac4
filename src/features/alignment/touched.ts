/** What recorded events may have changed of the alignment of work. */

export interface AlignmentEvent {
  kind: string;
  subjectKind: string;
  subjectId: string;
  facts: Record<string, unknown>;
}

export interface Touched {
  /** Objectives whose own facts may have changed. */
  objectives: string[];
  /** Those whose links changed: what stands beneath them may reach something else. */
  relinked: string[];
  /** Those that lost a key result or are gone: what supported them may have lost a link. */
  gone: string[];
  /** Imperatives that were archived or taken up again. */
  imperatives: string[];
  /** Teams whose people changed, and members who came, went or changed their role. */
  teams: string[];
  members: string[];
  /** Priority shares or the share of answers changed, and with them the index, though no objective did. */
  weighing: boolean;
  /** Something that the explaining list shows may have changed. */
  list: boolean;
}

/** Reads events one by one; what none of them touches stays as it was counted. */
export function touchedBy(events: readonly AlignmentEvent[]): Touched {
  const of = (pick: (event: AlignmentEvent) => unknown[]) => [
    ...new Set(events.flatMap(pick).filter((id): id is string => typeof id === "string")),
  ];
  const relinked = of(({ kind, subjectId }) => (relinking.has(kind) ? [subjectId] : []));
  return {
    objectives: of((event) => (changesFacts(event) ? [objectiveOf(event)] : [])),
    relinked,
    gone: of((event) =>
      event.kind === "objective-removed" || event.kind === "key-result-removed" ? [objectiveOf(event)] : [],
    ),
    imperatives: of(({ kind, subjectId }) =>
      kind === "imperative-archived" || kind === "imperative-restored" ? [subjectId] : [],
    ),
    teams: of(({ subjectKind, subjectId, facts }) =>
      subjectKind === "team" ? [subjectId, ...(Array.isArray(facts.parentId) ? facts.parentId : [])] : [],
    ),
    members: of(({ kind, subjectId }) => (headcounting.has(kind) ? [subjectId] : [])),
    weighing: events.some(({ kind, subjectKind }) => subjectKind === "imperative" || kind === "pulse-closed"),
    list: events.some(
      (event) => listed.has(event.subjectKind) && (silent.has(event.kind) ? changesFacts(event) : true),
    ),
  };
}

const relinking = new Set(["objective-created", "support-created", "support-removed"]);
const headcounting = new Set(["member-added", "member-deactivated", "member-reactivated", "member-role-changed"]);
const listed = new Set(["objective", "key-result", "imperative", "team", "member", "dependency"]);
/** Happens all the time and says nothing of owners, targets or links, unless something was reported for the first time. */
const silent = new Set([
  "check-in-recorded",
  "check-in-changed",
  "objective-moved",
  "objective-status-overruled",
  "objective-status-resumed",
  "key-result-status-overruled",
  "key-result-status-resumed",
  "key-results-reordered",
  "health-metric-created",
  "health-metric-changed",
  "health-metric-measured",
  "health-metric-removed",
]);

function changesFacts({ kind, subjectKind, facts }: AlignmentEvent): boolean {
  if (subjectKind !== "objective" && subjectKind !== "key-result") return false;
  if (!silent.has(kind)) return true;
  // A threshold is measurable from its first value on, a sum of contributions from its first term on.
  if (kind === "objective-moved") return beganOrEnded(facts.progress);
  return kind.startsWith("check-in-") && beganOrEnded(facts.value);
}

function beganOrEnded(change: unknown): boolean {
  return Array.isArray(change) && (change[0] === null) !== (change[1] === null);
}

function objectiveOf({ subjectKind, subjectId, facts }: AlignmentEvent): unknown {
  return subjectKind === "key-result" ? facts.objectiveId : subjectId;
}
