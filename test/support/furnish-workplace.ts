/** Where people plan to be: a site with presence on, and the owner's own plan. */
import { newId } from "../../src/platform/ids.ts";
import { secret, told } from "./furnish.ts";
import type { Organisation } from "./house.ts";
import type { Ids } from "./inputs.ts";

/** In Toronto, where 15 February 2027 is Family Day. */
export const toronto = { place: "Toronto", timeZone: "America/Toronto", country: "CA", region: "ON" };

/** What Product agreed. */
export const anAgreement = {
  coreHours: { days: ["1", "2"], from: "10:00", to: "15:00", timeZone: null },
  channels: [{ name: "Chat", use: `${secret}: questions`, answerWithin: { amount: 4, unit: "hours" } }],
  meetingFree: [{ days: ["5"], from: "09:00", to: "12:00" }],
  asyncByDefault: true,
  notes: `${secret}: words`,
};

export async function furnishWorkplace({ owner, team, member }: Organisation): Promise<Ids> {
  const [site, off, meeting, decision] = [newId(), newId(), newId(), newId()];
  await told(owner.ask, "POST", "/sites", {
    id: site,
    ...toronto,
    name: `${secret}: site`,
    place: secret,
    seats: { "2": 8 },
  });
  await told(owner.ask, "PUT", `/sites/${site}/presence`, { version: 1, on: true });
  await told(owner.ask, "PUT", `/sites/${site}/holidays/2027-02-05`, { name: `${secret}: holiday` });
  await told(owner.ask, "PATCH", "/presence", { version: 0, siteId: site });
  await told(owner.ask, "PUT", "/presence", {
    days: [{ day: "2027-02-18", at: "office" }],
    usual: { from: "2027-02-15", days: { "2": { at: "home" } } },
  });
  await told(owner.ask, "POST", "/time-off", { id: off, startsOn: "2027-03-01", endsOn: "2027-03-02" });
  await told(owner.ask, "PUT", `/teams/${team.id}/agreement`, { version: 0, ...anAgreement });
  await told(owner.ask, "POST", "/meetings", {
    ...{ id: meeting, title: `${secret}: meeting`, memberIds: [member.id] },
    ...{ startsAt: "2027-02-17T15:00:00Z", minutes: 30, weeks: 3 },
  });
  await told(owner.ask, "POST", "/written-decisions", {
    ...{ id: decision, question: `${secret}: question`, context: `${secret}: context` },
    ...{ memberIds: [member.id], closesOn: "2027-02-19" },
  });
  await told(member.ask, "PATCH", "/presence", { version: 0, siteId: site });
  const anchorDays = newId();
  const days = { teamId: team.id, days: ["3"], from: "2027-03-01" };
  await told(owner.ask, "POST", "/anchor-days", { id: anchorDays, ...days });
  const written = { meetings: meeting, "written-decisions": decision, decisions: decision };
  return { sites: site, siteId: site, "time-off": off, "anchor-days": anchorDays, ...written };
}
