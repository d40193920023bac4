import type { MapAnswer, MapObjective } from "./branches.ts";
import { type Columns, linePath, type MapLayout, type Placed } from "./layout.ts";

/** Rules first, the viewer's own line over them, dotted for what an objective also serves. */
export function MapLines({
  layout,
  byId,
  answer,
  columns,
}: {
  layout: MapLayout;
  columns: Columns;
  byId: ReadonlyMap<string, MapObjective>;
  answer: MapAnswer;
}) {
  const imperativeY = new Map(layout.imperatives.map(({ id, y }) => [id, y]));
  const placedById = new Map(layout.objectives.map((each) => [each.id, each]));
  const mine = (id: string) => byId.get(id)?.mine ?? false;
  const spineEnd = Math.max(44, ...layout.imperatives.map(({ y }) => y));
  const mineEnd = Math.max(
    44,
    ...answer.imperatives.filter((each) => each.mine).map(({ id }) => imperativeY.get(id) ?? 44),
  );
  const lines = layout.objectives.flatMap((placed) => {
    const from = startOf(placed, imperativeY, placedById, columns);
    return from
      ? [
          {
            id: placed.id,
            mine: mine(placed.id),
            path: linePath(from, { x: columns[placed.column].left - 22, y: placed.y }, from.bend),
          },
        ]
      : [];
  });
  const spurs = layout.keyResults.map(({ id, objectiveId, y }) => {
    const parent = placedById.get(objectiveId) as Placed;
    const { left } = columns[parent.column];
    // Those of a company objective stand above what it holds: their line leaves before the next column.
    const bend = parent.column === "company" ? beforeTeams(columns) : columns.keyResult.left - 15;
    return {
      id,
      mine: mine(objectiveId),
      path: linePath({ x: left, y: parent.y }, { x: columns.keyResult.left, y }, bend),
    };
  });
  const all = [...lines, ...spurs].sort((one, other) => Number(one.mine) - Number(other.mine));
  return (
    <svg className="m-lines" width={columns.width} height={layout.height} aria-hidden="true">
      {layout.imperatives.length > 0 && <path className="ln" d={`M${columns.spine} 44V${spineEnd}`} />}
      {mineEnd > 44 && <path className="ln ln-me" d={`M${columns.spine} 44V${mineEnd}`} />}
      {all.map(({ id, path, mine: own }) => (
        <path key={id} d={path} className={own ? "ln ln-me" : "ln"} />
      ))}
      {answer.links.map(({ objectiveId, parent }) => {
        const to = placedById.get(objectiveId);
        const from = alsoFrom(parent, imperativeY, placedById, columns);
        if (!to || !from) return null;
        const end = { x: columns[to.column].left - 22, y: to.y };
        return <path key={`${objectiveId} ${parent.id}`} className="ln ln-also" d={linePath(from, end, end.x - 12)} />;
      })}
    </svg>
  );
}

/** Pixels from the left where lines go up or down before the second column of objectives. */
const beforeTeams = ({ team }: Columns) => team.left - 39;

/** Where the dotted line of a further parent begins; null while it is not drawn. */
function alsoFrom(
  parent: MapAnswer["links"][number]["parent"],
  imperativeY: ReadonlyMap<string, number>,
  placedById: ReadonlyMap<string, Placed>,
  columns: Columns,
) {
  if (parent.kind === "imperative") {
    const y = imperativeY.get(parent.id);
    return y === undefined ? null : { x: columns.spine, y };
  }
  const place = placedById.get(parent.objectiveId ?? parent.id);
  if (!place) return null;
  return {
    x: place.column === "company" ? columns.company.left + columns.company.width : columns.team.left - 22,
    y: place.y,
  };
}

function startOf(
  placed: Placed,
  imperativeY: ReadonlyMap<string, number>,
  placedById: ReadonlyMap<string, Placed>,
  columns: Columns,
) {
  const { from } = placed;
  if (!from) return null;
  if (from.kind === "imperative") {
    const y = imperativeY.get(from.id);
    return y === undefined ? null : { x: columns.spine, y, bend: columns.spine + 14 };
  }
  const parent = placedById.get(from.id);
  if (!parent) return null;
  const sameColumn = parent.column === placed.column;
  const { left } = columns[parent.column];
  return { x: sameColumn ? left - 16 : left, y: parent.y, bend: sameColumn ? left - 34 : beforeTeams(columns) };
}
