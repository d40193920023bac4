/** Answers that read better than as names and values: what is due, the map as an outline. */
import type { OutputOf } from "../web/api.ts";
import { heading, percent, readable, standing } from "./readable.ts";
import { table } from "./table.ts";

type View = (answer: never, width?: number) => string[];
type DueAnswer = OutputOf<"cadence.checkIns.due">;
type TodayAnswer = OutputOf<"focus.today">;
type MapAnswer = OutputOf<"alignment.map">;
type ImportsAnswer = OutputOf<"exchange.imports.list">;
type UndoAnswer = OutputOf<"exchange.imports.undo">;

export const views: Readonly<Record<string, View>> = {
  "cadence.checkIns.due": dueView,
  "alignment.map": mapView,
  "focus.today": todayView,
  "exchange.imports.list": importsView,
  "exchange.imports.undoPreview": undoView,
  "exchange.imports.undo": undoView,
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
    heading(keyResult.forecast, keyResult.unit, keyResult.decimals),
    standing(keyResult.status),
    objective.title,
    keyResult.id,
  ]);
  return table(["due", "key result", "now", "progress", "heading for", "status", "objective", "id"], rows, width);
}

function todayView({ on, cycle, line, due, asks, week }: TodayAnswer, width?: number): string[] {
  const when = cycle ? `, ${cycle.name}${cycle.week === null ? "" : `, week ${cycle.week} of ${cycle.weeks}`}` : "";
  const steps = [line.vision, line.imperative?.statement, ...line.objectives.map(({ title }) => title)];
  const measures = line.keyResults.map(({ title, current, unit, decimals, progress, expected, forecast, status }) => [
    title,
    figure(current, unit),
    percent(progress),
    percent(expected),
    heading(forecast, unit, decimals),
    standing(status),
  ]);
  const dueRows = due.map((each) => [
    each.overdue ? `${each.on} overdue` : each.on,
    each.keyResult.title,
    each.keyResult.id,
  ]);
  return [
    `${on}${when}`,
    "",
    ...steps.filter(Boolean).map((step, level) => `${"  ".repeat(level)}${step}`),
    ...(line.missing ? [lacking[line.missing.what]] : []),
    ...section(
      "Measured by",
      table(["key result", "now", "progress", "expected", "heading for", "status"], measures, width),
      measures.length,
    ),
    ...section("Check-ins due", table(["due", "key result", "id"], dueRows, width), dueRows.length),
    ...section(
      "Asked of you",
      asks.items.map(({ from, text, keyResult }) => `${from.name}: ${text} (${keyResult.title})`),
      asks.count,
    ),
    ...section("This week I will", week.intentions.map(intentionLine), week.intentions.length),
    ...section("Left over from before", week.leftovers.map(intentionLine), week.leftovers.length),
  ];
}

function importsView({ items, ...rest }: ImportsAnswer, width?: number): string[] {
  const named = items.map(({ fileName, rows, undone, ...others }) => {
    const [created, changed] = (["create", "changed"] as const).map((what) =>
      Object.values(rows).reduce((sum, actions) => sum + actions[what], 0),
    );
    const back = undone ? { takenBack: `${undone.removed} went, ${undone.stayed} stayed` } : {};
    return { name: fileName, cameIn: `${created} new, ${changed} changed`, ...back, ...others };
  });
  return readable({ items: named, ...rest }, width);
}

function undoView(undo: UndoAnswer, width?: number): string[] {
  if (Object.values(undo.goes).some((count) => count > 0)) return readable(undo, width);
  return ["Nothing of it can be taken back any more.", ...readable({ stays: undo.stays }, width)];
}

const lacking: Readonly<Record<NonNullable<TodayAnswer["line"]["missing"]>["what"], string>> = {
  vision: "No vision is written yet.",
  cycle: "There is no cycle yet.",
  objective: "There is no objective of yours yet.",
  "key-result": "Your objective has no key result yet.",
};

function intentionLine({ text, doneAt, letGoAt }: TodayAnswer["week"]["intentions"][number]): string {
  return `${doneAt ? "✓" : letGoAt ? "–" : "·"} ${text}`;
}

function section(heading: string, lines: readonly string[], count: number): string[] {
  return count === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
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

function headedFor({ forecast, unit, decimals }: MapAnswer["keyResults"][number]): string {
  return forecast ? `, heading for ${heading(forecast, unit, decimals)}` : "";
}

function under(parent: { kind: string; id: string }, map: MapAnswer, indent: string): string[] {
  const children = map.objectives.filter((each) => each.under?.kind === parent.kind && each.under.id === parent.id);
  return children.flatMap((each) => branch(each, map, indent));
}

/** An objective, its key results with what stands under each, then the objectives under itself. */
function branch(objective: MapObjective, map: MapAnswer, indent: string): string[] {
  const { title, progress, owner, team } = objective;
  const who = team?.name ?? owner?.name;
  const also = objective.alsoUnder.length > 0 ? `  also under ${objective.alsoUnder.length} other` : "";
  const keyResults = map.keyResults.filter(({ objectiveId }) => objectiveId === objective.id);
  const hidden = objective.keyResults - keyResults.length;
  return [
    `${indent}${title}${who ? `, ${who}` : ""}  ${standing(objective)} ${percent(progress)}${also}`,
    ...keyResults.flatMap((each) => [
      `${indent}  – ${each.title}: ${figure(each.current, each.unit)}  ${standing(each)} ${percent(each.progress)}${headedFor(each)}`,
      ...under({ kind: "key-result", id: each.id }, map, `${indent}    `),
    ]),
    ...(hidden > 0 ? [`${indent}  – ${hidden} key results: throughline objectives get ${objective.id}`] : []),
    ...under({ kind: "objective", id: objective.id }, map, `${indent}  `),
  ];
}
