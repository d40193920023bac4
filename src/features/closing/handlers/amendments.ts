import type { InferSchemaOutput } from "@orpc/contract";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { objectiveCan, permitted, plain } from "../../okrs/public.ts";
import { amendmentRefusals } from "../closure.ts";
import { closing } from "../contract.ts";
import { gradeAmended } from "../events.ts";
import { addAmendment } from "../queries/grading.ts";
import { amendmentMade, closingRow, lockObjective } from "../queries/objectives.ts";
import { closingPage, ended, keepEndsOf } from "./presenting.ts";

const os = keeps(closing).amendments;

export const amendments = {
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      await amend(tx, context.viewer, input);
      return closingPage(tx, context.viewer, input.objectiveId);
    }),
  ),
};

type Amending = InferSchemaOutput<NonNullable<(typeof closing.amendments.create)["~orpc"]["inputSchema"]>>;

/** Writes what corrects a grade or an end value; the same again changes nothing, the original stays. */
async function amend(tx: Tx, viewer: Viewer, { id, ...body }: Amending) {
  const { objectiveId, keyResultId, reason } = body;
  const hash = bodyHash(body);
  await lockObjective(tx, objectiveId);
  const row = await closingRow(tx, viewer, objectiveId);
  const [one] = row ? await ended(tx, [row]) : [];
  if (!one || !row) throw notFound();
  if (!objectiveCan(viewer, permitted(row, viewer)).close) throw notAllowed(whoMay);
  const already = await amendmentMade(tx, id);
  if (already) {
    sameCreate(already, hash);
    return;
  }
  const score = body.score === null ? null : plain(body.score);
  const endValue = body.endValue === null ? null : plain(body.endValue);
  const part = one.parts.find((each) => each.row.id === keyResultId);
  const wrong = [
    ...(keyResultId !== null && !part ? [notItsKeyResult] : []),
    ...amendmentRefusals({ keyResultId, score, endValue, reason }, row.cycleState, row.closureVersion !== null),
  ];
  if (wrong.length > 0) throw refused(...wrong);
  const added = await addAmendment(tx, { id, ...body, score, endValue, memberId: viewer.memberId, bodyHash: hash });
  if (!added) sameCreate(await amendmentMade(tx, id), hash);
  await keepEndsOf(tx, viewer, objectiveId);
  const before = part ? part.ending : { score: one.score, endValue: null };
  await tx.record(
    gradeAmended(
      { id: objectiveId, visibleTo: row.private ? row.ownerId : null },
      {
        ...{ amendmentId: id, keyResultId, reason },
        ...(score === null ? {} : { score: [before.score, score] as [unknown, unknown] }),
        ...(endValue === null ? {} : { endValue: [before.endValue, endValue] as [unknown, unknown] }),
      },
    ),
  );
}

const notItsKeyResult = {
  field: "keyResultId",
  expected: "a key result of this objective",
  todo: "Read the objective again and choose one that is there.",
};
const whoMay = "Ask its owner, a lead of its team, a champion or the owner of the organisation.";
