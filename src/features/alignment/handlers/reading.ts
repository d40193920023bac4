/** Objectives and key results as the map draws them. */
import type { Temporal } from "temporal-polyfill";
import { type Frame, framesAt, plain, presentForecast, readKeyResult, readObjective } from "../../okrs/public.ts";
import type { KeyResultRow, ObjectiveRow } from "../queries.ts";

export type Read = ReturnType<typeof readingOf>[number];

/** Each objective with its key results, as they read at an instant. */
export function readingOf(objectives: ObjectiveRow[], rows: KeyResultRow[], now: Temporal.Instant) {
  const frameFor = framesAt(now);
  const ofObjective = Map.groupBy(rows, ({ objectiveId }) => objectiveId);
  return objectives.map((row) => {
    const frame = frameFor(row);
    const own = (ofObjective.get(row.id) ?? []).map((keyResult) => ({
      row: keyResult,
      reading: readKeyResult(keyResult, row, frame),
    }));
    return {
      row,
      objective: presentObjective(row, own, frame),
      keyResults: own.map((each) => presentKeyResult(each, row.commitment)),
    };
  });
}

type ReadKeyResult = { row: KeyResultRow; reading: ReturnType<typeof readKeyResult> };

function presentObjective(row: ObjectiveRow, keyResults: ReadKeyResult[], frame: Frame) {
  const reading = readObjective(row, keyResults, frame);
  return {
    id: row.id,
    title: row.title,
    level: row.level as "company" | "team" | "personal",
    team: named(row.teamId, row.teamName),
    owner: named(row.ownerId, row.ownerName),
    commitment: row.commitment as "committed" | "aspirational" | "learning",
    energy: plainOrNull(row.energy),
    upkeep: row.upkeep,
    progress: plainOrNull(reading.progress),
    expected: reading.expected,
    status: reading.status.status,
    end: reading.status.end,
  };
}

function presentKeyResult({ row, reading }: ReadKeyResult, commitment: string) {
  const metric = reading.measure.kind === "metric" ? reading.measure : null;
  return {
    start: metric?.start ?? null,
    target: metric?.target ?? null,
    id: row.id,
    objectiveId: row.objectiveId,
    title: row.title,
    owner: named(row.ownerId, row.ownerName),
    current: plainOrNull(row.currentValue),
    unit: row.unit,
    decimals: row.decimals,
    progress: reading.progress,
    expected: reading.expected,
    status: reading.status.status,
    end: reading.status.end,
    forecast: presentForecast(reading),
    aspirational: commitment === "aspirational",
  };
}

function named(id: string | null, name: string | null): { id: string; name: string } | null {
  return id === null ? null : { id, name: name ?? "" };
}

function plainOrNull(value: string | null): string | null {
  return value === null ? null : plain(value);
}
