import type { Tx } from "../../../platform/database/database.ts";
import { dayBefore, type Exempt, firstClash, type ScopeRow } from "../covered.ts";
import { endedWith } from "../drawn.ts";
import { isArrangement, type Problem } from "../hypothesis.ts";
import type { People } from "../people.ts";
import { exceptionRows, scopeRows } from "../queries/coverage.ts";
import { namesOf } from "../queries/named.ts";
import { type PolicyRow, policiesInOrder } from "../queries/policies.ts";

/** What other arrangements cover, and who is let out of them. */
export interface Beside {
  rows: ScopeRow[];
  exempt: Exempt[];
  titles: Map<string, string>;
}

/** The arrangements beside one; the one that it follows on ends the day before it starts. */
export async function arrangementsBeside(
  tx: Tx,
  { id, previousId, startsOn, sealed }: Pick<PolicyRow, "id" | "previousId" | "startsOn" | "sealed">,
): Promise<Beside> {
  const others = (await policiesInOrder(tx)).filter((each) => each.id !== id && isArrangement(each.kind));
  const titles = new Map(others.map((each) => [each.id, each.title]));
  const all = (await scopeRows(tx, null)).filter(({ policyId }) => titles.has(policyId));
  const followsOn = sealed === null && startsOn !== null;
  const rows = followsOn
    ? [
        ...all.filter(({ policyId }) => policyId !== previousId),
        ...endedWith(
          all.filter(({ policyId }) => policyId === previousId),
          dayBefore(startsOn),
        ),
      ]
    : all;
  return { rows, exempt: await exceptionRows(tx, null), titles };
}

/** A second arrangement for somebody, told with the field, the other policy, the day, and what to do; empty where there is none. */
export async function clashProblem(
  tx: Tx,
  field: string,
  mine: readonly ScopeRow[],
  beside: Beside,
  people: People,
): Promise<Problem[]> {
  const clash = firstClash(mine, beside.rows, beside.exempt, people);
  if (!clash) return [];
  const name = (await namesOf(tx, [clash.memberId])).members.get(clash.memberId);
  const other = `“${beside.titles.get(clash.policyId)}”`;
  return [
    {
      field,
      expected: `nobody whom another arrangement covers on the same day, and ${other} covers ${name} on ${clash.day}`,
      todo: `Leave them out here, or end or amend ${other} first.`,
    },
  ];
}
