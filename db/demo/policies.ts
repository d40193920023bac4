/** Three policies of Osier: one that helped, one of which it is too early to tell, one with too few teams to tell. */
import type { Moment, Telling } from "./moments.ts";
import { everyTeam, leadOf } from "./people.ts";
import type { Client, Verbs } from "./verbs.ts";

const owner = "Hanna Vogel";
const champion = "Sara Nunes";
const cycleName = "Ways of working";

/** What every team keeps an eye on, week by week, over two quarters. */
const watched = {
  focus: { title: "Hours a week without a meeting", unit: "h", operator: "at-or-above", limit: "8" },
  decisions: { title: "Days from question to decision", unit: "days", operator: "at-or-below", limit: "6" },
} as const;
type Watched = keyof typeof watched;

const handOff = "Hand-off time, design to build";

/** Mondays: from the first measured one on. */
const firstWeek = -83;
const quiet = { name: "Quiet mornings", day: -55, decided: 8 };
const written = { name: "Written before it is talked about", day: 29, decided: 113 };
const anchored = { name: "Anchor days, Product and Growth", day: 1, decided: 85 };

/** Teams that nobody stands below. */
const teams = everyTeam()
  .filter(({ teams: below = [] }) => below.length === 0)
  .map(({ name }) => name);

export function policies(telling: Telling): Moment[] {
  const { does, idOf, calendar } = telling;
  const day = (policy: { day: number }) => calendar.date(policy.day);
  const focus = measuredBy(telling, "focus");
  const decisions = measuredBy(telling, "decisions");
  return [
    ...waysOfWorking(telling),
    ...begun(telling, {
      ...{ policy: quiet, kind: "meeting-free", startsOn: day(quiet), decidesOn: calendar.date(quiet.decided) },
      rule: "No meetings before noon, your time, on Tuesdays and Thursdays.",
      why: "Four in ten say that they cannot focus long enough.",
      scope: { teamIds: teams.map((team) => idOf("team", team)) },
      outcomes: [{ ...focus, id: idOf("outcome", "quiet"), wanted: "up", sizeThatMatters: "2" }],
      guardrails: [{ ...decisions, id: idOf("outcome", "not slower"), safe: "at-most", limit: "6", margin: "1" }],
      comparison: { kind: "randomised-by-team", draw: 5 },
    }),
    does(owner, quiet.decided + 1, "11:00", async ({ policies: { policies: policy } }) => {
      const id = idOf("policy", quiet.name);
      const { version } = await policy.get({ id });
      const reason = "Mornings are calm where it holds, and decisions take no longer. It stays for these five teams.";
      await policy.decide({ id: idOf("decision", quiet.name), policyId: id, version, decision: "keep", reason });
    }),
    ...begun(telling, {
      ...{ policy: written, kind: "writing-first", startsOn: day(written), decidesOn: calendar.date(written.decided) },
      rule: "A decision that waits longer than a day is asked in writing, with a date, before anybody meets.",
      why: "Bengaluru and Toronto share no hour of the day.",
      scope: { teamIds: teams.map((team) => idOf("team", team)) },
      outcomes: [{ ...decisions, id: idOf("outcome", "written"), wanted: "down", sizeThatMatters: "1" }],
      guardrails: [{ ...focus, id: idOf("outcome", "still calm"), safe: "at-least", limit: "8", margin: "2" }],
      comparison: { kind: "randomised-by-team", draw: 6 },
    }),
    ...begun(telling, {
      ...{
        policy: anchored,
        kind: "hybrid-anchored",
        startsOn: day(anchored),
        decidesOn: calendar.date(anchored.decided),
      },
      rule: "Product and Growth share two office days a week, Tuesday and Wednesday.",
      why: "Work waits between design and build.",
      office: { days: 2, weekdays: ["2", "3"] },
      imperativeIds: [idOf("imperative", "Do our best work from anywhere")],
      scope: { teamIds: ["Product", "Growth"].map((team) => idOf("team", team)) },
      outcomes: [
        { ...decisions, id: idOf("outcome", "anchored"), wanted: "down", sizeThatMatters: "0.5" },
        {
          ...{ id: idOf("outcome", "hand-off"), name: handOff, wanted: "down", sizeThatMatters: "0.5" },
          measure: { kind: "key-results", ids: [idOf("key-result", handOff)] },
        },
      ],
      guardrails: [{ ...focus, id: idOf("outcome", "focus kept"), safe: "at-least", limit: "8", margin: "2" }],
      comparison: {
        kind: "difference-in-differences",
        teamIds: ["Platform", "Customer Success", "People"].map((team) => idOf("team", team)),
      },
    }),
  ];
}

/** A cycle of their own, in which every team keeps its ways of working on purpose. */
function waysOfWorking(telling: Telling): Moment[] {
  const { does, idOf, calendar } = telling;
  const id = idOf("cycle", cycleName);
  const last = Math.floor((calendar.monday - firstWeek) / 7);
  const weeks = Array.from({ length: last + 1 }, (_, week) => week);
  return [
    does(champion, firstWeek - 20, "16:00", async ({ okrs: { cycles } }) => {
      const dates = { startsOn: calendar.date(firstWeek - 7), endsOn: calendar.date(84) };
      const { version } = await cycles.create({ id, name: cycleName, kind: "custom", ...dates });
      await cycles.setState({ id, version, state: "active" });
    }),
    ...teams.map((team, nth) =>
      does(leadOf(team), firstWeek - 9, `13:${10 + nth}`, ({ okrs }) => watch(telling, okrs, team)),
    ),
    ...weeks.flatMap((week) => [reported(telling, week, "focus"), reported(telling, week, "decisions")]),
  ];
}

async function watch({ idOf }: Telling, { objectives, healthMetrics }: Client["okrs"], team: string) {
  const [objectiveId, ownerId] = [idOf("objective", `${cycleName}, ${team}`), idOf("member", leadOf(team))];
  await objectives.create({
    ...{ id: objectiveId, cycleId: idOf("cycle", cycleName), title: `${team} works well from anywhere`, ownerId },
    ...{ why: "What we watch so that no policy is paid for by somebody.", level: "team", teamId: idOf("team", team) },
    upkeep: true,
  });
  for (const [key, metric] of Object.entries(watched))
    await healthMetrics.create({
      id: idOf("health-metric", `${key} ${team}`),
      objectiveId,
      ownerId,
      decimals: 1,
      ...metric,
    });
}

/** On Friday afternoon each lead says how the week was. */
function reported(telling: Telling, week: number, key: Watched): Moment {
  const { calendar, idOf } = telling;
  const monday = firstWeek + 7 * week;
  return {
    at: calendar.at(monday + 4, key === "focus" ? "16:00" : "16:10"),
    effort: teams.length,
    tell: async (verbs) => {
      const covered = await coveredTeams(telling, verbs, monday);
      const measure = async (team: string, nth: number) => {
        const { okrs } = await verbs.as(idOf("member", leadOf(team)));
        const value = (usual(key, nth, week) + (key === "focus" && covered.has(team) ? 3.2 : 0)).toFixed(1);
        return okrs.healthMetrics.measure({ id: idOf("health-metric", `${key} ${team}`), value });
      };
      await Promise.all(teams.map(measure));
    },
  };
}

/** Whom the lot of quiet mornings fell on, from its first week on: nobody knew before. */
async function coveredTeams({ idOf }: Telling, verbs: Verbs, monday: number): Promise<ReadonlySet<string>> {
  if (monday < quiet.day) return new Set();
  const { policies } = await verbs.as(idOf("member", owner));
  const { sealed } = await policies.policies.get({ id: idOf("policy", quiet.name) });
  const drawn = sealed?.lot.teams.filter(({ arm }) => arm === "covered") ?? [];
  return new Set(drawn.map(({ name }) => name));
}

/** How a team's week usually is: each has its level, and weeks go up and down by what happened in them. */
function usual(key: Watched, nth: number, week: number): number {
  const weekly = Math.sin(nth * 12.9898 + week * 78.233 + (key === "focus" ? 0 : 1)) * 43758.5453;
  const unevenly = (weekly - Math.floor(weekly)) * 2 - 1;
  return key === "focus" ? 9 + ((nth * 7) % 5) * 0.8 + unevenly : 3.4 + ((nth * 3) % 4) * 0.4 + unevenly * 0.6;
}

/** The same health metric of every team. */
function measuredBy({ idOf }: Telling, key: Watched) {
  const ids = teams.map((team) => idOf("health-metric", `${key} ${team}`));
  return { name: watched[key].title, measure: { kind: "health-metrics" as const, ids } };
}

type Draft = Parameters<Client["policies"]["policies"]["create"]>[0];

/** Written a week before its start, sealed three days before it. */
function begun(
  { does, idOf }: Telling,
  { policy: { name, day }, ...draft }: Omit<Draft, "id" | "title"> & { policy: { name: string; day: number } },
): Moment[] {
  const id = idOf("policy", name);
  return [
    does(owner, day - 6, "15:00", ({ policies: { policies: policy } }) => policy.create({ id, title: name, ...draft })),
    does(owner, day - 3, "15:30", ({ policies: { policies: policy } }) => policy.seal({ id, version: 1 })),
  ];
}
