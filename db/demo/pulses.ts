/** Osier's pulses: one in the last quarter, one last week, and one that asks this week. */
import type { Moment, Telling } from "./moments.ts";
import { atLatest } from "./moments.ts";
import { everyone } from "./people.ts";

type Question = "see-my-line" | "know-my-week" | "heard";

const champion = "Sara Nunes";
const owner = "Hanna Vogel";
const asked: Question[] = ["see-my-line", "know-my-week", "heard"];

/** For each team: how many answered, and how many of them agreed with each question. */
type Counts = Record<string, readonly [answered: number, ...agreed: number[]]>;

interface Pulse {
  name: string;
  /** Day of the story on which it is launched, at 09:00, and for how many days it is open. */
  day: number;
  days: number;
  answers: Counts;
  comments: Record<string, string>;
}

const lastQuarter: Counts = {
  Onboarding: [6, 4, 4, 4],
  Reminders: [4, 3, 3, 3],
  Design: [4, 2, 3, 3],
  Reliability: [5, 3, 4, 3],
  Data: [4, 2, 3, 3],
  Billing: [4, 2, 3, 3],
  Support: [5, 2, 4, 3],
  Success: [5, 3, 3, 3],
  Training: [3, 2, 2, 2],
  Growth: [8, 6, 7, 4],
  People: [4, 3, 4, 3],
};

const lastWeek: Counts = {
  Onboarding: [6, 4, 5, 3],
  Reminders: [5, 4, 4, 3],
  Design: [3, 2, 3, 2],
  Reliability: [5, 3, 4, 3],
  Data: [4, 3, 3, 2],
  Billing: [4, 3, 3, 2],
  Support: [5, 3, 4, 2],
  Success: [5, 3, 4, 3],
  Training: [3, 3, 2, 2],
  Growth: [9, 8, 8, 6],
  People: [4, 3, 3, 3],
};

/** Nobody from Onboarding yet, so that whoever looks around is asked. */
const thisWeek: Counts = {
  Reminders: [3, 2, 2, 2],
  Reliability: [4, 3, 3, 2],
  Billing: [2, 1, 2, 1],
  Support: [4, 3, 3, 2],
  Success: [2, 2, 2, 1],
  Growth: [5, 4, 4, 3],
  People: [1, 1, 1, 1],
};

const saidLastWeek: Record<string, string> = {
  "Arjun Nair": "Decisions are written before I wake up. That is new, and good.",
  "Priya Raghavan": "I know what my number is for. I did not in autumn.",
  "Kavya Shetty": "Calls at 19:00 are still where things are decided.",
  "Aylin Demir": "More drafts in the open, please; I see them when they are done.",
  "Vikram Desai": "Two Mondays without one incident call.",
  "Sanjay Kulkarni": "I can see the line. I cannot see who decides on it.",
  "Nikhil Rao": "Recordings help. A page of text would help more.",
  "Clara Neumann": "Our move to the new provider hangs from nothing on the map.",
  "Samuel Osei": "Handing over in writing works. Keep it.",
  "Claire Dubois": "The early-warning list is the best thing of this quarter.",
  "Leila Farouk": "We learn of changes to prices from clinics.",
  "Zoe Campbell": "Rotating the late slot: thank you.",
};

export function pulses(telling: Telling): Moment[] {
  const { calendar, does } = telling;
  const { monday, lastCycle } = calendar;
  const on = does(owner, lastCycle.offset + 40, "10:00", ({ engagement }) =>
    engagement.pulse.changeSettings({ version: 0, on: true }),
  );
  return [
    on,
    ...closed(telling, {
      name: "last quarter",
      day: lastCycle.offset + 50,
      days: 4,
      answers: lastQuarter,
      comments: {},
    }),
    ...closed(telling, { name: "last week", day: monday - 7, days: 4, answers: lastWeek, comments: saidLastWeek }),
    ...open(telling, { name: "this week", day: monday, days: 7, answers: thisWeek, comments: {} }),
  ];
}

function closed(telling: Telling, pulse: Pulse): Moment[] {
  const { does, idOf } = telling;
  const closing = does(champion, pulse.day + pulse.days, "09:00", ({ engagement }) =>
    engagement.pulse.close({ id: idOf("pulse", pulse.name) }),
  );
  return [...open(telling, pulse), closing];
}

function open(telling: Telling, { name, day, days, answers, comments }: Pulse): Moment[] {
  const { calendar, does, idOf } = telling;
  const id = idOf("pulse", name);
  const closesAt = calendar.at(day + days, "09:00").toString();
  const launch = does(champion, day, "09:00", ({ engagement }) =>
    engagement.pulse.launch({ id, questions: asked, closesAt }),
  );
  const answered = everyone().flatMap(({ name: member, team }, nth) => {
    const place = placeIn(team, member);
    const [count = 0, ...agreed] = answers[team] ?? [];
    if (place >= count) return [];
    // Mornings of the first two days, wherever they are: after the launch in Lisbon.
    const time = `${15 + (nth % 2)}:${10 + ((nth * 7) % 50)}`;
    return does(member, day + (nth % 3 === 0 ? 1 : 0), time, ({ engagement }) =>
      engagement.pulse.answer({ id, answers: answersAt(place, agreed), comment: comments[member] ?? "" }),
    );
  });
  return [atLatest(launch, calendar.now), ...answered];
}

/** Those who answer come first in their team. */
function placeIn(team: string, member: string): number {
  return everyone()
    .filter((each) => each.team === team)
    .findIndex((each) => each.name === member);
}

/** Agreement goes round the team from question to question, so that nobody agrees with all or nothing. */
function answersAt(place: number, agreed: readonly number[]) {
  return asked.map((question, at) => {
    const agrees = place < (agreed[at] ?? 0);
    return { question, answer: agrees ? 4 + ((place + at) % 2) : 2 + ((place + at) % 2) };
  });
}
