import type { InferSchemaOutput } from "@orpc/contract";
import type { Tx } from "../../../platform/database/database.ts";
import { sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { closeOpenAsk } from "../../cadence/public.ts";
import {
  type Commitment,
  forgetEnds,
  objectiveToChange,
  plain,
  setKeyResultState,
  setLearned,
  setObjectiveState,
} from "../../okrs/public.ts";
import { askRefusals, closingRefusals, objectiveGradeRefusals, ungradedRefusals } from "../closure.ts";
import { closing } from "../contract.ts";
import { objectiveGraded, objectiveGradeTakenBack } from "../events.ts";
import { removeClosure, writeClosure, writeSettlements } from "../queries/grading.ts";
import { closingRow } from "../queries/objectives.ts";
import { closingPage, type Ended, ended, keepEndsOf, openAsks } from "./presenting.ts";

const os = keeps(closing).objectives;

export const objectives = {
  get: os.get.handler(({ input, context }) => context.read((tx) => closingPage(tx, context.viewer, input.id))),

  close: os.close.handler(({ input, context }) =>
    context.write(async (tx) => {
      await closeObjective(tx, context.viewer, input);
      return closingPage(tx, context.viewer, input.id);
    }),
  ),

  reopen: os.reopen.handler(({ input: { id }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const one = await toClose(tx, viewer, id);
      const wrong = closingRefusals(one.row.cycleState);
      if (wrong.length > 0) throw refused(...wrong);
      if (one.row.closureVersion === null) return closingPage(tx, viewer, id);
      await forgetEnds(tx, id);
      await openAgain(tx, viewer, one);
      await removeClosure(tx, id);
      await tx.record(objectiveGradeTakenBack(hiddenAs(one), { score: one.row.score }));
      return closingPage(tx, viewer, id);
    }),
  ),
};

type Closing = InferSchemaOutput<NonNullable<(typeof closing.objectives.close)["~orpc"]["inputSchema"]>>;

/** The objective, locked, with how it ends; refused where the viewer may not close it. */
async function toClose(tx: Tx, viewer: Viewer, id: string): Promise<Ended> {
  await objectiveToChange(tx, viewer, id, "close");
  const row = await closingRow(tx, viewer, id);
  const [one] = row ? await ended(tx, [row]) : [];
  if (!one) throw notFound();
  return one;
}

async function closeObjective(tx: Tx, viewer: Viewer, { id, version, asks, score: asked, ...given }: Closing) {
  const one = await toClose(tx, viewer, id);
  const { row, parts, suggested } = one;
  const score = asked === null ? null : plain(asked);
  const before = { score: row.score, outcome: row.outcome, note: row.note, learned: row.whatLearned, next: row.next };
  sameVersion({ ...before, version: row.closureVersion ?? 0 }, version, { score, ...given });
  const open = parts.flatMap((part) => openAsks(part.row));
  const wrong = [
    ...closingRefusals(row.cycleState),
    ...ungradedRefusals(parts.map(whetherGraded)),
    ...objectiveGradeRefusals({ ...given, score }, row.commitment as Commitment, suggested),
    ...askRefusals(open, asks),
  ];
  if (wrong.length > 0) throw refused(...wrong);
  await settle(tx, viewer, asks);
  const closed = row.closureVersion === null ? await closeStates(tx, viewer, one) : closedBefore(one);
  if (row.commitment === "learning") await setLearnedNow(tx, viewer, id, given.outcome);
  await writeClosure(tx, id, viewer.memberId, { ...given, score, suggested, ...closed });
  await keepEndsOf(tx, viewer, id);
  await tx.record(
    objectiveGraded(hiddenAs(one), {
      suggested,
      score: [row.score, score],
      outcome: [row.outcome, given.outcome],
      next: [row.next, given.next],
    }),
  );
}

function whetherGraded({ row, ending }: Ended["parts"][number]) {
  return { title: row.title, isGraded: ending.isGraded, hasGrade: row.grade !== null, isStale: ending.isStale };
}

const settledAs = { close: "closed", move: "moved", leave: "left" } as const;

async function settle(tx: Tx, viewer: Viewer, asks: Closing["asks"]) {
  for (const { id, word } of asks.filter(({ settle }) => settle === "close")) await closeOpenAsk(tx, id, word);
  const settled = asks.map(({ id, settle, word }) => ({ askId: id, settled: settledAs[settle], word }));
  await writeSettlements(tx, viewer.memberId, settled);
}

/** Closes what is open of it; what was paused, dropped or closed before stays as it was. */
async function closeStates(tx: Tx, viewer: Viewer, { row, parts }: Ended) {
  const open = parts.filter((part) => part.row.state === "open");
  for (const { row: keyResult } of open) {
    const { id, version } = keyResult;
    await setKeyResultState(tx, viewer, { id, version, state: "closed", reason: "" });
  }
  const closedObjective = row.state === "open";
  if (closedObjective) {
    await setObjectiveState(tx, viewer, { id: row.id, version: row.version, state: "closed", reason: "" });
  }
  return { closedKeyResultIds: open.map((part) => part.row.id), closedObjective };
}

function closedBefore({ row }: Ended) {
  return { closedKeyResultIds: row.closedKeyResultIds ?? [], closedObjective: row.closedObjective === true };
}

async function openAgain(tx: Tx, viewer: Viewer, { row, parts }: Ended) {
  if (row.closedObjective && row.state === "closed") {
    await setObjectiveState(tx, viewer, { id: row.id, version: row.version, state: "open", reason: "" });
  }
  const closedWithIt = new Set(row.closedKeyResultIds);
  for (const { row: keyResult } of parts) {
    const { id, version, state } = keyResult;
    if (!closedWithIt.has(id) || state !== "closed") continue;
    await setKeyResultState(tx, viewer, { id, version, state: "open", reason: "" });
  }
}

/** What a learning objective has shown stands with the objective too. */
async function setLearnedNow(tx: Tx, viewer: Viewer, id: string, learned: Closing["outcome"]) {
  const { version } = await objectiveToChange(tx, viewer, id, "close");
  await setLearned(tx, viewer, { id, version, learned });
}

function hiddenAs({ row }: Ended) {
  return { id: row.id, visibleTo: row.private ? row.ownerId : null };
}
