import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notAllowed, notFound } from "../../../platform/refusals.ts";
import type { Subjects } from "../../conversation/public.ts";
import { workplace as contract } from "../contract.ts";
import { closingRefusals, stateOf } from "../decision.ts";
import { decisionFact } from "../events.ts";
import { zoneClocks } from "../own-hours.ts";
import { mayDecide } from "../permissions.ts";
import { type DecisionRow, decisionById, decisionsWith, insertDecision, writeDecision } from "../queries/decisions.ts";
import { whoIsAsked } from "./gathering.ts";
import { refuseIfAny } from "./presence.ts";

const os = keeps(contract).decisions;

export const decisions = os.router({
  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, ...body } = input;
      const askedBy = context.viewer.memberId;
      const hash = bodyHash({ ...body, askedBy });
      const earlier = await decisionById(tx, id);
      if (earlier) return present(tx, sameCreate(earlier, hash), context.viewer);
      const { question, context: told, closesOn, closesTime, ...group } = body;
      const closing = zoneClocks()(context.viewer.timeZone, closesOn, closesTime);
      refuseIfAny(closingRefusals(closing, tx.now.epochMilliseconds));
      const closesAt = new Date(closing).toISOString();
      const memberIds = await whoIsAsked(tx, context, group);
      const row = { id, question, context: told, closesAt, askedBy, memberIds, bodyHash: hash };
      if (await insertDecision(tx, row)) await tx.record(decisionFact("decision-asked", id));
      return present(tx, sameCreate(await decisionById(tx, id), hash), context.viewer);
    }),
  ),

  list: os.list.handler(({ context }) =>
    context.read(async (tx) => ({
      items: (await decisionsWith(tx, context.viewer.memberId)).map((row) => present(tx, row, context.viewer)),
    })),
  ),

  get: os.get.handler(({ input: { id }, context }) => context.read((tx) => read(tx, context, id))),

  decide: os.decide.handler(({ input: { id, text }, context }) =>
    context.write(async (tx) => {
      const row = await there(tx, id);
      const isDue = stateOf(row, tx.now.epochMilliseconds) !== "open";
      if (!mayDecide(context.viewer, { ...row, isDue })) throw notAllowed(`Ask ${row.askedBy.name}, who asked.`);
      // The same said again is the same decision; another one is told what was decided.
      if (row.decided !== null && row.decided !== text) throw decidedBefore(row.decided, text);
      if (row.decided === null) {
        if (!(await writeDecision(tx, id, text, context.viewer.memberId)))
          throw decidedBefore((await there(tx, id)).decided, text);
        await tx.record(decisionFact("decision-recorded", id));
      }
      return read(tx, context, id);
    }),
  ),
});

/** Open to everyone but guests, as the answers are. */
export const decisionSubjects: Subjects = {
  "written-decision": async (tx, { role }, id) => {
    const row = role === "guest" ? undefined : await decisionById(tx, id);
    return row && { visibleTo: null, title: row.question, removed: false, page: { kind: "written-decision", id } };
  },
};

function decidedBefore(theirs: string | null, yours: string) {
  return conflict({ todo: "Read what was decided; ask anew to decide otherwise.", theirs, yours });
}

async function there(tx: Tx, id: string): Promise<DecisionRow> {
  const row = await decisionById(tx, id);
  if (!row) throw notFound();
  return row;
}

async function read(tx: Tx, { viewer }: RequestContext, id: string) {
  return present(tx, await there(tx, id), viewer);
}

function present(tx: Tx, row: DecisionRow, viewer: Viewer) {
  const { body_hash: _, decided, decidedBy, decidedAt, ...asked } = row;
  const state = stateOf(row, tx.now.epochMilliseconds);
  return {
    ...asked,
    closesAt: new Date(row.closesAt).toISOString(),
    state,
    decided:
      decided !== null && decidedBy && decidedAt
        ? { text: decided, by: decidedBy, at: new Date(decidedAt).toISOString() }
        : null,
    waits: state !== "decided" && row.people.some(({ id, answered }) => id === viewer.memberId && !answered),
    can: { decide: state !== "decided" && mayDecide(viewer, { ...row, isDue: state === "due" }) },
  };
}
