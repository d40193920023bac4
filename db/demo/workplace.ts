/** Where Osier's people plan to be: four sites, usual weeks, days that differ, days off and a holiday of their own. */
import type { Moment, Telling } from "./moments.ts";
import { atLatest } from "./moments.ts";
import { everyone } from "./people.ts";
import { type City, cities } from "./story.ts";
import type { Client } from "./verbs.ts";

const owner = "Hanna Vogel";
const administrator = "Petra Lang";
type Seats = Partial<Record<"1" | "2" | "3" | "4" | "5" | "6" | "7", number>>;

/** Berlin's house is small; nobody opens Toronto's on Fridays. */
const sites: Record<City, { country: string; region: string; seats: Seats }> = {
  Lisbon: { country: "PT", region: "", seats: { "1": 20, "2": 20, "3": 20, "4": 20, "5": 20 } },
  Berlin: { country: "DE", region: "BE", seats: { "1": 17, "2": 17, "3": 17, "4": 17, "5": 17 } },
  Toronto: { country: "CA", region: "ON", seats: { "5": 0 } },
  Bengaluru: { country: "IN", region: "KA", seats: {} },
};

type Word = "home" | "office" | "travel" | "off" | null;
const [h, o, t] = ["home", "office", "travel"] as const;

/** Usual weeks from Monday, in the order in which people of a city take them. */
const usual: Record<City, Word[][]> = {
  Lisbon: [
    [h, o, o, h, h],
    [h, o, o, o, h],
    [h, o, o, h, h],
    [o, o, o, h, h],
    [h, o, o, h, null],
  ],
  Berlin: [
    [h, o, o, h, h],
    [h, h, o, h, h],
    [o, o, o, o, h],
    [h, o, o, h, h],
  ],
  Toronto: [
    [h, h, h, h, h],
    [h, h, o, h, h],
    [h, h, h, h, h],
  ],
  Bengaluru: [
    [h, h, h, h, h],
    [o, o, h, h, o],
    [h, h, o, o, h],
    [h, h, h, h, h],
  ],
};

/** This week only: day from Monday (0), and where. */
const differs: Record<string, [day: number, word: Exclude<Word, null>][]> = {
  "Aylin Demir": [
    [1, t],
    [2, t],
    [3, t],
  ],
  "Elliot Roy": [
    [3, t],
    [4, t],
  ],
  "Tiago Marques": [[3, o]],
  "Clara Neumann": [[0, "off"]],
  "Noor Haddad": [
    [1, h],
    [2, t],
  ],
};

/** First and last day from this week's Monday. */
const away: Record<string, [first: number, last: number]> = {
  "Kavya Shetty": [0, 1],
  "Joana Reis": [4, 4],
  "Samuel Osei": [2, 9],
  "Bruno Tavares": [0, 4],
  "Ananya Bose": [14, 25],
};

export function workplace(telling: Telling): Moment[] {
  const { calendar, does, idOf } = telling;
  const { monday } = calendar;
  const opened = -60;
  const cityNames = Object.keys(sites) as City[];
  return [
    ...cityNames.flatMap((city, nth) => openingOf(telling, city, opened, nth)),
    ...everyone().flatMap(({ name, city }, nth) => settlingIn(telling, name, city, opened + 1, nth)),
    does(administrator, monday - 7, "11:00", ({ workplace: { sites: site } }) =>
      site.setHoliday({ id: idOf("site", "Bengaluru"), day: calendar.date(monday + 11), name: "Osier Day" }),
    ),
    ...Object.entries(differs).map(([name, days]) =>
      soon(telling, name, ({ workplace: { presence } }) =>
        presence.plan({ days: days.map(([day, at]) => ({ day: calendar.date(monday + day), at })) }),
      ),
    ),
    ...anchorDays(telling),
    ...Object.entries(away).map(([name, [first, last]]) =>
      soon(telling, name, ({ workplace: { timeOff } }) =>
        timeOff.create({
          id: idOf("time-off", name),
          startsOn: calendar.date(monday + first),
          endsOn: calendar.date(monday + last),
        }),
      ),
    ),
    ...agreements(telling),
  ];
}

/** How Product agreed to work, reviewed in this cycle, and Onboarding, which did not get round to that yet. */
function agreements(telling: Telling): Moment[] {
  const { does, idOf } = telling;
  return [
    agreed(telling, "Marcus Chen", { team: "Product", template: "remote-across-zones", day: -30 }),
    agreed(telling, "Inês Carvalho", { team: "Onboarding", template: "remote-one-zone", day: -28 }),
    does("Marcus Chen", 4, "15:00", ({ workplace: { agreements: ours } }) =>
      ours.review({ id: idOf("team", "Product"), version: 1 }),
    ),
  ];
}

function agreed({ does, idOf }: Telling, lead: string, as: { team: string; template: string; day: number }): Moment {
  return does(lead, as.day, "15:00", async ({ workplace: { agreements: ours } }) => {
    const { items } = await ours.templates();
    const template = items.find(({ key }) => key === as.template)!;
    return ours.write({ id: idOf("team", as.team), version: 0, ...template.agreed });
  });
}

/** Product comes in on Tuesdays and Wednesdays; Onboarding is asked whether it would rather have the Thursday. */
function anchorDays(telling: Telling): Moment[] {
  const { calendar, does, idOf } = telling;
  const { monday } = calendar;
  const [agreed, asked] = [idOf("anchor-days", "Product"), idOf("anchor-days", "Onboarding")];
  const since = calendar.date(monday - 28);
  return [
    does("Marcus Chen", monday - 35, "14:00", ({ workplace: { anchorDays: days } }) =>
      days.propose({ id: agreed, teamId: idOf("team", "Product"), days: ["2", "3"], from: since }),
    ),
    does("Marcus Chen", monday - 35, "14:05", ({ workplace: { anchorDays: days } }) =>
      days.setState({ id: agreed, version: 1, state: "accepted" }),
    ),
    soon(telling, "Sofia Almeida", ({ workplace: { anchorDays: days } }) =>
      days.propose({
        ...{ id: asked, teamId: idOf("team", "Onboarding"), days: ["2", "4"] },
        from: calendar.date(monday + 14),
      }),
    ),
  ];
}

/** The owner switches presence on once the administrator has added the site. */
function openingOf({ does, idOf }: Telling, city: City, day: number, nth: number): Moment[] {
  const id = idOf("site", city);
  const { timeZone } = cities[city];
  return [
    does(administrator, day, `10:0${nth}`, ({ workplace: { sites: site } }) =>
      site.create({ id, name: city, place: city, timeZone, ...sites[city] }),
    ),
    does(owner, day, `11:0${nth}`, ({ workplace: { sites: site } }) => site.setPresence({ id, version: 1, on: true })),
  ];
}

/** Somebody says where they belong and what their week usually is. */
function settlingIn({ calendar, does, idOf }: Telling, name: string, city: City, day: number, nth: number): Moment[] {
  const week = usual[city][placeIn(city, name) % usual[city].length] ?? [];
  // The week that `day` lies in begins on a Monday, as day 1 does.
  const from = calendar.date(day - ((((day - 1) % 7) + 7) % 7));
  const days = Object.fromEntries(
    week.flatMap((at, weekday) => (at === null ? [] : [[String(weekday + 1), { at }] as const])),
  );
  const focusTimes = nth % 3 === 0 ? { "2": ["09:30", "11:30"] as [string, string] } : {};
  return [
    does(name, day, `12:${10 + (nth % 50)}`, async ({ workplace: { presence } }) => {
      await presence.setProfile({ version: 0, siteId: idOf("site", city), focusTimes });
      return presence.plan({ usual: { from, days } });
    }),
  ];
}

/** On Monday morning, or just before now where that is still to come. */
function soon({ calendar, does }: Telling, name: string, verb: (client: Client) => Promise<unknown>): Moment {
  return atLatest(does(name, calendar.monday, "09:05", verb), calendar.now);
}

function placeIn(city: City, name: string): number {
  return everyone()
    .filter((person) => person.city === city)
    .findIndex((person) => person.name === name);
}
