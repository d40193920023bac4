/** Noun groups that name what is counted, their figures in the fields: who acts decides, not the words for work in them. */
import { describe, expect, it } from "vitest";
import { coach } from "./coach.ts";

const verdictOf = (text: string, unit: string, [baseline, target]: [string, string]) =>
  coach(text, { kind: "key-result", fields: { type: "metric", baseline, target, unit } }).verdict;
const up: [string, string] = ["9", "24"];
const down: [string, string] = ["24", "9"];

const counted = [
  ["Setup tickets per new clinic", "tickets"],
  ["Trials started by referral per week", "trials"],
  ["Hours of meetings per person and week", "h"],
  ["Weekly tasks that are finished in one go", "%"],
  ["Figures corrected after they were published", "corrections"],
  ["Orders delivered complete and on time", "%"],
  ["Support calls per 100 installations", "calls"],
  ["Test failures per build", "failures"],
  ["Review comments per change", "comments"],
  ["Design changes per order after sign-off", "changes"],
  ["Release days that need a night shift", "days"],
  ["Plan changes per customer and month", "changes"],
  ["Training hours lost to cancelled rooms", "h"],
  ["Minutes a caller waits before a person answers", "min"],
  ["Days between a fault and its repair", "days"],
  ["Hours spent searching for the right file per engineer", "h"],
  ["Share of drafts that come back from legal", "%"],
  ["Share of meetings that end early", "%"],
  ["Number of steps a patient takes to book", "steps"],
  ["Reports that managers open within a day", "%"],
  ["Features that are still used after a month", "%"],
  ["Workshops rated useful by those who came", "%"],
  ["Posts shared by readers per month", "posts"],
  ["Pages found by search without asking us", "%"],
  ["Projects delivered within their budget", "%"],
  ["Releases rolled back within a day", "%"],
  ["Invoices sent twice", "invoices"],
  ["Deployments that break something for a customer", "%"],
  ["Rooms booked and left empty", "%"],
  ["Parcels returned because of the wrong size", "%"],
  ["Applications withdrawn before the first interview", "%"],
  ["Tenders won per quarter", "tenders"],
  ["Subscriptions cancelled in the first month", "%"],
  ["Guides opened by new users per week", "guides"],
  ["Lessons repeated because a pupil missed them", "lessons"],
  ["Contracts signed again at their end", "%"],
  ["Interviews that candidates call fair", "%"],
  ["Questions asked twice by the same clinic", "questions"],
] as const;

const ours = [
  ["Blog posts published per month", "posts"],
  ["Features shipped per sprint", "features"],
  ["Interviews held", "interviews"],
  ["Workshops run per quarter", "workshops"],
  ["Articles written per week", "articles"],
  ["Sales calls made per day", "calls"],
  ["Customers interviewed per month", "customers"],
  ["Training sessions given per team", "sessions"],
  ["Newsletters sent per month", "newsletters"],
  ["Pages translated", "pages"],
  ["Engineers hired per quarter", "engineers"],
  ["Services migrated to the new cluster", "services"],
  ["Number of webinars held", "webinars"],
  ["Policies that we have rewritten", "policies"],
  ["Audits completed per year", "audits"],
  ["Teachers trained per region", "teachers"],
  ["Hours of training delivered", "h"],
  ["Experiments run per team and month", "experiments"],
] as const;

describe("what names a quantity", () => {
  it.each(counted)("is an outcome, whichever way it moves: %s", (text, unit) => {
    expect([verdictOf(text, unit, up), verdictOf(text, unit, down)]).toEqual(["outcome", "outcome"]);
  });

  it.each(ours)("is an output where our own making is counted: %s", (text, unit) => {
    expect(verdictOf(text, unit, up)).toBe("output");
  });

  it.each([
    "Clinics that finish setup unaided",
    "Orders delivered complete and on time",
    "Calls answered within a minute",
  ])("is an outcome where all of it is aimed at: %s", (text) =>
    expect(verdictOf(text, "%", ["34", "100"])).toBe("outcome"),
  );

  it.each(["Services migrated", "Policies that we have rewritten"])(
    "is an output where all of ours is to be finished: %s",
    (text) => expect(verdictOf(text, "%", ["34", "100"])).toBe("output"),
  );

  it.each(counted)("is no output while its figures are open: %s", (text, unit) => {
    const fields = { type: "metric", baseline: "", target: "", unit };
    expect(coach(text, { kind: "key-result", fields }).verdict).not.toBe("output");
  });
});

describe("what is said again and again", () => {
  it.each([
    ["Launch onboarding webinar. ", 60],
    ["Increase retention to 80 %; ", 60],
    ["Reach 500 users, and ", 2],
    ["Launch with 500 active users ", 40],
    ["Hire 10 engineers, ", 3],
  ])("is one thing: %s", (text, times) => {
    expect(coach(text.repeat(times), { kind: "key-result" }).checks.map(({ name }) => name)).not.toContain("compound");
  });

  it("hides no second thing that is said", () => {
    const { checks } = coach("Launch the beta. Launch the beta. Reach 100 users. Launch the beta.", {
      kind: "key-result",
    });
    expect(checks.find(({ name }) => name === "compound")?.split).toEqual(["Launch the beta", "Reach 100 users"]);
  });
});
