import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { type Commitment, mayManageCycles, type Outcome, objectiveCan, permitted } from "../../okrs/public.ts";
import { closing } from "../contract.ts";
import { bandOrNull } from "../ending.ts";
import { isOpen } from "../next-cycle.ts";
import { closingFor, closingRowsOf, cycleOf } from "../queries/objectives.ts";
import { type Ended, type EndedPart, ended, named, openAsks, presentCycle } from "./presenting.ts";

const os = keeps(closing);

export const waiting = os.waiting.handler(({ context }) =>
  context.read(async (tx) => {
    const rows = await closingFor(tx, context.viewer.memberId);
    const items = rows.map((row) => {
      return { cycle: presentCycle(row), objectives: row.objectives, keyResults: row.keyResults };
    });
    return { items };
  }),
);

export const cycles = {
  get: os.cycles.get.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const cycle = await cycleOf(tx, input.id);
      if (!cycle) throw notFound();
      const all = await ended(tx, await closingRowsOf(tx, viewer, cycle.id));
      const teams = [
        ...Map.groupBy(all, ({ row }) => `${row.level} ${row.level === "team" ? row.teamId : ""}`).values(),
      ];
      return {
        cycle: { ...presentCycle(cycle), version: cycle.version },
        teams: teams.map((some) => presentTeam(some, viewer)),
        open: all.filter(({ row }) => isOpen(row)).length,
        can: { closeCycle: mayManageCycles(viewer) && cycle.cycleState === "closing" },
      };
    }),
  ),
};

function presentTeam(some: Ended[], viewer: Viewer) {
  const first = some[0]?.row;
  const isTeam = first?.level === "team";
  const objectives = some.map((one) => presentToClose(one, viewer));
  return {
    team: isTeam ? named(first.teamId, first.teamName) : null,
    level: (first?.level ?? "company") as Level,
    open: some.filter(({ row }) => isOpen(row)).length,
    openAsks: objectives.reduce((sum, each) => sum + each.openAsks, 0),
    objectives,
  };
}

type Level = "company" | "team" | "personal";

/** A check-in after the grade asks for another look while the cycle is closing; once it is closed the grade stands. */
function isDone({ row: { grade }, ending }: EndedPart, cycleState: string): boolean {
  return grade !== null && (cycleState === "closed" || !ending.isStale);
}

function presentToClose({ row, parts, score }: Ended, viewer: Viewer) {
  const graded = parts.filter(({ ending }) => ending.isGraded);
  return {
    id: row.id,
    title: row.title,
    level: row.level as Level,
    owner: named(row.ownerId, row.ownerName),
    commitment: row.commitment as Commitment,
    private: row.private,
    state: row.state,
    keyResults: graded.length,
    graded: graded.filter((part) => isDone(part, row.cycleState)).length,
    openAsks: parts.reduce((sum, part) => sum + openAsks(part.row).length, 0),
    closure:
      row.closureVersion === null
        ? null
        : {
            score,
            band: bandOrNull(score),
            outcome: row.outcome as Outcome | null,
            next: row.next as "keep" | "change" | "drop",
          },
    can: { close: objectiveCan(viewer, permitted(row, viewer)).close && row.cycleState === "closing" },
  };
}
