import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { policies as contract } from "../contract.ts";
import { holdsOn, laterOf } from "../covered.ts";
import { followedBy } from "../drawn.ts";
import { policyAmended } from "../events.ts";
import { type Hypothesis, isArrangement, isDrawn, type Problem, type Scope } from "../hypothesis.ts";
import { membersIn } from "../people.ts";
import { scopeRows, writeScopeRows } from "../queries/coverage.ts";
import { amendmentEver, insertAmendment } from "../queries/past.ts";
import { holdArrangements, peopleNow } from "../queries/people.ts";
import { hypothesisOf, type PolicyRow, writeHypothesis } from "../queries/policies.ts";
import { comparedTeams, coversNobody } from "../to-seal.ts";
import { wrongIn } from "./checking.ts";
import { arrangementsBeside, clashProblem } from "./clashes.ts";
import { defined, refuseAny, toKeep } from "./hypothesis.ts";
import { presentPolicy, todayOf } from "./presenting.ts";

const os = keeps(contract).policyAmendments;

export const amendments = os.router({
  create: os.create.handler(({ input: { id, policyId, version, ...asked }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      await holdArrangements(tx);
      const row = await toKeep(tx, viewer, policyId);
      const hash = bodyHash({ policyId, version, ...asked });
      const earlier = await amendmentEver(tx, id);
      if (earlier) sameCreate(earlier, hash);
      else {
        mustGoOn(row);
        const { reason, scopeFrom, ...wanted } = asked;
        sameVersion({ ...hypothesisOf(row), version: row.version }, version, wanted);
        await amend(tx, viewer, row, { id, reason, scopeFrom, wanted, hash });
      }
      return presentPolicy(tx, viewer, policyId);
    }),
  ),
});

/** A draft is written on, and what was stopped is over. */
export function mustGoOn(row: PolicyRow): void {
  if (!row.sealed) {
    throw refused({ field: "policyId", expected: "a policy that was sealed", todo: "Write on the draft itself." });
  }
  if (row.decision === "stop") {
    throw refused({ field: "policyId", expected: "a policy that goes on", todo: "It was stopped: begin a new one." });
  }
}

interface Amending {
  id: string;
  reason: string;
  scopeFrom: string | undefined;
  wanted: Partial<Omit<Hypothesis, "kind" | "startsOn" | "outcomes" | "comparison">>;
  hash: Buffer;
}

async function amend(tx: Tx, viewer: Viewer, row: PolicyRow, asked: Amending): Promise<void> {
  const { id, reason, wanted } = asked;
  const before = hypothesisOf(row);
  const changes = changesBetween(before, wanted);
  if (Object.keys(changes).length === 0) {
    throw refused({
      field: "reason",
      expected: "something that changes, beside it",
      todo: "Change a field, or leave it.",
    });
  }
  const after: Hypothesis = { ...before, ...defined(wanted) };
  const today = await todayOf(tx);
  refuseAny([...(await wrongIn(tx, viewer, after, Object.keys(changes))), ...decidedInThePast(changes, after, today)]);
  if (!changes.scope && asked.scopeFrom !== undefined) {
    throw refused({ field: "scopeFrom", expected: "nothing, where the scope stays", todo: "Send a scope with it." });
  }
  const from = changes.scope ? await coverFrom(tx, row, after, asked.scopeFrom, today) : undefined;
  await writeHypothesis(tx, row.id, after);
  const told = { ...changes, ...(from ? { scopeFrom: [null, from] as [unknown, unknown] } : {}) };
  const { memberId } = viewer;
  await insertAmendment(tx, { id, policyId: row.id, memberId, reason, changes: told, bodyHash: asked.hash });
  await tx.record(policyAmended(row.id, told));
}

function decidedInThePast(changes: object, { decidesOn }: Hypothesis, today: string): Problem[] {
  if (!("decidesOn" in changes) || (decidesOn as string) >= today) return [];
  return [
    { field: "decidesOn", expected: `today, ${today}, or a later day`, todo: "Decide now, or choose a later day." },
  ];
}

/** Writes whom it covers from a day on; answers the day. Days before it stay as they were. */
async function coverFrom(
  tx: Tx,
  row: PolicyRow,
  after: Hypothesis,
  asked: string | undefined,
  today: string,
): Promise<string> {
  const { scope, comparison, startsOn } = after;
  if (isDrawn(comparison)) {
    const todo = "Decide to change it and begin anew: the lot stands only as it fell.";
    throw refused({ field: "scope", expected: "the teams that took part in the lot", todo });
  }
  const earliest = laterOf(today, startsOn as string);
  const from = asked ?? earliest;
  const rows = await scopeRows(tx, row.id);
  const last = rows.at(-1);
  const holds = last !== undefined && holdsOn({ from: earliest, to: last.to }, from);
  if (!holds) {
    const until = last?.to ? ` to ${last.to}` : " on";
    throw refused({
      field: "scopeFrom",
      expected: `a day from ${earliest}${until}`,
      todo: "Past days stay as they were.",
    });
  }
  const next = { policyId: row.id, from, to: last.to, ...scope };
  refuseAny(await wrongScope(tx, row, after, scope, next, today));
  await writeScopeRows(tx, row.id, followedBy(rows, next));
  return from;
}

async function wrongScope(
  tx: Tx,
  row: PolicyRow,
  { kind, comparison }: Hypothesis,
  scope: Scope,
  next: Parameters<typeof followedBy>[1],
  today: string,
): Promise<Problem[]> {
  const people = await peopleNow(tx, today);
  if (membersIn(scope, people).length === 0) return [coversNobody];
  const group = comparison && "teamIds" in comparison ? comparedTeams(scope, comparison, people) : [];
  // The group stands as it was sealed, so it is the scope that would have to give way.
  const overlapping = group.map((problem) => ({
    ...problem,
    field: "scope",
    expected: "teams it is not compared with",
  }));
  if (overlapping.length > 0 || !isArrangement(kind)) return overlapping;
  return clashProblem(tx, "scope", [next], await arrangementsBeside(tx, row), people);
}
