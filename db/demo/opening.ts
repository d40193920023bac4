/** How the organisation began: its people, teams and strategy. */

import type { Temporal } from "temporal-polyfill";
import { addMember, createOrganisation } from "../../src/features/people/public.ts";
import type { Moment, Telling } from "./moments.ts";
import { emailOf, everyone, everyTeam, guests } from "./people.ts";
import { cities, type Person } from "./story.ts";
import { firstVision, imperatives, mission, vision } from "./strategy.ts";
import type { Verbs } from "./verbs.ts";

const founder = "Hanna Vogel";
/** The organisation is half a year old. */
const firstDay = -180;

export function opening(telling: Telling, organisationId: string, password: string): Moment[] {
  const { calendar, does } = telling;
  const began = calendar.at(firstDay, "09:00", "Berlin");
  const others = [...everyone(), ...guests].filter(({ name }) => name !== founder);
  const admit = admission(telling, organisationId, password);
  return [
    { at: began, tell: (verbs) => found(verbs, telling, organisationId, password) },
    ...inFours(others).map((four, at) => ({
      at: began.add({ minutes: 1 + at }),
      effort: 40,
      tell: (verbs: Verbs) => Promise.all(four.map((person) => admit(person)(verbs))),
    })),
    ...teams(telling, began.add({ hours: 2 })),
    does(founder, firstDay, "15:00", ({ strategy }) => strategy.vision.set({ text: firstVision, version: 0 })),
    does(founder, firstDay, "15:05", ({ strategy }) => strategy.mission.set({ text: mission, version: 0 })),
    ...imperatives.map((imperative, at) =>
      does(founder, firstDay + 1, `10:0${at}`, ({ strategy }) =>
        strategy.imperatives.create({
          id: telling.idOf("imperative", imperative.statement),
          ...imperative,
          horizon: "Three years",
        }),
      ),
    ),
    does(founder, -95, "11:00", ({ strategy }) => strategy.vision.set({ text: vision, version: 1 })),
  ];
}

/** A few at a time: a password takes its time to be hashed. */
function inFours<T>(all: T[]): T[][] {
  return all.length === 0 ? [] : [all.slice(0, 4), ...inFours(all.slice(4))];
}

async function found(verbs: Verbs, telling: Telling, organisationId: string, password: string) {
  const { database, identity } = verbs;
  const email = emailOf(founder);
  const { timeZone } = cities[telling.cityOf(founder)];
  const identityId = await identity.createAccount({ email, name: founder, password });
  const id = telling.idOf("member", founder);
  await database.write(organisationId, { memberId: id, via: "demo" }, async (tx) => {
    const osier = {
      name: "Osier",
      timeZone: cities.Lisbon.timeZone,
      weekStartsOn: 1,
      fiscalYearStartMonth: 1,
      demo: true,
    };
    await createOrganisation(tx, osier, { id, name: founder, email, timeZone, identityId });
    await identity.joinOrganisation(tx, identityId, id);
  });
}

/** Adds people with a sign-in of their own, as an accepted invitation does, but without a letter. */
function admission(telling: Telling, organisationId: string, password: string) {
  const by = telling.idOf("member", founder);
  return (person: Person & { email?: string }) =>
    async ({ database, identity }: Verbs) => {
      const { name, city, role = "member", email = emailOf(name) } = person;
      const identityId = await identity.createAccount({ email, name, password });
      const id = telling.idOf("member", name);
      await database.write(organisationId, { memberId: by, via: "demo" }, async (tx) => {
        await addMember(tx, { id, name, email, role, timeZone: cities[city].timeZone, place: city, identityId });
        await identity.joinOrganisation(tx, identityId, id);
      });
    };
}

function teams({ idOf }: Telling, from: Temporal.Instant): Moment[] {
  const by = (verbs: Verbs) => verbs.as(idOf("member", founder));
  const tree = everyTeam().map(({ name, parent, lead }) => async (verbs: Verbs) => {
    const parentId = parent && idOf("team", parent);
    await (await by(verbs)).people.teams.create({
      id: idOf("team", name),
      name,
      parentId,
      leadId: idOf("member", lead),
    });
  });
  const places = [...everyone(), ...guests].map(({ name, team }) => async (verbs: Verbs) => {
    await (await by(verbs)).people.teams.addMember({ id: idOf("team", team), memberId: idOf("member", name) });
  });
  return [...tree, ...places].map((tell, at) => ({ at: from.add({ minutes: at }), tell }));
}
