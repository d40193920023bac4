/** What stands behind the alignment index of a cycle: the list of gaps, and the rows that each part counts. */
import { type Decimal, exact, measureOf } from "../okrs/public.ts";
import { energyInPeople } from "./counts.ts";
import { type Gap, gaps, type Picture } from "./gaps.ts";
import { type MissingToMeasure, missingToMeasure } from "./measurable.ts";
import { pullOf } from "./opposing.ts";

type Place = ["objective" | "key-result" | "imperative", string, string | null];

/** As it was read: what is private is not among it. */
export interface ExplainedGiven {
  objectives: readonly {
    id: string;
    title: string;
    level: "company" | "team" | "personal";
    teamId: string | null;
    ownerId: string | null;
    upkeep: boolean;
    energy: Decimal | null;
    version: number;
    counted: boolean;
    leaf: boolean;
    headcount: number;
    reach: readonly string[];
    links: readonly Place[];
  }[];
  keyResults: readonly {
    id: string;
    objectiveId: string;
    ownerId: string | null;
    title: string;
    unit: string;
    source: string;
    type: string;
    startValue: Decimal | null;
    targetValue: Decimal | null;
    operator: string | null;
    valued: boolean;
    progressed: boolean;
  }[];
  teams: readonly { id: string; name: string; parentId: string | null }[];
  members: readonly (readonly [id: string, name: string, teamIds: readonly string[]])[];
  dependencies: readonly (Picture["dependencies"][number] & { title: string; reason: string; version: number })[];
  imperatives: readonly { id: string; statement: string }[];
  archived: readonly { id: string; statement: string }[];
}

/** What decides who may mend it. */
export interface Keeper {
  level: "company" | "team" | "personal";
  ownerId: string | null;
  teamId: string | null;
}

export interface Entry {
  /** Where it stands in the list: kind, most people first, then what it is about. */
  position: [kind: number, people: number, key: string];
  gap: Gap;
  subjects: Subject[];
  more: number;
  people: Decimal | null;
  version: number | null;
  keeper: Keeper | null;
  /** Teams it concerns, and objectives it names, by themselves or by a key result. */
  teams: ReadonlySet<string>;
  objectives: ReadonlySet<string>;
}

export interface Subject {
  kind: Gap["subjects"][number]["kind"];
  id: string;
  title: string;
  teamId: string | null;
  objectiveId: string | null;
}

export interface LeafRow {
  id: string;
  title: string;
  teamId: string | null;
  energy: Decimal | null;
  people: Decimal | null;
  upkeep: boolean;
  reach: readonly string[];
  headcount: number;
  version: number;
  keeper: Keeper;
}

/** A key result that does not count as measurable. */
export interface UnmeasuredRow {
  id: string;
  title: string;
  objectiveId: string;
  teamId: string | null;
  missing: MissingToMeasure;
}

export interface Explained {
  entries: Entry[];
  leaves: LeafRow[];
  unmeasured: UnmeasuredRow[];
  teams: Map<string, { id: string; name: string; parentId: string | null; members: number }>;
  /** How many there are, and how many of them stand in the list as nobody's or without a line. */
  coverage: Record<"imperatives" | "teams" | "members", { all: number; without: number }>;
}

/** In the order of the list. */
export const KINDS = [
  "orphan",
  "dead-end",
  "nothing-beneath",
  "idle-imperative",
  "dependency-pending",
  "dependency-declined",
  "dependency-late",
  "opposing",
  "team-without-line",
  "member-without-line",
] as const satisfies readonly Gap["kind"][];

/** Most subjects that an entry names; the rest are counted. */
const named = 6;

/** Everything once for all who may see it; what a viewer may do about it is added when it is answered. */
export function explained(given: ExplainedGiven, today: string): Explained {
  const headcounts = membersWithin(given);
  const populated = given.teams.filter(({ id }) => (headcounts.get(id) ?? 0) > 0);
  const lookUp = subjectsOf(given);
  const entries = gaps(pictureOf(given, populated), today).map((gap) => entryOf(gap, lookUp));
  return {
    entries: entries.sort(byPosition),
    leaves: given.objectives.filter(({ counted, leaf }) => counted && leaf).map(leafRow),
    unmeasured: given.keyResults.flatMap(({ id, title, objectiveId, ownerId, ...how }) => {
      const missing = missingToMeasure({ owned: ownerId !== null, ...how });
      const teamId = lookUp.objectives.get(objectiveId)?.teamId ?? null;
      return missing ? [{ id, title, objectiveId, teamId, missing }] : [];
    }),
    teams: new Map(given.teams.map((team) => [team.id, { ...team, members: headcounts.get(team.id) ?? 0 }])),
    coverage: {
      imperatives: { all: given.imperatives.length, without: countOf(entries, "idle-imperative") },
      teams: { all: populated.length, without: countOf(entries, "team-without-line") },
      members: { all: given.members.length, without: countOf(entries, "member-without-line") },
    },
  };
}

/** How many entries of a kind there are. */
export function countOf(entries: readonly Pick<Entry, "gap">[], kind: Gap["kind"]): number {
  return entries.filter(({ gap }) => gap.kind === kind).length;
}

export function byPosition({ position: one }: Pick<Entry, "position">, { position: other }: Pick<Entry, "position">) {
  return one[0] - other[0] || other[1] - one[1] || (one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : 0);
}

/** A team with every team below it. */
export function teamWithBelow(teams: Explained["teams"], teamId: string): Set<string> {
  const within = (id: string | null): boolean =>
    id !== null && (id === teamId || within(teams.get(id)?.parentId ?? null));
  return new Set([...teams.keys()].filter(within));
}

function pictureOf(given: ExplainedGiven, teams: ExplainedGiven["teams"]): Picture {
  const teamOf = new Map(given.objectives.map(({ id, teamId }) => [id, teamId]));
  const objectiveOf = new Map<string, string>(given.keyResults.map(({ id, objectiveId }) => [id, objectiveId]));
  for (const { links } of given.objectives)
    for (const [kind, id, above] of links) if (kind === "key-result" && above !== null) objectiveOf.set(id, above);
  return {
    objectives: given.objectives.map((each) => ({ ...each, private: false })),
    keyResults: given.keyResults.map((each) => ({
      id: each.id,
      objectiveId: each.objectiveId,
      ownerId: each.ownerId,
      title: each.title,
      unit: each.unit,
      teamId: teamOf.get(each.objectiveId) ?? null,
      pull: pullOf(measureOf({ ...each, riskLimit: null, lowValue: null, highValue: null, milestones: [] })),
      metric: isAddress(each.source) ? each.source : null,
    })),
    graph: {
      objectiveOf,
      parentsOf: new Map(given.objectives.map(({ id, links }) => [id, links.map(([kind, to]) => ({ kind, id: to }))])),
    },
    reach: new Map(given.objectives.map(({ id, reach }) => [id, reach])),
    imperatives: given.imperatives,
    teams,
    members: given.members.map(([id, , teamIds]) => ({ id, teamIds })),
    dependencies: given.dependencies,
  };
}

/** Words such as "product data, weekly" are the source of many a metric; an address is that of one. */
function isAddress(source: string): boolean {
  return /^https?:\/\//.test(source);
}

function leafRow(each: ExplainedGiven["objectives"][number]): LeafRow {
  const { id, title, teamId, upkeep, reach, headcount, version } = each;
  const energy = each.energy === null ? null : exact(each.energy).toString();
  const people = energyInPeople({ headcount, energy });
  return { id, title, teamId, energy, upkeep, reach, headcount, version, people, keeper: keeperOf(each) };
}

function keeperOf({ level, ownerId, teamId }: Keeper): Keeper {
  return { level, ownerId, teamId };
}

function entryOf(gap: Gap, lookUp: LookUp): Entry {
  const [first] = gap.subjects;
  const objective = first?.kind === "objective" ? lookUp.objectives.get(first.id) : undefined;
  const dependency = first?.kind === "dependency" ? lookUp.dependencies.get(first.id) : undefined;
  const subjects = gap.subjects.slice(0, named).map((subject) => lookUp.subject(subject));
  const people = objective ? energyInPeople(objective) : null;
  const key = `${gap.kind} ${gap.subjects
    .map(({ id }) => id)
    .slice(0, 2)
    .join(" ")}`;
  const values = dependency ? { ...gap.values, reason: dependency.reason, state: dependency.state } : gap.values;
  return {
    position: [KINDS.indexOf(gap.kind), Number(people ?? 0), key],
    gap: { ...gap, values },
    subjects,
    more: gap.subjects.length - subjects.length,
    people,
    version: objective?.version ?? dependency?.version ?? null,
    keeper: objective ? keeperOf(objective) : null,
    teams: new Set(gap.subjects.flatMap(lookUp.teamsOf)),
    objectives: new Set(gap.subjects.flatMap(lookUp.objectivesOf)),
  };
}

type LookUp = ReturnType<typeof subjectsOf>;

function subjectsOf(given: ExplainedGiven) {
  const objectives = new Map(given.objectives.map((each) => [each.id, each]));
  const keyResults = new Map(given.keyResults.map((each) => [each.id, each]));
  const members = new Map(given.members.map((each) => [each[0], each]));
  const dependencies = new Map(given.dependencies.map((each) => [each.id, each]));
  const titles = new Map([
    ...given.teams.map(({ id, name }) => [id, name] as const),
    ...[...given.imperatives, ...given.archived].map(({ id, statement }) => [id, statement] as const),
  ]);
  const subject = ({ kind, id }: Gap["subjects"][number]): Subject => {
    const keyResult = keyResults.get(id);
    const objective = objectives.get(keyResult?.objectiveId ?? id);
    const title =
      keyResult?.title ?? objective?.title ?? titles.get(id) ?? members.get(id)?.[1] ?? dependencies.get(id)?.title;
    const teamId = objective?.teamId ?? members.get(id)?.[2][0] ?? null;
    return { kind, id, title: title ?? "", teamId, objectiveId: keyResult?.objectiveId ?? null };
  };
  const teamsOf = (about: Gap["subjects"][number]): string[] => {
    if (about.kind === "team") return [about.id];
    if (about.kind === "member") return [...(members.get(about.id)?.[2] ?? [])];
    const { teamId } = subject(about);
    return teamId === null ? [] : [teamId];
  };
  const objectivesOf = ({ id }: Gap["subjects"][number]) =>
    objectives.get(keyResults.get(id)?.objectiveId ?? id)?.id ?? [];
  return { objectives, dependencies, subject, teamsOf, objectivesOf };
}

/** Team → how many members it and the teams below it have, each once. */
function membersWithin({ teams, members }: ExplainedGiven): Map<string, number> {
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const [, , teamIds] of members) {
    const above = new Set<string>();
    for (const team of teamIds)
      for (let at: string | null = team; at !== null && !above.has(at); at = parentOf.get(at) ?? null) above.add(at);
    for (const team of above) counts.set(team, (counts.get(team) ?? 0) + 1);
  }
  return counts;
}
