/** Rows to change: there, the viewer's to change, and in a cycle that still accepts it. */
import type { FieldProblem } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { type CycleState, cycleAccepts } from "../cycle.ts";
import {
  type KeyResultCan,
  keyResultCan,
  type Level,
  type ObjectiveCan,
  objectiveCan,
  type ObjectiveRow as Permitted,
  type Viewer,
} from "../permissions.ts";
import { keyResultOf, objectiveOfKeyResult } from "../queries/key-results.ts";
import { known, type ObjectiveRow, objectiveForChange } from "../queries/objectives.ts";

/** What of a row decides who may do what. A guest was invited to the objectives of the teams they belong to. */
export function permitted(
  row: Pick<ObjectiveRow, "level" | "ownerId" | "teamId" | "private">,
  viewer: Viewer,
): Permitted {
  const invited = !row.private && row.teamId !== null && viewer.teams.includes(row.teamId);
  return {
    level: row.level as Level,
    ownerId: row.ownerId,
    teamPath: row.level === "team" && row.teamId ? [row.teamId] : [],
    private: row.private,
    invited: invited ? [viewer.memberId] : [],
    keyResultOwnerIds: [],
  };
}

export async function objectiveToChange(
  tx: Tx,
  viewer: Viewer,
  id: string,
  may: keyof ObjectiveCan,
): Promise<ObjectiveRow> {
  const row = await objectiveForChange(tx, viewer, id);
  if (!row) throw notFound();
  if (!objectiveCan(viewer, permitted(row, viewer))[may]) throw notAllowed(whoMay);
  acceptsEdits(row.cycleState);
  if (may !== "delete" && !staysPossible.has(may)) refuseIfClosed("objective", row.state);
  return row;
}

/** A key result with its objective. */
export async function keyResultToChange(tx: Tx, viewer: Viewer, id: string, may: keyof KeyResultCan) {
  const objective = await objectiveOfKeyResult(tx, viewer, id);
  const row = objective && (await keyResultOf(tx, id, true));
  if (!objective || !row) throw notFound();
  const can = keyResultCan(viewer, { ownerId: row.ownerId, objective: permitted(objective, viewer) });
  if (!can[may]) throw notAllowed(whoMay);
  acceptsEdits(objective.cycleState);
  if (!staysPossible.has(may)) {
    refuseIfClosed("objective", objective.state);
    if (may !== "delete") refuseIfClosed("key result", row.state);
  }
  return { row, objective };
}

/** With what is closed: it can be read, graded and opened again. */
const staysPossible = new Set<keyof ObjectiveCan | keyof KeyResultCan>(["see", "close"]);

function refuseIfClosed(what: string, state: string): void {
  if (state !== "closed") return;
  const expected = `${what === "objective" ? "an" : "a"} ${what} that is not closed`;
  throw refused({ field: "state", expected, todo: `Open the ${what} again first.` });
}

/** Refuses what would change a closed cycle. */
export function acceptsEdits(cycleState: string, field = "cycle"): void {
  if (!cycleAccepts(cycleState as CycleState).edits) throw refused(closedCycle(field));
}

export function closedCycle(field: string): FieldProblem {
  return { field, expected: "a cycle that is not closed", todo: "Make a new cycle and roll over what goes on." };
}

export function unknown(field: string, expected: string): FieldProblem {
  return { field, expected, todo: "Read the list again and choose one that is there." };
}

/** Why nobody in this role can own anything; empty when they can. null: who is not a member, or not any more. */
export function ownerProblems(role: string | null, field = "ownerId"): FieldProblem[] {
  if (role === null) return [unknown(field, "a member of the organisation")];
  if (role !== "guest") return [];
  return [{ field, expected: "a member who is no guest", todo: "Choose another owner: a guest cannot check in." }];
}

/** Refuses an owner who is a guest or not a member any more, and one who could not see a private objective. */
export async function checkOwner(
  tx: Tx,
  ownerId: string | null | undefined,
  objective: { private: boolean; ownerId: string | null },
): Promise<void> {
  if (!ownerId) return;
  if (objective.private && ownerId !== objective.ownerId) {
    const todo = "Leave the owner out, or show the objective to everyone first.";
    throw refused({ field: "ownerId", expected: "the owner of the private objective", todo });
  }
  const role = await tx.remembered(
    `role of member ${ownerId}`,
    async () => (await known(tx, { memberId: ownerId })).memberRole,
    () => 1,
  );
  refuseIfAny(ownerProblems(role));
}

/** Throws the refusals of a rule, where there are any. */
export function refuseIfAny(problems: FieldProblem[]): void {
  if (problems.length > 0) throw refused(...problems);
}

const whoMay = "Ask its owner, a lead of its team, a champion or the owner of the organisation.";
