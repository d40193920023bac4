/** Today in four statements, two and two: what is around the member, then the line that ends at one of their objectives. */
import { allButGuests, champions, type Role } from "../../../platform/contract.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { placeOf } from "../../cadence/public.ts";
import { currentCycle, type Frame, framesAt, keyResultCan, whereInCycle } from "../../okrs/public.ts";
import { focus } from "../contract.ts";
import { lineDownTo } from "../line.ts";
import { mainObjective } from "../main-line.ts";
import { type IntentionRow, intentionsSince } from "../queries/intentions.ts";
import { keyResultsOfLine, type LineRow, objectivesOfLine, type Surroundings, surroundings } from "../queries/today.ts";
import { dayAt, earliestFirst, isIn, isLeftOver, weekAround } from "../week.ts";
import { presentIntention } from "./presented.ts";
import {
  dueCheckIns,
  type KeyResultRead,
  keyResultsRead,
  presentKeyResult,
  presentObjective,
} from "./presented-line.ts";

export const today = keeps({ today: focus.today }).today.handler(({ context }) =>
  context.read((tx) => pageOf(tx, context.viewer)),
);

/** Somebody may own hundreds: what is shown is what fits on a page, with how many there are. */
const shown = { objectives: 8, keyResults: 12, due: 12 };

async function pageOf(tx: Tx, viewer: Viewer) {
  const on = dayAt(tx.now, viewer.timeZone);
  const [around, intentions] = await Promise.all([
    surroundings(tx, viewer),
    intentionsSince(tx, viewer, earliestFirst(on), on),
  ]);
  const cycle = cycleOf(around, dayAt(tx.now, around.timeZone));
  const candidates = around.candidates ?? [];
  const end = mainObjective(candidates, cycle?.id ?? null);
  const others = candidates.filter(({ keyResults }) => keyResults > 0).map(({ id }) => id);
  const [objectives, rows] = end
    ? await Promise.all([
        objectivesOfLine(tx, viewer, end.id, others),
        keyResultsOfLine(tx, viewer.memberId, end.id, others),
      ])
    : [[], []];
  const frameFor = framesAt(tx.now);
  const read = keyResultsRead(rows, objectives, frameFor);
  const due = dueCheckIns(read, viewer.memberId, frameFor);
  return {
    now: tx.now.toString(),
    on,
    timeZone: viewer.timeZone,
    place: placeOf(viewer.timeZone),
    cycle,
    line: lineOf(viewer, { vision: around.vision || null, cycle, endId: end?.id ?? null, objectives, read, frameFor }),
    due: due.slice(0, shown.due),
    dueCount: due.length,
    asks: asksOf(around),
    week: weekOf(intentions, weekAround(on, around.weekStartsOn)),
  };
}

interface LineGiven {
  vision: string | null;
  cycle: object | null;
  /** The objective the line ends at. */
  endId: string | null;
  objectives: LineRow[];
  read: KeyResultRead[];
  frameFor: (row: LineRow) => Frame;
}

function lineOf(viewer: Viewer, { vision, cycle, endId, objectives, read, frameFor }: LineGiven) {
  const line = endId ? lineDownTo(endId, objectives) : { imperative: null, objectiveIds: [] };
  const { by, keyResults } = measuredBy(read, line.objectiveIds, viewer.memberId);
  const main = objectives.find(({ id }) => id === endId) ?? null;
  return {
    vision,
    imperative: line.imperative,
    objectives: line.objectiveIds.slice(-shown.objectives).flatMap((id) => {
      const row = objectives.find((each) => each.id === id);
      return row ? [presentObjective(row, read, frameFor(row))] : [];
    }),
    objectiveCount: line.objectiveIds.length,
    measuredBy: by,
    keyResults: keyResults.slice(0, shown.keyResults).map(presentKeyResult),
    keyResultCount: keyResults.length,
    missing: missingOf(viewer, { vision, cycle, main, keyResults }),
  };
}

/** The current cycle or, before the first is active, the next that is planned; `today` is the organisation's day. */
function cycleOf({ cycles }: Surroundings, today: string) {
  const all = cycles ?? [];
  const cycle = currentCycle(all, today) ?? all.find(({ endsOn }) => endsOn >= today);
  if (!cycle) return null;
  const { id, name, startsOn, endsOn } = cycle;
  const { week, weeks, daysLeft } = whereInCycle(cycle, today);
  const state = cycle.cycleState as "planning" | "active" | "closing";
  return { id, name, state, startsOn, endsOn, week, weeks, daysLeft };
}

/** The member's own key results, down the line from its end, then elsewhere; where there are none, those of its end. */
function measuredBy(read: KeyResultRead[], objectiveIds: string[], memberId: string) {
  const shown = read.filter(({ row: { state } }) => state === "open" || state === "paused");
  const fromTheEnd = objectiveIds.toReversed();
  const place = ({ objective: { id } }: KeyResultRead) => {
    const at = fromTheEnd.indexOf(id);
    return at < 0 ? fromTheEnd.length : at;
  };
  const mine = shown.filter(({ row }) => row.ownerId === memberId).sort((one, other) => place(one) - place(other));
  if (mine.length > 0) return { by: "mine" as const, keyResults: mine };
  return { by: "ours" as const, keyResults: shown.filter(({ objective: { id } }) => id === fromTheEnd[0]) };
}

interface LineSoFar {
  vision: string | null;
  cycle: object | null;
  main: LineRow | null;
  keyResults: unknown[];
}

/** The first thing that the line lacks, and whether the viewer may make it. */
function missingOf(viewer: Viewer, { vision, cycle, main, keyResults }: LineSoFar) {
  const lacks = (what: "vision" | "cycle" | "objective", may: readonly Role[]) => ({
    what,
    may: may.includes(viewer.role),
  });
  if (vision === null) return lacks("vision", champions);
  if (!cycle) return lacks("cycle", champions);
  if (!main) return lacks("objective", allButGuests);
  if (keyResults.length > 0) return null;
  const { ownerId, teamId } = main;
  const level = main.level as "company" | "team" | "personal";
  const teamPath = level === "team" && teamId ? [teamId] : [];
  const objective = { level, ownerId, teamPath, private: main.private, invited: [], keyResultOwnerIds: [] };
  // Whoever may edit a key result that is nobody's yet may add one.
  return { what: "key-result" as const, may: keyResultCan(viewer, { ownerId: null, objective }).edit };
}

function asksOf({ asks, askCount }: Surroundings) {
  const items = (asks ?? []).map(
    ({ id, text, fromId, fromName, keyResultId, keyResultTitle, objectiveId, createdAt }) => ({
      id,
      text,
      from: { id: fromId, name: fromName },
      keyResult: { id: keyResultId, title: keyResultTitle },
      objectiveId,
      createdAt,
    }),
  );
  return { count: askCount, items };
}

function weekOf(intentions: IntentionRow[], week: ReturnType<typeof weekAround>) {
  const ofWeek = intentions.filter((row) => isIn(week, row.weekOf) && row.letGoAt === null);
  return {
    weekOf: week.first,
    intentions: ofWeek.map(presentIntention),
    leftovers: intentions.filter((row) => isLeftOver(row, week)).map(presentIntention),
  };
}
