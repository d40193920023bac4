/** What becomes of a key result: another target, its state, a person's word on its status. */
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { coachVerdictOf } from "../coach-verdict.ts";
import { okrs as contract } from "../contract.ts";
import { keyResultFact } from "../events.ts";
import { columnsOf, measureOf, plain } from "../measure-columns.ts";
import { overruleRefusals } from "../overrule.ts";
import type { PhasedTarget } from "../pace.ts";
import type { Viewer } from "../permissions.ts";
import { progressOf } from "../progress.ts";
import { addTargetChange, changeKeyResult, targetChangeMade } from "../queries/key-result-changes.ts";
import { frameOf, readKeyResult } from "../reading.ts";
import { changeTarget, phasedTargetRefusals, type Targets } from "../targets.ts";
import { keyResultPage } from "./key-result-page.ts";
import { keyResultToChange, refuseIfAny } from "./loading.ts";
import { type NewState, stateProblems } from "./objective-states.ts";

const os = keeps(contract).keyResults;

export const keyResultStates = {
  changeTarget: os.changeTarget.handler(({ input, context }) =>
    context.write(async (tx) => {
      await changeTargetOf(tx, context.viewer, input);
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
  setState: os.setState.handler(({ input, context }) =>
    context.write(async (tx) => {
      await setKeyResultState(tx, context.viewer, input);
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
  overruleStatus: os.overruleStatus.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, version, status, reason } = input;
      const { row, objective } = await keyResultToChange(tx, context.viewer, id, "overrule");
      sameVersion(row, version, { overruledStatus: status });
      const { proposed } = readKeyResult(row, objective, frameOf(objective, tx.now)).status;
      refuseIfAny(overruleRefusals({ status, reason }, proposed));
      await changeKeyResult(tx, id, { overrule: { status, reason, memberId: context.viewer.memberId } });
      await tx.record(
        keyResultFact("key-result-status-overruled", id, objective, { status, reason, proposed: proposed.status }),
      );
      return keyResultPage(tx, context.viewer, id);
    }),
  ),
  resumeStatus: os.resumeStatus.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { row, objective } = await keyResultToChange(tx, context.viewer, input.id, "overrule");
      if (row.overruledStatus !== null) {
        await changeKeyResult(tx, input.id, { overrule: null });
        await tx.record(
          keyResultFact("key-result-status-resumed", input.id, objective, { status: row.overruledStatus }),
        );
      }
      return keyResultPage(tx, context.viewer, input.id);
    }),
  ),
};

/** Pauses, postpones, drops, closes or reopens a key result; refuses a version that is not the latest with 409. */
export async function setKeyResultState(tx: Tx, viewer: Viewer, { id, version, state, reason }: NewState) {
  const { row, objective } = await keyResultToChange(tx, viewer, id, "close");
  if (row.state === state && row.stateReason === reason) return;
  sameVersion(row, version, { state });
  refuseIfAny(stateProblems(state, reason));
  await changeKeyResult(tx, id, { state, stateReason: reason });
  await tx.record(keyResultFact("key-result-state-changed", id, objective, { state: [row.state, state], reason }));
}

interface NewTarget {
  id: string;
  changeId: string;
  version: number;
  targets: Targets;
  reason: string;
  phasedTargets?: PhasedTarget[];
}

/** Changes a target, with its reason; the same change again changes nothing. */
export async function changeTargetOf(tx: Tx, viewer: Viewer, { id, changeId, version, ...body }: NewTarget) {
  const hash = bodyHash({ id, ...body });
  const { row, objective } = await keyResultToChange(tx, viewer, id, "changeTarget");
  const already = await targetChangeMade(tx, changeId);
  if (already) {
    sameCreate(already, hash);
    return;
  }
  const targets = plainTargets(body.targets);
  sameVersion({ ...row, targets: measureOf(row) }, version, { targets });
  const changed = changeTarget(measureOf(row), targets, body.reason);
  if (!changed.ok) throw refused(...changed.refusals.map(namedAsAsked));
  const { measure, change } = changed;
  const phasedTargets = (body.phasedTargets ?? (row.phasedTargets as unknown as PhasedTarget[])).map(
    ({ on, value }) => ({ on, value: plain(value) }),
  );
  refuseIfAny(phasedTargetRefusals(measure, phasedTargets, objective));
  await addTargetChange(tx, { id: changeId, keyResultId: id, ...change, memberId: viewer.memberId, bodyHash: hash });
  const progress = progressOf(measure, { value: row.currentValue });
  const coachVerdict = coachVerdictOf({ ...row, measure });
  await changeKeyResult(tx, id, { measure: columnsOf(measure), phasedTargets, progress, coachVerdict });
  await tx.record(keyResultFact("key-result-target-changed", id, objective, { changeId, ...change }));
}

function plainTargets(targets: Targets): Targets {
  if (targets.kind === "range") return { ...targets, low: plain(targets.low), high: plain(targets.high) };
  const target = plain(targets.target);
  return targets.kind === "metric"
    ? { ...targets, target }
    : { ...targets, target, riskLimit: targets.riskLimit && plain(targets.riskLimit) };
}

/** The rule speaks of the measure; here its figures were asked for as targets. */
function namedAsAsked<T extends { field: string }>(problem: T): T {
  return { ...problem, field: problem.field.replace(/^measure\b/, "targets") };
}
