/** The line from the imperative down to what a draft supports, through drafts first and then what stands. */
import { lineOfSight, type Place, supportGraph } from "../okrs/public.ts";

export interface AboveDraft {
  kind: "imperative" | "objective" | "key-result" | "draft-objective";
  id: string;
  title: string;
  objectiveId: string | null;
  parentKind: AboveDraft["kind"] | null;
  parentId: string | null;
}

/** A link above what stands, in the order they were made, with the title of its upper end. */
export interface LinkAbove {
  objectiveId: string;
  parent: Place;
  mode: "contributes" | "supports";
  title: string;
  /** The objective that the link leads to, or that its key result belongs to; null for an imperative. */
  nextId: string | null;
  nextTitle: string | null;
  archived: boolean;
}

export interface Step {
  kind: AboveDraft["kind"];
  id: string;
  title: string;
}

/** Answers, for any parent of a draft, the steps from the top down to it; empty where the parent is not there. */
export function linesAbove(drafts: readonly AboveDraft[], links: readonly LinkAbove[]) {
  const byId = new Map(drafts.map((each) => [each.id, each]));
  const graph = supportGraph(links, [...keyResults(drafts), ...keyResultsOf(links)]);
  const titles = titlesOf(drafts, links);
  const archived = new Set(links.filter((link) => link.archived).map(({ parent }) => parent.id));
  const standing = (place: Place): Step[] =>
    lineOfSight(graph, place, (id) => !archived.has(id))
      .map((step) => ({ ...step, title: titles.get(step.id) ?? "" }))
      .reverse();

  return (parentId: string | null): Step[] => {
    const below: Step[] = [];
    let at = parentId === null ? undefined : byId.get(parentId);
    while (at?.kind === "draft-objective") {
      below.unshift({ kind: at.kind, id: at.id, title: at.title });
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
    return at ? [...standing({ kind: at.kind as Place["kind"], id: at.id }), ...below] : below;
  };
}

function keyResults(drafts: readonly AboveDraft[]) {
  return drafts.flatMap(({ id, objectiveId }) => (objectiveId === null ? [] : [{ id, objectiveId }]));
}

function keyResultsOf(links: readonly LinkAbove[]) {
  return links.flatMap(({ parent, nextId }) =>
    parent.kind === "key-result" && nextId ? [{ id: parent.id, objectiveId: nextId }] : [],
  );
}

function titlesOf(drafts: readonly AboveDraft[], links: readonly LinkAbove[]): Map<string, string> {
  const titles = new Map(drafts.map(({ id, title }) => [id, title]));
  for (const { parent, title, nextId, nextTitle } of links) {
    titles.set(parent.id, title);
    if (nextId && nextTitle !== null && !titles.has(nextId)) titles.set(nextId, nextTitle);
  }
  return titles;
}
