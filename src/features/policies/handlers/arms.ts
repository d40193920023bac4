import type { Tx } from "../../../platform/database/database.ts";
import { armCell } from "../../engagement/public.ts";
import { coveredOn } from "../covered.ts";
import { comparedWith, type Hypothesis, isDrawn, type Scope } from "../hypothesis.ts";
import { membersIn } from "../people.ts";
import { armsOfPolicy, exceptionRows, scopeRows } from "../queries/coverage.ts";
import { peopleNow } from "../queries/people.ts";
import { hypothesisOf, policiesInOrder } from "../queries/policies.ts";
import { todayOf } from "./presenting.ts";

/**
 * Whom the sealed policies that ask one of these questions cover today, and whom each is compared with: what a pulse that
 * is launched now tells of them, fixed with it. The policy that was sealed first comes first.
 */
export async function armsToTell(
  tx: Tx,
  questions: readonly string[],
): Promise<{ id: string; memberIds: readonly string[] }[]> {
  const today = await todayOf(tx);
  const rows = (await policiesInOrder(tx))
    .filter((row) => row.sealed !== null && row.decision === null && asks(hypothesisOf(row), questions))
    .sort((one, other) => (one.sealedAt! < other.sealedAt! ? -1 : 1));
  if (rows.length === 0) return [];
  const people = await peopleNow(tx, today);
  const covered = coveredOn(today, await scopeRows(tx, null), await exceptionRows(tx, null), people);
  const membersOf = (group: Scope) => (group.teamIds.length === 0 ? [] : membersIn(group, people));
  const told = [];
  for (const row of rows) {
    const { comparison, scope } = hypothesisOf(row);
    const group = isDrawn(comparison)
      ? membersOf({ ...scope, teamIds: (await armsOfPolicy(tx, row.id)).map(({ teamId }) => teamId) })
      : membersOf({ ...nothingLess, roles: scope.roles, teamIds: comparedWith(comparison) });
    const under = covered.get(row.id) ?? new Set<string>();
    told.push({ id: armCell(row.id, "covered"), memberIds: [...under] });
    told.push({ id: armCell(row.id, "others"), memberIds: group.filter((member) => !under.has(member)) });
  }
  return told.filter(({ memberIds }) => memberIds.length > 0);
}

function asks({ outcomes, guardrails }: Hypothesis, questions: readonly string[]): boolean {
  return [...outcomes, ...guardrails].some(
    ({ measure }) => measure.kind === "pulse-question" && questions.includes(measure.question),
  );
}

/** Whom it is compared with is named by teams alone: another site may be just what is compared. */
const nothingLess = { exceptTeamIds: [], siteIds: [] };
