import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../test/support/house.ts";
import { dates, judgedAt, sealedPolicy } from "../../../test/support/measured-teams.ts";
import { newId } from "../../platform/ids.ts";

const during = "2027-01-11T09:00:00Z";
const closesAt = "2027-01-15T17:00:00Z";
const question = "work-well-from-here";
let house: House;
let home: Organisation;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
});
afterEach(() => house.feed.settled(home.id));

async function team(size: number): Promise<{ id: string; people: Person[] }> {
  const id = newId();
  await told(home.owner.ask, "POST", "/teams", { id, name: `Team ${id.slice(-6)}` });
  const people = await Promise.all(Array.from({ length: size }, (_, at) => home.addMember("member", `Member ${at}`)));
  for (const person of people) await told(home.owner.ask, "PUT", `/teams/${id}/members/${person.id}`);
  return { id, people };
}

async function policyOn(covered: readonly { id: string }[], others: readonly { id: string }[]) {
  const measure = { kind: "pulse-question", question };
  return sealedPolicy(house, home, {
    scope: { teamIds: covered.map(({ id }) => id) },
    outcomes: [{ id: newId(), name: "I can work well", measure, wanted: "up", sizeThatMatters: "10" }],
    guardrails: [{ id: newId(), name: "Well enough", measure, safe: "at-least", limit: "50", margin: "5" }],
    comparison: { kind: "survey", teamIds: others.map(({ id }) => id) },
  });
}

/** Each answers; `favourable` of the list agree. */
async function ask(groups: readonly (readonly [people: readonly Person[], favourable: number])[], levels = 9) {
  house.clock.set(during);
  await home.owner.ask("PATCH", "/pulse-settings", { version: 0, on: true });
  const id = newId();
  await told(home.champion.ask, "POST", "/pulses", { id, questions: [question], closesAt, levels });
  for (const [people, favourable] of groups)
    for (const [at, person] of people.entries()) {
      const answers = [{ question, answer: at < favourable ? 4 : 2 }];
      await told(person.ask, "POST", `/pulses/${id}/answers`, { answers });
    }
  await told(home.champion.ask, "POST", `/pulses/${id}/closing`);
  return id;
}

describe("what a pulse tells of a policy", () => {
  it("is told by arm alone, described and never called an effect, with a limit that it may break", async () => {
    const [covered, others] = [
      [await team(6), await team(6)],
      [await team(8), await team(7)],
    ];
    const { id } = await policyOn(covered, others);
    await ask([
      ...covered.map(({ people }) => [people, 2] as const),
      ...others.map(({ people }) => [people, 4] as const),
    ]);
    const evidence = await judgedAt(house, home, id, "2027-02-15T12:00:00Z");
    const [outcome] = evidence.outcomes;
    expect(outcome).toMatchObject({ word: "cant-tell", why: "describes-only", unit: "%", share: true });
    expect(outcome.teams).toEqual({ covered: [], others: [] });
    expect(outcome.estimate.method.inference).toBe("newcombe");
    expect(outcome.estimate.difference).toBeLessThan(-15);
    expect(outcome.pulses.map(({ arm, reads, answersFrom }: never) => [arm, reads, answersFrom])).toEqual([
      ["covered", "exactly", 10],
      ["others", "exactly", 15],
    ]);
    // 4 of 12, told as 33 % of ten or more: below 50 %, and so few that chance could have put it there.
    expect(evidence.guardrails[0]).toMatchObject({ word: "beyond-limit", level: { value: expect.closeTo(33, 0) } });
    expect([evidence.verdict, evidence.beyondLimit]).toEqual(["cant-tell", [evidence.guardrails[0].id]]);
  });

  it("stands among the figures that the auditor holds together, and on no page of the pulse", async () => {
    const [covered, others] = [await team(6), await team(9)];
    const { id } = await policyOn([covered], [others]);
    const pulseId = await ask([
      [covered.people, 6],
      [others.people, 3],
    ]);
    const audit = await told(home.owner.ask, "GET", "/pulse-audit");
    expect(audit.violations).toEqual([]);
    const pulse = await told(home.member.ask, "GET", `/pulses/${pulseId}`);
    expect(JSON.stringify(pulse)).not.toContain("arm:");
    const evidence = await judgedAt(house, home, id, "2027-02-15T12:00:00Z");
    // Six who all agreed read as a bound, and the stored evidence knows no more than that.
    expect(evidence.outcomes[0].pulses[0]).toMatchObject({ arm: "covered", reads: "or-more", share: 0.9 });
    const { rows } = await house.sql.query("select found::text, rows::text, arm_figures::text from policy_evidence");
    for (const { rows: stored } of rows) expect(stored).toBe("[]");
  });

  it("is withheld where it would leave a few alone, and that is said", async () => {
    const [covered, others] = [await team(3), await team(12)];
    const { id } = await policyOn([covered], [others]);
    await ask([
      [covered.people, 1],
      [others.people, 8],
    ]);
    const evidence = await judgedAt(house, home, id, "2027-02-15T12:00:00Z");
    expect(evidence.outcomes[0].pulses).toMatchObject([{ arm: "covered", reads: "withheld" }, { arm: "others" }]);
    expect(evidence.outcomes[0].estimate).toBeNull();
    expect(evidence.guardrails[0].word).toBe("no-data");
    expect((await told(home.owner.ask, "GET", "/pulse-audit")).violations).toEqual([]);
  });

  it("is nothing of a pulse that was launched before the policy was sealed", async () => {
    const [covered, others] = [await team(6), await team(6)];
    const pulseId = newId();
    await told(home.owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
    house.clock.set("2026-11-19T09:00:00Z");
    await told(home.champion.ask, "POST", "/pulses", {
      ...{ id: pulseId, questions: [question], closesAt: "2026-11-30T17:00:00Z" },
    });
    const { id } = await policyOn([covered], [others]);
    house.clock.set("2026-11-26T09:00:00Z");
    await told(home.champion.ask, "POST", `/pulses/${pulseId}/closing`);
    const evidence = await judgedAt(house, home, id, "2027-02-15T12:00:00Z");
    expect(evidence.outcomes[0].pulses).toEqual([]);
    expect(dates.startsOn < "2026-11-26").toBe(true);
  });
});
