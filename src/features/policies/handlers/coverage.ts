import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { keeps as keepsPromises } from "../../../platform/http/keeps.ts";
import { notFound } from "../../../platform/refusals.ts";
import { policies as contract } from "../contract.ts";
import { holdsOn, laterOf } from "../covered.ts";
import { comparedWith, isArrangement, type Scope } from "../hypothesis.ts";
import { membersIn, type People } from "../people.ts";
import { armsOfPolicy, scopeRows } from "../queries/coverage.ts";
import { namesOf } from "../queries/named.ts";
import { hypothesisOf, type PolicyRow, policyById } from "../queries/policies.ts";
import { presentException } from "./exceptions.ts";
import { keeps, todayOf } from "./presenting.ts";
import { peopleOn, standingOn } from "./standing.ts";

const os = keepsPromises(contract).policyCoverage;

export const coverage = os.router({
  mine: os.mine.handler(({ input, context }) =>
    context.read(async (tx) => {
      const { memberId } = context.viewer;
      const day = input.day ?? (await todayOf(tx));
      const { policies, exceptions, people, covered, holds } = await standingOn(tx, day, memberId);
      const covering = policies.filter(({ id }) => covered.get(id)?.has(memberId));
      const rows = await scopeRows(tx, null);
      const wouldCover = (policyId: string) =>
        rows.some((row) => row.policyId === policyId && holdsOn(row, day) && membersIn(row, people).includes(memberId));
      const letOut = exceptions.filter(
        (each) => each.memberId === memberId && holdsOn(each, day) && wouldCover(each.policyId),
      );
      const policyOf = (id: string) => policies.find((each) => each.id === id) as PolicyRow;
      const arrangement = holds.get(memberId);
      return {
        day,
        arrangement: arrangement === undefined ? null : presentCovering(policyOf(arrangement)),
        rules: covering.filter(({ kind }) => !isArrangement(kind)).map(presentCovering),
        exceptions: await Promise.all(
          letOut.map(async (exception) => ({
            policy: presentCovering(policyOf(exception.policyId)),
            exception: presentException(context.viewer, exception, false),
          })),
        ),
      };
    }),
  ),

  of: os.of.handler(({ input, context }) =>
    context.read(async (tx) => {
      const row = await policyById(tx, input.id);
      if (!row) throw notFound();
      const day = input.day ?? laterOf(await todayOf(tx), row.startsOn ?? "");
      return row.sealed ? presentSealed(tx, context.viewer, row, day) : presentDraft(tx, context.viewer, row, day);
    }),
  ),
});

function presentCovering({ id, kind, title, words, decidesOn }: PolicyRow) {
  const office = { days: words.office.days, weekdays: [...words.office.weekdays] as "1"[] };
  return { id, kind, title, rule: words.rule, office, decidesOn: decidesOn as string };
}

async function presentSealed(tx: Tx, viewer: Viewer, row: PolicyRow, day: string) {
  const { exceptions, people, covered, twice, policies } = await standingOn(tx, day);
  const members = covered.get(row.id) ?? new Set<string>();
  const arms = await armsOfPolicy(tx, row.id);
  const compared = arms.filter(({ arm }) => arm !== "covered").map(({ teamId }) => teamId);
  const mine = await keeps(tx, viewer, row);
  const doubled = mine ? twiceCovered(row.id, members, twice, covered, policies) : [];
  const rows = (await scopeRows(tx, row.id)).filter((each) => holdsOn(each, day));
  const inScope = new Set(rows.flatMap((each) => membersIn(each, people)));
  const letOut = exceptions.filter(
    (each) => each.policyId === row.id && holdsOn(each, day) && inScope.has(each.memberId),
  );
  const bySite = rows.some(({ siteIds }) => siteIds.length > 0);
  const shown = { day, members, compared, people, excepted: letOut.length, doubled, bySite };
  return presentCoverage(tx, viewer, mine, shown);
}

/** Of a draft: whom it would cover, and with whom it would be compared; whom the lot will cover nobody knows. */
async function presentDraft(tx: Tx, viewer: Viewer, row: PolicyRow, day: string) {
  const { scope, comparison } = hypothesisOf(row);
  const people = await peopleOn(tx, day);
  const shown = {
    day,
    members: new Set(membersIn(scope, people)),
    compared: comparedWith(comparison),
    people,
    excepted: 0,
    doubled: [],
    bySite: scope.siteIds.length > 0,
  };
  return presentCoverage(tx, viewer, await keeps(tx, viewer, row), shown);
}

/** As many as anybody reads; the count says how many there are. */
const mostNames = 500;
/** Where home sites decide, the count is told to everybody from so many on: fewer would tell whose home a site is. */
const fewestBySite = 5;
const byName = new Intl.Collator("en");

interface Shown {
  day: string;
  members: ReadonlySet<string>;
  compared: readonly string[];
  people: People;
  excepted: number;
  doubled: { memberId: string; id: string; title: string }[];
  /** Whether home sites decide whom it covers. */
  bySite: boolean;
}

async function presentCoverage(tx: Tx, viewer: Viewer, mine: boolean, shown: Shown) {
  const { day, members, compared, people, excepted, doubled } = shown;
  const mayTell = mine || !shown.bySite;
  const everyone: Scope = { teamIds: [], exceptTeamIds: [], siteIds: [], roles: [] };
  const others = compared.length === 0 ? [] : membersIn({ ...everyone, teamIds: compared }, people);
  const teams = mayTell ? teamCounts(members, people) : new Map<string, TeamCount>();
  const isKnown = (id: string) => mine || id === viewer.memberId || (mayTell && isLedBy(viewer, id, people));
  const known = [...members].filter(isKnown);
  const names = await namesOf(tx, [...teams.keys(), ...known, ...doubled.map(({ memberId }) => memberId)]);
  const named = (of: "teams" | "members", id: string) => ({ id, name: names[of].get(id) ?? "" });
  return {
    day,
    covered: mayTell || members.size >= fewestBySite ? members.size : null,
    excepted: mayTell ? excepted : null,
    others: mayTell ? others.filter((id) => !members.has(id)).length : null,
    everybody: membersIn(everyone, people).length,
    // A team that is gone has no name any more.
    teams: inOrder([...teams].map(([id, counts]) => ({ ...named("teams", id), ...counts }))).filter(({ name }) => name),
    people: inOrder(known.map((id) => named("members", id))).slice(0, mostNames),
    twice: doubled.map(({ memberId, ...policy }) => ({ member: named("members", memberId), policy })),
  };
}

interface TeamCount {
  covered: number;
  members: number;
}

function teamCounts(members: ReadonlySet<string>, { members: all, belongs }: People): Map<string, TeamCount> {
  const teams = new Map<string, TeamCount>();
  for (const [memberId, of] of belongs) {
    const member = all.get(memberId);
    if (!member?.here || member.role === "guest") continue;
    for (const team of of) {
      const counts = teams.get(team) ?? { covered: 0, members: 0 };
      teams.set(team, { covered: counts.covered + Number(members.has(memberId)), members: counts.members + 1 });
    }
  }
  return new Map([...teams].filter(([, { covered }]) => covered > 0));
}

function isLedBy({ leads }: Viewer, memberId: string, { belongs }: People): boolean {
  return [...(belongs.get(memberId) ?? [])].some((team) => leads.includes(team));
}

/** Whom another arrangement covers too, with the other one. */
function twiceCovered(
  policyId: string,
  members: ReadonlySet<string>,
  twice: readonly { memberId: string; policyId: string }[],
  covered: ReadonlyMap<string, ReadonlySet<string>>,
  policies: readonly PolicyRow[],
) {
  const doubled = new Set(twice.map(({ memberId }) => memberId));
  return [...members].flatMap((memberId) => {
    if (!doubled.has(memberId)) return [];
    const others = policies.filter(
      ({ id, kind }) => id !== policyId && isArrangement(kind) && covered.get(id)?.has(memberId),
    );
    return others.map(({ id, title }) => ({ memberId, id, title }));
  });
}

function inOrder<Row extends { name: string; id: string }>(rows: readonly Row[]): Row[] {
  return rows.toSorted((one, other) => byName.compare(one.name, other.name) || one.id.localeCompare(other.id));
}
