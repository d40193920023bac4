/** What becomes of an objective: its state, a person's word on its status, what a learning one has shown. */
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { objectiveFact } from "../events.ts";
import { overruleRefusals } from "../overrule.ts";
import type { Viewer } from "../permissions.ts";
import { changeObjective } from "../queries/objective-changes.ts";
import type { Outcome } from "../scoring.ts";
import { objectiveToChange, refuseIfAny } from "./loading.ts";
import { objectivePage } from "./objective-page.ts";

const os = keeps(contract).objectives;

export const objectiveStates = {
  setState: os.setState.handler(({ input, context }) =>
    context.write(async (tx) => {
      await setObjectiveState(tx, context.viewer, input);
      return objectivePage(tx, context.viewer, input.id);
    }),
  ),
  overruleStatus: os.overruleStatus.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, status, reason } = input;
      const row = await objectiveToChange(tx, context.viewer, id, "overrule");
      sameVersion(row, version, { overruledStatus: status });
      const { proposed } = (await objectivePage(tx, context.viewer, id)).status;
      refuseIfAny(overruleRefusals({ status, reason }, proposed));
      await changeObjective(tx, id, { overrule: { status, reason, memberId: context.viewer.memberId } });
      await tx.record(objectiveFact("objective-status-overruled", row, { status, reason, proposed: proposed.status }));
      return objectivePage(tx, context.viewer, id);
    }),
  ),
  resumeStatus: os.resumeStatus.handler(({ input, context }) =>
    context.write(async (tx) => {
      const row = await objectiveToChange(tx, context.viewer, input.id, "overrule");
      if (row.overruledStatus !== null) {
        await changeObjective(tx, input.id, { overrule: null });
        await tx.record(objectiveFact("objective-status-resumed", row, { status: row.overruledStatus }));
      }
      return objectivePage(tx, context.viewer, input.id);
    }),
  ),
  setLearned: os.setLearned.handler(({ input, context }) =>
    context.write(async (tx) => {
      await setLearned(tx, context.viewer, input);
      return objectivePage(tx, context.viewer, input.id);
    }),
  ),
};

export interface NewState {
  id: string;
  version: number;
  state: "open" | "paused" | "postponed" | "dropped" | "closed";
  reason: string;
}

/** Pauses, postpones, drops, closes or reopens an objective; refuses a version that is not the latest with 409. */
export async function setObjectiveState(tx: Tx, viewer: Viewer, { id, version, state, reason }: NewState) {
  const row = await objectiveToChange(tx, viewer, id, "close");
  if (row.state === state && row.stateReason === reason) return;
  sameVersion(row, version, { state });
  if (row.isGraded) throw refused(stillGraded);
  refuseIfAny(stateProblems(state, reason));
  await changeObjective(tx, id, { state, stateReason: reason });
  await tx.record(objectiveFact("objective-state-changed", row, { state: [row.state, state], reason }));
}

const stillGraded = {
  field: "state",
  expected: "the state it was closed with, for it is graded",
  todo: "Take its grade back under Closing: that opens it with its key results.",
};

/** Says what a learning objective has shown; refuses any other. */
export async function setLearned(
  tx: Tx,
  viewer: Viewer,
  { id, version, learned }: { id: string; version: number; learned: Outcome | null },
) {
  const row = await objectiveToChange(tx, viewer, id, "close");
  if (row.commitment !== "learning") {
    throw refused({ field: "learned", expected: "a learning objective", todo: "Make it a learning objective first." });
  }
  if (row.learned === learned) return;
  sameVersion(row, version, { learned });
  await changeObjective(tx, id, { learned });
  await tx.record(objectiveFact("objective-learned", row, { learned: [row.learned, learned] }));
}

/** Whoever stops something says why; closing and reopening speak for themselves. */
export function stateProblems(state: string, reason: string) {
  const needsReason = state === "paused" || state === "postponed" || state === "dropped";
  if (!needsReason || reason !== "") return [];
  return [{ field: "reason", expected: "a reason", todo: "Say in a sentence why, for those who look back." }];
}
