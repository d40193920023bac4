import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { shifted } from "../covered.ts";
import { armsAtSeal, scopesAtSeal } from "../drawn.ts";
import { type Design, describesOnly } from "../evidence/designs/design.ts";
import { areEnough } from "../evidence/designs/enough.ts";
import type { Comparison, Hypothesis } from "../hypothesis.ts";
import type { Size } from "../panel/could-tell.ts";
import { rowsOf, type SeriesRow } from "../panel/to-assess.ts";
import { type Units, unitsOf } from "../panel/units.ts";
import { whereNow } from "../panel/weeks.ts";
import { peopleNow } from "../queries/people.ts";
import { hypothesisOf, policyById } from "../queries/policies.ts";
import { WEEKS_BEFORE } from "./assessing.ts";
import { describe, subjectsOf } from "./evidence-presenting.ts";
import { reportedFor } from "./panel.ts";
import { todayOf } from "./presenting.ts";

/** Weeks that a policy is taken to run while its dates are not written. */
const USUAL_WEEKS = 12;

/** What a policy could tell as it is written, from what its teams' weeks did without it. */
export async function couldTell(tx: Tx, viewer: Viewer, id: string) {
  const row = await policyById(tx, id);
  if (!row) throw notFound();
  const hypothesis = hypothesisOf(row);
  const { comparison, outcomes, startsOn, decidesOn } = hypothesis;
  const weeks = startsOn && decidesOn ? whereNow(startsOn, decidesOn, startsOn).decision : null;
  const today = await todayOf(tx);
  const start = startsOn && startsOn < today ? startsOn : today;
  const subjects = await subjectsOf(tx, viewer, hypothesis);
  if (!comparison) {
    const told = outcomes.map((each) => ({
      ...{ ...describe(each, subjects), sizeThatMatters: Number(each.sizeThatMatters) },
      ...{ smallest: null, teams: 0, weeks: 0, byTeams: [], twiceTheWeeks: null, alone: null },
    }));
    return { design: null, canTell: false, teams: { covered: 0, others: 0 }, weeks, outcomes: told };
  }
  const units = await unitsAsWritten(tx, id, hypothesis, comparison, start);
  const teams = sizesOf(comparison, units);
  const rows = await historyOf(tx, hypothesis, units, start);
  const bySeries = Map.groupBy(rows, ({ series }) => series);
  const design = designAsWritten(comparison);
  const { smallestTold } = await import("../panel/could-tell.ts");
  const found = outcomes.map((each) => ({
    ...{ ...describe(each, subjects), sizeThatMatters: Number(each.sizeThatMatters) },
    ...told(bySeries.get(each.id) ?? [], comparison, smallestTold, {
      ...{ teams, weeks: weeks ?? USUAL_WEEKS, outcomes: outcomes.length },
    }),
  }));
  const isEnough = areEnough(teams, design, Math.max(1, outcomes.length));
  const isUnknown = found.length > 0 && found.every(({ smallest }) => smallest === null) && !describesOnly(design);
  return {
    ...{ design: comparison.kind, canTell: isEnough && isUnknown ? null : isEnough, teams, weeks },
    outcomes: found,
  };
}

/** As if it began on a day: whom it would cover; where teams will be drawn, the lot falls somehow. */
async function unitsAsWritten(
  tx: Tx,
  id: string,
  hypothesis: Hypothesis,
  comparison: Comparison,
  startsOn: string,
): Promise<Units> {
  const arms = armsAtSeal(hypothesis, id);
  const scopes = scopesAtSeal(id, { ...hypothesis, startsOn }, arms);
  return unitsOf({ comparison, startsOn }, arms, scopes, await peopleNow(tx, startsOn));
}

function sizesOf(comparison: Comparison, { arms }: Units): Size["teams"] {
  if (comparison.kind !== "randomised-by-team") return { covered: arms.covered.length, others: arms.others.length };
  const all = arms.covered.length + arms.others.length;
  const covered = Math.min(comparison.draw, all);
  return { covered, others: all - covered };
}

async function historyOf(tx: Tx, hypothesis: Hypothesis, units: Units, start: string): Promise<SeriesRow[]> {
  const span = { start, from: shifted(start, -7 * WEEKS_BEFORE), to: shifted(start, -1) };
  const reported = await reportedFor(tx, hypothesis.outcomes, [...units.unitOf.keys()], span);
  return rowsOf({ ...hypothesis, units, reported });
}

function designAsWritten(comparison: Comparison): Design {
  if (comparison.kind === "randomised-on-and-off")
    return { kind: comparison.kind, blocks: { start: 0, ...comparison }, firstOn: new Map() };
  if (comparison.kind === "randomised-by-team")
    return { kind: comparison.kind, start: 0, drawn: { covered: [], others: [] } };
  return comparison.kind === "survey" ? { kind: comparison.kind } : { kind: comparison.kind, start: 0 };
}

/** Teams on each side that the curve is drawn for. */
const curve = [2, 3, 4, 5, 6, 8, 10, 12, 15, 20];

function told(
  rows: readonly SeriesRow[],
  comparison: Comparison,
  smallestTold: typeof import("../panel/could-tell.ts").smallestTold,
  { teams, weeks, outcomes }: Pick<Size, "teams" | "outcomes"> & { weeks: number },
) {
  const before = new Set(rows.map(({ week }) => week)).size;
  const blocks = comparison.kind === "randomised-on-and-off" ? comparison : undefined;
  const smallest = (size: Partial<Size> = {}) =>
    smallestTold(rows, comparison.kind, {
      ...{ teams, weeks: { before, after: weeks }, outcomes },
      ...(blocks ? { blocks } : {}),
      ...size,
    });
  return {
    smallest: smallest(),
    teams: new Set(rows.map(({ team }) => team)).size,
    weeks: before,
    byTeams: curve.flatMap((each) => {
      const found = smallest({ teams: { covered: each, others: each } });
      return found === null ? [] : [{ teams: each, smallest: found }];
    }),
    twiceTheWeeks: blocks
      ? smallest({ blocks: { ...blocks, pairs: 2 * blocks.pairs } })
      : smallest({ weeks: { before, after: 2 * weeks } }),
    alone: outcomes > 1 ? smallest({ outcomes: 1 }) : null,
  };
}
