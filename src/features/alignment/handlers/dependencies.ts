import { anUuid, cursorOf, pageFrom, valuesOf } from "../../../platform/cursor.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { alignment as contract } from "../contract.ts";
import { type DependencyState, nextStates, proposalRefusals, stepRefusals } from "../dependency.ts";
import { dependencyChanged, dependencyMoved, dependencyProposed } from "../events.ts";
import { mayAskFor, maySpeakFor, sidesOf, statesOpenTo } from "../permissions.ts";
import {
  addDependency,
  changeDependency,
  connected,
  type DependencyRow,
  dependenciesListed,
  dependenciesWaiting,
  dependencyForChange,
  dependencyOf,
} from "../queries/dependencies.ts";
import { cycleToShow } from "../queries.ts";
import { todayOf } from "./map.ts";

const os = keeps(contract).dependencies;

export const dependencies = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const anyCycle = input.objectiveId !== undefined && input.cycleId === undefined;
      const cycle = anyCycle ? undefined : await cycleToShow(tx, todayOf(context), input.cycleId);
      if (!cycle && input.cycleId) throw notFound();
      const can = { askFor: mayAskFor(viewer) };
      if (!cycle && !anyCycle) return { items: [], next: null, can };
      const after = valuesOf(input.after, /^\d{4}-\d\d-\d\d$/, anUuid) as [string, string] | null;
      const rows = await dependenciesListed(tx, { ...input, cycleId: cycle?.id, after });
      const { items, next } = pageFrom(rows, input.limit, ({ dueOn, id }) => cursorOf(dueOn, id));
      return { items: items.map((row) => presented(row, viewer)), next, can };
    }),
  ),

  waiting: os.waiting.handler(({ context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const { rows, count } = await dependenciesWaiting(tx, viewer, { today: todayOf(context), limit: 20 });
      return { items: rows.map((row) => presented(row, viewer)), count };
    }),
  ),

  get: os.get.handler(({ input, context }) =>
    context.read(async (tx) => presented(await dependencyOf(tx, input.id), context.viewer)),
  ),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const { id, ...body } = input;
      const hash = bodyHash(body);
      const earlier = await dependencyOf(tx, id);
      if (earlier) return presented(sameCreate(earlier, hash), viewer);
      await mustBeProposable(tx, viewer, body);
      if (!(await addDependency(tx, { ...input, memberId: viewer.memberId, bodyHash: hash }))) {
        return presented(sameCreate(await dependencyOf(tx, id), hash), viewer);
      }
      await tx.record(dependencyProposed(input));
      return presented(await dependencyOf(tx, id), viewer);
    }),
  ),

  update: os.update.handler(({ input: { id, version, ...wanted }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const before = await dependencyForChange(tx, id);
      if (!before) throw notFound();
      if (!maySpeakFor(viewer, before.fromTeamId)) throw notAllowed(whoAsks);
      sameVersion(before, version, wanted);
      const changes = changesBetween(before, wanted);
      if (Object.keys(changes).length === 0) return presented(before, viewer);
      mustBeOpen(before);
      refuseIfAny(proposalRefusals({ ...before, ...defined(wanted) }, before));
      await changeDependency(tx, id, wanted);
      await tx.record(dependencyChanged(before, changes));
      return presented(await dependencyOf(tx, id), viewer);
    }),
  ),

  setState: os.setState.handler(({ input: { id, version, state, reason }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const before = await dependencyForChange(tx, id);
      if (!before) throw notFound();
      const sides = sidesOf(viewer, before);
      if (sides.length === 0) throw notAllowed("Ask somebody of one of the two teams, or a champion.");
      if (before.state === state && before.reason === reason) return presented(before, viewer);
      sameVersion(before, version, { state });
      mustGoOn(before.cycleState);
      const side =
        sides.find((each) => nextStates(before.state, each).includes(state)) ?? (sides[0] as (typeof sides)[0]);
      refuseIfAny(stepRefusals(before.state, state, side, reason));
      await changeDependency(tx, id, { state, reason: state === "declined" ? reason : "", memberId: viewer.memberId });
      await tx.record(dependencyMoved(before, before.state, state, reason));
      return presented(await dependencyOf(tx, id), viewer);
    }),
  ),
});

const whoAsks = "Ask somebody of the team that asks, its lead, a champion or the owner of the organisation.";

interface Proposed {
  cycleId: string;
  title: string;
  fromTeamId: string;
  onTeamId: string;
  objectiveId: string | null;
  dueOn: string;
}

async function mustBeProposable(tx: Tx, viewer: Viewer, body: Proposed): Promise<void> {
  const there = await connected(tx, body);
  const todo = "Read the list again and choose one that is there.";
  if (!there.cycle) throw refused({ field: "cycleId", expected: "a cycle of the organisation", todo });
  refuseIfAny([
    ...(there.fromTeam ? [] : [{ field: "fromTeamId", expected: "a team of the organisation", todo }]),
    ...(there.onTeam ? [] : [{ field: "onTeamId", expected: "a team of the organisation", todo }]),
    ...(there.objective || body.objectiveId === null
      ? []
      : [{ field: "objectiveId", expected: "an objective that everyone can see", todo }]),
  ]);
  if (!maySpeakFor(viewer, body.fromTeamId)) throw notAllowed(whoAsks);
  mustGoOn(there.cycle.state);
  refuseIfAny(proposalRefusals(body, there.cycle));
}

function mustGoOn(cycleState: string): void {
  if (cycleState !== "closed") return;
  const expected = "a cycle that is not closed";
  throw refused({ field: "cycle", expected, todo: "Ask again in the cycle that goes on." });
}

/** What was accepted is a promise: it is withdrawn and asked anew, not changed under whoever gave it. */
function mustBeOpen({ state, cycleState }: DependencyRow): void {
  mustGoOn(cycleState);
  if (state === "proposed" || state === "declined") return;
  const expected = "a dependency that is proposed or declined";
  throw refused({ field: "state", expected, todo: "Withdraw it and propose it again, so that they can answer anew." });
}

function refuseIfAny(problems: { field: string; expected: string; todo: string }[]): void {
  if (problems.length > 0) throw refused(...problems);
}

function defined<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function presented(row: DependencyRow | undefined, viewer: Viewer) {
  if (!row) throw notFound();
  const states = statesOpenTo(viewer, row, row.cycleState);
  const open: DependencyState[] = ["proposed", "declined"];
  return {
    id: row.id,
    cycleId: row.cycleId,
    title: row.title,
    from: { id: row.fromTeamId, name: row.fromName },
    on: { id: row.onTeamId, name: row.onName },
    objective: row.objectiveId === null ? null : { id: row.objectiveId, title: row.objectiveTitle ?? "" },
    dueOn: row.dueOn,
    state: row.state,
    reason: row.reason,
    proposedBy: { id: row.proposedById, name: row.proposedByName },
    stateBy: { id: row.stateById, name: row.stateByName },
    stateAt: row.stateAt,
    version: row.version,
    can: {
      states,
      edit: open.includes(row.state) && row.cycleState !== "closed" && maySpeakFor(viewer, row.fromTeamId),
    },
  };
}
