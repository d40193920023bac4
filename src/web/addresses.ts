/** Where a thing is shown; undefined while no page shows it. */
import { pages } from "./routes.ts";

interface Thing {
  kind: string;
  id: string;
  /** The objective it belongs to, when it has no page of its own. */
  objectiveId?: string | null;
}

export function addressOf({ kind, id, objectiveId }: Thing): string | undefined {
  const pattern = shownOn[kind];
  if (pattern && isBuilt(pattern)) return pattern.replace(":id", id);
  return objectiveId ? addressOf({ kind: "objective", id: objectiveId }) : undefined;
}

/** The address of a page without an id in it; undefined while it is not built. */
export function pageAt(path: string): string | undefined {
  return isBuilt(path) ? path : undefined;
}

const shownOn: Record<string, string> = {
  objective: "/objectives/:id",
  cycle: "/cycles/:id",
  team: "/teams/:id",
  policy: "/policies/:id",
};

function isBuilt(pattern: string): boolean {
  return pages.some(({ path }) => path === pattern);
}
