/** A row that says something else than in the import before: only what differs is changed, whatever people did since. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { newId } from "../../../platform/ids.ts";
import {
  changeHealthMetricAsAsked,
  changeKeyResultAsAsked,
  changeObjectiveAsAsked,
  changeTargetOf,
} from "../../okrs/public.ts";
import { changeInitiativeAsAsked, changeInitiativeState } from "../../roadmap/public.ts";
import { decimalsOf, measureBody, unitOf, weightOf, whyOf } from "../bodies.ts";
import type { PlannedRow } from "../plan.ts";
import { type Said, saidBy } from "../source-key.ts";

interface Changing {
  planned: PlannedRow;
  id: string;
  before: Said;
  now: { version: number; checkIns: number };
  fileName: string;
}

export async function changeAsSaid(tx: Tx, viewer: Viewer, changing: Changing): Promise<void> {
  const { planned, id, now } = changing;
  const differs = whatDiffers(changing);
  const { version } = now;
  const named = {
    ...(differs("title") ? { title: planned.row.title } : {}),
    ...(differs("owner") && planned.ownerId ? { ownerId: planned.ownerId } : {}),
  };
  switch (planned.row.kind) {
    case "objective": {
      const why = differs("why") ? { why: whyOf(planned.row) } : {};
      const place = differs("team") && planned.teamId ? { level: "team", teamId: planned.teamId } : {};
      return changeObjectiveAsAsked(tx, viewer, { id, version, ...named, ...why, ...place });
    }
    case "key-result":
      return changeKeyResult(tx, viewer, changing, named);
    case "health-metric": {
      const { measure } = planned.row;
      const limit = measure?.target && differs("measure") ? { limit: measure.target } : {};
      return changeHealthMetricAsAsked(tx, viewer, { id, version, ...named, ...limit });
    }
    case "initiative": {
      const ends = differs("due") ? { endsOn: planned.row.due } : {};
      await changeInitiativeAsAsked(tx, viewer, { id, version, ...named, ...ends });
      if (!differs("done") || planned.row.done !== true) return;
      const isChanged = Object.keys({ ...named, ...ends }).length > 0;
      await changeInitiativeState(tx, viewer, { id, version: version + (isChanged ? 1 : 0), state: "done" });
    }
  }
}

/** Once there are check-ins a target changes with a reason, so that the old one stays visible. */
async function changeKeyResult(
  tx: Tx,
  viewer: Viewer,
  changing: Changing,
  named: { title?: string; ownerId?: string },
): Promise<void> {
  const { planned, id, now, before, fileName } = changing;
  const { row } = planned;
  const differs = whatDiffers(changing);
  const measure = measureBody(row.measure);
  const was = measureBody(before.measure);
  const isMoved = differs("measure") && JSON.stringify(was) !== JSON.stringify(measure);
  const sameBut = JSON.stringify({ ...was, target: "" }) === JSON.stringify({ ...measure, target: "" });
  const isTarget = isMoved && now.checkIns > 0 && "target" in measure && sameBut;
  let { version } = now;
  if (isTarget) {
    const targets =
      measure.kind === "metric"
        ? { kind: measure.kind, target: measure.target }
        : { kind: measure.kind, target: measure.target, riskLimit: null };
    const reason = `“${fileName}” says so.`;
    await changeTargetOf(tx, viewer, { id, changeId: newId(), version, targets, reason });
    version += 1;
  }
  const figures = isMoved && !isTarget ? { measure, decimals: decimalsOf(row.measure) } : {};
  const unit =
    differs("measure") && unitOf(row.measure) !== unitOf(before.measure) ? { unit: unitOf(row.measure) } : {};
  const weight = differs("weight") ? { weight: weightOf(row) } : {};
  await changeKeyResultAsAsked(tx, viewer, { id, version, ...named, ...figures, ...unit, ...weight });
}

function whatDiffers({ planned, before }: Changing) {
  const said = saidBy(planned.row);
  return (field: keyof Said) => JSON.stringify(said[field]) !== JSON.stringify(before[field]);
}
