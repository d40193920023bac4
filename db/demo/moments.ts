import type { Temporal } from "temporal-polyfill";
import { newId } from "../../src/platform/ids.ts";
import type { Calendar } from "./calendar.ts";
import { everyone } from "./people.ts";
import type { City } from "./story.ts";
import type { Client, Verbs } from "./verbs.ts";

/** Something that happens in the story, at an instant. */
export interface Moment {
  at: Temporal.Instant;
  /** How long it takes, where a check-in is 1; for the progress bar. */
  effort?: number;
  tell(verbs: Verbs): Promise<unknown>;
}

/** What a chapter needs to write its moments. */
export interface Telling {
  calendar: Calendar;
  /** The id of what the story calls by a name; the same for the same name. */
  idOf(kind: Kind, name: string): string;
  /** Somebody does something at a time of their own city. */
  does(name: string, day: number, time: string, verb: (client: Client) => Promise<unknown>): Moment;
  cityOf(name: string): City;
}

type Kind =
  | "member"
  | "team"
  | "imperative"
  | "cycle"
  | "objective"
  | "key-result"
  | "milestone"
  | "support"
  | "target-change"
  | "health-metric"
  | "check-in"
  | "ask"
  | "initiative"
  | "intention"
  | "retrospective"
  | "pulse"
  | "plan"
  | "draft"
  | "comment"
  | "site"
  | "time-off"
  | "anchor-days"
  | "policy"
  | "outcome"
  | "decision";

export function newTelling(calendar: Calendar): Telling {
  const ids = new Map<string, string>();
  const cityByName = new Map(everyone().map(({ name, city }) => [name, city]));
  const idOf: Telling["idOf"] = (kind, name) => {
    const key = `${kind} ${name}`;
    const id = ids.get(key) ?? newId();
    ids.set(key, id);
    return id;
  };
  const cityOf: Telling["cityOf"] = (name) => {
    const city = cityByName.get(name);
    if (!city) throw new Error(`${name} is not in the story.`);
    return city;
  };
  return {
    calendar,
    idOf,
    cityOf,
    does: (name, day, time, verb) => ({
      at: calendar.at(day, time, cityOf(name)),
      tell: async (verbs) => verb(await verbs.as(idOf("member", name))),
    }),
  };
}

/** The same, a little before `now` where it would come later: what a visitor must find on whatever day it is. */
export function atLatest(moment: Moment, now: Temporal.Instant): Moment {
  const soon = now.subtract({ seconds: 30 });
  return moment.at.epochMilliseconds > soon.epochMilliseconds ? { ...moment, at: soon } : moment;
}
