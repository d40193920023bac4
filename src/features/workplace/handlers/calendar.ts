import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash } from "../../../platform/edits.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { newId } from "../../../platform/ids.ts";
import { refused } from "../../../platform/refusals.ts";
import { anchorsIn } from "../anchors/in-effect.ts";
import type { Reading } from "../calendar-reading.ts";
import { workplace as contract } from "../contract.ts";
import { presencePlanned } from "../events.ts";
import { dayRefusals, timeOffRefusals } from "../planning.ts";
import { planOf } from "../presence.ts";
import { groundOf, planOfMember } from "../queries/plans.ts";
import { insertTimeOff, timeOffFrom } from "../queries/time-off.ts";
import { addDays, dayAt, daysBetween, spanOf } from "../week.ts";
import { holidaysOf } from "./offices.ts";
import { mustPlan, refuseIfAny, standing, writePlan } from "./presence.ts";

const os = keeps(contract).calendar;

/** Days of a plan that one file may hold, and how far back and ahead it goes where no days are named. */
const [most, back, ahead] = [366, 28, 84];
/** How far ahead a file is read, in days. What reads and writes files is loaded with the first. */
const readAhead = 366;

export const calendar = os.router({
  export: os.export.handler(({ input, context }) => context.read((tx) => exported(tx, context, input))),
  preview: os.preview.handler(({ input, context }) =>
    context.read(async (tx) => (await readFor(tx, context, input.content)).answer),
  ),
  import: os.import.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { reading, answer, siteId } = await readFor(tx, context, input.content);
      const { memberId } = context.viewer;
      const days = reading.days.map(({ day, at, siteId: office }) => ({ day, at, siteId: office }));
      await writePlan(tx, memberId, siteId, { days, usual: null });
      for (const { startsOn, endsOn } of reading.timeOff) {
        const bodyOf = bodyHash({ startsOn, endsOn });
        if (await insertTimeOff(tx, memberId, { id: newId(), startsOn, endsOn, bodyHash: bodyOf }))
          await tx.record(presencePlanned(siteId));
      }
      return answer;
    }),
  ),
});

/** One's own plan is one's own to take along, also where presence was switched off. */
async function exported(tx: Tx, context: RequestContext, { from, to }: { from?: string; to?: string }) {
  const { viewer } = context;
  const first = from ?? addDays(dayAt(tx.now, viewer.timeZone), -back);
  const last = to ?? addDays(first, back + ahead);
  const length = spanOf(first, last);
  if (length < 1) refuseIfAny([{ field: "to", expected: `${first} or a later day`, todo: "Put the first day first." }]);
  if (length > most)
    refuseIfAny([{ field: "to", expected: `at most ${most} days`, todo: "Take a longer time in parts." }]);
  const { ground, home } = await standing(tx, context, first, last);
  const planned = await planOfMember(tx, viewer.memberId, first, last);
  const holidays = home ? await holidaysOf(home, [first, last]) : {};
  const days = daysBetween(first, last).flatMap((day) => {
    const { at, siteId, because } = planOf(day, planned, holidays);
    // Days that are no plan of one's own are left to the calendar they come from.
    if (at === null || because === "hours" || because === "holiday") return [];
    const office = ground.sites.find(({ id }) => id === siteId);
    return [{ day: day.date, at, office: office ? { name: office.name, place: office.place } : null }];
  });
  const { calendarOf } = await import("../calendar-file.ts");
  const around = { teamIds: viewer.teams, leads: [] };
  const { anchorTeams } = await groundOf(tx, viewer.memberId, { first, last }, null, around);
  const anchors = anchorsIn(daysBetween(first, last), anchorTeams).map((each) => ({ ...each, team: each.team.name }));
  const content = calendarOf(days, anchors, viewer.memberId, tx.now.toString());
  return { fileName: `presence-${first}.ics`, content };
}

/** What the file says and may be planned; what may not be is told with the reason. */
async function readFor(tx: Tx, context: RequestContext, content: string) {
  const { today, ground, home, thisWeek } = await standing(tx, context);
  const site = mustPlan(home);
  const firstDay = thisWeek[0]?.date as string;
  const offices = ground.sites;
  const given = { sites: offices, homeSiteId: site.id, first: firstDay, last: addDays(today, readAhead) };
  const read = await (await import("../calendar-reading.ts")).readCalendar(content, given);
  if (!read) {
    const expected = "the text of an iCalendar file (.ics)";
    throw refused({ field: "content", expected, todo: "Export your calendar again and choose that file." });
  }
  const reading = await allowed(tx, context.viewer.memberId, read, { firstDay, today, offices });
  const nameOf = (id: string | null) => offices.find((each) => each.id === id);
  const answer = {
    days: reading.days.map(({ siteId, ...day }) => {
      const office = nameOf(siteId);
      return { ...day, site: office ? { id: office.id, name: office.name } : null };
    }),
    timeOff: reading.timeOff,
    notUnderstood: reading.notUnderstood,
  };
  return { reading, answer, siteId: site.id };
}

interface Rules {
  firstDay: string;
  today: string;
  offices: Parameters<typeof dayRefusals>[2];
}

async function allowed(tx: Tx, memberId: string, read: Reading, { firstDay, today, offices }: Rules): Promise<Reading> {
  const there = await timeOffFrom(tx, memberId, firstDay);
  const notUnderstood = [...read.notUnderstood];
  const keep = (entry: { line: number; text: string }, problems: { expected: string; todo: string }[]) => {
    const [problem] = problems;
    if (problem) {
      const reason = `Expected ${problem.expected}. ${problem.todo}`;
      notUnderstood.push({ line: entry.line, text: entry.text, reason });
    }
    return !problem;
  };
  return {
    days: read.days.filter((day) => keep(day, dayRefusals([day], firstDay, offices))),
    timeOff: read.timeOff
      .filter((off) => !there.some(({ startsOn, endsOn }) => startsOn <= off.startsOn && off.endsOn <= endsOn))
      .filter((off) => keep(off, timeOffRefusals(off, today))),
    notUnderstood: notUnderstood.sort((one, other) => one.line - other.line),
  };
}
