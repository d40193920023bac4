import { expect, it } from "vitest";
import { formatFor } from "../../../web/ui/format.ts";
import { type Believed, sentenceOf } from "./hypothesis-sentence.ts";

const format = formatFor({ locale: "en-GB", timeZone: "Europe/Lisbon" });
const inEnglish = { format, day: format.date };
const id = "01936f0e-7d7b-7cc1-a1f0-0242ac120002";
const pulse = { kind: "pulse-question" as const, subjects: [], question: "work-well-from-here" as const, reads: null };
const hours = {
  kind: "key-results" as const,
  subjects: [{ id, objectiveId: id, title: "Hand-off", team: null, unit: "d", decimals: 1, current: "4.2" }],
  question: null,
  reads: null,
};
const teams = ["Product", "Growth", "Care"].map((name) => ({ id, name }));
const quiet: Believed = {
  rule: "No meetings before noon on Tuesdays.",
  scope: { teams, exceptTeams: [], sites: [], roles: [] },
  startsOn: "2027-03-01",
  decidesOn: "2027-06-01",
  outcomes: [
    { id, name: "“I can work well”", measure: pulse, wanted: "up", sizeThatMatters: "8" },
    { id, name: "hand-off time", measure: hours, wanted: "down", sizeThatMatters: "0.5" },
  ],
  guardrails: [{ id, name: "check-ins on time", measure: pulse, safe: "at-least", limit: "85", margin: "5" }],
  comparison: null,
};
const said = (change: Partial<Believed> = {}) =>
  sentenceOf({ ...quiet, ...change }, inEnglish)
    .map(({ text }) => text)
    .join("");
const lot = {
  ...{ kind: "randomised-by-team" as const, teams: [], draw: 2, othersFrom: null },
  ...{ weeksEach: null, pairs: null, wearingOff: null },
};

it("is one sentence, in the order in which it is believed", () => {
  expect(said()).toBe(
    "We believe that no meetings before noon on Tuesdays, for Product, Growth and Care, from 1 Mar, will raise “I can work well” by 8 points and lower hand-off time by 0.5 d, without harming check-ins on time. We decide on 1 Jun.",
  );
});

it("leaves the name of a team as it is written", () => {
  expect(said({ rule: "Growth shares two office days." })).toContain(
    "We believe that Growth shares two office days, for",
  );
});

const rest = "from 1 Mar, will raise “I can work well” by 8 points and lower hand-off time by 0.5 d";
it.each([
  [
    "with nothing written yet",
    { rule: "", startsOn: null, decidesOn: null, outcomes: [], guardrails: [] },
    "We believe that … a rule …, for Product, Growth and Care, from … a day …, will move … something …. We decide on … a day ….",
  ],
  ["with a lot", { comparison: lot }, `for 2 of 3 teams drawn by lot, ${rest}`],
  ["with a lot of nobody", { comparison: { ...lot, draw: -3 } }, `for … teams …, ${rest}`],
  ["with a lot of more than there are", { comparison: { ...lot, draw: 7 } }, `for … teams …, ${rest}`],
  [
    "with a lot before teams are named",
    { comparison: { ...lot, draw: 1 }, scope: { ...quiet.scope, teams: [] } },
    `for … teams …, ${rest}`,
  ],
  [
    "with a unit that is counted",
    {
      outcomes: quiet.outcomes.slice(1).map((each) => {
        const subjects = hours.subjects.map((subject) => ({ ...subject, unit: "days" }));
        return { ...each, sizeThatMatters: "1", measure: { ...hours, subjects } };
      }),
    },
    "will lower hand-off time by 1 day, without",
  ],
  ["for everyone", { scope: { ...quiet.scope, teams: [] } }, `for everyone, ${rest}`],
  [
    "with teams left out",
    { scope: { ...quiet.scope, teams: [], exceptTeams: teams.slice(0, 1) } },
    `for everyone but Product, ${rest}`,
  ],
  [
    "at a site, for some roles",
    { scope: { ...quiet.scope, sites: [{ id, name: "Lisbon" }], roles: ["member" as const] } },
    `for Product, Growth and Care at Lisbon who are members, ${rest}`,
  ],
])("reads %s", (_how, change, words) => {
  expect(said(change)).toContain(words);
});

it("says what is still to be written", () => {
  const open = sentenceOf({ ...quiet, rule: "", startsOn: null }, inEnglish).filter((part) => part.open);
  expect(open.map(({ kind }) => kind)).toEqual(["rule", "rule"]);
});

it("has a lot that cannot be drawn still to be written", () => {
  const open = sentenceOf({ ...quiet, comparison: { ...lot, draw: 3 } }, inEnglish).filter((part) => part.open);
  expect(open.map(({ text }) => text)).toEqual(["… teams …"]);
});

it("leaves names that are capitals as they are", () => {
  expect(said({ rule: "OKRs are written first" })).toContain("that OKRs are written first, for");
});
