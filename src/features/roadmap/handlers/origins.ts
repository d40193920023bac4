/** Initiatives that were key results: made of one in one step, and put back in one. */
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { type Left, letKeyResultComeBack, letKeyResultGiveWay, type Replacement } from "../../okrs/public.ts";
import { roadmap as contract } from "../contract.ts";
import { mayPlanInitiative } from "../permissions.ts";
import { addOrigin, isBetOn, originOf } from "../queries/origins.ts";
import { createInitiative, initiativeToChange, readInitiative, removeInitiativeAsAsked } from "./initiatives.ts";

const os = keeps(contract).origins;

export const origins = os.router({
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await makeOfKeyResult(tx, context.viewer, input);
      return readInitiative(tx, context, input.initiativeId);
    }),
  ),
  remove: os.remove.handler(({ input, context }) =>
    context.write(async (tx) => {
      await makeKeyResultAgain(tx, context.viewer, input.initiativeId);
      return { done: true as const };
    }),
  ),
});

interface Made {
  initiativeId: string;
  keyResultId: string;
  version: number;
  title?: string;
  reason: string;
  replacement: Replacement | null;
}

/** All or nothing; the same again changes nothing. */
async function makeOfKeyResult(tx: Tx, viewer: Viewer, { initiativeId, ...asked }: Made): Promise<void> {
  const hash = bodyHash(asked);
  const already = await originOf(tx, initiativeId);
  if (already) {
    await initiativeToChange(tx, viewer, initiativeId);
    sameCreate(already, hash);
    return;
  }
  const { keyResultId, version, reason, replacement } = asked;
  const betOn = await isBetOn(tx, keyResultId);
  const giving = { id: keyResultId, version, reason, replacement, isBetOn: betOn };
  const was = await letKeyResultGiveWay(tx, viewer, giving);
  const teamId = was.level === "team" ? was.teamId : null;
  await createInitiative(tx, viewer, {
    id: initiativeId,
    title: asked.title ?? was.title,
    ownerId: mayPlanInitiative(viewer, { ownerId: was.ownerId, teamId }) ? was.ownerId : viewer.memberId,
    teamId,
    startsOn: null,
    endsOn: null,
    state: "planned",
    bets: replacement ? [{ keyResultId: replacement.id, expectedMove: null }] : [],
    private: was.private,
  });
  const replacementId = replacement?.id ?? null;
  await addOrigin(tx, { initiativeId, keyResultId, left: was.left, replacementId, bodyHash: hash });
}

/** As long as nothing hangs on what took the key result's place. */
async function makeKeyResultAgain(tx: Tx, viewer: Viewer, initiativeId: string): Promise<void> {
  await initiativeToChange(tx, viewer, initiativeId);
  const origin = await originOf(tx, initiativeId);
  if (!origin) throw notFound();
  await removeInitiativeAsAsked(tx, viewer, initiativeId);
  const { keyResultId: id, keyResult, replacementId } = origin;
  await letKeyResultComeBack(tx, viewer, { id, left: keyResult as unknown as Left | null, replacementId });
}
