import type { Tx } from "../../../platform/database/database.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { type Commitment, goalReached, measureOf, type Outcome, plain } from "../../okrs/public.ts";
import { confidenceTold, type Statement } from "../confidence.ts";
import { closing } from "../contract.ts";
import { bandOrNull } from "../ending.ts";
import { closingRowsOf, confidenceSaid, cycleOf } from "../queries/objectives.ts";
import { isAsExpected, totalsOf } from "../report.ts";
import { type Ended, type EndedPart, ended, named, presentCycle } from "./presenting.ts";

const os = keeps(closing).report;

export const report = {
  get: os.get.handler(({ input, context }) =>
    context.read(async (tx) => {
      const cycle = await cycleOf(tx, input.id);
      if (!cycle) throw notFound();
      const rows = await closingRowsOf(tx, context.viewer, cycle.id);
      const all = await ended(
        tx,
        rows.filter(({ level }) => level !== "personal"),
      );
      const objectives = all.filter(({ row }) => row.state !== "dropped" && row.state !== "postponed").map(present);
      const groups = [...Map.groupBy(objectives, ({ group }) => group?.id ?? null).values()];
      return {
        cycle: presentCycle(cycle),
        madeAt: tx.now.toString(),
        groups: groups.map((some) => ({
          team: some[0]?.group ?? null,
          objectives: some.map(({ group: _, ...objective }) => objective),
        })),
        totals: totalsOf(objectives),
        confidence: await confidenceOf(tx, cycle.id, all),
      };
    }),
  ),
};

function present({ row, parts, amendments, suggested, exactly, score }: Ended) {
  const commitment = row.commitment as Commitment;
  const outcome = row.outcome as Outcome | null;
  return {
    group: row.level === "team" ? named(row.teamId, row.teamName) : null,
    id: row.id,
    title: row.title,
    level: row.level as "company" | "team",
    commitment,
    score,
    suggested,
    band: bandOrNull(score),
    outcome,
    asExpected: isAsExpected({ commitment, score, exactly }),
    note: row.note ?? "",
    learned: row.whatLearned ?? "",
    next: row.next as "keep" | "change" | "drop" | null,
    amended: amendments.some(({ keyResultId }) => keyResultId === null),
    isClosed: row.closureVersion !== null,
    keyResults: parts
      .filter(({ ending }) => ending.isGraded)
      .map((part) => ({
        ...presentKeyResult(part),
        amended: amendments.some(({ keyResultId }) => keyResultId === part.row.id),
      })),
  };
}

function presentKeyResult({ row, ending }: EndedPart) {
  return {
    id: row.id,
    title: row.title,
    measure: measureOf(row),
    unit: row.unit,
    decimals: row.decimals,
    endValue: ending.endValue,
    progress: ending.progress,
    score: ending.score,
    suggested: ending.suggested.now?.score ?? null,
    band: bandOrNull(ending.score),
    notYetObservable: row.grade?.notYetObservable ?? false,
    note: row.grade?.note ?? "",
    before: ending.suggested.before.map(({ score }) => score),
  };
}

/** What was said of key results that were reached or not: dropped, unmeasurable and not yet observable ones tell nothing. */
async function confidenceOf(tx: Tx, cycleId: string, all: readonly Ended[]) {
  const reached = new Map(
    all.flatMap(({ row, parts }) =>
      parts.filter(tells).map((part) => [part.row.id, whetherReached(part, row.commitment as Commitment)] as const),
    ),
  );
  const statements = (await confidenceSaid(tx, cycleId)).flatMap(({ keyResultId, ...said }): Statement[] => {
    const isReached = reached.get(keyResultId);
    return isReached === undefined ? [] : [{ ...said, reached: isReached }];
  });
  const names = new Map(all.map(({ row }) => [row.teamId, row.teamName ?? ""]));
  const { everyone, teams, teamsLeftOut } = confidenceTold(statements);
  return {
    everyone,
    teams: teams.map(({ teamId, confidence }) => ({ team: { id: teamId, name: names.get(teamId) ?? "" }, confidence })),
    teamsLeftOut,
  };
}

function tells({ row, ending }: EndedPart): boolean {
  return ending.isGraded && row.type !== "baseline" && row.grade?.notYetObservable !== true;
}

function whetherReached({ row, ending }: EndedPart, commitment: Commitment): boolean {
  const contributed = row.progress === null ? null : plain(row.progress);
  return goalReached(measureOf(row), { value: ending.endValue, contributed }, commitment);
}
