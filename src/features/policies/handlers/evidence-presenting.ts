import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { shifted } from "../covered.ts";
import { calledBy } from "../evidence/designs/design.ts";
import type { Hypothesis, Measure } from "../hypothesis.ts";
import { idsOf, measuredIn } from "../named.ts";
import type { Found } from "../panel/found.ts";
import type { ArmFigure } from "../panel/published.ts";
import { isShare } from "../panel/source.ts";
import { firstDayOf, whereNow } from "../panel/weeks.ts";
import { armsOfPolicy } from "../queries/coverage.ts";
import { evidenceOf, firstWeekMeasured, type StoredEvidence } from "../queries/evidence.ts";
import { type HappeningRow, happeningRows } from "../queries/happenings.ts";
import { namesOf, type SubjectRow, subjectRows } from "../queries/named.ts";
import { type AmendmentRow, amendmentsOf, type DecisionRow, decisionsOf } from "../queries/past.ts";
import { hypothesisOf, type PolicyRow, policyById } from "../queries/policies.ts";
import { WEEKS_BEFORE } from "./assessing.ts";
import { todayOf } from "./presenting.ts";

/** What the data say of a policy, as far as it was judged: the same for every member. */
export async function presentEvidence(tx: Tx, viewer: Viewer, id: string) {
  const row = await policyById(tx, id);
  if (!row) throw notFound();
  const today = await todayOf(tx);
  const stored = row.sealed ? await evidenceOf(tx, id) : undefined;
  const hypothesis = hypothesisOf(row);
  const { startsOn, decidesOn, comparison } = hypothesis;
  const head = {
    ...{ policyId: id, startsOn, decidesOn, design: comparison?.kind ?? null },
    called: comparison ? calledBy(comparison as Parameters<typeof calledBy>[0]) : ("difference" as const),
    happenings: row.sealed ? await happeningsOf(tx, viewer, row) : [],
    can: { mark: row.sealed !== null && viewer.role !== "guest" },
  };
  if (!stored || !startsOn || !decidesOn) {
    const state = !row.sealed
      ? ("draft" as const)
      : startsOn! > today
        ? ("before-start" as const)
        : ("waiting" as const);
    const planned = startsOn && decidesOn ? whereNow(startsOn, decidesOn, today).decision : 0;
    return { ...head, ...nothing, state, weeks: { over: 0, planned } };
  }
  return { ...head, state: "assessed" as const, ...(await judgement(tx, viewer, hypothesis, stored, startsOn)) };
}

const nothing = {
  ...{ verdict: null, sentence: null, broken: [], beyondLimit: [], settledBy: [], outcomes: [], guardrails: [] },
  assessed: null,
};

async function judgement(tx: Tx, viewer: Viewer, hypothesis: Hypothesis, stored: StoredEvidence, startsOn: string) {
  const { found, armFigures, at, seed, version, rowsHash, count } = stored;
  const names = (await namesOf(tx, teamsIn(found))).teams;
  const subjects = await subjectsOf(tx, viewer, hypothesis);
  const named = <Team extends { id: string }>(teams: readonly Team[]) =>
    teams
      .map((team) => ({ ...team, name: names.get(team.id) ?? "" }))
      .sort((one, other) => one.name.localeCompare(other.name, "en") || (one.id < other.id ? -1 : 1));
  const foundOutcomes = new Map(found.outcomes.map((each) => [each.id, each]));
  const foundGuardrails = new Map(found.guardrails.map((each) => [each.id, each]));
  return {
    ...{ verdict: found.verdict, weeks: found.weeks, sentence: found.sentence },
    ...{ broken: found.broken, beyondLimit: found.beyondLimit, settledBy: found.settledBy },
    outcomes: hypothesis.outcomes.flatMap((outcome) => {
      const of = foundOutcomes.get(outcome.id);
      if (!of) return [];
      const { chart, teams, leftOut, ...figures } = of;
      return [
        {
          ...describe(outcome, subjects),
          ...{ wanted: outcome.wanted, sizeThatMatters: Number(outcome.sizeThatMatters) },
          ...figures,
          teams: { covered: named(teams.covered), others: named(teams.others) },
          leftOut: named(leftOut),
          weeks: chart.map((each) => ({ ...each, on: firstDayOf(each.week, startsOn) })),
          pulses: told(armFigures, outcome.measure),
        },
      ];
    }),
    guardrails: hypothesis.guardrails.flatMap((guardrail) => {
      const of = foundGuardrails.get(guardrail.id);
      const { safe, limit, margin, measure } = guardrail;
      return of
        ? [
            {
              ...describe(guardrail, subjects),
              ...{ safe, limit: Number(limit), margin: Number(margin) },
              ...of,
              pulses: told(armFigures, measure),
            },
          ]
        : [];
    }),
    assessed: { at, seed, version, rowsHash, rows: count },
  };
}

function teamsIn({ outcomes }: Found): string[] {
  return outcomes.flatMap(({ teams, leftOut }) => [...teams.covered, ...teams.others, ...leftOut].map(({ id }) => id));
}

export type Subjects = ReadonlyMap<string, SubjectRow>;

export async function subjectsOf(tx: Tx, viewer: Viewer, hypothesis: Hypothesis): Promise<Subjects> {
  const rows = await subjectRows(tx, viewer, measuredIn(hypothesis));
  return new Map(rows.map((row) => [row.id, row]));
}

/** How an outcome or guardrail is called and its figures are written. */
export function describe({ id, name, measure }: { id: string; name: string; measure: Measure }, subjects: Subjects) {
  const first = idsOf(measure).flatMap((each) => subjects.get(each) ?? [])[0];
  return {
    ...{ id, name },
    kind: measure.kind === "check-ins" ? measure.reads : measure.kind,
    question: measure.kind === "pulse-question" ? (measure.question as "see-my-line") : null,
    unit: isShare(measure) ? "%" : (first?.unit ?? ""),
    decimals: isShare(measure) ? 0 : measure.kind === "check-ins" ? 1 : (first?.decimals ?? 0),
    share: isShare(measure),
  };
}

function told(figures: readonly ArmFigure[], measure: Measure) {
  if (measure.kind !== "pulse-question") return [];
  return figures.flatMap(({ question, ...figure }) => (question === measure.question ? [figure] : []));
}

/**
 * What could explain it: marked by people, known from the record of the weeks that were measured, and what became of the
 * policy itself; the earliest first.
 */
export async function happeningsOf(tx: Tx, viewer: Viewer, row: PolicyRow) {
  const hypothesis = hypothesisOf(row);
  const [startsOn, today] = [row.startsOn as string, await todayOf(tx)];
  const firstWeek = (await firstWeekMeasured(tx, row.id)) ?? -WEEKS_BEFORE;
  const rows = await happeningRows(tx, {
    policyId: row.id,
    keyResultIds: measuredIn(hypothesis),
    teamIds: (await armsOfPolicy(tx, row.id)).map(({ teamId }) => teamId),
    ...{ from: shifted(startsOn, 7 * firstWeek), to: today },
  });
  const own = [
    ...(await amendmentsOf(tx, row.id)).map((each) => ofPolicy("amended", each)),
    ...(await decisionsOf(tx, row.id)).map((each) => ofPolicy("decided", each)),
  ];
  return [...rows.map((each) => present(each, viewer)), ...own].sort((one, other) =>
    one.on === other.on ? (one.at < other.at ? -1 : 1) : one.on < other.on ? -1 : 1,
  );
}

function present(row: HappeningRow, viewer: Viewer) {
  const { id, kind, on, text, teamId, teamName, keyResultId, keyResultTitle, objectiveId, count, at } = row;
  const { memberId, memberName } = row;
  return {
    ...{ id, kind, on, text, count, at },
    team: teamId === null ? null : { id: teamId, name: teamName ?? "" },
    keyResult:
      keyResultId === null || objectiveId === null
        ? null
        : { id: keyResultId, title: keyResultTitle ?? "", objectiveId },
    by: memberId === null ? null : { id: memberId, name: memberName ?? "" },
    can: { remove: kind === "marked" && memberId === viewer.memberId },
  };
}

function ofPolicy(kind: "amended" | "decided", { at, reason, memberId, memberName }: AmendmentRow | DecisionRow) {
  return {
    ...{ id: null, kind, on: at.slice(0, 10), text: reason, team: null, keyResult: null, count: null },
    ...{ by: { id: memberId, name: memberName }, at, can: { remove: false } },
  };
}
