/** Verdicts of a coach that knew less, or of none, are read again: by a job after the start or an import, or by who asks before it came. */
import type { Database, Tx } from "../../../platform/database/database.ts";
import { everyOrganisation } from "../../../platform/database/events.ts";
import { coachVerdictOf } from "../coach-verdict.ts";
import { measureOf } from "../measure-columns.ts";
import { storeVerdicts, unreadKeyResults } from "../queries/outcomes.ts";

/** A batch reads for about a fiftieth of a second, and no longer lets others wait. */
const batch = 100;

/** Reads one batch; answers how many were read. Who reads at the same moment waits and then finds them read. */
export async function readSomeMore(tx: Tx): Promise<number> {
  const unread = await unreadKeyResults(tx, batch);
  const verdicts = unread.map((row) => ({ id: row.id, verdict: coachVerdictOf({ ...row, measure: measureOf(row) }) }));
  if (verdicts.length > 0) await storeVerdicts(tx, verdicts);
  return verdicts.length;
}

/** One organisation or every one by itself, batch after batch, each a transaction that sees no other organisation. */
export async function readAllAgain(database: Database, only?: string): Promise<void> {
  for (const organisationId of only ? [only] : await database.shared(everyOrganisation))
    while ((await database.write(organisationId, { memberId: null, via: "system" }, readSomeMore)) > 0);
}
