/** The tree of teams as ids: each team and the one above it. */
export type Parents = ReadonlyMap<string, string | null>;

/** Whether putting `teamId` under `parentId` would make a team its own ancestor. */
export function wouldCircle(parents: Parents, teamId: string, parentId: string | null): boolean {
  const above = new Set<string>();
  for (let at = parentId; at !== null && !above.has(at); at = parents.get(at) ?? null) {
    if (at === teamId) return true;
    above.add(at);
  }
  return false;
}
