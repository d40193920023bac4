/** The words that sites, plans and the week are told in. */
import { z } from "zod";
import { byName, Id, PlainDate } from "../../../platform/contract.ts";

const atExpected = "home, office, travel or off";
/** Where somebody plans to be. */
export const At = z.enum(["home", "office", "travel", "off"], { error: atExpected });

export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
export const Weekday = z.enum(weekdays, { error: 'a weekday from "1" (Monday) to "7"' });

const seatsExpected = "a whole number of seats from 0 to 100,000";
/** ISO weekday → seats; a weekday that is absent is not counted. */
export const Seats = byName(
  Weekday,
  z.number({ error: seatsExpected }).int({ error: seatsExpected }).min(0, seatsExpected).max(100_000, seatsExpected),
);

const timesExpected = 'a start before its end, such as ["09:00", "11:00"]';
const Time = z.string({ error: timesExpected }).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: timesExpected });
/** ISO weekday → start and end, local time, of what is kept free for one's own work. */
export const FocusTimes = byName(
  Weekday,
  z.tuple([Time, Time], { error: timesExpected }).refine(([start, end]) => start < end, { error: timesExpected }),
);

const preferenceExpected = "suits or rather-not";
/** ISO weekday → what one says of coming in on it; a weekday that is absent is all the same. */
export const DayPreferences = byName(Weekday, z.enum(["suits", "rather-not"], { error: preferenceExpected }));

const officeExpected = "a site for the office, and for nothing else";
const placed = {
  at: At,
  siteId: Id.nullable().default(null).describe("Which office; left out: the home site"),
};
const onlyAnOffice = ({ at, siteId }: { at: string | null; siteId: string | null }) =>
  at === "office" || siteId === null;

/** What one weekday usually is. */
export const UsualDay = z.object(placed).refine(onlyAnOffice, { error: officeExpected, path: ["siteId"] });
/** ISO weekday → where; a weekday that is absent is not planned. */
export const UsualDays = byName(Weekday, UsualDay);

export const PlannedDay = z
  .object({
    day: PlainDate,
    at: At.nullable().describe("null: as usual again"),
    siteId: placed.siteId,
  })
  .refine(onlyAnOffice, { error: officeExpected, path: ["siteId"] });

/** The usual week from a day on; null takes back the one that begins on that day. */
export const UsualFrom = z.object({ from: PlainDate, days: UsualDays.nullable() });

export const SiteNamed = z.object({ id: Id, name: z.string() });
