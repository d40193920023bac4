import { lineOfSight, type Place, supportGraph } from "../okrs/public.ts";

/** An objective with its links upward, those made first first. */
interface Linked {
  id: string;
  links: readonly LinkUp[] | null;
}

interface LinkUp {
  parentObjectiveId: string | null;
  parentKeyResultId: string | null;
  /** The objective of the parent key result. */
  nextId: string | null;
  imperativeId: string | null;
  statement: string | null;
  archived: boolean;
}

export interface Line {
  imperative: { id: string; statement: string } | null;
  /** From the top down to where it ends. */
  objectiveIds: string[];
}

/** The line from an imperative, or as far up as it leads, down to an objective; through objectives that are among `rows`. */
export function lineDownTo(objectiveId: string, rows: readonly Linked[]): Line {
  const there = new Set(rows.map(({ id }) => id));
  const links = rows.flatMap(({ id, links: its }) =>
    (its ?? []).flatMap((link) => {
      const parent = placeOf(link);
      const next = link.parentObjectiveId ?? link.nextId;
      const leads = parent.kind === "imperative" ? !link.archived : next !== null && there.has(next);
      return leads ? [{ link, objectiveId: id, parent, mode: "supports" as const }] : [];
    }),
  );
  const keyResults = links.flatMap(({ link: { parentKeyResultId, nextId } }) =>
    parentKeyResultId && nextId ? [{ id: parentKeyResultId, objectiveId: nextId }] : [],
  );
  const line = lineOfSight(supportGraph(links, keyResults), { kind: "objective", id: objectiveId }, () => true);
  const top = line.at(-1);
  const statement = links.find(({ parent }) => parent.id === top?.id)?.link.statement;
  return {
    imperative: top?.kind === "imperative" ? { id: top.id, statement: statement ?? "" } : null,
    objectiveIds: line.flatMap(({ kind, id }) => (kind === "objective" ? [id] : [])).toReversed(),
  };
}

function placeOf({ parentObjectiveId, parentKeyResultId, imperativeId }: LinkUp): Place {
  if (parentObjectiveId) return { kind: "objective", id: parentObjectiveId };
  if (parentKeyResultId) return { kind: "key-result", id: parentKeyResultId };
  return { kind: "imperative", id: imperativeId ?? "" };
}
