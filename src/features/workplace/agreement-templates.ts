/**
 * Working agreements to begin from. Each is a starting point in plain words, to be changed with the people it is for;
 * what they hold is told in docs/guide/working-agreements.md with where it comes from.
 */
import type { Agreed } from "./agreement.ts";

const workdays: NonNullable<Agreed["coreHours"]>["days"] = ["1", "2", "3", "4", "5"];
const within = (amount: number, unit: "minutes" | "hours" | "days") => ({ amount, unit });
const urgent = { name: "Telephone", use: "What cannot wait an hour", answerWithin: within(15, "minutes") };

interface Template {
  key: string;
  title: string;
  why: string;
  agreed: Agreed;
}

export const agreementTemplates: readonly Template[] = [
  {
    key: "remote-across-zones",
    title: "Remote, across time zones",
    why: "Few hours are shared, so they are kept for talking and everything else is written.",
    agreed: {
      coreHours: { days: ["1", "2", "3", "4"], from: "14:00", to: "16:00", timeZone: "UTC" },
      channels: [
        { name: "Document", use: "Decisions, with what was weighed and who decides", answerWithin: within(2, "days") },
        { name: "Chat", use: "Questions, in the team's channel and not in private", answerWithin: within(1, "days") },
        urgent,
      ],
      meetingFree: [{ days: ["5"], from: "00:00", to: "24:00" }],
      asyncByDefault: true,
      notes: "Meetings are recorded, and what was decided is written down the same day.",
    },
  },
  {
    key: "remote-one-zone",
    title: "Remote, much the same hours",
    why: "People can reach each other most of the day, and mornings stay whole.",
    agreed: {
      coreHours: { days: workdays, from: "10:00", to: "15:00", timeZone: null },
      channels: [
        { name: "Chat", use: "Questions and news of the day", answerWithin: within(4, "hours") },
        { name: "E-mail", use: "What comes from outside", answerWithin: within(2, "days") },
        urgent,
      ],
      meetingFree: [{ days: ["2", "4"], from: "09:00", to: "12:00" }],
      asyncByDefault: true,
      notes: "",
    },
  },
  {
    key: "hybrid",
    title: "Hybrid, some days together",
    why: "Who is at home hears the same as who is in the room.",
    agreed: {
      coreHours: { days: workdays, from: "10:00", to: "16:00", timeZone: null },
      channels: [
        { name: "Chat", use: "Everything that somebody at home should hear too", answerWithin: within(4, "hours") },
        { name: "Office", use: "Getting to know each other, hard talks, starting something new", answerWithin: null },
        { name: "E-mail", use: "What comes from outside", answerWithin: within(2, "days") },
      ],
      meetingFree: [{ days: ["3"], from: "09:00", to: "13:00" }],
      asyncByDefault: false,
      notes: "One at home, all on their own screen: a meeting has one kind of seat.",
    },
  },
  {
    key: "on-call",
    title: "Support and on call",
    why: "Somebody answers at once, so that everybody else need not.",
    agreed: {
      coreHours: { days: workdays, from: "09:00", to: "17:00", timeZone: null },
      channels: [
        {
          name: "Queue",
          use: "Whatever customers ask; whoever is on call takes it",
          answerWithin: within(30, "minutes"),
        },
        { name: "Chat", use: "Handing over, with the state in writing", answerWithin: within(1, "hours") },
        urgent,
      ],
      meetingFree: [{ days: ["2", "4"], from: "13:00", to: "17:00" }],
      asyncByDefault: false,
      notes: "Who is on call is in the rota; nobody else is expected to watch the queue.",
    },
  },
];
