/** Where everything on the strategy map stands: pure geometry, in pixels, from top left. */

export interface LayoutObjective {
  id: string;
  level: "company" | "team" | "personal";
  /** The imperative or objective that holds it, a key result's objective already put in its place; null where nothing does. */
  under: { kind: "imperative" | "objective"; id: string } | null;
  /** Key results to draw beside it; none while its branch is closed or they are not loaded. */
  keyResultIds: readonly string[];
  /** Its branch is closed: what is beneath is not drawn. */
  closed: boolean;
}

export interface Column {
  left: number;
  width: number;
}

/** Four columns: imperatives, company objectives, the rest, key results. */
export interface Columns {
  imperative: Column;
  /** Where the line runs down past the imperatives. */
  spine: number;
  company: Column;
  team: Column;
  keyResult: Column;
  width: number;
}

export const wideColumns: Columns = {
  imperative: { left: 0, width: 152 },
  spine: 172,
  company: { left: 228, width: 168 },
  team: { left: 452, width: 290 },
  keyResult: { left: 772, width: 372 },
  width: 1144,
};

/** On a window of 1,280 beside the sidebar. */
export const narrowColumns: Columns = {
  imperative: { left: 0, width: 136 },
  spine: 152,
  company: { left: 200, width: 158 },
  team: { left: 404, width: 238 },
  keyResult: { left: 668, width: 316 },
  width: 984,
};

const keyResultHeight = 22;
const objectiveHeight = 52;
const companyHeight = 78;
const imperativeHeight = 84;
const gapBetween = 16;
const top = 92;
/** Pixels over which a parent still stands in the middle of what it holds. */
const furthest = 520;

export interface Placed {
  id: string;
  column: "company" | "team";
  y: number;
  /** What its line comes from: an imperative, an objective, or nothing (not connected). */
  from: { kind: "imperative" | "objective"; id: string } | null;
}

export interface MapLayout {
  imperatives: { id: string; y: number }[];
  objectives: Placed[];
  keyResults: { id: string; objectiveId: string; y: number }[];
  /** Where the part that is not connected begins; null when all is. */
  gutterTop: number | null;
  height: number;
}

/**
 * Lays branches out one below the other: a leaf takes the room of its key results, a parent stands in the middle of
 * what it holds. Objectives keep the order given. A company objective stands in its column, everything else in the next.
 */
export function layOut(imperativeIds: readonly string[], objectives: readonly LayoutObjective[]): MapLayout {
  const held = new Map<string, LayoutObjective[]>();
  const there = new Set([...imperativeIds, ...objectives.map(({ id }) => id)]);
  const loose: LayoutObjective[] = [];
  for (const objective of objectives) {
    const { under } = objective;
    const beside = under ? held.get(under.id) : undefined;
    if (!under || !there.has(under.id)) loose.push(objective);
    else if (beside) beside.push(objective);
    else held.set(under.id, [objective]);
  }
  const drawn: MapLayout = { imperatives: [], objectives: [], keyResults: [], gutterTop: null, height: 0 };
  let y = top;
  const place = (objective: LayoutObjective, from: Placed["from"], seen: ReadonlySet<string>): number => {
    const column = objective.level === "company" ? "company" : "team";
    const own = column === "company" ? companyHeight : objectiveHeight;
    const start = y;
    const rows = objective.closed ? [] : objective.keyResultIds;
    const children = objective.closed ? [] : (held.get(objective.id) ?? []).filter(({ id }) => !seen.has(id));
    const within = new Set([...seen, objective.id]);
    const placed: Placed = { id: objective.id, column, y: 0, from };
    drawn.objectives.push(placed);
    for (const [at, id] of rows.entries())
      drawn.keyResults.push({ id, objectiveId: objective.id, y: start + at * keyResultHeight + keyResultHeight / 2 });
    const ownRows = rows.length * keyResultHeight;
    if (column === "company" && children.length > 0) {
      y = start + (ownRows > 0 ? ownRows + gapBetween : 0);
      const heights = children.map((child) => place(child, { kind: "objective", id: objective.id }, within));
      placed.y = Math.max(middleOf(heights), start + own / 2);
      y = Math.max(y, placed.y + own / 2 + gapBetween);
      return placed.y;
    }
    const height = Math.max(own, ownRows);
    placed.y = start + height / 2;
    y = start + height + gapBetween;
    for (const child of children) place(child, { kind: "objective", id: objective.id }, within);
    return placed.y;
  };
  for (const id of imperativeIds) {
    const start = y;
    const firsts = (held.get(id) ?? []).map((objective) => place(objective, { kind: "imperative", id }, new Set()));
    const middle = firsts.length > 0 ? middleOf(firsts) : start + imperativeHeight / 2;
    drawn.imperatives.push({ id, y: Math.max(middle, start + imperativeHeight / 2) });
    y = Math.max(y, start + imperativeHeight + gapBetween) + gapBetween;
  }
  if (loose.length > 0) {
    drawn.gutterTop = y;
    y += gapBetween;
    for (const objective of loose) place(objective, null, new Set());
  }
  drawn.height = y;
  return drawn;
}

/** The middle of what it holds; beside the first of them where the last is out of sight of it. */
function middleOf(ys: readonly number[]): number {
  const [first, last] = [ys[0] as number, ys.at(-1) as number];
  return last - first > furthest ? first : (first + last) / 2;
}

/** A line from one point to another: straight when level, else down a middle and around two corners of radius 10. */
export function linePath(from: { x: number; y: number }, to: { x: number; y: number }, bend: number): string {
  if (Math.abs(from.y - to.y) < 0.5) return `M${from.x} ${from.y}H${to.x}`;
  const down = to.y > from.y ? 1 : -1;
  const radius = Math.min(10, Math.abs(to.y - from.y) / 2, Math.abs(bend - from.x), Math.abs(to.x - bend));
  // What turns back, as beside its parent in the same column, reaches its bend from the other side.
  const side = Math.sign(bend - from.x);
  return [
    `M${from.x} ${from.y}H${bend - side * radius}`,
    `Q${bend} ${from.y} ${bend} ${from.y + down * radius}`,
    `V${to.y - down * radius}`,
    `Q${bend} ${to.y} ${bend + radius} ${to.y}`,
    `H${to.x}`,
  ].join("");
}
