import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { currentCycle } from "../current-cycle.ts";
import {
  type CycleKind,
  type CycleState,
  cycleRefusals,
  nextStates,
  proposeCycle,
  transitionRefusals,
  whereInCycle,
} from "../cycle.ts";
import { cycleFact } from "../events.ts";
import { openRefusals, type WaitsOn } from "../left-open.ts";
import { mayManageCycles, type Viewer } from "../permissions.ts";
import {
  addCycle,
  type CycleBody,
  type CycleRow,
  changeCycle,
  cyclesForChange,
  cycles as cyclesOf,
  fiscalYear,
  leftOpen,
  phasedTargetsOutside,
} from "../queries/cycles.ts";
import { frameOf } from "../reading.ts";
import { acceptsEdits, refuseIfAny, unknown } from "./loading.ts";

const os = keeps(contract).cycles;

export const cycles = {
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const rows = await cyclesOf(tx, context.viewer, input);
      const today = rows[0] ? frameOf(rows[0], tx.now).today : "";
      return {
        items: rows.map((row) => presentCycle(row, tx, context.viewer)),
        currentId: currentCycle(rows, today)?.id ?? null,
        can: { create: mayManageCycles(context.viewer) },
      };
    }),
  ),
  propose: os.propose.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { startMonth, timeZone } = await fiscalYear(tx);
      const today = tx.now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
      return proposeCycle(input.kind, input.on ?? today, startMonth);
    }),
  ),
  get: os.get.handler(({ input, context }) => context.read((tx) => readCycle(tx, context.viewer, input.id))),
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await createCycle(tx, context.viewer, input);
      return readCycle(tx, context.viewer, input.id);
    }),
  ),
  update: os.update.handler(({ input, context }) => updateCycle(context, input)),
  setState: os.setState.handler(({ input, context }) =>
    context.write(async (tx) => {
      const row = (await cyclesForChange(tx, context.viewer)).find(({ id }) => id === input.id);
      if (!row) throw notFound();
      if (row.cycleState === input.state) return presentCycle(row, tx, context.viewer);
      sameVersion({ ...row, state: row.cycleState }, input.version, { state: input.state });
      refuseIfAny(transitionRefusals(row.cycleState as CycleState, input.state));
      if (input.state === "closed" && !input.withOpen) await nothingLeftOpen(tx, context, input.id);
      await changeCycle(tx, input.id, { state: input.state });
      await tx.record(cycleFact("cycle-state-changed", input.id, { state: [row.cycleState, input.state] }));
      return readCycle(tx, context.viewer, input.id);
    }),
  ),
};

/** What hangs on key results of these objectives, told by the rooms that keep it. */
declare module "../../../platform/http/context.ts" {
  interface Services {
    waitsOn: (tx: Tx, objectiveIds: readonly string[]) => Promise<WaitsOn[]>;
  }
}

async function nothingLeftOpen(tx: Tx, { services }: RequestContext, cycleId: string): Promise<void> {
  const left = await leftOpen(tx, cycleId);
  if (left.length === 0) return;
  const ids = left.map(({ id }) => id);
  refuseIfAny(openRefusals(left, await services.waitsOn(tx, ids)));
}

export type NewCycle = Required<CycleBody> & { id: string };

/** Plans a cycle; the same again changes nothing. Refuses a name that is taken and dates that cannot be. */
export async function createCycle(tx: Tx, viewer: Viewer, { id, ...body }: NewCycle): Promise<void> {
  if (!mayManageCycles(viewer)) throw notAllowed("Ask the owner of the organisation or a champion to plan it.");
  const hash = bodyHash(body);
  const all = await cyclesForChange(tx, viewer);
  const already = all.find((row) => row.id === id);
  if (already) {
    sameCreate(already, hash);
    return;
  }
  refuseIfAny(cycleProblems({ id, ...body }, all));
  await addCycle(tx, { id, ...body, bodyHash: hash });
  await tx.record(cycleFact("cycle-created", id, body));
}

function updateCycle(context: RequestContext, input: CycleBody & { id: string; version: number }) {
  return context.write(async (tx) => {
    const { id, version, ...wanted } = input;
    const all = await cyclesForChange(tx, context.viewer);
    const row = all.find((each) => each.id === id);
    if (!row) throw notFound();
    const before = { ...row, rhythm: rhythmOf(row) };
    sameVersion(before, version, wanted);
    acceptsEdits(row.cycleState, "state");
    const changes = changesBetween(before, wanted);
    if (Object.keys(changes).length === 0) return presentCycle(row, tx, context.viewer);
    const after = { ...before, ...defined(wanted) };
    refuseIfAny(cycleProblems(after, all));
    if (wanted.startsOn || wanted.endsOn) await keepPhasedTargetsInside(tx, after);
    await changeCycle(tx, id, wanted);
    await tx.record(cycleFact("cycle-changed", id, changes));
    return readCycle(tx, context.viewer, id);
  });
}

async function readCycle(tx: Tx, viewer: Viewer, id: string) {
  const [row] = await cyclesOf(tx, viewer, { id });
  if (!row) throw notFound();
  return presentCycle(row, tx, viewer);
}

interface Planned {
  id: string;
  name: string;
  startsOn: string;
  endsOn: string;
  parentId: string | null;
}

/** Its name is its own, its dates lie in the cycle around it, and those inside it keep theirs. */
function cycleProblems(cycle: Planned, all: readonly CycleRow[]) {
  const around = all.find(({ id }) => id === cycle.parentId) ?? null;
  const taken = all.some(({ id, name }) => id !== cycle.id && name.toLowerCase() === cycle.name.toLowerCase());
  const inside = all.filter(({ parentId }) => parentId === cycle.id);
  const leftOut = inside.filter(({ startsOn, endsOn }) => startsOn < cycle.startsOn || endsOn > cycle.endsOn);
  return [
    ...(taken
      ? [
          {
            field: "name",
            expected: "a name that no other cycle has",
            todo: "Choose another name, such as the year with the quarter.",
          },
        ]
      : []),
    ...(cycle.parentId && !around ? [unknown("parentId", "a cycle of the organisation")] : []),
    ...(around && leadsTo(around, cycle.id, all)
      ? [
          {
            field: "parentId",
            expected: "a cycle that is not inside this one",
            todo: "Choose the longer cycle as the one around.",
          },
        ]
      : []),
    ...cycleRefusals(cycle, around),
    ...(Date.parse(cycle.endsOn) - Date.parse(cycle.startsOn) > longest * 86_400_000 ? [tooLong] : []),
    ...leftOut.map(({ name, startsOn, endsOn }) => ({
      field: "endsOn",
      expected: `dates around ${name}, ${startsOn} to ${endsOn}`,
      todo: `Change the dates of ${name} first, or take it out of this cycle.`,
    })),
  ];
}

/** Days. */
const longest = 5 * 366;
const tooLong = {
  field: "endsOn",
  expected: "a last day within five years of the first",
  todo: "Plan shorter cycles; they may lie inside each other.",
};

function leadsTo(cycle: CycleRow, id: string, all: readonly CycleRow[]): boolean {
  for (let at: CycleRow | undefined = cycle; at; at = all.find((each) => each.id === at?.parentId)) {
    if (at.id === id) return true;
  }
  return false;
}

async function keepPhasedTargetsInside(tx: Tx, { id, startsOn, endsOn }: Planned): Promise<void> {
  const outside = await phasedTargetsOutside(tx, id, startsOn, endsOn);
  if (outside === 0) return;
  const todo = "Move or remove those phased targets first.";
  throw refused({ field: "endsOn", expected: `dates around every phased target; ${outside} would lie outside`, todo });
}

function presentCycle(row: CycleRow, tx: Tx, viewer: Viewer) {
  const frame = frameOf(row, tx.now);
  const edit = mayManageCycles(viewer);
  return {
    id: row.id,
    parentId: row.parentId,
    name: row.name,
    kind: row.kind as CycleKind,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    state: row.cycleState as CycleState,
    nextStates: edit ? nextStates(row.cycleState as CycleState) : [],
    rhythm: rhythmOf(row),
    where: whereInCycle(frame.period, frame.today),
    expected: frame.expected,
    objectiveCount: row.objectiveCount ?? 0,
    version: row.version,
    can: { edit: edit && row.cycleState !== "closed" },
  };
}

function rhythmOf({ checkInWeeks, checkInDay, checkInTime }: CycleRow) {
  return { weeks: checkInWeeks, day: checkInDay, time: checkInTime.slice(0, 5) };
}

function defined<T extends object>(wanted: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
