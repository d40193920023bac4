/** What is said of a sentence is true of it: whose deed it is, what is vain, and where it says two things. */
import { describe, expect, it } from "vitest";
import { coach, inWords } from "./public.ts";

const read = (text: string) => coach(text, { kind: "key-result" });
const names = (text: string) => read(text).checks.map(({ name }) => name);

describe("whose deed it is", () => {
  it.each([
    ["Patients who open a reminder", "It is up to “Patients”, but not said how many, or how often."],
    ["Clinics that open a ticket", "It is up to “Clinics”, but not said how many, or how often."],
  ])("others': %s", (text, reason) => {
    expect([read(text).verdict, inWords(read(text).reason)]).toEqual(["unsure", reason]);
  });

  it("a thing's: it works, and that is no work of ours", () => {
    expect(inWords(read("Setup works without a spreadsheet").reason)).not.toContain("“works”");
  });

  it("ours", () => {
    expect(inWords(read("Our team opens an office in Porto").reason)).toContain("“opens” is something we do");
  });
});

describe("what is vain", () => {
  it.each([
    "10,000 followers",
    "Increase followers by 20 %",
    "Followers +50 %",
    "2 million impressions",
    "Double our followers",
  ])("more of it: %s", (text) => expect(names(text)).toContain("vanity"));

  it.each(["Reach 10,000 followers with an engagement rate of 4 %", "5 % of followers book a visit"])(
    "but not a share or a rate of it: %s",
    (text) => expect(names(text)).not.toContain("vanity"),
  );
});

describe("two things in one", () => {
  it.each([
    ["Grow revenue to €5M and launch in Spain", "Grow revenue to €5M", "Launch in Spain"],
    ["Increase retention to 80 % and support SSO", "Increase retention to 80 %", "Support SSO"],
    ["Reach 200 users and partner with three banks", "Reach 200 users", "Partner with three banks"],
  ])("are split: %s", (text, ...two) => {
    expect([read(text).verdict, read(text).checks.find(({ name }) => name === "compound")?.split]).toEqual([
      "unsure",
      two,
    ]);
  });

  it.each([
    "Hire 10 sales and support engineers",
    "Reduce build and release time to 5 minutes",
    "Reach 40 design and research teams",
  ])("are one: %s", (text) => expect(names(text)).not.toContain("compound"));
});
