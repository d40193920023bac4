import type { Database, Tx } from "../../../platform/database/database.ts";
import { noteUnderstood } from "../../alignment/public.ts";
import { currentCycle } from "../../okrs/public.ts";
import { release, shuffled } from "../batches.ts";
import { type Counted, commentCellsOf, toldOf } from "../closing.ts";
import { pulseClosed } from "../events.ts";
import { EVERYONE } from "../groupings.ts";
import { answersOf, commentsOf, forgetParts, takeWaiting, writeAnswers, writeComments } from "../queries/answers.ts";
import { everyPublished, groupsOf, publishPulse, turnoutOf } from "../queries/published.ts";
import { cyclesToday, holdPulse, pulseById, setPulseState } from "../queries/pulses.ts";
import { type QuestionKey, tally, UNDERSTOOD } from "../question.ts";
import type { Sealing } from "../sealing.ts";
import { rememberedOf, TOOK_PART } from "../told.ts";
import { byChance, type Waiting } from "./answering.ts";

export interface Closing {
  sealing: Sealing;
  log: { error(facts: object, sentence: string): void };
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/**
 * Closes a pulse and publishes it, once: what waited is written down, then, in another transaction, who took part is
 * forgotten and the figures are out. Done again after either, it goes on from there. Before its time only `early`.
 */
export async function closePulse({ write, sealing, log }: Closing, id: string, early: boolean): Promise<void> {
  const lost = await write((tx) => countPulse(tx, sealing, id, early));
  if (lost > 0)
    log.error({ pulseId: id, lost }, "answers that waited were sealed with another secret and are left out");
  const objected = await write((tx) => publishCounted(tx, id));
  if (objected.length > 0)
    log.error({ pulseId: id, questions: objected }, "the auditor objected to figures of a pulse; they are not told");
}

/** For whoever closes it without being asked: the job at its time, and the sweep at night. */
export function closingBySystem(
  database: Database,
  sealing: Sealing,
  log: Closing["log"],
  organisationId: string,
): Closing {
  return { sealing, log, write: (work) => database.write(organisationId, { memberId: null, via: "system" }, work) };
}

/** No answer is taken from here on. Answers how many could not be opened. */
async function countPulse(tx: Tx, sealing: Sealing, id: string, early: boolean): Promise<number> {
  const pulse = await holdPulse(tx, id, "alone");
  const isDue = pulse && (early || Date.parse(pulse.closesAt) <= tx.now.epochMilliseconds);
  if (!isDue || pulse.state !== "open") return 0;
  const opened = (await takeWaiting(tx, id, null)).map((sealed) => sealing.open(id, sealed));
  const waiting = opened.flatMap((text) => (text === null ? [] : [JSON.parse(text) as Waiting]));
  const { limits, ...row } = await fixedAtLaunch(tx, id);
  const released = release(waiting, limits.answers, byChance);
  for (const question of pulse.questions)
    await writeAnswers(tx, id, question, shuffled(answersTo(question, released), byChance));
  const comments = released.flatMap(({ group, comment }) => (comment === "" ? [] : [{ group, text: comment }]));
  const listed = groupsListing(commentCellsOf({ ...row, limits }, comments), row.cells);
  await writeComments(
    tx,
    id,
    shuffled(
      comments.filter(({ group }) => listed.has(group)),
      byChance,
    ),
  );
  const closedAt = Date.parse(pulse.closesAt) < tx.now.epochMilliseconds ? pulse.closesAt : tx.now.toString();
  await setPulseState(tx, id, "counting", closedAt);
  return opened.length - waiting.length;
}

function answersTo(question: QuestionKey, released: readonly Waiting[]): { group: string; answer: number }[] {
  return released.flatMap(({ group, answers }) =>
    answers.filter((each) => each.question === question).map(({ answer }) => ({ group, answer })),
  );
}

/** Answers the questions that the auditor objected to. */
async function publishCounted(tx: Tx, id: string): Promise<string[]> {
  const held = await holdPulse(tx, id, "alone");
  if (held?.state !== "counting") return [];
  const row = await fixedAtLaunch(tx, id);
  const answers = await answersOf(tx, [id]);
  const turnout = await forgetParts(tx, id);
  const counted: Counted = {
    ...row,
    questions: [
      ...held.questions.map((question) => ({
        question,
        tallies: tally(answers.filter((each) => each.question === question)),
      })),
      { question: TOOK_PART, tallies: turnoutOf(row.groups, turnout) },
    ],
  };
  const told = await toldOf(counted, rememberedOf(await everyPublished(tx), row.launchedOn));
  const comments = await commentsOf(tx, id);
  await publishPulse(tx, id, { turnout, commentCells: commentCellsOf(row, comments), questions: told.questions });
  await tx.record(pulseClosed(id, { withheld: told.withheld }));
  await tellAlignment(tx, told.questions.find(({ question }) => question === UNDERSTOOD)?.figures ?? []);
  return told.withheld;
}

/** The organisation's figure goes into the index of the cycle that is under way. */
async function tellAlignment(tx: Tx, figures: readonly { cell: string; reads: string; share: string | null }[]) {
  const figure = figures.find(({ cell }) => cell === EVERYONE);
  if (!figure || figure.share === null || figure.reads === "withheld") return;
  const { cycles, today } = await cyclesToday(tx);
  const cycle = currentCycle(cycles, today);
  if (cycle) await noteUnderstood(tx, cycle.id, { share: figure.share, reads: figure.reads as "exactly" });
}

async function fixedAtLaunch(tx: Tx, id: string) {
  const pulse = (await pulseById(tx, id))!;
  const { answers, comments, crowd, cells, opensAt, closesAt } = pulse;
  const days = { launchedOn: opensAt.slice(0, 10), closedOn: closesAt.slice(0, 10) };
  const groups = (await groupsOf(tx, [id])).get(id) ?? [];
  return { id, ...days, cells, groups, limits: { answers, comments, crowd }, questions: [] };
}

function groupsListing(
  listing: readonly string[],
  cells: readonly { id: string; groups: readonly string[] }[],
): Set<string> {
  return new Set(cells.filter(({ id }) => listing.includes(id)).flatMap(({ groups }) => groups));
}
