/** What a draft objective may support. */
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { draftWithAllAbove, parentThere } from "../queries/draft-objectives.ts";

/** Why a draft cannot support this: it is not there for the viewer, not there for everyone, or beneath the draft. */
export async function parentRefusals(
  tx: Tx,
  viewer: Viewer,
  id: string,
  parent: { kind: string; id: string },
): Promise<FieldProblem[]> {
  const there = await parentThere(tx, viewer, parent);
  const todo = "Read the list again and choose one that is there.";
  if (!there) return [{ field: "parent.id", expected: `${what[parent.kind]} that you can see`, todo }];
  if (there.private) {
    const show = "Show the parent to everyone first, or choose another.";
    return [{ field: "parent", expected: "a parent that everyone can see", todo: show }];
  }
  if (parent.kind !== "draft-objective") return [];
  const circle = (await draftWithAllAbove(tx, parent.id)).includes(id);
  const other = "Choose a parent that does not itself lead up to this draft.";
  return circle ? [{ field: "parent", expected: "a parent that is not beneath this draft", todo: other }] : [];
}

const what: Record<string, string> = {
  imperative: "an imperative",
  objective: "an objective",
  "key-result": "a key result",
  "draft-objective": "a draft objective",
};
