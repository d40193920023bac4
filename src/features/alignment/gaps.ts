/** The list that explains the alignment index: every place where the line breaks, each with the step that mends it. */
import { lineOfSight, type Place, parentsOf, type SupportGraph } from "../okrs/public.ts";
import { type Candidate, closestParents } from "./closest-parent.ts";
import { coverage } from "./coverage.ts";
import { type DependencyState, openness } from "./dependency.ts";
import { type Opposing, opposing, type Pulling } from "./opposing.ts";
import { childrenIn, type Reach } from "./reach.ts";

export interface Picture {
  objectives: readonly PicturedObjective[];
  keyResults: readonly (Pulling & { objectiveId: string; ownerId: string | null })[];
  graph: SupportGraph;
  reach: ReadonlyMap<string, Reach>;
  /** Active ones. */
  imperatives: readonly { id: string; statement: string }[];
  /** Teams with somebody in them or beneath them. */
  teams: readonly { id: string; parentId: string | null }[];
  members: readonly { id: string; teamIds: readonly string[] }[];
  dependencies: readonly { id: string; state: DependencyState; dueOn: string; fromTeamId: string; onTeamId: string }[];
}

export interface PicturedObjective {
  id: string;
  title: string;
  teamId: string | null;
  ownerId: string | null;
  upkeep: boolean;
  /** Never told of, whoever asks (PRODUCT: "private objectives"). */
  private: boolean;
  /** In the cycle and active. Others are there because links lead through them. */
  counted: boolean;
}

export interface Gap {
  kind: GapKind;
  /** What it is about, first what the remedy acts on. */
  subjects: { kind: "objective" | "key-result" | "imperative" | "team" | "member" | "dependency"; id: string }[];
  /** Numbers, ids and keys for the sentence. */
  values: Record<string, string | number | boolean | null>;
  remedy: Remedy;
}

export type GapKind =
  | "orphan"
  | "nothing-beneath"
  | "dead-end"
  | "idle-imperative"
  | "dependency-pending"
  | "dependency-declined"
  | "dependency-late"
  | "opposing"
  | "team-without-line"
  | "member-without-line";

/** The one step that is offered: link it to what is offered, or mark it upkeep; and so on. */
export type Remedy =
  | "link-or-mark-upkeep"
  | "draft-beneath-or-drop"
  | "link-the-end"
  | "draft-objective"
  | "ask-again"
  | "plan-without"
  | "talk"
  | "draft-team-objective"
  | "give-key-result";

/** Everything that breaks the line, in the order of the index: what is not linked first, who is not covered last. */
export function gaps(picture: Picture, today: string): Gap[] {
  const open = withoutPrivate(picture);
  return [
    ...orphans(open),
    ...deadEnds(open),
    ...nothingBeneath(open),
    ...idleImperatives(open),
    ...dependencies(open, today),
    ...opposing(open.keyResults).map(asGap),
    ...withoutLine(open),
  ];
}

/** Leaves out private objectives with their key results: not a count, not an id of them goes further. */
function withoutPrivate(picture: Picture): Picture {
  const hidden = new Set(picture.objectives.filter((each) => each.private).map(({ id }) => id));
  if (hidden.size === 0) return picture;
  const { parentsOf: links, objectiveOf } = picture.graph;
  const isHidden = ({ kind, id }: Place) => hidden.has(kind === "key-result" ? (objectiveOf.get(id) ?? "") : id);
  const open = [...links].filter(([id]) => !hidden.has(id));
  return {
    ...picture,
    objectives: picture.objectives.filter(({ id }) => !hidden.has(id)),
    keyResults: picture.keyResults.filter(({ objectiveId }) => !hidden.has(objectiveId)),
    graph: {
      objectiveOf,
      parentsOf: new Map(open.map(([id, parents]) => [id, parents.filter((one) => !isHidden(one))])),
    },
  };
}

function isUnlinked({ reach }: Picture, { id, counted, upkeep }: PicturedObjective): boolean {
  return counted && !upkeep && (reach.get(id) ?? []).length === 0;
}

function orphans(picture: Picture): Gap[] {
  const { objectives, graph, teams, reach } = picture;
  const found = objectives.filter((each) => {
    return isUnlinked(picture, each) && parentsOf(graph, { kind: "objective", id: each.id }).length === 0;
  });
  const candidates: Candidate[] = [
    ...picture.imperatives.map(({ id, statement }) => ({
      kind: "imperative" as const,
      id,
      title: statement,
      teamId: null,
    })),
    ...objectives
      .filter(({ id, counted, upkeep }) => counted && !upkeep && (reach.get(id) ?? []).length > 0)
      .map(({ id, title, teamId }) => ({ kind: "objective" as const, id, title, teamId })),
  ];
  const parentTeamOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  // An orphan reaches nothing, so what stands beneath it may reach an imperative by another link only.
  const children = childrenIn(graph);
  const beneath = new Map(found.map(({ id }) => [id, everythingBeneath(children, id)]));
  const offered = closestParents(
    found,
    candidates,
    parentTeamOf,
    ({ id }, orphan) => beneath.get(orphan)?.has(id) ?? false,
  );
  return found.map(({ id }) => {
    const parent = offered.get(id) ?? null;
    return {
      kind: "orphan",
      subjects: [{ kind: "objective", id }, ...(parent ? [{ kind: parent.kind, id: parent.id }] : [])],
      values: {
        beneath: beneath.get(id)?.size ?? 0,
        likeness: parent?.likeness ?? null,
        teamsAbove: parent?.teamsAbove ?? null,
      },
      remedy: "link-or-mark-upkeep",
    };
  });
}

/** Lines that lead somewhere, but to no active imperative: one entry per end, with everything that ends there. */
function deadEnds(picture: Picture): Gap[] {
  const { objectives, graph } = picture;
  const ends = new Map<string, { end: Place; from: string[] }>();
  for (const objective of objectives) {
    const place: Place = { kind: "objective", id: objective.id };
    if (!isUnlinked(picture, objective) || parentsOf(graph, place).length === 0) continue;
    const end = lineOfSight(graph, place, () => false).at(-1) as Place;
    const known = ends.get(end.id) ?? { end, from: [] };
    ends.set(end.id, known);
    known.from.push(objective.id);
  }
  // Where the line ends at an orphan of this cycle, the orphan's entry counts them already.
  const isOrphan = new Set(objectives.filter((each) => isUnlinked(picture, each)).map(({ id }) => id));
  return [...ends.values()]
    .filter(({ end }) => end.kind !== "objective" || !isOrphan.has(end.id))
    .map(({ end, from }) => ({
      kind: "dead-end",
      subjects: [end, ...from.map((id) => ({ kind: "objective" as const, id }))],
      values: { count: from.length, endsAt: end.kind },
      remedy: "link-the-end",
    }));
}

/** Parents that nothing works on any more: no counted objective beneath them and no key result of their own. */
function nothingBeneath({ objectives, keyResults, graph }: Picture): Gap[] {
  const counted = new Set(objectives.filter((each) => each.counted).map(({ id }) => id));
  const measured = new Set(keyResults.map(({ objectiveId }) => objectiveId));
  const children = childrenIn(graph);
  return objectives.flatMap(({ id, counted: isCounted }): Gap[] => {
    const beneath = children.get(id) ?? [];
    if (!isCounted || beneath.length === 0 || measured.has(id) || beneath.some((child) => counted.has(child)))
      return [];
    const values = { ended: beneath.length };
    return [
      { kind: "nothing-beneath", subjects: [{ kind: "objective", id }], values, remedy: "draft-beneath-or-drop" },
    ];
  });
}

function idleImperatives({ imperatives, objectives, reach }: Picture): Gap[] {
  const worked = new Set(objectives.filter((each) => each.counted).flatMap(({ id }) => reach.get(id) ?? []));
  return imperatives
    .filter(({ id }) => !worked.has(id))
    .map(({ id }) => ({
      kind: "idle-imperative",
      subjects: [{ kind: "imperative", id }],
      values: {},
      remedy: "draft-objective",
    }));
}

function dependencies(picture: Picture, today: string): Gap[] {
  return picture.dependencies.flatMap(({ id, state, dueOn, fromTeamId, onTeamId }): Gap[] => {
    const open = openness({ state, dueOn }, today);
    if (open === null) return [];
    const remedy = open === "declined" ? "plan-without" : "ask-again";
    const subjects = [{ kind: "dependency", id } as const, team(fromTeamId), team(onTeamId)];
    return [{ kind: `dependency-${open}`, subjects, values: { dueOn, overdue: dueOn < today }, remedy }];
  });
}

function asGap({ up, down, why }: Opposing): Gap {
  const values: Gap["values"] =
    why.kind === "same-metric"
      ? { why: why.kind, metric: why.metric }
      : { why: why.kind, likeness: why.likeness, words: why.words.join(" ") };
  const subjects = [up, down].map((id) => ({ kind: "key-result" as const, id }));
  return { kind: "opposing", subjects, values, remedy: "talk" };
}

function withoutLine({ objectives, keyResults, reach, teams, members }: Picture): Gap[] {
  const counted = objectives.filter((each) => each.counted);
  const covered = coverage({ objectives: counted, keyResults, reach, teams, members });
  return [
    ...covered.teams
      .filter(({ line }) => line === "none")
      .map(({ id, objectives: count }): Gap => {
        return {
          kind: "team-without-line",
          subjects: [team(id)],
          values: { objectives: count },
          remedy: "draft-team-objective",
        };
      }),
    ...covered.members
      .filter(({ line }) => line === "none")
      .map(({ id }): Gap => {
        return {
          kind: "member-without-line",
          subjects: [{ kind: "member", id }],
          values: {},
          remedy: "give-key-result",
        };
      }),
  ];
}

function everythingBeneath(children: ReadonlyMap<string, readonly string[]>, id: string): Set<string> {
  const beneath = new Set(children.get(id) ?? []);
  for (const each of beneath) for (const child of children.get(each) ?? []) beneath.add(child);
  return beneath;
}

function team(id: string) {
  return { kind: "team" as const, id };
}
