import { randomBytes } from "node:crypto";
import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { refused } from "../../../platform/refusals.ts";
import { policies as contract } from "../contract.ts";
import { dayBefore } from "../covered.ts";
import { armsAtSeal, endedWith, followedBy, scopesAtSeal } from "../drawn.ts";
import { policyDecided, policySealed } from "../events.ts";
import { isDrawn } from "../hypothesis.ts";
import { scopeRows, writeArms, writeScopeRows } from "../queries/coverage.ts";
import { decisionEver, insertDecision } from "../queries/past.ts";
import { holdArrangements } from "../queries/people.ts";
import {
  hypothesisOf,
  type PolicyRow,
  policyAfter,
  policyById,
  touchPolicy,
  writeDecision,
  writeSeal,
} from "../queries/policies.ts";
import { whatKeepsFromSealing } from "./checking.ts";
import { beginPolicy, refuseAny, toKeep } from "./hypothesis.ts";
import { presentPolicy, todayOf } from "./presenting.ts";

const os = keeps(contract).policies;

export const sealing = {
  seal: os.seal.handler(({ input: { id, version }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      await holdArrangements(tx);
      const row = await toKeep(tx, viewer, id);
      if (!row.sealed) {
        sameVersion(row, version, {});
        refuseAny(await whatKeepsFromSealing(tx, viewer, row, await todayOf(tx)));
        await sealPolicy(tx, viewer, row);
      }
      return presentPolicy(tx, viewer, id);
    }),
  ),

  decide: os.decide.handler(({ input: { id, policyId, version, ...asked }, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      await holdArrangements(tx);
      const row = await toKeep(tx, viewer, policyId);
      const hash = bodyHash({ policyId, version, ...asked });
      const earlier = await decisionEver(tx, id);
      if (earlier) sameCreate(earlier, hash);
      else {
        sameVersion(row, version, asked);
        await decide(tx, viewer, row, { id, ...asked }, hash);
      }
      return presentPolicy(tx, viewer, policyId);
    }),
  ),
};

/** Fixes the words, draws the lot, and says from which day on whom it covers. What it follows on ends the day before. */
async function sealPolicy(tx: Tx, viewer: Viewer, row: PolicyRow): Promise<void> {
  const words = hypothesisOf(row);
  const seed = isDrawn(words.comparison) ? randomBytes(16).toString("hex") : null;
  const arms = armsAtSeal(words, seed ?? "");
  await writeSeal(tx, row.id, words, viewer.memberId, seed);
  await writeArms(tx, row.id, arms);
  await writeScopeRows(tx, row.id, scopesAtSeal(row.id, words, arms));
  const startsOn = words.startsOn as string;
  if (row.previousId !== null) await endWith(tx, row.previousId, dayBefore(startsOn));
  const teams = (wanted: string) => arms.filter(({ arm }) => arm === wanted).map(({ teamId }) => teamId);
  const facts = {
    title: words.title,
    startsOn,
    seed,
    covered: [...teams("covered"), ...teams("both")],
    others: teams("others"),
  };
  await tx.record(policySealed(row.id, facts));
}

async function endWith(tx: Tx, policyId: string, lastDay: string): Promise<void> {
  await writeScopeRows(tx, policyId, endedWith(await scopeRows(tx, policyId), lastDay));
  await touchPolicy(tx, policyId);
}

interface Asked {
  id: string;
  decision: "keep" | "change" | "stop";
  reason: string;
  earlyReason?: string;
  lastDay?: string;
  draftId?: string;
}

async function decide(tx: Tx, viewer: Viewer, row: PolicyRow, asked: Asked, hash: Buffer): Promise<void> {
  const today = await todayOf(tx);
  refuseAny(await wrongDecision(tx, row, asked, today));
  const { id, decision, reason } = asked;
  const isEarly = today < (row.decidesOn as string);
  const lastDay = decision === "stop" ? (asked.lastDay ?? today) : null;
  const earlyReason = isEarly ? (asked.earlyReason as string) : "";
  const { memberId } = viewer;
  await insertDecision(tx, { id, policyId: row.id, memberId, decision, reason, earlyReason, lastDay, bodyHash: hash });
  await writeDecision(tx, row.id, decision);
  if (lastDay !== null) await writeScopeRows(tx, row.id, endedWith(await scopeRows(tx, row.id), lastDay));
  if (decision === "keep") await keepOn(tx, row, today);
  if (asked.draftId) await beginFrom(tx, row, asked.draftId);
  const draftId = asked.draftId ?? null;
  await tx.record(policyDecided(row.id, { title: row.title, decision, early: isEarly, lastDay, draftId }));
}

async function wrongDecision(tx: Tx, row: PolicyRow, asked: Asked, today: string) {
  const { decision, lastDay, draftId, earlyReason } = asked;
  if (!row.sealed) {
    return [{ field: "policyId", expected: "a policy that was sealed", todo: "Seal it, or remove the draft." }];
  }
  if (row.decision === "stop") {
    return [{ field: "policyId", expected: "a policy that goes on", todo: "It was stopped: begin a new one." }];
  }
  const problems = [];
  if (today < (row.decidesOn as string) && earlyReason === undefined) {
    const expected = `why it is decided before its date, ${row.decidesOn}`;
    problems.push({ field: "earlyReason", expected, todo: "Say why, or wait until that day." });
  }
  if (lastDay !== undefined && (decision !== "stop" || lastDay < today)) {
    const expected = decision === "stop" ? `today, ${today}, or a later day` : "nothing, where it is not stopped";
    problems.push({ field: "lastDay", expected, todo: "Past days stay as they were." });
  }
  if ((draftId !== undefined) !== (decision === "change")) {
    const expected =
      decision === "change" ? "an id for the draft that begins from it" : "nothing, where it is not changed";
    problems.push({ field: "draftId", expected, todo: "Send a new id to change it, and none otherwise." });
  }
  const next = decision === "change" ? await policyAfter(tx, row.id) : undefined;
  if (next) {
    const expected = `a policy that nothing follows on yet, and “${next.title}” does`;
    problems.push({ field: "decision", expected, todo: "Write on that draft, or remove it first." });
  }
  return problems;
}

/** What went on and off by coin is kept for all its teams from now on. */
async function keepOn(tx: Tx, row: PolicyRow, today: string): Promise<void> {
  const { comparison, scope } = row.sealed as NonNullable<PolicyRow["sealed"]>;
  if (comparison?.kind !== "randomised-on-and-off") return;
  const rows = await scopeRows(tx, row.id);
  await writeScopeRows(tx, row.id, followedBy(rows, { policyId: row.id, from: today, to: null, ...scope }));
}

/** The same words as a draft, without its dates. */
async function beginFrom(tx: Tx, row: PolicyRow, draftId: string): Promise<void> {
  if (await policyById(tx, draftId)) {
    throw refused({ field: "draftId", expected: "an id that names nothing yet", todo: "Make a new one." });
  }
  const draft = { ...hypothesisOf(row), startsOn: null, decidesOn: null };
  await beginPolicy(tx, { id: draftId, draft, previousId: row.id, hash: bodyHash({ previousId: row.id }) });
}
