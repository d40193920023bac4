/** How many key results are outcomes, by team and cycle: of teams, never of people. */
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { coachVerdictOf } from "../coach-verdict.ts";
import { okrs as contract } from "../contract.ts";
import { measureOf } from "../measure-columns.ts";
import { outcomeShare } from "../outcome-share.ts";
import { areThere, type OutcomeShareRow, outcomeShares, storeVerdicts, unreadKeyResults } from "../queries/outcomes.ts";
import { named } from "./presenting.ts";

const os = keeps(contract).outcomes;

export const outcomes = {
  shares: os.shares.handler(async ({ input, context }) => {
    const read = () => context.read((tx) => outcomeShares(tx, input));
    let rows = await read();
    while (rows.some(({ unread }) => unread > 0)) {
      if ((await readSomeMore(context)) === 0) break;
      rows = await read();
    }
    if (rows.length === 0 && !(await context.read((tx) => areThere(tx, input)))) throw notFound();
    return { items: rows.map(presentShare) };
  }),
};

/** A batch reads for about a tenth of a second, and no longer lets others wait. */
const batch = 500;

/** What was written before the coach came is read once, when somebody asks; answers how many were read. */
function readSomeMore(context: RequestContext): Promise<number> {
  return context.write(async (tx) => {
    const unread = await unreadKeyResults(tx, batch);
    const verdicts = unread.map((row) => ({
      id: row.id,
      verdict: coachVerdictOf({ ...row, measure: measureOf(row) }),
    }));
    if (verdicts.length > 0) await storeVerdicts(tx, verdicts);
    return verdicts.length;
  });
}

function presentShare({ keyResults, outcomes: found, outputs, unsure, kept, ...row }: OutcomeShareRow) {
  const { cycleId: id, cycleName: name, startsOn, endsOn, cycleState: state } = row;
  return {
    cycle: { id, name, startsOn, endsOn, state },
    team: named(row.teamId, row.teamName),
    ...{ keyResults, outcomes: found, outputs, unsure, kept },
    share: outcomeShare(found, keyResults),
  };
}
