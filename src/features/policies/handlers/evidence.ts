import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { policies as contract } from "../contract.ts";
import { happeningMarked, happeningUnmarked } from "../events.ts";
import { METHOD_VERSION } from "../evidence/version.ts";
import { csvOf } from "../panel/csv.ts";
import { armsOfPolicy } from "../queries/coverage.ts";
import { evidenceOf, evidenceRows } from "../queries/evidence.ts";
import { deleteHappening, happeningEver, happeningsMarked, insertHappening } from "../queries/happenings.ts";
import { knownIds } from "../queries/named.ts";
import { holdPolicy, hypothesisOf, type PolicyRow, policyById } from "../queries/policies.ts";
import { hashOf, seedOf, seriesOf } from "./assessing.ts";
import { couldTell } from "./could-tell.ts";
import { happeningsOf, presentEvidence } from "./evidence-presenting.ts";

const os = keeps(contract).policyEvidence;

export const evidence = os.router({
  get: os.get.handler(({ input, context }) => context.read((tx) => presentEvidence(tx, context.viewer, input.id))),
  rows: os.rows.handler(({ input, context }) => context.read((tx) => download(tx, input.id))),
  couldTell: os.couldTell.handler(({ input, context }) =>
    context.read((tx) => couldTell(tx, context.viewer, input.id)),
  ),
  mark: os.mark.handler(({ input: { id, policyId, ...asked }, context }) =>
    context.write(async (tx) => {
      const policy = await sealedPolicy(tx, policyId, "policyId");
      await mark(tx, context.viewer, policy, id, asked);
      const marked = (await happeningsOf(tx, context.viewer, policy)).find((each) => each.id === id);
      if (!marked) throw notFound();
      return marked;
    }),
  ),
  unmark: os.unmark.handler(({ input: { id, policyId }, context }) =>
    context.write(async (tx) => {
      const already = await happeningEver(tx, id);
      if (already?.policyId !== policyId) throw notFound();
      if (already.memberId !== context.viewer.memberId) throw notAllowed(notYours);
      await deleteHappening(tx, id);
      await tx.record(happeningUnmarked(policyId));
      return { done: true as const };
    }),
  ),
});

async function sealedPolicy(tx: Tx, id: string, field: string): Promise<PolicyRow> {
  const row = await policyById(tx, id);
  if (!row) throw notFound();
  if (!row.sealed) throw refused({ field, ...notSealed });
  return row;
}

interface Asked {
  on: string;
  text: string;
  teamId: string | null;
}

async function mark(tx: Tx, viewer: Viewer, policy: PolicyRow, id: string, asked: Asked): Promise<void> {
  const hash = bodyHash({ policyId: policy.id, ...asked });
  const already = await happeningEver(tx, id);
  if (already) {
    sameCreate(already, hash);
    return;
  }
  if (asked.teamId !== null && !(await knownIds(tx, [asked.teamId])).teams.has(asked.teamId)) throw refused(noTeam);
  await holdPolicy(tx, policy.id);
  if ((await happeningsMarked(tx, policy.id)) >= mostMarked) throw refused(tooMany);
  const { memberId } = viewer;
  await insertHappening(tx, { id, policyId: policy.id, ...asked, memberId, bodyHash: hash });
  await tx.record(happeningMarked(policy.id, { on: asked.on, text: asked.text }));
}

/** What was judged, so that another program finds the same; no rows before it was judged once. */
async function download(tx: Tx, id: string) {
  const row = await sealedPolicy(tx, id, "id");
  const stored = await evidenceOf(tx, id);
  const arms = await armsOfPolicy(tx, id);
  const hypothesis = hypothesisOf(row);
  const startsOn = row.startsOn as string;
  const rows = (await evidenceRows(tx, id)).map(([series, team, week, value, weight, covered]) => {
    return { series, team, week, value, weight, covered };
  });
  const csv = csvOf(seriesOf({ ...hypothesis, arms }, stored?.found), rows, stored?.armFigures ?? [], startsOn);
  return {
    fileName: `evidence-${startsOn}-${id.slice(-6)}.csv`,
    csv,
    rowsHash: hashOf(csv),
    method: {
      ...{ version: stored?.version ?? METHOD_VERSION, seed: stored?.seed ?? seedOf(id), lot: row.seed },
      design: hypothesis.comparison!.kind,
      ...{ startsOn, decidesOn: row.decidesOn as string },
      teams: arms.map(({ teamId, name, arm }) => ({ id: teamId, name, arm })),
      comparison: hypothesis.comparison as Record<string, unknown> | null,
      found: (stored?.found ?? null) as Record<string, unknown> | null,
    },
  };
}

const notSealed = { expected: "a sealed policy", todo: "Seal it first: a draft is not judged." };
const noTeam = { field: "teamId", expected: "a team of this organisation", todo: "Name one of them, or none." };
/** Marked by people of one policy: more could be read by nobody. */
const mostMarked = 100;
const tooMany = {
  field: "policyId",
  expected: `a policy of which fewer than ${mostMarked} happenings are marked`,
  todo: "Take one of yours back that explains less.",
};
const notYours = "Only who marked it takes it back.";
