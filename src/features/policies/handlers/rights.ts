import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { policies as contract } from "../contract.ts";
import { policyRightGiven, policyRightTaken } from "../events.ts";
import { mayGiveRight, mayWritePolicies } from "../permissions.ts";
import { knownIds, namesOf } from "../queries/named.ts";
import { giveRight, hasRight, rightRows, takeRight } from "../queries/rights.ts";

const os = keeps(contract).policyRights;

export const rights = os.router({
  list: os.list.handler(({ context }) => context.read((tx) => readRights(tx, context.viewer))),

  give: os.give.handler(({ input: { memberId }, context }) =>
    context.write(async (tx) => {
      await mustBeThere(tx, memberId);
      if (!(await knownIds(tx, [memberId])).members.has(memberId)) {
        const expected = "a member who is here and no guest";
        throw refused({ field: "memberId", expected, todo: "Choose another member." });
      }
      if (await giveRight(tx, memberId, context.viewer.memberId))
        await tx.record(policyRightGiven(tx.organisationId, memberId));
      return readRights(tx, context.viewer);
    }),
  ),

  take: os.take.handler(({ input: { memberId }, context }) =>
    context.write(async (tx) => {
      await mustBeThere(tx, memberId);
      if (await takeRight(tx, memberId)) await tx.record(policyRightTaken(tx.organisationId, memberId));
      return readRights(tx, context.viewer);
    }),
  ),
});

async function mustBeThere(tx: Tx, memberId: string): Promise<void> {
  if (!(await namesOf(tx, [memberId])).members.has(memberId)) throw notFound();
}

async function readRights(tx: Tx, { memberId, role }: Viewer) {
  const rows = await rightRows(tx);
  return {
    items: rows.map((row) => ({
      member: { id: row.memberId, name: row.memberName },
      grantedBy: { id: row.grantedById, name: row.grantedByName },
      at: row.at,
    })),
    can: { write: mayWritePolicies({ role, hasRight: await hasRight(tx, memberId) }), grant: mayGiveRight(role) },
  };
}
