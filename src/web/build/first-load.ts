/**
 * What every page needs stands in one file: cut by who shares what, it came in seven, and small files are packed worse
 * and asked for one by one.
 */

interface Module {
  /** Ids of what it imports at once; what it loads later is not among them. */
  importedIds: readonly string[];
}

interface Graph {
  getModuleInfo(id: string): Module | null;
}

/**
 * Names the chunk of a module for the bundler: "first" for the modules in `roots` (absolute paths) and whatever they
 * import, but for what matches `later`: parts of a library that its index names and only further pages use.
 */
export function firstLoad(roots: readonly string[], later: RegExp): (id: string, graph: Graph) => string | null {
  let first: ReadonlySet<string> | undefined;
  return (id, graph) => {
    first ??= reachedFrom(roots, graph);
    return first.has(id) && !later.test(id) ? "first" : null;
  };
}

function reachedFrom(roots: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set(roots);
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next);
  return reached;
}
