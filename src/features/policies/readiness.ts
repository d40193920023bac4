/**
 * How ready a team is for remote work, and what to do about it. Statements about the team, never about a person; each
 * rule names its source. What they mean and where they come from: docs/guide/readiness.md.
 */
export const areas = [
  "writing",
  "overlap",
  "meetings",
  "outcomes",
  "onboarding",
  "home",
  "tools",
  "wellbeing",
] as const;
export type Area = (typeof areas)[number];

/** Of a statement about the team; one that is left out is not known. */
export type Reply = "yes" | "partly" | "no";
export type Replies = Readonly<Record<string, Reply>>;
export type Level = "ready" | "partly" | "not-yet" | "not-known";

interface Statement {
  key: string;
  area: Area;
  text: string;
}

const said: [Area, string, string][] = [
  ["writing", "decisions-written", "Decisions are written down where all of us find them, with their reasons."],
  ["writing", "work-without-asking", "Somebody who was away for a day can go on without asking anyone."],
  ["overlap", "hours-known", "All of us know when each of us can be reached."],
  ["overlap", "answers-agreed", "We agreed how soon a question is answered, and where it is asked."],
  ["meetings", "meetings-earn", "Our meetings have a written agenda, and what they decide is written down."],
  ["meetings", "quiet-hours", "All of us have half a day a week or more without any meeting."],
  ["outcomes", "results-not-hours", "Work is judged by its results, not by hours or by being seen."],
  ["outcomes", "knows-week", "Each of us knows what is expected of them this week."],
  ["onboarding", "first-weeks", "Whoever is new has a plan for the first weeks, and somebody to ask."],
  ["onboarding", "met-once", "Whoever is new has met the team in person, or will soon."],
  ["home", "place-to-work", "Each of us has a place, a screen and a connection to work well from."],
  ["home", "told-if-not", "Whoever has not can say so, and something is done about it."],
  ["tools", "one-place", "Everything we work on has one place, and all of us can open it from anywhere."],
  ["tools", "same-seat", "In a meeting, those elsewhere see and hear as much as those in the room."],
  ["wellbeing", "switch-off", "All of us can switch off after hours, and do."],
  ["wellbeing", "talk-besides", "We have time to talk about more than work."],
];

export const statements: readonly Statement[] = said.map(([area, key, text]) => ({ key, area, text }));

/** An area is as ready as its weakest statement: one "no" is not made up for by a "yes" beside it. */
export function levelOf(area: Area, replies: Replies): Level {
  const given = statements.filter((each) => each.area === area).map(({ key }) => replies[key]);
  if (given.includes("no")) return "not-yet";
  if (given.every((reply) => reply === undefined)) return "not-known";
  return given.every((reply) => reply === "yes") ? "ready" : "partly";
}

/** What is known of the team besides. */
export interface Ground {
  /** Hours between the easternmost and the westernmost of its people. */
  zonesApart: number;
  /** Whether somebody in it has a home site. */
  hasSites: boolean;
  /** Whether some working agreement holds for it. */
  hasAgreement: boolean;
}

type PulseQuestion = "know-my-week" | "heard" | "work-well-from-here";
export type Proposal = { key: string; areas: Area[]; title: string; why: string; source: string } & (
  | { kind: "agreement"; template: string }
  | { kind: "policy"; policy: { kind: "writing-first" | "meeting-free" | "travel"; title: string; rule: string } }
  | { kind: "pulse"; question: PulseQuestion }
);

/** What would help, the areas that are not ready yet before those that partly are; nothing for what is ready or not known. */
export function proposalsFor(replies: Replies, ground: Ground): Proposal[] {
  const open = (["not-yet", "partly"] as const).flatMap((level) =>
    areas.filter((area) => levelOf(area, replies) === level),
  );
  const found: Proposal[] = [];
  for (const area of open) {
    const proposal = proposalFor(area, ground);
    const same = found.find(({ key }) => key === proposal?.key);
    if (same) same.areas.push(area);
    else if (proposal) found.push({ ...proposal, areas: [area] });
  }
  return found;
}

function proposalFor(area: Area, ground: Ground): Proposal | null {
  switch (area) {
    case "overlap":
    case "tools":
      return ground.hasAgreement ? null : agreementFor(ground);
    case "writing":
      return writingFirst;
    case "meetings":
      return meetingFree;
    case "onboarding":
      return meetFirst;
    case "outcomes":
      return asks("know-my-week", knowMyWeek);
    case "home":
      return asks("work-well-from-here", workWell);
    case "wellbeing":
      return asks("heard", heard);
  }
}

/** From four hours apart on too little of a day is shared to count on it. */
const farApart = 4;

function agreementFor({ zonesApart, hasSites }: Ground): Proposal {
  const near = hasSites ? "hybrid" : "remote-one-zone";
  const template = zonesApart >= farApart ? "remote-across-zones" : near;
  return {
    ...{ key: "agreement", kind: "agreement", areas: [], template },
    title: "A working agreement",
    why: "Say when each can be reached, where what is asked, and how soon it is answered.",
    source: "Olson and Olson, Distance Matters (2000): common ground and known habits make distance bearable.",
  };
}

const writingFirst: Proposal = {
  ...{ key: "writing-first", kind: "policy", areas: [] },
  title: "A rule: writing first",
  why: "What is written reaches whoever was not there, in every zone.",
  source:
    "Yang and others, The Effects of Remote Work on Collaboration (2022): ties between groups grew fewer and stiller.",
  policy: {
    kind: "writing-first",
    title: "Writing first",
    rule: "Decisions are written where the whole team can read them before they are talked about",
  },
};

const meetingFree: Proposal = {
  ...{ key: "meeting-free", kind: "policy", areas: [] },
  title: "A rule: mornings without meetings",
  why: "Agreed quiet hours are kept where single ones are not.",
  source: "Perlow, The Time Famine (1999): quiet time worked while it was the whole team's, and ended with that.",
  policy: {
    kind: "meeting-free",
    title: "Quiet mornings",
    rule: "No meetings before noon, your time, on Tuesdays and Thursdays",
  },
};

const meetFirst: Proposal = {
  ...{ key: "meet-first", kind: "policy", areas: [] },
  title: "A rule: meet in the first month",
  why: "Whom one has met is easier to ask.",
  source: "Bauer and others, Newcomer Adjustment (2007): who is accepted early stays more often.",
  policy: {
    kind: "travel",
    title: "Meet in the first month",
    rule: "Whoever is new spends three days in their first month with the team in one place",
  },
};

const knowMyWeek = {
  why: "Where work is judged by results, people must know which: ask them.",
  source: "Gajendran and Harrison, The Good, the Bad, and the Unknown About Telecommuting (2007): autonomy helps.",
};
const workWell = {
  why: "A bad chair is told to nobody until somebody asks.",
  source: "Bloom and others, Does Working from Home Work? (2015): it did with a room, a connection and a choice.",
};
const heard = {
  why: "Who is far away is the first not to be heard, and to tire of it.",
  source:
    "Golden, Veiga and Dino, The Impact of Professional Isolation on Teleworkers (2008): isolation costs performance.",
};

function asks(question: PulseQuestion, { why, source }: { why: string; source: string }): Proposal {
  return {
    key: `pulse-${question}`,
    kind: "pulse",
    areas: [],
    title: "A question of the pulse",
    why,
    source,
    question,
  };
}
