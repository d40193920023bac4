/** What a check-in that is being written would make of where its key result is heading. */
import type { Tx } from "../../../platform/database/database.ts";
import { spanOf } from "../../okrs/public.ts";
import { forecastOf, type Reported } from "../forecasts.ts";
import { reportsBeside } from "../queries/forecasts.ts";

interface Subject extends Omit<Reported, "reported"> {
  id: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  forecast: unknown;
}

/** Its forecast with one more value, in place of a check-in that is being corrected; as it is where no number is reported. */
export async function forecastWith(
  tx: Tx,
  row: Subject,
  value: string | null,
  corrected: string | null,
): Promise<unknown> {
  if (value === null) return row.forecast;
  const others = (await reportsBeside(tx, row.id, corrected)) ?? [];
  const reported = [...others, [tx.now.epochMilliseconds, value] as [number, string]];
  return forecastOf({ ...row, reported }, spanOf(row, row.timeZone));
}
