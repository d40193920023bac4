/** The first branch of the tree as it will look: the first root that has something below it. */
import type { Preview } from "./said.ts";

type Flat = Preview["tree"][number];
export interface Node extends Flat {
  below: Node[];
}

const MOST = 9;

/** `more` counts what the branch holds beyond the first nine. */
export function branchOf(tree: readonly Flat[]): { root: Node; more: number } | null {
  const start = Math.max(
    0,
    tree.findIndex(({ depth }, at) => depth === 0 && (tree[at + 1]?.depth ?? 0) > 0),
  );
  const first = tree[start];
  if (!first) return null;
  const next = tree.findIndex(({ depth }, at) => at > start && depth === 0);
  const rest = tree.slice(start + 1, next < 0 ? undefined : next);
  const root: Node = { ...first, below: [] };
  const open = [root];
  for (const flat of rest.slice(0, MOST)) {
    const node: Node = { ...flat, below: [] };
    open.length = flat.depth;
    open.at(-1)?.below.push(node);
    open.push(node);
  }
  return { root, more: Math.max(0, rest.length - MOST) };
}
