import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps as keepsPromises } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { policies as contract } from "../contract.ts";
import { dayAfter, type Exempt, holdsOn, laterOf } from "../covered.ts";
import { exceptionEnded, exceptionMade } from "../events.ts";
import { isArrangement, type Problem } from "../hypothesis.ts";
import { maySeeException } from "../permissions.ts";
import { type ExceptionRow, endException, exceptionRows, insertException, scopeRows } from "../queries/coverage.ts";
import { knownIds } from "../queries/named.ts";
import { holdArrangements, peopleNow } from "../queries/people.ts";
import { type PolicyRow, policyById } from "../queries/policies.ts";
import { mustGoOn } from "./amending.ts";
import { arrangementsBeside, clashProblem } from "./clashes.ts";
import { refuseAny, toKeep } from "./hypothesis.ts";
import { keeps, todayOf } from "./presenting.ts";

const os = keepsPromises(contract).policyExceptions;

export const exceptions = os.router({
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const row = await policyById(tx, input.policyId);
      if (!row) throw notFound();
      const mine = await keeps(tx, viewer, row);
      const seen = (await exceptionRows(tx, row.id)).filter((each) => maySeeException(viewer, each, mine));
      return { items: seen.map((each) => presentException(viewer, each, mine)) };
    }),
  ),

  create: os.create.handler(({ input: { id, ...asked }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const row = await toKeep(tx, viewer, asked.policyId);
      const hash = bodyHash(asked);
      const exception = { id, ...asked, approverId: asked.approverId ?? viewer.memberId, bodyHash: hash };
      const all = await exceptionRows(tx, null);
      const earlier = all.find((each) => each.id === id);
      if (earlier) return presentException(viewer, sameCreate(earlier, hash), true);
      mustGoOn(row);
      refuseAny(await wrongException(tx, exception, all));
      if (await insertException(tx, exception))
        await tx.record(exceptionMade(row.id, asked.memberId, { from: asked.from, to: asked.to }));
      const written = (await exceptionRows(tx, row.id)).find((each) => each.id === id);
      return presentException(viewer, sameCreate(written, hash), true);
    }),
  ),

  end: os.end.handler(({ input: { policyId, id }, context }) =>
    context.write(async (tx) => {
      await holdArrangements(tx);
      const row = await toKeep(tx, context.viewer, policyId);
      const exception = (await exceptionRows(tx, policyId)).find((each) => each.id === id);
      if (!exception) throw notFound();
      const today = await todayOf(tx);
      if (exception.to !== null && exception.to <= today) return { done: true as const };
      refuseAny(await wouldCoverTwice(tx, row, exception, today));
      await endException(tx, id, today);
      await tx.record(exceptionEnded(policyId, exception.memberId, today));
      return { done: true as const };
    }),
  ),
});

export function presentException(viewer: Viewer, row: ExceptionRow, mine: boolean) {
  const { memberId, memberName, approverId, approverName, body_hash: _, ...rest } = row;
  return {
    ...rest,
    member: { id: memberId, name: memberName },
    approver: { id: approverId, name: approverName },
    reason: maySeeException(viewer, row, mine) ? row.reason : null,
    can: { end: mine },
  };
}

async function wrongException(
  tx: Tx,
  asked: Exempt & { approverId: string },
  all: readonly ExceptionRow[],
): Promise<Problem[]> {
  const { memberId, approverId, from, to, policyId } = asked;
  const known = await knownIds(tx, [memberId, approverId]);
  const today = await todayOf(tx);
  const someone = { expected: "a member who is here and no guest", todo: "Choose one of those that are listed." };
  const problems: Problem[] = [];
  if (!known.members.has(memberId)) problems.push({ field: "memberId", ...someone });
  if (!known.members.has(approverId)) problems.push({ field: "approverId", ...someone });
  if (memberId === approverId) {
    problems.push({ field: "approverId", expected: "somebody else than the member", todo: "Name who agreed to it." });
  }
  if (from < today) {
    problems.push({ field: "from", expected: `today, ${today}, or a later day`, todo: "Past days stay as they were." });
  }
  if (to !== null && to < from)
    problems.push({ field: "to", expected: `${from} or a later day`, todo: "Change one of the two days." });
  const already = all.find(
    (each) =>
      each.policyId === policyId &&
      each.memberId === memberId &&
      (holdsOn(each, from) || holdsOn({ from, to }, each.from)),
  );
  if (already && problems.length === 0) {
    const expected = `days that no exception of theirs holds on, and one does from ${already.from}`;
    problems.push({ field: "from", expected, todo: "End that one first, or choose other days." });
  }
  return problems;
}

/** An exception may be what keeps two arrangements from covering one person. */
async function wouldCoverTwice(tx: Tx, row: PolicyRow, exception: ExceptionRow, today: string): Promise<Problem[]> {
  if (!isArrangement(row.kind)) return [];
  const beside = await arrangementsBeside(tx, row);
  const exempt = beside.exempt.map((each) =>
    (each as ExceptionRow).id === exception.id ? { ...each, to: today } : each,
  );
  const rest = { from: dayAfter(today), to: exception.to };
  const mine = (await scopeRows(tx, row.id)).flatMap((each) => {
    const from = laterOf(each.from, rest.from);
    return each.to !== null && each.to < from ? [] : [{ ...each, from }];
  });
  return clashProblem(tx, "id", mine, { ...beside, exempt }, await peopleNow(tx, today));
}
