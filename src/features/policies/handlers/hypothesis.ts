import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps as keepsPromises } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { forgetComments } from "../../conversation/public.ts";
import { policies as contract } from "../contract.ts";
import { policyBegun, policyChanged, policyRemoved } from "../events.ts";
import type { Hypothesis } from "../hypothesis.ts";
import { mayWritePolicies } from "../permissions.ts";
import { verdicts } from "../queries/evidence.ts";
import { amendmentCounts, decisionsOf } from "../queries/past.ts";
import {
  deletePolicy,
  holdPolicy,
  hypothesisOf,
  insertPolicy,
  linesThrough,
  type PolicyRow,
  policiesInOrder,
  policiesLinkedTo,
  policyById,
  writeHypothesis,
} from "../queries/policies.ts";
import { hasRight } from "../queries/rights.ts";
import { wrongIn } from "./checking.ts";
import { inList, keeps, presentDecision, presentPolicy, todayOf } from "./presenting.ts";

const os = keepsPromises(contract).policies;
export const askForTheRight = "Ask an owner for the right to policies: it is given by name.";

export const hypothesis = {
  list: os.list.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { state, kind, keyResultId, imperativeId } = input;
      const today = await todayOf(tx);
      let rows = await policiesInOrder(tx);
      for (const id of [keyResultId, imperativeId].filter((each) => each !== undefined)) {
        const linked = await policiesLinkedTo(tx, id);
        rows = rows.filter((row) => linked.has(row.id));
      }
      const items = rows.map((row) => inList(row, today));
      return {
        items: items.filter((each) => (!state || each.state === state) && (!kind || each.kind === kind)),
        can: { write: await mayWrite(tx, context.viewer) },
      };
    }),
  ),

  get: os.get.handler(({ input, context }) => context.read((tx) => presentPolicy(tx, context.viewer, input.id))),

  create: os.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const { id, ...body } = input;
      const hash = bodyHash(body);
      if (!(await mayWrite(tx, viewer))) throw notAllowed(askForTheRight);
      const earlier = await policyById(tx, id);
      if (earlier) sameCreate(earlier, hash);
      else {
        const draft: Hypothesis = { ...empty(viewer.memberId), ...body };
        refuseAny(await wrongIn(tx, viewer, draft, Object.keys(draft)));
        await beginPolicy(tx, { id, draft, previousId: null, hash });
      }
      return presentPolicy(tx, viewer, id);
    }),
  ),

  update: os.update.handler(({ input: { id, version, ...wanted }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const row = await toKeep(tx, viewer, id);
      if (row.sealed) throw refused(...whatIsSealed(row, wanted));
      const before = hypothesisOf(row);
      sameVersion({ ...before, version: row.version }, version, wanted);
      const changes = changesBetween(before, wanted);
      if (Object.keys(changes).length > 0) {
        const after: Hypothesis = { ...before, ...defined(wanted) };
        refuseAny(await wrongIn(tx, viewer, after, Object.keys(changes)));
        await writeHypothesis(tx, id, after);
        await tx.record(policyChanged(id, changes));
      }
      return presentPolicy(tx, viewer, id);
    }),
  ),

  remove: os.remove.handler(({ input: { id }, context }) =>
    context.write(async (tx) => {
      const row = await toKeep(tx, context.viewer, id);
      if (row.sealed) {
        const expected = "a draft: what is sealed stays in what was tried";
        throw refused({ field: "id", expected, todo: "Decide to stop it." });
      }
      await forgetComments(tx, "policy", [id]);
      await deletePolicy(tx, id);
      await tx.record(policyRemoved(id, row.title));
      return { done: true as const };
    }),
  ),

  lines: os.lines.handler(({ context }) =>
    context.read(async (tx) => {
      const today = await todayOf(tx);
      const policies = new Map((await policiesInOrder(tx)).map((row) => [row.id, inList(row, today)]));
      const items = (await linesThrough(tx)).flatMap(({ policyId, ...linked }) => {
        const policy = policies.get(policyId);
        if (!policy || policy.state === "draft" || policy.state === "stopped") return [];
        const { id, kind, title, state } = policy;
        return [{ id, kind, title, state, ...linked }];
      });
      return { items };
    }),
  ),

  tried: os.tried.handler(({ context }) =>
    context.read(async (tx) => {
      const today = await todayOf(tx);
      const last = new Map((await decisionsOf(tx, null)).map((each) => [each.policyId, each]));
      const [amended, said] = [await amendmentCounts(tx), await verdicts(tx)];
      const decided = (await policiesInOrder(tx)).flatMap((row) => {
        const decision = last.get(row.id);
        return decision ? [{ row, decision }] : [];
      });
      const items = decided
        .sort((one, other) => other.decision.at.localeCompare(one.decision.at))
        .map(({ row, decision }) => ({
          ...inList(row, today),
          decision: presentDecision(decision),
          outcomes: row.words.outcomes.map(({ id, name, wanted }) => ({ id, name, wanted })),
          amendments: amended.get(row.id) ?? 0,
          verdict: said.get(row.id) ?? null,
        }));
      return { items };
    }),
  ),
};

interface Beginning {
  id: string;
  draft: Hypothesis;
  previousId: string | null;
  hash: Buffer;
}

/** Writes a draft and records it; the same again changes nothing. */
export async function beginPolicy(tx: Tx, { id, draft, previousId, hash }: Beginning): Promise<void> {
  if (await insertPolicy(tx, { id, hypothesis: draft, previousId, bodyHash: hash }))
    await tx.record(policyBegun(id, { title: draft.title, kind: draft.kind, previousId }));
  else sameCreate(await policyById(tx, id), hash);
}

/** The policy, held, where it is the viewer's to change. */
export async function toKeep(tx: Tx, viewer: Viewer, id: string): Promise<PolicyRow> {
  const row = await holdPolicy(tx, id);
  if (!row) throw notFound();
  if (!(await keeps(tx, viewer, row)))
    throw notAllowed(`Ask its owner, ${row.ownerName}, or an owner of the organisation.`);
  return row;
}

export function refuseAny(problems: Parameters<typeof refused>): void {
  if (problems.length > 0) throw refused(...problems);
}

async function mayWrite(tx: Tx, { memberId, role }: Viewer): Promise<boolean> {
  return mayWritePolicies({ role, hasRight: await hasRight(tx, memberId) });
}

/** Each field that was asked for differently, or that nothing was. */
function whatIsSealed(row: PolicyRow, wanted: Record<string, unknown>) {
  const fields = Object.keys(changesBetween(hypothesisOf(row), wanted));
  const expected = `the words as they were sealed on ${row.sealedAt?.slice(0, 10)}`;
  const todo = "Write an amendment with a reason: it stands beside them.";
  return fields.length > 0
    ? fields.map((field) => ({ field, expected, todo }))
    : [{ field: "id", expected: "something that changes: these words are sealed already", todo: nothingToChange }];
}

const nothingToChange = "There is nothing to change. What is new is said in an amendment.";

function empty(ownerId: string) {
  return {
    rule: "",
    why: "",
    office: { days: null, weekdays: [] },
    ownerId,
    imperativeIds: [],
    scope: { teamIds: [], exceptTeamIds: [], siteIds: [], roles: [] },
    startsOn: null,
    decidesOn: null,
    outcomes: [],
    guardrails: [],
    comparison: null,
  };
}

export function defined<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as never;
}
