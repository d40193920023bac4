/** Answers that read better than as names and values: what is due, the map as an outline. */
import type { OutputOf } from "../web/api.ts";
import { percent, statusWord } from "./readable.ts";
import { table } from "./table.ts";

type View = (answer: never, width?: number) => string[];
type DueAnswer = OutputOf<"cadence.checkIns.due">;
type MapAnswer = OutputOf<"alignment.map">;

export const views: Readonly<Record<string, View>> = {
  "cadence.checkIns.due": dueView,
  "alignment.map": mapView,
};

/** A figure with its unit: "31.5 %", "12 cities"; "–" for none. */
export function figure(value: string | null | undefined, unit: string): string {
  if (value === null || value === undefined) return "–";
  return unit ? `${value} ${unit}` : value;
}

function dueView({ items }: DueAnswer, width?: number): string[] {
  if (items.length === 0) return ["Nothing is due."];
  const rows = items.map(({ keyResult, objective, due }) => [
    due.overdue ? `${due.on} overdue` : due.on,
    keyResult.title,
    figure(keyResult.current, keyResult.unit),
    percent(keyResult.progress),
    statusWord(keyResult.status.status),
    objective.title,
    keyResult.id,
  ]);
  return table(["due", "key result", "now", "progress", "status", "objective", "id"], rows, width);
}

function mapView(map: MapAnswer): string[] {
  const head = [
    map.cycle ? map.cycle.name : "No cycle yet.",
    ...(map.vision ? [`Vision: ${map.vision}`] : []),
    ...(map.mission ? [`Mission: ${map.mission}`] : []),
  ];
  const imperatives = map.imperatives.flatMap(({ id, statement, priorityShare }) => [
    "",
    `${statement}${priorityShare === null ? "" : `  ${priorityShare} %`}`,
    ...under({ kind: "imperative", id }, map, "  "),
  ]);
  const loose = map.objectives.filter((each) => each.under === null);
  const rest = loose.length > 0 ? ["", "Under no imperative", ...loose.flatMap((each) => branch(each, map, "  "))] : [];
  return [...head, ...imperatives, ...rest];
}

type MapObjective = MapAnswer["objectives"][number];

function under(parent: { kind: string; id: string }, map: MapAnswer, indent: string): string[] {
  const children = map.objectives.filter((each) => each.under?.kind === parent.kind && each.under.id === parent.id);
  return children.flatMap((each) => branch(each, map, indent));
}

/** An objective, its key results with what stands under each, then the objectives under itself. */
function branch(objective: MapObjective, map: MapAnswer, indent: string): string[] {
  const { title, status, progress, owner, team } = objective;
  const who = team?.name ?? owner?.name;
  const also = objective.alsoUnder.length > 0 ? `  also under ${objective.alsoUnder.length} other` : "";
  const keyResults = map.keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
  const hidden = objective.keyResults - keyResults.length;
  return [
    `${indent}${title}${who ? `, ${who}` : ""}  ${statusWord(status)} ${percent(progress)}${also}`,
    ...keyResults.flatMap((each) => [
      `${indent}  – ${each.title}: ${figure(each.current, each.unit)}  ${statusWord(each.status)} ${percent(each.progress)}`,
      ...under({ kind: "key-result", id: each.id }, map, `${indent}    `),
    ]),
    ...(hidden > 0 ? [`${indent}  – ${hidden} key results: throughline objectives get ${objective.id}`] : []),
    ...under({ kind: "objective", id: objective.id }, map, `${indent}  `),
  ];
}
