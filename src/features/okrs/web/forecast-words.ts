/** Where a key result is heading, in words and as the band of its track. */
import type { OutputOf } from "../../../web/api.ts";
import { messages } from "../../../web/ui/messages.ts";
import type { TrackForecast } from "../../../web/ui/track.tsx";
import { formatFigure, formatRange } from "../figure-format.ts";
import catalogue from "./heading.messages.json";

const m = messages(catalogue);

export type Forecast = NonNullable<OutputOf<"okrs.keyResults.get">["forecast"]>;

/** What is needed of a key result to say where it is heading. */
export interface Heading {
  forecast: Pick<Forecast, "middle" | "range80"> | null;
  unit: string;
  decimals: number;
}

/** "54%" and "49–58%"; null without a forecast. */
export function headingOf({ forecast, unit, decimals }: Heading, locale: string) {
  if (!forecast) return null;
  const format = { unit: unit || null, decimals, locale };
  const { middle, range80 } = forecast;
  return { middle: formatFigure(middle, format), range: formatRange(range80.low, range80.high, format) };
}

/** "Heading for 54%, likely 49–58%"; null without a forecast. */
export function headingWords(of: Heading, locale: string): string | null {
  const heading = headingOf(of, locale);
  return heading && m.heading(heading);
}

/** The band of its track, from a start to a target; null without a forecast, or where nothing leads from one to the other. */
export function bandOf(
  of: Heading & { start: string | null; target: string | null },
  locale: string,
): TrackForecast | null {
  const { forecast, start, target } = of;
  const words = headingWords(of, locale);
  if (!forecast || words === null || start === null || target === null) return null;
  const way = (value: string) => (Number(value) - Number(start)) / (Number(target) - Number(start));
  const [one, other] = [way(forecast.range80.low), way(forecast.range80.high)];
  return { low: Math.min(one, other), middle: way(forecast.middle), high: Math.max(one, other), words };
}
