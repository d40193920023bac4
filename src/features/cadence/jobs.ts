/** What happens after a check-in, or a change of what decides where it leads: the forecasts follow, off the request. */
import type { Tx } from "../../platform/database/database.ts";
import type { Reader, RecordedEvent } from "../../platform/live/feed.ts";
import { type Span, spanOf } from "../okrs/public.ts";
import { forecastOf } from "./forecasts.ts";
import {
  type ForecastFacts,
  factsOfForecasts,
  type Places,
  reportedKeyResults,
  storeForecasts,
} from "./queries/forecasts.ts";

/** Milliseconds between two readings where people report all the time: a key result reported often is forecast once. */
const rest = 2000;

export const forecastReader: Reader = { name: "forecast", rest, begin: forecastEverything, read: forecastAfter };

type Told = Pick<RecordedEvent, "kind" | "subjectKind" | "subjectId" | "facts">;

/** Stores the forecast of every key result that these events may have changed. Read twice, the second changes nothing. */
export async function forecastAfter(tx: Tx, events: readonly Told[]): Promise<void> {
  if (events.some(isForAll)) return forecastEverything(tx);
  const { keyResultIds, objectiveIds, cycleIds } = placesOf(events);
  const beneath =
    objectiveIds.length + cycleIds.length > 0 ? await reportedKeyResults(tx, { objectiveIds, cycleIds }) : [];
  await forecastThese(tx, [...new Set([...keyResultIds, ...beneath])]);
}

async function forecastEverything(tx: Tx): Promise<void> {
  await forecastThese(tx, await reportedKeyResults(tx, "all"));
}

/** Key results at a time, so that an organisation of any size takes little room. */
const atOnce = 1000;

async function forecastThese(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce) {
    const facts = await factsOfForecasts(tx, ids.slice(from, from + atOnce));
    const spanFor = spans();
    const found = facts.map((each) => ({ id: each.id, forecast: forecastOf(each, spanFor(each)) }));
    if (found.length > 0) await storeForecasts(tx, found);
  }
}

/** Cycles as instants, each made once. */
function spans(): (row: ForecastFacts) => Span {
  const made = new Map<string, Span>();
  return (row) => {
    const name = `${row.startsOn} ${row.endsOn} ${row.timeZone}`;
    const span = made.get(name) ?? spanOf(row, row.timeZone);
    made.set(name, span);
    return span;
  };
}

/** What of each kind of event a forecast depends on; of a check-in that was made, everything. */
const decisive: Record<string, { of: keyof Places | "keyResultIds"; fields: readonly string[] | null }> = {
  "check-in-recorded": { of: "keyResultIds", fields: null },
  "check-in-changed": { of: "keyResultIds", fields: ["value"] },
  "key-result-target-changed": { of: "keyResultIds", fields: null },
  "key-result-changed": { of: "keyResultIds", fields: ["measure", "unit", "decimals"] },
  "objective-changed": { of: "objectiveIds", fields: ["commitment", "cycleId"] },
  "cycle-changed": { of: "cycleIds", fields: ["startsOn", "endsOn"] },
};

function placesOf(events: readonly Told[]) {
  const places = { keyResultIds: [] as string[], objectiveIds: [] as string[], cycleIds: [] as string[] };
  for (const { kind, subjectId, facts } of events) {
    const { of, fields } = decisive[kind] ?? {};
    if (of && (fields === null || fields?.some((field) => field in facts))) places[of].push(subjectId);
  }
  return places;
}

/** The days of a cycle begin where the organisation is. */
function isForAll({ kind, facts }: Told): boolean {
  return kind === "organisation-changed" && "timeZone" in facts;
}
