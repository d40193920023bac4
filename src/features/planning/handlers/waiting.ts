import { keeps } from "../../../platform/http/keeps.ts";
import { closesAt } from "../closing-time.ts";
import { planning as contract } from "../contract.ts";
import { plansWaitingFor } from "../queries/waiting.ts";
import { named, presentClosing, presentPlan } from "./presenting.ts";

const os = keeps(contract).plans;

/** The plans that are told of; others come up as these are answered. */
const most = 20;

export const waiting = {
  waiting: os.waiting.handler(({ context }) =>
    context.read(async (tx) => {
      const rows = await plansWaitingFor(tx, context.viewer, most);
      return { items: rows.map(presentWaiting) };
    }),
  ),
};

type Row = Awaited<ReturnType<typeof plansWaitingFor>>[number];

function presentWaiting(row: Row) {
  const { id, cycle, level, team, owner } = presentPlan(row);
  const { id: cycleId, name } = cycle;
  return {
    plan: { id, cycle: { id: cycleId, name }, level, team, owner },
    review: presentAsked(row),
    keyResults: row.keyResults,
  };
}

/** Null where no review is asked of the viewer, or they have answered. */
function presentAsked(row: Row) {
  const { changedSince, timeZone } = row;
  if (changedSince === null || timeZone === null) return null;
  const closes = presentClosing(row);
  return {
    askedBy: named(row.askedBy, row.askedByName),
    closes,
    closesAt: closes && closesAt(closes, timeZone).toString(),
    changedSince,
  };
}
