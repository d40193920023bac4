import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { scopesAtSeal } from "../drawn.ts";
import { comparedWith, type Hypothesis, isArrangement, isDrawn, type Measure, type Problem } from "../hypothesis.ts";
import { idsOf, measuredIn, namedIn } from "../named.ts";
import { knownIds, type SubjectRow, subjectRows } from "../queries/named.ts";
import { peopleNow } from "../queries/people.ts";
import { hypothesisOf, type PolicyRow } from "../queries/policies.ts";
import { contradictions, toSeal } from "../to-seal.ts";
import { arrangementsBeside, clashProblem } from "./clashes.ts";

const listed = "Choose one of those that are listed.";

/**
 * What is wrong with a draft whatever else it lacks: dates reversed, and ids of nothing or of what not everybody may see;
 * these in the fields that were written alone, for what was there may have gone since.
 */
export async function wrongIn(
  tx: Tx,
  viewer: Viewer,
  draft: Hypothesis,
  written: readonly string[],
): Promise<Problem[]> {
  const named = [...(await wrongNames(tx, draft)), ...(await wrongMeasures(tx, viewer, draft))];
  const isWritten = ({ field }: Problem) => written.includes(field.split(".")[0] as string);
  return [...named.filter(isWritten), ...contradictions(draft)];
}

async function wrongNames(tx: Tx, draft: Hypothesis): Promise<Problem[]> {
  const known = await knownIds(tx, namedIn(draft));
  const unknown = (ids: readonly string[], there: ReadonlySet<string>, field: string, what: string): Problem[] =>
    ids.flatMap((id, at) =>
      there.has(id) ? [] : [{ field: `${field}.${at}`, expected: `${what} of this organisation`, todo: listed }],
    );
  const { scope, comparison, imperativeIds, ownerId } = draft;
  const owner = { field: "ownerId", expected: "a member who is here and no guest", todo: "Choose another owner." };
  return [
    ...(known.members.has(ownerId) ? [] : [owner]),
    ...unknown(imperativeIds, known.imperatives, "imperativeIds", "an imperative"),
    ...unknown(scope.teamIds, known.teams, "scope.teamIds", "a team"),
    ...unknown(scope.exceptTeamIds, known.teams, "scope.exceptTeamIds", "a team"),
    ...unknown(scope.siteIds, known.sites, "scope.siteIds", "a site"),
    ...unknown(comparedWith(comparison), known.teams, "comparison.teamIds", "a team"),
  ];
}

async function wrongMeasures(tx: Tx, viewer: Viewer, draft: Hypothesis): Promise<Problem[]> {
  const subjects = new Map((await subjectRows(tx, viewer, measuredIn(draft))).map((row) => [row.id, row]));
  const { outcomes, guardrails } = draft;
  return [
    ...repeated(outcomes, "outcomes"),
    ...repeated(guardrails, "guardrails"),
    ...outcomes.flatMap(({ measure }, at) => wrongMeasure(measure, `outcomes.${at}.measure.ids`, subjects)),
    ...guardrails.flatMap(({ measure }, at) => wrongMeasure(measure, `guardrails.${at}.measure.ids`, subjects)),
  ];
}

function repeated(all: readonly { id: string }[], field: string): Problem[] {
  const ids = all.map(({ id }) => id);
  return ids.flatMap((id, at) =>
    ids.indexOf(id) === at
      ? []
      : [{ field: `${field}.${at}.id`, expected: "an id of its own", todo: "Make a new one." }],
  );
}

/** One that is private to somebody, the writer too, is refused like one that is not there. */
function wrongMeasure(measure: Measure, field: string, subjects: ReadonlyMap<string, SubjectRow>): Problem[] {
  const kind = measure.kind === "key-results" ? "key-result" : "health-metric";
  const what = kind === "key-result" ? "a key result" : "a health metric";
  const open = idsOf(measure).map((id) => {
    const row = subjects.get(id);
    return row && row.kind === kind && !row.private ? row : null;
  });
  const unit = open[0]?.unit;
  return open.flatMap((row, at) => {
    const here = `${field}.${at}`;
    if (!row) return [{ field: here, expected: `${what} that every member may see`, todo: listed }];
    if (!row.isNumber) {
      return [{ field: here, expected: `${what} that is reported as a number`, todo: "Choose one with a value." }];
    }
    if (row.unit === unit) return [];
    return [{ field: here, expected: `the unit of the first, ${unit || "none"}`, todo: "Make two outcomes of them." }];
  });
}

/** All that keeps a draft from being sealed today, in the words in which sealing refuses. */
export async function whatKeepsFromSealing(tx: Tx, viewer: Viewer, row: PolicyRow, today: string): Promise<Problem[]> {
  const draft = hypothesisOf(row);
  const people = await peopleNow(tx, today);
  const problems = [...(await wrongIn(tx, viewer, draft, Object.keys(draft))), ...toSeal(draft, today, people)];
  const once = problems.filter(({ field }, at) => problems.findIndex((each) => each.field === field) === at);
  if (once.length > 0 || !isArrangement(draft.kind)) return once;
  const asIfDrawn = isDrawn(draft.comparison) ? everyTeam(row.id, draft) : scopesAtSeal(row.id, draft, []);
  const beside = await arrangementsBeside(tx, row);
  return clashProblem(tx, "scope", asIfDrawn, beside, people);
}

/** Before the lot falls any team could be covered, so all of them must be free. */
function everyTeam(policyId: string, { scope, startsOn }: Hypothesis) {
  return [{ policyId, from: startsOn as string, to: null, ...scope }];
}
