import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Database, Tx } from "../../../platform/database/database.ts";
import { armCell } from "../../engagement/public.ts";
import { dayBefore, shifted } from "../covered.ts";
import { policyAssessed } from "../events.ts";
import type { Evidence, Policy } from "../evidence/assess.ts";
import { METHOD_VERSION } from "../evidence/version.ts";
import { csvOf } from "../panel/csv.ts";
import type { Found } from "../panel/found.ts";
import { type Gathered, rowsOf, type SeriesRow, toAssess } from "../panel/to-assess.ts";
import { unitsOf } from "../panel/units.ts";
import { armsOfPolicy, scopeRows } from "../queries/coverage.ts";
import { armFiguresOf, evidenceOf, keepEvidence, policiesToAssess, type StoredRow } from "../queries/evidence.ts";
import { decisionsOf } from "../queries/past.ts";
import { organisationZone, peopleNow } from "../queries/people.ts";
import { hypothesisOf, type PolicyRow, policyById } from "../queries/policies.ts";
import { reportedFor } from "./panel.ts";
import { todayOf } from "./presenting.ts";

/** Weeks before the start that are looked at: half a year, so that no season is older than what it is compared with. */
export const WEEKS_BEFORE = 26;

const bySystem = { memberId: null, via: "system" } as const;

/**
 * Judges every sealed policy of an organisation that has begun, each in a transaction of its own. What is read and what
 * is kept are two: between them the figures are found beside the server's own thread, which takes up to seconds.
 */
export async function assessPolicies(database: Database, organisationId: string): Promise<void> {
  const ids = await database.read(organisationId, async (tx) => policiesToAssess(tx, await todayOf(tx)));
  for (const id of ids) {
    const gathered = await database.read(organisationId, (tx) => gather(tx, id));
    if (gathered === null) continue;
    const rows = rowsOf(gathered);
    const evidence = await judged(toAssess(gathered, rows), seedOf(id));
    await database.write(organisationId, bySystem, (tx) => keep(tx, id, gathered, rows, evidence));
  }
}

/** The same policy is always drawn again alike. Whole, from 0 to 2³¹ − 1. */
export function seedOf(policyId: string): number {
  return createHash("sha256").update(policyId).digest().readInt32BE(0) >>> 1;
}

/** All that was measured of a sealed policy up to today, or to the day on which it ended or was decided; null for a draft. */
export async function gather(tx: Tx, policyId: string): Promise<Gathered | null> {
  const row = await policyById(tx, policyId);
  if (!row?.sealed) return null;
  const hypothesis = hypothesisOf(row);
  const { outcomes, guardrails, comparison } = hypothesis;
  const [startsOn, decidesOn] = [hypothesis.startsOn!, hypothesis.decidesOn!];
  const today = await lastDayOf(tx, row);
  const [arms, scopes, people] = [
    await armsOfPolicy(tx, policyId),
    await scopeRows(tx, policyId),
    await peopleNow(tx, today),
  ];
  const units = unitsOf({ comparison: comparison!, startsOn }, arms, scopes, people);
  const span = { start: startsOn, from: shifted(startsOn, -7 * WEEKS_BEFORE), to: today };
  const reported = await reportedFor(tx, [...outcomes, ...guardrails], [...units.unitOf.keys()], span);
  const cells = { covered: armCell(policyId, "covered"), others: armCell(policyId, "others") };
  const armFigures = await armFiguresOf(tx, cells);
  const measured = { startsOn, decidesOn, today, comparison: comparison!, outcomes, guardrails, arms, units };
  return { ...measured, reported, armFigures };
}

/** After it nothing is compared any more: nobody is covered, the others are too, or it was decided on. */
async function lastDayOf(tx: Tx, row: PolicyRow): Promise<string> {
  const { comparison } = row.sealed!;
  const zone = await organisationZone(tx);
  const decided = (await decisionsOf(tx, row.id)).at(-1);
  const ends = [
    await todayOf(tx),
    ...(row.lastDay === null || comparison?.kind === "randomised-on-and-off" ? [] : [row.lastDay]),
    ...(comparison?.kind === "randomised-by-team" && comparison.othersFrom ? [dayBefore(comparison.othersFrom)] : []),
    ...(decided ? [dayIn(zone, decided.at)] : []),
  ];
  return ends.sort()[0]!;
}

function dayIn(zone: string, instant: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date(instant));
}

/** Beside the server's thread: tens of thousands of draws would keep every request waiting. */
function judged(policy: Policy, seed: number): Promise<Evidence> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("../evidence/beside.ts", import.meta.url), { workerData: { policy, seed } });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

async function keep(
  tx: Tx,
  policyId: string,
  gathered: Gathered,
  rows: readonly SeriesRow[],
  evidence: Evidence,
): Promise<void> {
  // Quantiles and what needs them come with the first policy that is judged.
  const { foundOf } = await import("../panel/found.ts");
  const found = foundOf(gathered, rows, evidence);
  const { startsOn, armFigures } = gathered;
  const rowsHash = hashOf(csvOf(seriesOf(gathered, found), rows as StoredSeriesRow[], armFigures, startsOn));
  const before = await evidenceOf(tx, policyId);
  const stored = rows.map(
    ({ series, team, week, value, weight, covered }): StoredRow => [series, team, week, value, weight ?? 1, covered],
  );
  const made = { seed: evidence.seed, version: METHOD_VERSION, rowsHash };
  await keepEvidence(tx, { policyId, ...made, found, rows: stored, armFigures });
  if (before?.found.verdict !== found.verdict || before.rowsHash !== rowsHash)
    await tx.record(policyAssessed(policyId, { verdict: found.verdict }));
}

type StoredSeriesRow = SeriesRow & { weight: number };

export function hashOf(csv: string): string {
  return createHash("sha256").update(csv).digest("hex");
}

/** Every series with the arms that its figures were found in. */
export function seriesOf(
  { outcomes, guardrails, arms }: Pick<Gathered, "outcomes" | "guardrails" | "arms">,
  found: Found | undefined,
) {
  const drawn = new Map(arms.map(({ teamId, arm }) => [teamId, arm as string]));
  const foundIn = new Map((found?.outcomes ?? []).map((each) => [each.id, each]));
  return [...outcomes, ...guardrails].map(({ id, measure }) => {
    const outcome = foundIn.get(id);
    const isBoth = outcome?.teams.covered.some((one) => outcome.teams.others.some((other) => other.id === one.id));
    const inArms = outcome
      ? new Map([
          ...outcome.teams.others.map((team) => [team.id, isBoth ? "both" : "others"] as const),
          ...outcome.teams.covered.map((team) => [team.id, isBoth ? "both" : "covered"] as const),
        ])
      : drawn;
    return { id, question: measure.kind === "pulse-question" ? measure.question : null, arms: inArms };
  });
}
