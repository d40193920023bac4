/** What is said about objectives and key results: by whoever sees them, guests apart. */
import type { Tx } from "../../../platform/database/database.ts";
import { notFound } from "../../../platform/refusals.ts";
import { commentsOn, forgetComments, presentComments, type Subjects } from "../../conversation/public.ts";
import type { Viewer } from "../permissions.ts";
import { standingsOf } from "../queries/key-results.ts";
import { keyResultsSeen, objectivesSeen } from "../queries/visible.ts";

export const okrSubjects: Subjects = {
  objective: async (tx, viewer, id) => {
    const [row] = await objectivesSeen(tx, viewer, [id]);
    return row && aboutIt(row);
  },
  "key-result": async (tx, viewer, id) => {
    const [row] = await keyResultsSeen(tx, viewer, { ids: [id] });
    return row && aboutIt(row);
  },
};

interface Seen {
  title: string;
  objectiveId: string;
  private: boolean;
  ownerId: string | null;
}

function aboutIt({ title, objectiveId, ownerId, ...row }: Seen) {
  return {
    visibleTo: row.private ? ownerId : null,
    title,
    removed: false,
    page: { kind: "objective" as const, id: objectiveId },
  };
}

/** What is said about an objective and its key results goes with them; what was said of their drafts stays with the plan. */
export async function forgetTalkOf(tx: Tx, objectiveId: string): Promise<void> {
  const keyResults = await standingsOf(tx, [objectiveId]);
  await forgetComments(tx, "objective", [objectiveId]);
  await forgetComments(
    tx,
    "key-result",
    keyResults.map(({ id }) => id),
  );
}

/** Of an objective and its key results. */
export async function commentsOfObjective(tx: Tx, viewer: Viewer, id: string) {
  const there = await objectivesSeen(tx, viewer, [id]);
  if (there.length === 0) throw notFound();
  const keyResults = await keyResultsSeen(tx, viewer, { objectiveId: id });
  const about = [id, ...keyResults.map((keyResult) => keyResult.id)];
  return presentComments(await commentsOn(tx, ["objective", "key-result"], about), viewer);
}
