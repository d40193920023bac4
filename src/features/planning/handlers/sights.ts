/** Who may know of a plan and its lines, for histories and comments: everyone but guests, a private line its owner alone. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import type { Sights } from "../../activity/public.ts";
import type { Subjects } from "../../conversation/public.ts";
import { maySeePlans } from "../permissions.ts";
import { draftInitiativesInSight } from "../queries/draft-initiatives.ts";
import { draftKeyResultsInSight } from "../queries/draft-key-results.ts";
import { draftObjectivesInSight } from "../queries/draft-objectives.ts";
import { planById, plansThere } from "../queries/plans.ts";

type LinesInSight = (tx: Tx, viewer: Viewer, ids: readonly string[]) => Promise<LineSeen[]>;

interface LineSeen {
  id: string;
  title: string;
  private: boolean;
  planId: string;
  planOwnerId: string | null;
  planState: string;
  removedAt: string | null;
  /** Of a key result only. */
  objectiveRemovedAt?: string | null;
}

const lines: Record<string, LinesInSight> = {
  "draft-objective": draftObjectivesInSight,
  "draft-key-result": draftKeyResultsInSight,
  "draft-initiative": draftInitiativesInSight,
};

export const planSights: Sights = {
  plan: async (tx, viewer, ids) => (maySeePlans(viewer) ? plansThere(tx, ids) : []),
  "objective-template": async (_tx, viewer, ids) => (maySeePlans(viewer) ? ids : []),
  ...ofEachKind((inSight) => async (tx: Tx, viewer: Viewer, ids: readonly string[]) => {
    return maySeePlans(viewer) ? (await inSight(tx, viewer, ids)).map(({ id }) => id) : [];
  }),
};

export const planSubjects: Subjects = {
  plan: async (tx, viewer, id) => {
    const plan = maySeePlans(viewer) ? await planById(tx, id) : undefined;
    return plan && { visibleTo: null, title: null, removed: isDiscarded(plan.state), page: { kind: "plan", id } };
  },
  ...ofEachKind((inSight) => async (tx: Tx, viewer: Viewer, id: string) => {
    const [line] = maySeePlans(viewer) ? await inSight(tx, viewer, [id]) : [];
    if (!line) return undefined;
    const { title, planId, planState, removedAt, objectiveRemovedAt } = line;
    const removed = Boolean(removedAt ?? objectiveRemovedAt) || isDiscarded(planState);
    const page = { kind: "plan" as const, id: planId };
    return { visibleTo: line.private ? line.planOwnerId : null, title, removed, page };
  }),
};

const isDiscarded = (state: string) => state === "discarded";

function ofEachKind<T>(make: (inSight: LinesInSight) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(lines).map(([kind, inSight]) => [kind, make(inSight)]));
}
