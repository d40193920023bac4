import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Advice, type Context, coach, inWords, LANGUAGES, verdictInWords } from "./public.ts";

const read = (text: string, more: Partial<Context> = {}) => coach(text, { kind: "key-result", ...more });
const names = ({ checks }: Advice) => checks.map(({ name }) => name);
const underlined = (text: string, { spans }: Advice) =>
  spans.map(({ from, to, role }) => `${text.slice(from, to)} ${role}`);

describe("verdicts", () => {
  it.each([
    ["outcome", "Weekly active teams from 1,200 to 1,800"],
    ["outcome", "Clinics that finish setup unaided from 34 % to 55 %"],
    ["outcome", "Sign 20 customers"],
    ["outcome", "1,000 sign-ups"],
    ["outcome", "Reduce build time to 5 min"],
    ["outcome", "Test coverage of the payments code from 55 % to 80 %"],
    ["outcome", "- [ ] **[P0]** activation => 45% (was 32) @mia"],
    ["outcome", "Implement caching so that pages load in under a second"],
    ["outcome", "80% of customers finish the setup without help"],
    ["output", "Launch onboarding webinar"],
    ["output", "Launch the new site by March 31"],
    ["output", "Hire 10 engineers"],
    ["output", "Publish 12 posts"],
    ["output", "10 talks"],
    ["output", "100% of our teams have adopted the OKR tool"],
    ["output", "Achieve SOC 2 certification"],
    ["output", "Increase the number of blog posts from 4 to 8"],
    ["output", "Docs site is live"],
    ["unsure", "Improve setup satisfaction"],
    ["unsure", "Launch the beta and get 100 users"],
    ["unsure", "Launch with 500 active users"],
    ["unsure", "Meet the quarterly targets for partners"],
    ["unsure", "Implement the certification beta with 300 participants"],
    ["output", "Hire at least two support engineers"],
    ["output", "Develop a plan to reach 1,000 contributors a month"],
    ["output", "Members can export their data"],
    ["output", "Migrated 14 of 20 services"],
    ["outcome", "Move the win rate from X to Y"],
    ["outcome", "Increase productivity. Merge requests per engineer +20 %"],
    ["unsure", "Launch a referral programme to raise sign-ups by 20 %"],
    ["output", "Add 3 full-time developers"],
    ["output", "Add a full stack developer"],
    ["output", "Add missing keys to the ten largest tables"],
    ["outcome", "Add 25 customers"],
    ["outcome", "Have 60 clubs in the league"],
    ["output", "Get input from 12 residents"],
    ["outcome", "Get 300 sign ups for the waiting list"],
    ["output", "Ten hours of sorting the archive"],
    ["output", "By June we have at least 5 reports published"],
    ["output", "Partners briefed from 0 to 15"],
    ["outcome", "Increase branch coverage of the parser to 100% and of the printer to 80%"],
    ["outcome", "Ensure zero manual restarts of the queue"],
    ["outcome", "Statistically significant lift in weekly listeners"],
    ["output", "Document usage of the template engine"],
    ["output", "Expand the handbook for new tutors"],
    ["outcome", "The test suite runs in 4 minutes"],
    ["output", "20% of accounts have a renewal plan"],
    ["unsure", ""],
    ["unsure", "مرحبا بالعالم"],
    ["unsure", "🎉🎉"],
  ])("%s: %s", (verdict, text) => expect(read(text).verdict).toBe(verdict));

  it.each([
    ["de", "outcome", "Kundenzufriedenheit von 7,2 auf 8,5 steigern"],
    ["de", "output", "Neue Website launchen"],
    ["es", "outcome", "El tiempo de espera baja de 40 a 15 minutos"],
    ["es", "output", "Lanzar la nueva página web"],
    ["fr", "outcome", "Réduire le taux d’erreur de 5 % à 3 %"],
    ["fr", "output", "Mettre en place un nouvel outil pour les équipes"],
    ["pt", "outcome", "Aumentar a retenção de clientes de 70% para 80%"],
    ["pt", "output", "Lançar o novo site"],
  ])("%s %s: %s", (language, verdict, text) => {
    const advice = read(text);
    expect([advice.language, advice.verdict]).toEqual([language, verdict]);
  });

  it("reads figures in fields as if they stood in the words, but work stays work", () => {
    const fields = { baseline: "44", target: "60", unit: "%" };
    expect(read("Improve setup satisfaction", { fields }).verdict).toBe("outcome");
    expect(read("Launch onboarding webinar", { fields }).verdict).toBe("output");
    expect(read("Renewals agreed before they are due", { fields }).verdict).toBe("outcome");
    expect(read("Services migrated", { fields }).verdict).toBe("output");
    expect(read("Contracts reviewed", { fields: { baseline: "0", target: "40", unit: "contracts" } }).verdict).toBe(
      "output",
    );
  });
});

describe("what it says", () => {
  it("underlines what we do and what we make", () => {
    const text = "Launch onboarding webinar";
    const advice = read(text);
    expect(underlined(text, advice)).toEqual(["Launch work", "onboarding webinar made"]);
    expect(inWords(advice.reason)).toBe(
      "“Launch” is something we do, “webinar” is something we make. Both can be finished without anyone being better off.",
    );
    expect(inWords(advice.question!)).toBe("If it works, what will be different, and for whom?");
  });

  it("underlines the work and the aim of a compound", () => {
    const text = "Launch a referral programme to raise sign-ups by 20 %";
    expect(underlined(text, read(text))).toEqual(["Launch work", "raise sign-ups by 20 % purpose"]);
  });

  it("offers a rewrite only from figures and measures it was given", () => {
    const fields = {
      baseline: "44",
      target: "60",
      unit: "%",
      measure: "new clinics taking a live booking within 7 days",
    };
    expect(read("Launch onboarding webinar", { fields }).rewrite).toBe(
      "New clinics taking a live booking within 7 days from 44 % to 60 %",
    );
    expect(read("Launch onboarding webinar").rewrite).toBeNull();
    expect(read("Launch a referral programme to raise sign-ups by 20 %").rewrite).toBe("Raise sign-ups by 20 %");
    expect(read("Setup satisfaction", { fields: { baseline: "58", target: "72", unit: "%" } }).rewrite).toBe(
      "Setup satisfaction from 58 % to 72 %",
    );
    expect(read("Zufriedenheit verbessern", { language: "de", fields: { baseline: "58", target: "72" } }).rewrite).toBe(
      "Zufriedenheit verbessern von 58 auf 72",
    );
  });

  it.each<[string, Partial<Context>, string[]]>([
    ["Increase retention", {}, ["no-number"]],
    ["Increase retention to 80 %", {}, ["no-baseline"]],
    ["Increase retention from 70 % to 80 %", {}, []],
    ["Retention 80 %", {}, ["no-direction"]],
    ["Increase retention from 80 % to 80 %", {}, ["stands-still"]],
    [
      "Retention at or above 80 %",
      { fields: { type: "threshold", target: "80", dataSource: null, owner: "" } },
      ["no-data-source", "no-owner"],
    ],
    ["Increase retention", { fields: { baseline: "70", target: null } }, ["no-number"]],
    ["Reach 10,000 followers", {}, ["vanity"]],
    ["Publish 12 posts", {}, ["done-when-finished"]],
    ["All employees have signed the policy", {}, ["share-of-ours", "no-number"]],
    ["100 % of ours have a plan", {}, ["share-of-ours"]],
    ["Reach 50,000 downloads", {}, ["vanity"]],
    ["Users feel like guests", {}, ["no-number"]],
    ["Launch the beta and get 100 users", {}, ["compound"]],
    ["Reduce build time from 22 to 5 minutes", { healthMetrics: 0 }, ["no-guardrail"]],
    ["Reduce build time from 22 to 5 minutes", { healthMetrics: 1 }, []],
    ["Active teams from 10 to 20", { siblings: ["Teams active: 10 → 30", "Churn under 2 %"] }, ["duplicate"]],
    ["Active teams in Spain from 10 to 20", { siblings: ["Active teams from 10 to 30"] }, ["overlap"]],
  ])("checks %s", (text, more, wanted) => expect(names(read(text, more))).toEqual(wanted));

  it("offers the two texts of a compound", () => {
    const split = (text: string) => read(text).checks.find(({ name }) => name === "compound")?.split;
    expect(split("Launch the beta and get 100 users")).toEqual(["Launch the beta", "Get 100 users"]);
    expect(split("Launch with 500 active users")).toEqual(["Launch", "500 active users"]);
    expect(split("CSAT up by 5 points, and store rating above 4.8")).toEqual([
      "CSAT up by 5 points",
      "Store rating above 4.8",
    ]);
    expect(split("Design and test five creatives")).toBeUndefined();
    expect(split("Neues Portal einführen und 500 Anmeldungen gewinnen")).toEqual([
      "Neues Portal einführen",
      "500 Anmeldungen gewinnen",
    ]);
    expect(split("Workshops planen und durchführen")).toBeUndefined();
  });
});

describe("words", () => {
  it("names the verdict", () => expect(verdictInWords("unsure")).toBe("Unsure"));

  it("reads a text in the language that is asked for", () => {
    for (const language of LANGUAGES) expect(read("NPS 40", { language }).language).toBe(language);
  });
});

describe("objectives", () => {
  it.each<[string, string, string[]]>([
    ["New clinics get through their first Monday with confidence", "outcome", []],
    ["Make remote work feel equal for everyone", "outcome", []],
    ["Launch the new app", "output", ["task", "serves-nobody"]],
    ["Customers pay 20 % less", "outcome", ["number-in-objective"]],
    ["Patienten fühlen sich ernst genommen", "outcome", []],
    ["", "unsure", []],
  ])("%s", (text, verdict, checks) => {
    const advice = coach(text, { kind: "objective" });
    expect([advice.verdict, names(advice)]).toEqual([verdict, checks]);
  });
});

describe("any text", () => {
  const words = fc.constantFrom(
    ..."launch increase so that to by and with from 5 % 80% 1,000 → -> ; . , : ( ) [P0] ** @mia all our teams users site so ß é 🎉 مرحبا zu steigern para que à l’été 3x".split(
      " ",
    ),
  );
  const texts = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(words, { maxLength: 40 }).map((list) => list.join(" ")),
  );
  const kinds = fc.constantFrom<Context["kind"]>("key-result", "objective");

  it("gets the same answer twice, a score from 0 to 1, and spans in order within it", () => {
    fc.assert(
      fc.property(texts, kinds, fc.array(texts, { maxLength: 3 }), (text, kind, siblings) => {
        const advice = coach(text, { kind, siblings });
        expect(coach(text, { kind, siblings })).toEqual(advice);
        expect(advice.score).toBeGreaterThanOrEqual(0);
        expect(advice.score).toBeLessThanOrEqual(1);
        for (const spans of [advice.spans, ...advice.checks.map((check) => check.spans)]) {
          let before = 0;
          for (const { from, to } of spans) {
            expect(from).toBeGreaterThanOrEqual(before);
            expect(to).toBeGreaterThan(from);
            before = to;
          }
          expect(before).toBeLessThanOrEqual(text.length);
        }
        const said = [advice.reason, advice.question, ...advice.checks.map((check) => check.said)].filter(
          (each) => each !== null,
        );
        for (const each of said) expect(inWords({ ...each, values: plain(each.values) })).not.toMatch(/\{\w+\}/u);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["10,000 letters", "a".repeat(10_000)],
    ["10,000 brackets", "[".repeat(10_000)],
    ["brackets that nearly link", "[a](".repeat(2_500)],
    ["tags that never close", "<a".repeat(5_000)],
    ["stars", "*".repeat(10_000)],
    ["blanks", " ".repeat(10_000)],
    ["digits", "1".repeat(10_000)],
    ["dotted digits", "1.".repeat(5_000)],
    ["dashes in words", "a-".repeat(5_000)],
    ["numbering", "1. ".repeat(3_000)],
    ["so that", "so that ".repeat(1_250)],
    ["aims", "and reach 5 % to ".repeat(600)],
    ["Arabic", "مرحبا ".repeat(1_700)],
    ["half of a sign", "\ud83c".repeat(5_000)],
  ])("is read in bounded time: %s", (_, text) => {
    const begun = performance.now();
    read(text);
    coach(text, { kind: "objective" });
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

const plain = (values: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.replace(/[{}]/gu, "")]));
