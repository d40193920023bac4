/** Where the organisation has desks, in which zone, with which holidays; and whether people plan there. */
import { z } from "zod";
import {
  administrators,
  allButGuests,
  Done,
  Id,
  Name,
  operation,
  PlainDate,
  TimeZone,
  text,
  Version,
} from "../../../platform/contract.ts";
import { Seats } from "./words.ts";

const tag = "Workplace";
const manage = { tag, scope: "manage", may: administrators } as const;

const country = "the two letters of a country, such as PT, or nothing";
const Country = text(0, 2).refine((code) => code === "" || /^[A-Z]{2}$/.test(code), { error: country });
const region = "the code of a part of the country, such as BE for Berlin, or nothing";
const Region = text(0, 10).refine((code) => /^[A-Z0-9-]*$/.test(code), { error: region });
const Year = z.coerce
  .number({ error: "a year from 2000 to 2100" })
  .int({ error: "a year from 2000 to 2100" })
  .min(2000, "a year from 2000 to 2100")
  .max(2100, "a year from 2000 to 2100");

const fields = {
  name: Name,
  place: text(0, 120).describe("The city"),
  timeZone: TimeZone,
  country: Country.describe("Whose public holidays it keeps"),
  region: Region.describe("And of which part of the country"),
  seats: Seats.describe("Seats by weekday; a weekday that is absent is not counted, 0 takes nobody"),
};

const Site = z.object({
  id: Id,
  name: z.string(),
  place: z.string(),
  timeZone: z.string(),
  country: z.string(),
  region: z.string(),
  seats: Seats,
  /** Whether those whose home site it is plan where they are. */
  presence: z.boolean(),
  /** Members whose home site it is. */
  members: z.number(),
  version: z.number(),
});

const Holiday = z.object({
  day: PlainDate,
  name: z.string(),
  /** public: of the country · added: by this site · struck: public, and worked here all the same. */
  from: z.enum(["public", "added", "struck"]),
});

export const sites = {
  list: operation({ method: "GET", path: "/sites", summary: "List the sites", tag, may: allButGuests }).output(
    z.object({ items: z.array(Site), can: z.object({ manage: z.boolean() }) }),
  ),
  create: operation({ method: "POST", path: "/sites", summary: "Add a site", ...manage })
    .input(
      z.object({
        id: Id,
        ...fields,
        place: fields.place.default(""),
        country: fields.country.default(""),
        region: fields.region.default(""),
        seats: fields.seats.default({}),
      }),
    )
    .output(Site),
  update: operation({ method: "PATCH", path: "/sites/{id}", summary: "Change a site", ...manage })
    .input(
      z.object({
        id: Id,
        version: Version,
        name: fields.name.optional(),
        place: fields.place.optional(),
        timeZone: fields.timeZone.optional(),
        country: fields.country.optional(),
        region: fields.region.optional(),
        seats: fields.seats.optional(),
      }),
    )
    .output(Site),
  setPresence: operation({
    method: "PUT",
    path: "/sites/{id}/presence",
    summary: "Switch planned presence on or off for a site",
    description:
      "Off from the beginning. While it is off nothing is planned there and nothing that was planned is shown. The switch stands in the audit.",
    ...manage,
  })
    .input(z.object({ id: Id, version: Version, on: z.boolean({ error: "true or false" }) }))
    .output(Site),
  archive: operation({
    method: "POST",
    path: "/sites/{id}/archiving",
    summary: "Archive a site that is no longer used",
    description: "Presence there is switched off; whose home site it was has none.",
    ...manage,
  })
    .input(z.object({ id: Id }))
    .output(Done),
  holidays: operation({
    method: "GET",
    path: "/sites/{id}/holidays",
    summary: "List the holidays of a site in a year",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, year: Year }))
    .output(z.object({ year: z.number(), items: z.array(Holiday) })),
  setHoliday: operation({
    method: "PUT",
    path: "/sites/{id}/holidays/{day}",
    summary: "Add a holiday of a site's own, or strike a public one",
    ...manage,
  })
    .input(
      z.object({
        id: Id,
        day: PlainDate,
        name: Name.nullable().describe("null strikes the public holiday of that day: it is worked"),
      }),
    )
    .output(Done),
  removeHoliday: operation({
    method: "DELETE",
    path: "/sites/{id}/holidays/{day}",
    summary: "Let a day be as the public calendar has it again",
    ...manage,
  })
    .input(z.object({ id: Id, day: PlainDate }))
    .output(Done),
  calendars: operation({
    method: "GET",
    path: "/holiday-calendars",
    summary: "List the countries whose public holidays are known, and the parts of one",
    tag,
    may: allButGuests,
  })
    .input(z.object({ country: Country.default("") }))
    .output(
      z.object({
        countries: z.array(z.object({ code: z.string(), name: z.string() })),
        /** Of the country asked for. */
        regions: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
};

const keepExpected = "a whole number of months from 1 to 60";
const KeepMonths = z
  .number({ error: keepExpected })
  .int({ error: keepExpected })
  .min(1, keepExpected)
  .max(60, keepExpected);
const Settings = z.object({
  /** Months after which a planned day is deleted. */
  keepMonths: z.number(),
  version: z.number(),
  can: z.object({ change: z.boolean() }),
});

export const settings = {
  get: operation({
    method: "GET",
    path: "/workplace-settings",
    summary: "Read how long planned presence is kept",
    tag,
    may: allButGuests,
  }).output(Settings),
  change: operation({
    method: "PATCH",
    path: "/workplace-settings",
    summary: "Set how long planned presence is kept",
    ...manage,
  })
    .input(
      z.object({
        version: z
          .number({ error: "the version number you read" })
          .int()
          .min(0)
          .describe("0 where nothing was set yet"),
        keepMonths: KeepMonths,
      }),
    )
    .output(Settings),
};
