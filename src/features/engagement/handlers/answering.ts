import { randomInt } from "node:crypto";
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { conflict, notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { isArm } from "../arms.ts";
import { MIXED_WITH, shuffled } from "../batches.ts";
import { presentCells, presentPulse, stateAt, teamsOf } from "../presented.ts";
import { putWaiting, takeBackPart, takePart, takeWaiting, tookPart } from "../queries/answers.ts";
import { askedPerGroup, groupOf, holdPulse, pulseUnderWay, teamNames } from "../queries/pulses.ts";
import { answerRefusals, type QuestionKey } from "../question.ts";
import type { Sealing } from "../sealing.ts";

interface Given {
  id: string;
  answers: { question: QuestionKey; answer: number }[];
  comment: string;
}

/** What one person answered, as it waits: with their group, and nothing of who or when. */
export interface Waiting {
  group: string;
  answers: { question: QuestionKey; answer: number }[];
  comment: string;
}

/** Draws from the system: whoever knows a usual generator's state knows its orders. */
export const byChance = () => randomInt(2 ** 47) / 2 ** 47;

/**
 * Two transactions that share nothing: that somebody took part, then what somebody answered. Where the second fails, the
 * first is taken back, so that they may answer again.
 */
export async function answerPulse(context: RequestContext, { id, answers, comment }: Given): Promise<void> {
  const { viewer, services } = context;
  const group = await context.write((tx) => takePartIn(tx, viewer.memberId, id, answers));
  try {
    await context.writeAs(viewer.organisationId, { memberId: null, via: "system" }, (tx) =>
      keepWaiting(tx, services.sealing, id, { group, answers, comment }),
    );
  } catch (error) {
    await context.write((tx) => takeBackPart(tx, id, viewer.memberId));
    throw error;
  }
}

/** Answers the group that the answer is to be kept with. */
async function takePartIn(tx: Tx, memberId: string, id: string, answers: Given["answers"]): Promise<string> {
  const pulse = await holdPulse(tx, id, "share");
  if (!pulse) throw notFound();
  const state = stateAt(pulse, tx.now);
  if (state !== "open") throw refused(state === "planned" ? notOpenYet : closedAlready);
  const wrong = answerRefusals(answers, pulse.questions);
  if (wrong.length > 0) throw refused(...wrong);
  const group = await groupOf(tx, id, memberId);
  if (group === undefined) throw notAllowed(notAsked);
  if (!(await takePart(tx, id, memberId))) {
    throw conflict(
      { todo: "Nothing is to be done: it counts, and cannot be found again to change it." },
      alreadyAnswered,
    );
  }
  return group;
}

/** Puts it among others that wait, sealed anew and in another order. */
async function keepWaiting(tx: Tx, sealing: Sealing, pulseId: string, answer: Waiting): Promise<void> {
  const pulse = await holdPulse(tx, pulseId, "share");
  if (pulse?.state !== "open") throw refused(closedAlready);
  const others = await takeWaiting(tx, pulseId, MIXED_WITH);
  const again = others.map((sealed) => {
    const text = sealing.open(pulseId, sealed);
    return text === null ? sealed : sealing.seal(pulseId, text);
  });
  await putWaiting(tx, pulseId, shuffled([...again, sealing.seal(pulseId, JSON.stringify(answer))], byChance));
}

/** The pulse that asks the viewer, now or soon; none where they were not asked. */
export async function readMine(tx: Tx, { viewer }: RequestContext) {
  const nothing = { pulse: null, answered: false, countsIn: [], countsForPolicies: false };
  const pulse = await pulseUnderWay(tx);
  if (!pulse || stateAt(pulse, tx.now) !== "open") return nothing;
  const group = await groupOf(tx, pulse.id, viewer.memberId);
  if (group === undefined) return nothing;
  const cells = pulse.cells.filter(({ groups }) => groups.includes(group));
  const names = await teamNames(tx, teamsOf(cells));
  return {
    pulse: presentPulse(pulse, viewer, tx.now),
    answered: await tookPart(tx, pulse.id, viewer.memberId),
    countsIn: presentCells(cells, names, await askedPerGroup(tx, pulse.id)),
    countsForPolicies: cells.some(({ id }) => isArm(id)),
  };
}

const alreadyAnswered = "You have answered this pulse already.";
const notAsked = "This pulse asks those who were here when it was launched; the next one asks you too.";
const notOpenYet = { field: "id", expected: "a pulse that is open", todo: "Answer once it has opened." };
const closedAlready = { field: "id", expected: "a pulse that is open", todo: "It has closed; answer the next one." };
