import { Temporal } from "temporal-polyfill";
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { plain } from "../../okrs/public.ts";
import { comparedWith, type Hypothesis, isArrangement, type Measure } from "../hypothesis.ts";
import { idsOf, measuredIn, namedIn } from "../named.ts";
import { mayKeep, policyCan } from "../permissions.ts";
import { armsOfPolicy } from "../queries/coverage.ts";
import { type Names, namesOf, type SubjectRow, subjectRows } from "../queries/named.ts";
import { amendmentsOf, type DecisionRow, decisionsOf } from "../queries/past.ts";
import { organisationZone } from "../queries/people.ts";
import { hypothesisOf, type PolicyRow, policyAfter, policyById } from "../queries/policies.ts";
import { hasRight } from "../queries/rights.ts";
import { stateOf } from "../state.ts";
import { whatKeepsFromSealing } from "./checking.ts";

/** The day in the organisation's zone. */
export async function todayOf(tx: Tx): Promise<string> {
  return Temporal.Instant.from(tx.now.toString())
    .toZonedDateTimeISO(await organisationZone(tx))
    .toPlainDate()
    .toString();
}

export async function keeps(tx: Tx, { memberId, role }: Viewer, policy: { ownerId: string }): Promise<boolean> {
  return mayKeep({ memberId, role, hasRight: await hasRight(tx, memberId) }, policy);
}

export async function presentPolicy(tx: Tx, viewer: Viewer, id: string) {
  const row = await policyById(tx, id);
  if (!row) throw notFound();
  const today = await todayOf(tx);
  const [next, mine] = [await policyAfter(tx, id), await keeps(tx, viewer, row)];
  const now = hypothesisOf(row);
  const dictionary = await dictionaryOf(tx, viewer, row.sealed ? [now, row.sealed] : [now]);
  const amendments = await amendmentsOf(tx, id);
  return {
    ...inList(row, today),
    ...inWords(now, dictionary),
    sealed: row.sealed && (await presentSeal(tx, row, row.sealed, dictionary)),
    amendments: amendments.map(({ memberId, memberName, body_hash: _, ...each }) => ({
      ...each,
      by: { id: memberId, name: memberName },
    })),
    decisions: (await decisionsOf(tx, id)).map(presentDecision),
    // It may name whom another arrangement covers, so it is told to who keeps the policy alone.
    toSeal: row.sealed || !mine ? [] : await whatKeepsFromSealing(tx, viewer, row, today),
    previous: row.previousId === null ? null : { id: row.previousId, title: row.previousTitle ?? "" },
    next: next ? { id: next.id, title: next.title, state: inList(next, today).state } : null,
    createdAt: row.createdAt,
    can: policyCan(mine, { isSealed: row.sealed !== null, decision: row.decision }),
  };
}

async function presentSeal(tx: Tx, row: PolicyRow, sealed: Hypothesis, dictionary: Dictionary) {
  const arms = await armsOfPolicy(tx, row.id);
  return {
    at: row.sealedAt as string,
    by: { id: row.sealedBy as string, name: row.sealedByName ?? "" },
    as: inWords(sealed, dictionary),
    lot: { seed: row.seed, teams: arms.map(({ teamId, ...arm }) => ({ id: teamId, ...arm, firstOn: listOf(arm) })) },
  };
}

function listOf({ firstOn }: { firstOn: readonly boolean[] | null }): boolean[] | null {
  return firstOn && [...firstOn];
}

/** A policy as lists show it. */
export function inList(row: PolicyRow, today: string) {
  const { id, kind, title, startsOn, decidesOn, decision, version, updatedAt, words } = row;
  return {
    id,
    kind,
    isArrangement: isArrangement(kind),
    title,
    rule: words.rule,
    state: stateOf({ isSealed: row.sealed !== null, startsOn, decidesOn, decision }, today),
    owner: { id: row.ownerId, name: row.ownerName },
    startsOn,
    decidesOn,
    lastDay: row.lastDay,
    comparison: words.comparison?.kind ?? null,
    version,
    updatedAt,
  };
}

export function presentDecision({ memberId, memberName, policyId: _, ...decision }: DecisionRow) {
  return { ...decision, by: { id: memberId, name: memberName } };
}

interface Dictionary {
  names: Names;
  subjects: Map<string, SubjectRow>;
}

async function dictionaryOf(tx: Tx, viewer: Viewer, hypotheses: readonly Hypothesis[]): Promise<Dictionary> {
  const subjects = await subjectRows(tx, viewer, hypotheses.flatMap(measuredIn));
  const names = await namesOf(tx, hypotheses.flatMap(namedIn));
  return { names, subjects: new Map(subjects.map((row) => [row.id, row])) };
}

/** A hypothesis with the names of what it names; what is not there for the viewer leaves no trace. */
function inWords(of: Hypothesis, { names, subjects }: Dictionary) {
  const { imperativeIds, ownerId, scope, comparison, ...rest } = of;
  const measured = (measure: Measure) => ({
    kind: measure.kind,
    subjects: idsOf(measure).flatMap((id) => presentSubject(subjects.get(id))),
    question: measure.kind === "pulse-question" ? (measure.question as "see-my-line") : null,
    reads: measure.kind === "check-ins" ? measure.reads : null,
  });
  return {
    ...rest,
    office: { days: of.office.days, weekdays: [...of.office.weekdays] },
    owner: { id: ownerId, name: names.members.get(ownerId) ?? "" },
    imperatives: named(imperativeIds, names.imperatives).map(({ id, name }) => ({ id, statement: name })),
    scope: {
      teams: named(scope.teamIds, names.teams),
      exceptTeams: named(scope.exceptTeamIds, names.teams),
      sites: named(scope.siteIds, names.sites),
      roles: scope.roles as ("owner" | "admin" | "champion" | "member")[],
    },
    outcomes: of.outcomes.map((each) => ({ ...each, measure: measured(each.measure) })),
    guardrails: of.guardrails.map((each) => ({ ...each, measure: measured(each.measure) })),
    comparison: comparison && {
      ...{ draw: null, othersFrom: null, weeksEach: null, pairs: null, wearingOff: null },
      ...comparison,
      teamIds: undefined,
      teams: named(comparedWith(comparison), names.teams),
    },
  };
}

function presentSubject(row: SubjectRow | undefined) {
  if (!row) return [];
  const { id, objectiveId, title, teamId, teamName, unit, decimals, current } = row;
  const team = teamId === null ? null : { id: teamId, name: teamName ?? "" };
  return [{ id, objectiveId, title, team, unit, decimals, current: current === null ? null : plain(current) }];
}

function named(ids: readonly string[], names: ReadonlyMap<string, string>) {
  return ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
}
