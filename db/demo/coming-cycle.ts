/** The coming cycle as it is thought over: who drafts what, what is said about it, and who reviews it by when. */
import type { Moment, Telling } from "./moments.ts";
import type { Client } from "./verbs.ts";

const owner = "Hanna Vogel";
const champion = "Sara Nunes";
const lead = "Marcus Chen";
const main = "Inês Carvalho";

interface DraftKeyResult {
  title: string;
  owner: string | null;
  weight: string;
  unit?: string;
  from?: string;
  to?: string;
  source?: string;
}

interface Draft {
  title: string;
  why: string;
  owner: string;
  energy?: string;
  under: { kind: "imperative" | "draft-objective"; title: string };
  keyResults: DraftKeyResult[];
}

const stay = "New clinics stay because the first week worked";
const monday = "New clinics get through their first Monday with confidence";
const active = "Clinics active in week 4";
const webinar = "Launch onboarding webinar";
const imported = "Large clinics live within 14 days";

const company: Draft[] = [
  {
    title: stay,
    why: "Clinics that take a live booking in week one stay 2.3 times longer. 44 % do so today.",
    owner: "Marcus Chen",
    under: { kind: "imperative", title: "Win the first week" },
    keyResults: [
      { title: "Clinics still here after 90 days", owner: "Marcus Chen", weight: "1", unit: "%", from: "81", to: "88" },
    ],
  },
];

const product: Draft[] = [
  {
    title: monday,
    why: "The first Monday decides whether a clinic trusts us with the second.",
    owner: main,
    energy: "50",
    under: { kind: "draft-objective", title: stay },
    keyResults: [
      {
        title: active,
        owner: "Dana Okafor",
        weight: "40",
        unit: "%",
        from: "67",
        to: "78",
        source: "Product data, weekly",
      },
      { title: webinar, owner: main, weight: "40" },
      { title: "Improve setup satisfaction", owner: "Sofia Almeida", weight: "20" },
    ],
  },
  {
    title: "A large clinic moves in without losing a weekend",
    why: "Clinics of ten and more bring the most patients, and the most lists to type.",
    owner: "Rafael Pinto",
    energy: "25",
    under: { kind: "draft-objective", title: stay },
    keyResults: [
      { title: imported, owner: "Arjun Nair", weight: "1", unit: "%", from: "38", to: "60" },
      {
        title: "Hours a clinic spends on its lists",
        owner: "Rafael Pinto",
        weight: "1",
        unit: "h",
        from: "6.5",
        to: "3",
      },
    ],
  },
];

const success: Draft[] = [
  {
    title: "A clinic’s first question is its last",
    why: "Whoever has to ask twice has already lost a morning.",
    owner: "Claire Dubois",
    energy: "40",
    under: { kind: "draft-objective", title: stay },
    keyResults: [
      { title: "Questions solved in one answer", owner: "Grace Mensah", weight: "1", unit: "%", from: "62", to: "75" },
    ],
  },
];

/** The key results that are drafted for it, before anyone answers them. */
export const drafted = [...company, ...product, ...success].flatMap(({ keyResults }) => keyResults);

export function comingCycle(telling: Telling): Moment[] {
  const { does, idOf, calendar } = telling;
  const { name, startsOn, endsOn } = calendar.comingCycle;
  const cycleId = idOf("cycle", name);
  const opens = (by: string, day: number, time: string, team: string | null, drafts: Draft[]) =>
    does(by, day, time, async (client) => {
      const id = idOf("plan", team ?? "company");
      const place = team ? { level: "team" as const, teamId: idOf("team", team) } : { level: "company" as const };
      await client.planning.plans.open({ id, cycleId, ...place });
      for (const draft of drafts) await write(telling, client, id, draft);
    });
  return [
    does(champion, 30, "10:00", ({ okrs }) =>
      okrs.cycles.create({ id: cycleId, name, kind: "quarter", startsOn, endsOn }),
    ),
    opens(owner, 31, "11:00", null, company),
    opens(lead, 32, "10:30", "Product", product),
    opens("Grace Mensah", 33, "09:30", "Customer Success", success),
    opens("Emil Brandt", 33, "11:00", "Platform", []),
    does(lead, 32, "11:30", ({ planning }) =>
      planning.draftInitiatives.create({
        id: idOf("draft", "Guided import for large clinics"),
        planId: idOf("plan", "Product"),
        title: "Guided import for large clinics",
        ownerId: idOf("member", "Rafael Pinto"),
        moves: [
          { draftKeyResultId: idOf("draft", imported), expectedMove: "15" },
          { draftKeyResultId: idOf("draft", active), expectedMove: "3" },
        ],
      }),
    ),
    ...alone(telling, cycleId),
    ...talked(telling),
    ...reviewed(telling),
    ...answered(telling),
  ];
}

async function write({ idOf }: Telling, { planning }: Client, planId: string, draft: Draft) {
  const { title, why, under, energy = null } = draft;
  const id = idOf("draft", title);
  const kind = under.kind === "imperative" ? "imperative" : "draft";
  await planning.draftObjectives.create({
    ...{ id, planId, title, why, energy },
    ownerId: idOf("member", draft.owner),
    parent: { kind: under.kind, id: idOf(kind, under.title) },
  });
  for (const { from = null, to = null, owner: whose, ...keyResult } of draft.keyResults) {
    await planning.draftKeyResults.create({
      ...keyResult,
      id: idOf("draft", keyResult.title),
      draftObjectiveId: id,
      ownerId: whose && idOf("member", whose),
      measure: { kind: "metric", start: from, target: to },
    });
  }
}

/** What she plans for herself alone: nobody else finds it. */
function alone({ does, idOf }: Telling, cycleId: string): Moment[] {
  const id = idOf("plan", main);
  return [
    does(main, 32, "17:00", async ({ planning }) => {
      await planning.plans.open({ id, cycleId, level: "personal" });
      await planning.draftObjectives.create({
        id: idOf("draft", "I end my weeks rested"),
        planId: id,
        title: "I end my weeks rested",
        why: "Three Sundays in a row with the laptop open.",
        private: true,
      });
    }),
  ];
}

function talked({ does, idOf }: Telling): Moment[] {
  const about = (title: string) => ({ subjectKind: "draft-key-result" as const, subjectId: idOf("draft", title) });
  const [late, tour] = [idOf("comment", "late"), idOf("comment", "tour")];
  return [
    does("Jonas Weber", 36, "16:10", ({ conversation }) =>
      conversation.comments.create({
        ...{ id: late, ...about(active) },
        text: "Week 4 tells us about habit. Does it come too late to steer by?",
      }),
    ),
    does("Sofia Almeida", 36, "11:20", ({ conversation }) =>
      conversation.comments.create({
        ...{ id: tour, ...about(imported) },
        text: "From which day do we count the 14: contract or first sign-in?",
      }),
    ),
    does("Arjun Nair", 37, "10:05", ({ conversation }) =>
      conversation.comments.create({
        ...{ id: idOf("comment", "sign-in"), ...about(imported), replyTo: tour },
        text: "First sign-in. It is in the product data, so nobody has to report it.",
      }),
    ),
    does("Sofia Almeida", 37, "11:00", ({ conversation }) =>
      conversation.comments.resolve({ id: tour, resolved: true }),
    ),
  ];
}

/** In review once more, after one asked for changes: open until the Friday of the week after this one. */
function reviewed({ does, idOf, calendar }: Telling): Moment[] {
  const id = idOf("plan", "Product");
  const asks = (day: number, time: string) =>
    does(lead, day, time, async ({ planning }) => {
      const { version } = await planning.plans.get({ id });
      const reviewerIds = ["Jonas Weber", "Priya Raghavan", main].map((name) => idOf("member", name));
      await planning.plans.askForReview({
        id,
        version,
        reviewerIds,
        closes: { on: calendar.date(calendar.monday + 11), at: "17:00" },
      });
    });
  const says = (by: string, day: number, time: string, verdict: "approved" | "changes", note = "") =>
    does(by, day, time, async ({ planning }) => {
      const { version } = await planning.plans.get({ id });
      await planning.plans.review({ id, version, verdict, note });
    });
  return [
    asks(35, "17:00"),
    says("Jonas Weber", 36, "10:00", "changes", "Say whom a large clinic has to call today, and whom no more."),
    does(lead, 37, "14:00", async ({ planning }) => {
      const draftId = idOf("draft", "A large clinic moves in without losing a weekend");
      const { objectives } = await planning.plans.get({ id });
      const version = objectives.find((each) => each.id === draftId)?.version ?? 1;
      const why =
        "Clinics of ten and more bring the most patients. Today each of them calls Support to move its lists.";
      await planning.draftObjectives.update({ id: draftId, version, why });
    }),
    asks(37, "14:30"),
    says("Priya Raghavan", 38, "10:30", "approved"),
  ];
}

function answered({ does, idOf }: Telling): Moment[] {
  const accepts = (by: string, title: string, day: number, confidence: number) =>
    does(by, day, "09:40", ({ planning }) =>
      planning.draftKeyResults.accept({ id: idOf("draft", title), version: 1, answer: "accepted", confidence }),
    );
  return [accepts("Dana Okafor", active, 36, 6), accepts("Arjun Nair", imported, 37, 7)];
}
