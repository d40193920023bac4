import ICAL from "ical.js";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { startsOf } from "./meeting.ts";
import { meetingFile } from "./meeting-file.ts";

const meeting = {
  ...{ id: "01936f0e-7d7b-7cc1-a1f0-0242ac120002", title: "Refocus; what, and why" },
  ...{ startsAt: "2027-03-11T12:45:00Z", minutes: 45, timeZone: "America/Toronto", weeks: 8, cancelled: false },
};
const stamp = "2027-02-16T09:12:00Z";

/** The instants at which another's calendar has it, by the file's own zone. */
function timesIn(file: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") as ICAL.Component);
  const event = new ICAL.Event(calendar.getFirstSubcomponent("vevent") as ICAL.Component);
  const times = event.iterator();
  const found: string[] = [];
  for (let next = times.next(); next && found.length < 30; next = times.next()) {
    next.zone = zone;
    found.push(new Date(next.toUnixTime() * 1000).toISOString());
  }
  return found;
}

describe("a meeting as a calendar file", () => {
  it("keeps its local time over a change of clocks, as the product counts it", () => {
    const starts = startsOf({ startsAt: Date.parse(meeting.startsAt), timeZone: meeting.timeZone, weeks: 8 });
    expect(timesIn(meetingFile(meeting, stamp))).toEqual(starts.map((start) => new Date(start).toISOString()));
    expect(starts.map((at) => new Date(at).toISOString().slice(11, 16)).slice(0, 2)).toEqual(["12:45", "11:45"]);
  });

  it.each(["Europe/Lisbon", "Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Chatham", "UTC", "America/Sao_Paulo"])(
    "is read alike in %s",
    (timeZone) => {
      const starts = startsOf({ startsAt: Date.parse(meeting.startsAt), timeZone, weeks: 26 });
      const file = meetingFile({ ...meeting, timeZone, weeks: 26 }, stamp);
      expect(timesIn(file)).toEqual(starts.map((start) => new Date(start).toISOString()));
      const shown = Temporal.Instant.fromEpochMilliseconds(starts[0] as number).toZonedDateTimeISO(timeZone);
      expect(file).toContain(`DTSTART;TZID=${timeZone}:${shown.toPlainDate().toString().replaceAll("-", "")}`);
    },
  );

  it("says its title, its length, and that it was cancelled", () => {
    const once = meetingFile({ ...meeting, weeks: 1 }, stamp);
    expect(once).toContain("SUMMARY:Refocus\\; what\\, and why");
    expect(once).toContain("DURATION:PT45M");
    expect(once).not.toContain("RRULE");
    const cancelled = meetingFile({ ...meeting, cancelled: true }, stamp);
    expect(cancelled).toContain("METHOD:CANCEL");
    expect(cancelled).toContain("STATUS:CANCELLED");
  });
});
