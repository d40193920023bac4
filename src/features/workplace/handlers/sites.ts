import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { conflict, notFound, refused } from "../../../platform/refusals.ts";
import { workplace as contract } from "../contract.ts";
import {
  siteAdded,
  siteArchived,
  siteChanged,
  siteHolidayChanged,
  sitePresenceSwitched,
  workplaceSettingsChanged,
} from "../events.ts";
import { type Calendar, knownCountries, partsOf, publicHolidays } from "../holidays.ts";
import { mayManageSites } from "../permissions.ts";
import { workplaceSettings, writeKeepMonths } from "../queries/settings.ts";
import {
  changeSite,
  forgetHoliday,
  holdSite,
  insertSite,
  leaveSite,
  ownHolidays,
  type SiteRow,
  siteById,
  siteEver,
  siteNameIsTaken,
  sitesByName,
  writeHoliday,
} from "../queries/sites.ts";

const os = keeps(contract);

export const sites = os.sites.router({
  list: os.sites.list.handler(({ context }) =>
    context.read(async (tx) => ({
      items: (await sitesByName(tx)).map(present),
      can: { manage: mayManageSites(context.viewer.role) },
    })),
  ),

  create: os.sites.create.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { id, ...body } = input;
      const hash = bodyHash(body);
      const earlier = await siteEver(tx, id);
      if (earlier) return present(sameCreate(earlier, hash));
      await mustBeNamedAlone(tx, id, body.name);
      await mustHaveCalendar(body);
      if (!(await insertSite(tx, { ...input, bodyHash: hash })))
        return present(sameCreate(await siteEver(tx, id), hash));
      await tx.record(siteAdded(tx.organisationId, input));
      return present(found(await siteById(tx, id)));
    }),
  ),

  update: os.sites.update.handler(({ input: { id, version, ...wanted }, context }) =>
    context.write(async (tx) => {
      const before = found(await holdSite(tx, id));
      sameVersion(before, version, wanted);
      const changes = changesBetween(before, wanted);
      if (Object.keys(changes).length === 0) return present(before);
      if (wanted.name !== undefined) await mustBeNamedAlone(tx, id, wanted.name);
      await mustHaveCalendar({ ...before, ...defined(wanted) });
      await changeSite(tx, id, wanted);
      await tx.record(siteChanged(tx.organisationId, before.name, changes));
      return present(found(await siteById(tx, id)));
    }),
  ),

  setPresence: os.sites.setPresence.handler(({ input: { id, version, on }, context }) =>
    context.write(async (tx) => {
      const before = found(await holdSite(tx, id));
      if (before.presence === on) return present(before);
      sameVersion(before, version, { presence: on });
      await changeSite(tx, id, { presence: on });
      await tx.record(sitePresenceSwitched(tx.organisationId, before, on));
      return present(found(await siteById(tx, id)));
    }),
  ),

  archive: os.sites.archive.handler(({ input: { id }, context }) =>
    context.write(async (tx) => {
      const before = await holdSite(tx, id);
      if (!before) {
        found(await siteEver(tx, id));
        return { done: true as const };
      }
      if (before.presence) await tx.record(sitePresenceSwitched(tx.organisationId, before, false));
      await changeSite(tx, id, { presence: false, archivedAt: tx.now.toString() });
      await leaveSite(tx, id);
      await tx.record(siteArchived(tx.organisationId, before));
      return { done: true as const };
    }),
  ),

  holidays: os.sites.holidays.handler(({ input: { id, year }, context }) =>
    context.read(async (tx) => {
      const site = found(await siteById(tx, id));
      const own = await ownHolidays(tx, id, `${year}-01-01`, `${year}-12-31`);
      return { year, items: holidaysInOrder(await publicHolidays(site, [year]), own, year) };
    }),
  ),

  setHoliday: os.sites.setHoliday.handler(({ input: { id, day, name }, context }) =>
    context.write(async (tx) => {
      const site = found(await holdSite(tx, id));
      const [already] = await ownHolidays(tx, id, day, day);
      if (already && already.name === name) return { done: true as const };
      if (name === null) await mustBeHoliday(site, day);
      await writeHoliday(tx, id, day, name);
      await tx.record(siteHolidayChanged(tx.organisationId, { name: site.name, day, holiday: name }));
      return { done: true as const };
    }),
  ),

  removeHoliday: os.sites.removeHoliday.handler(({ input: { id, day }, context }) =>
    context.write(async (tx) => {
      const site = found(await holdSite(tx, id));
      if (await forgetHoliday(tx, id, day))
        await tx.record(siteHolidayChanged(tx.organisationId, { name: site.name, day }));
      return { done: true as const };
    }),
  ),

  calendars: os.sites.calendars.handler(async ({ input }) => ({
    countries: await knownCountries(),
    regions: await partsOf(input.country),
  })),
});

const unset = { keepMonths: 12, version: 0 };

export const settings = os.settings.router({
  get: os.settings.get.handler(({ context }) =>
    context.read(async (tx) => ({
      ...((await workplaceSettings(tx)) ?? unset),
      can: { change: mayManageSites(context.viewer.role) },
    })),
  ),
  change: os.settings.change.handler(({ input: { version, keepMonths }, context }) =>
    context.write(async (tx) => {
      const before = (await workplaceSettings(tx)) ?? unset;
      const can = { change: true };
      if (before.keepMonths === keepMonths) return { ...before, can };
      sameVersion(before, version, { keepMonths });
      const after = await writeKeepMonths(tx, keepMonths, version);
      if (!after) throw conflict({ todo: "Read it again, then write yours or keep theirs." });
      await tx.record(workplaceSettingsChanged(tx.organisationId, { keepMonths: [before.keepMonths, keepMonths] }));
      return { ...after, can };
    }),
  ),
});

/** How many months what is planned is kept. */
export async function monthsKept(tx: Tx): Promise<number> {
  return ((await workplaceSettings(tx)) ?? unset).keepMonths;
}

function holidaysInOrder(
  publicOnes: Record<string, string>,
  own: readonly { day: string; name: string | null }[],
  year: number,
) {
  const struck = new Set(own.filter(({ name }) => name === null).map(({ day }) => day));
  const added = own.flatMap(({ day, name }) => (name === null ? [] : [{ day, name, from: "added" as const }]));
  const replaced = new Set(added.map(({ day }) => day));
  const fromCountry = Object.entries(publicOnes)
    .filter(([day]) => !replaced.has(day) && day.startsWith(String(year)))
    .map(([day, name]) => ({ day, name, from: struck.has(day) ? ("struck" as const) : ("public" as const) }));
  return [...fromCountry, ...added].sort((one, other) => one.day.localeCompare(other.day));
}

async function mustBeNamedAlone(tx: Tx, id: string, name: string): Promise<void> {
  if (!(await siteNameIsTaken(tx, id, name))) return;
  const expected = "a name that no other site has";
  throw refused({ field: "name", expected, todo: "Add what tells the two apart, such as the street." });
}

async function mustHaveCalendar({ country, region }: Pick<Calendar, "country" | "region">): Promise<void> {
  if (country === "" && region === "") return;
  const countries = await knownCountries();
  if (!countries.some(({ code }) => code === country)) {
    const expected = "the code of a country whose holidays are known, such as PT";
    throw refused({
      field: "country",
      expected,
      todo: "Choose one of the list, or none and add the holidays yourself.",
    });
  }
  if (region === "" || (await partsOf(country)).some(({ code }) => code === region)) return;
  const expected = "the code of a part of this country, such as BE for Berlin in DE";
  throw refused({ field: "region", expected, todo: "Choose one of the list, or none." });
}

async function mustBeHoliday(site: SiteRow, day: string): Promise<void> {
  const holidays = await publicHolidays(site, [Number(day.slice(0, 4))]);
  if (holidays[day] !== undefined) return;
  const expected = "a day that is a public holiday there";
  throw refused({ field: "day", expected, todo: "Only a public holiday can be struck; a name adds a day." });
}

function present({ body_hash: _, ...site }: SiteRow) {
  return site;
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw notFound();
  return row;
}

function defined<T extends object>(wanted: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as never;
}
