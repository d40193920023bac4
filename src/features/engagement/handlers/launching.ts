import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { refused } from "../../../platform/refusals.ts";
import { withArms, withoutArms } from "../arms.ts";
import { fixCells } from "../cells.ts";
import { pulseLaunched } from "../events.ts";
import { groupingsOf } from "../groupings.ts";
import type { Grouping } from "../hiding.ts";
import type { Limits } from "../limits.ts";
import { presentPulse } from "../presented.ts";
import { everyPublished } from "../queries/published.ts";
import { addPulse, pulseById, pulseUnderWay, whoMayBeAsked } from "../queries/pulses.ts";
import { questionRefusals } from "../question.ts";
import { rememberedOf, standingsOf, TOOK_PART } from "../told.ts";
import { settingsNow } from "./settings.ts";

interface Asked {
  id: string;
  questions: string[];
  opensAt: string | null;
  closesAt: string;
  levels: number;
}

/** Days that a pulse may stay open at most. */
const LONGEST = 31;

/** Launches a pulse: from now on who is asked and what may be shown is fixed. The same again changes nothing. */
export async function launchPulse(tx: Tx, context: RequestContext, { id, ...wanted }: Asked) {
  const hash = bodyHash(wanted);
  const known = await pulseById(tx, id);
  if (known) return presentPulse(sameCreate(known, hash), context.viewer, tx.now);
  const settings = await settingsNow(tx);
  if (!settings.on) throw refused(switchedOff);
  const opensAt = wanted.opensAt === null ? tx.now : Temporal.Instant.from(wanted.opensAt);
  mustBeAskable(wanted, opensAt.epochMilliseconds, tx.now.epochMilliseconds);
  if (await pulseUnderWay(tx)) throw refused(oneAtATime);
  const { answers, comments, crowd, confidential } = settings;
  const limits = { answers, comments, crowd };
  const arms = await context.services.armsToTell(tx, wanted.questions);
  const fixed = await fixedNow(tx, wanted, arms, opensAt.toString(), limits);
  const added = await addPulse(tx, {
    ...{
      id,
      questions: wanted.questions,
      opensAt: opensAt.toString(),
      closesAt: wanted.closesAt,
      confidential,
      limits,
    },
    ...{ ...fixed, launchedBy: context.viewer.memberId, bodyHash: hash },
  });
  if (!added) throw refused(oneAtATime);
  const closesAt = Temporal.Instant.from(wanted.closesAt);
  await tx.enqueueAt(closesAt, "close-pulse", { pulseId: id }, `pulse ${id}`);
  const count = fixed.groups.reduce((sum, { memberIds }) => sum + memberIds.length, 0);
  await tx.record(pulseLaunched(id, { questions: wanted.questions, closesAt: wanted.closesAt, asked: count }));
  return presentPulse((await pulseById(tx, id))!, context.viewer, tx.now);
}

/** The groups that may ever be shown. Who is in none of them is not asked: their answer could be told in no figure. */
async function fixedNow(
  tx: Tx,
  { questions, levels }: Omit<Asked, "id">,
  arms: readonly Grouping[],
  opensAt: string,
  limits: Limits,
) {
  const { memberIds, teams } = await whoMayBeAsked(tx);
  const groupings = withArms(groupingsOf(memberIds, teams, levels), arms, memberIds);
  const earlier = standingsOf(rememberedOf(await everyPublished(tx), opensAt.slice(0, 10)), [...questions, TOOK_PART]);
  const { cells, groups, withheld } = fixCells(groupings, earlier, limits);
  if (withoutArms(cells).length === 0)
    throw refused(withheld.some(({ why }) => why === "changed-since") ? tooFewNew : tooFew(limits));
  const levelOf = new Map(groupings.map(({ id, level }) => [id, level]));
  return { cells: cells.map((cell) => ({ ...cell, level: levelOf.get(cell.id) ?? 0 })), groups, withheld };
}

function mustBeAskable({ questions, closesAt }: Omit<Asked, "id">, opens: number, now: number): void {
  const wrong = questionRefusals(questions);
  const closes = Date.parse(closesAt);
  if (closes <= Math.max(opens, now)) wrong.push(closesLate);
  if (closes - opens > LONGEST * 86_400_000) wrong.push(tooLong);
  if (wrong.length > 0) throw refused(...wrong);
}

const switchedOff = {
  field: "id",
  expected: "pulses to be switched on",
  todo: "Ask the owner of the organisation to switch them on.",
};
const oneAtATime = {
  field: "id",
  expected: "no other pulse under way",
  todo: "Close the one that is under way, or wait until it has closed.",
};
const closesLate = { field: "closesAt", expected: "a time after it opens", todo: "Choose a later time." };
const tooLong = {
  field: "closesAt",
  expected: `at most ${LONGEST} days after it opens`,
  todo: "Choose an earlier time: figures of one pulse are about one moment.",
};
const tooFewNew = {
  field: "id",
  expected: "a group in which nobody can be singled out",
  todo: "Wait until more people have joined or left: beside earlier pulses, figures would tell of the few who did.",
};
function tooFew({ answers }: Limits) {
  return {
    field: "id",
    expected: `${answers} members or more`,
    todo: "Invite colleagues first: of fewer nothing could be told.",
  };
}
