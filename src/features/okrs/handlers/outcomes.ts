/** How many key results are outcomes, by team and cycle: of teams, never of people. */
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { okrs as contract } from "../contract.ts";
import { outcomeShare } from "../outcome-share.ts";
import { areThere, type OutcomeShareRow, outcomeShares } from "../queries/outcomes.ts";
import { named } from "./presenting.ts";
import { readSomeMore } from "./reading-again.ts";

const os = keeps(contract).outcomes;

export const outcomes = {
  shares: os.shares.handler(async ({ input, context }) => {
    const read = () => context.read((tx) => outcomeShares(tx, input));
    let rows = await read();
    while (rows.some(({ unread }) => unread > 0)) {
      if ((await context.write(readSomeMore)) === 0) break;
      rows = await read();
    }
    if (rows.length === 0 && !(await context.read((tx) => areThere(tx, input)))) throw notFound();
    return { items: rows.map(presentShare) };
  }),
};

function presentShare({ keyResults, outcomes: found, outputs, unsure, kept, ...row }: OutcomeShareRow) {
  const { cycleId: id, cycleName: name, startsOn, endsOn, cycleState: state } = row;
  return {
    cycle: { id, name, startsOn, endsOn, state },
    team: named(row.teamId, row.teamName),
    ...{ keyResults, outcomes: found, outputs, unsure, kept },
    share: outcomeShare(found, keyResults),
  };
}
