import type { Viewer } from "../http/context.ts";
import type { RecordedEvent } from "./feed.ts";

/** So many changes at once, as of an import, concern whatever is on show: their names would be a megabyte for each who watches. */
const mostNamed = 100;
/** That something changed, not what. */
const unnamed = [{ kind: "any", id: "" }];

/** What `viewer` is told of events: each thing once, and nothing of those that only somebody else may see. */
export function subjectsFor(
  viewer: Pick<Viewer, "memberId" | "role">,
  events: readonly Pick<RecordedEvent, "subjectKind" | "subjectId" | "visibleTo">[],
): { kind: string; id: string }[] {
  const seen = events.filter(({ visibleTo }) => visibleTo === null || visibleTo === viewer.memberId);
  // A guest reads only what they were invited to.
  if (viewer.role === "guest") return seen.length > 0 ? unnamed : [];
  const byId = new Map(
    seen.map(({ subjectKind, subjectId }) => [`${subjectKind} ${subjectId}`, { kind: subjectKind, id: subjectId }]),
  );
  return byId.size > mostNamed ? unnamed : [...byId.values()];
}
