import fc from "fast-check";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { aPolicy } from "../../../test/support/furnish-policies.ts";
import { type House, type Organisation, openHouse, today } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../../../test/support/okrs.ts";
import { arrangement, policiesOf } from "../../../test/support/policies.ts";
import { newId } from "../../platform/ids.ts";
import { drawTeams } from "./evidence/designs/lot.ts";

let house: House;
let home: Organisation;
let on: ReturnType<typeof policiesOf>;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
  on = policiesOf(home);
});
afterEach(() => house.feed.settled(home.id));

const outcome = (measure: object, more: object = {}) => ({
  ...{ id: newId(), name: "Hand-off time", measure, wanted: "down", sizeThatMatters: "0.5", ...more },
});

const twice = newId();

describe("from draft to decision", () => {
  it("is written, sealed, amended and decided, and read by every member", async () => {
    const id = await on.draft();
    await told(home.owner.ask, "PATCH", `/policies/${id}`, { version: 1, why: "Mornings are for work." });
    expect(await on.read(id)).toMatchObject({
      state: "draft",
      sealed: null,
      why: "Mornings are for work.",
      toSeal: [],
    });
    expect(await on.seal(id)).toMatchObject({
      state: "running",
      sealed: { by: { id: home.owner.id }, lot: { seed: null, teams: [] } },
    });
    await on.amend(id, { rule: "None before eleven.", reason: "Eleven is enough." });
    expect(await on.read(id, home.member)).toMatchObject({
      rule: "None before eleven.",
      sealed: { as: { rule: "No meetings before noon." } },
      amendments: [
        { reason: "Eleven is enough.", changes: { rule: ["No meetings before noon.", "None before eleven."] } },
      ],
    });
    house.clock.set("2027-06-01T09:00:00Z");
    expect((await on.read(id)).state).toBe("due");
    await on.decide(id, { decision: "keep", reason: "People focus." });
    expect(await on.read(id)).toMatchObject({
      state: "kept",
      decisions: [{ reason: "People focus.", earlyReason: "" }],
    });
    const { items } = await told(home.member.ask, "GET", "/policies/tried");
    expect(items).toMatchObject([{ id, state: "kept", amendments: 1, decision: { decision: "keep" } }]);
  });

  it("of only invisible marks says nothing, and is not sealed", async () => {
    const id = await on.draft({ rule: "\u202e\u200b" });
    expect((await on.refusedSeal(id)).map(({ field }) => field)).toEqual(["rule"]);
  });

  it("is told that there is nothing to change where its sealed words are sent again", async () => {
    const id = await on.sealed();
    const { version, title, rule } = await on.read(id);
    expect(await on.refused("PATCH", `/policies/${id}`, { version, title, rule })).toMatchObject([
      { field: "id", todo: "There is nothing to change. What is new is said in an amendment." },
    ]);
  });

  it("tells its history to every member", async () => {
    const id = await on.sealed();
    const { items } = await told(home.member.ask, "GET", `/history/${id}`);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(["policy-sealed", "policy-begun"]);
  });

  it("is talked about by every member from its first draft on", async () => {
    const id = await on.draft();
    const about = { subjectKind: "policy", subjectId: id };
    const say = (by = home.member) =>
      by.ask("POST", "/comments", { id: newId(), ...about, text: `Does it hold for support, <@${home.owner.id}>?` });
    expect([(await say()).status, (await say(home.guest)).status]).toEqual([200, 403]);
    const { items } = await told(home.owner.ask, "GET", "/mentions");
    expect(items).toMatchObject([{ title: "Quiet mornings", page: { kind: "policy", id } }]);
    await told(home.owner.ask, "DELETE", `/policies/${id}`);
    expect((await told(home.owner.ask, "GET", "/mentions")).items).toEqual([]);
  });

  it("says while it is a draft what keeps it from being sealed, in the words of the refusal", async () => {
    const id = newId();
    await told(home.owner.ask, "POST", "/policies", { id, kind: "travel", title: "Trips" });
    const { toSeal } = await on.read(id);
    expect(toSeal.map(({ field }: { field: string }) => field)).toEqual([
      ...["rule", "outcomes", "comparison", "startsOn", "decidesOn"],
    ]);
    expect(await on.refusedSeal(id)).toEqual(toSeal);
    expect((await on.read(id, home.member)).toSeal).toEqual([]);
  });

  it("lists those that serve an imperative or move a key result", async () => {
    const imperative = newId();
    await told(home.owner.ask, "POST", "/imperatives", { id: imperative, statement: "Win the first week" });
    const { id: objective } = await newObjective(home, await newCycle(home));
    const keyResult = (await newKeyResult(home, objective)).id;
    const outcomes = [outcome({ kind: "key-results", ids: [keyResult] })];
    const id = await on.draft({ imperativeIds: [imperative], outcomes });
    await on.draft();
    for (const query of [`keyResultId=${keyResult}`, `imperativeId=${imperative}`]) {
      const { items } = await told(home.member.ask, "GET", `/policies?${query}`);
      expect(items).toMatchObject([{ id }]);
    }
    const lines = () => told(home.member.ask, "GET", "/policies/lines");
    expect((await lines()).items).toEqual([]);
    await on.seal(id);
    const keyResults = [{ id: keyResult, objectiveId: objective }];
    expect((await lines()).items).toMatchObject([{ id, state: "running", imperativeIds: [imperative], keyResults }]);
    await on.amend(id, { imperativeIds: [] });
    expect((await told(home.member.ask, "GET", `/policies?imperativeId=${imperative}`)).items).toEqual([]);
  });
});

describe("what was sealed", () => {
  it("stays as it was, however it is asked", async () => {
    const id = await on.sealed();
    const { version } = await on.read(id);
    const edit = (body: object) => on.fields("PATCH", `/policies/${id}`, { version, ...body });
    expect(await edit({ rule: "Another", outcomes: [] })).toEqual(["rule", "outcomes"]);
    expect(await edit({ title: "Quiet mornings" })).toEqual(["id"]);
    expect(await on.fields("DELETE", `/policies/${id}`)).toEqual(["id"]);
    expect(
      await on.fields("POST", `/policies/${id}/amendments`, { ...anAmendment(version), comparison: null }),
    ).toEqual(["comparison"]);
    await expect(
      house.sql.query("update policy set sealed = '{}' where organisation_id = $1 and id = $2", [home.id, id]),
    ).rejects.toThrow("a sealed policy is amended, never changed");
  });

  it("survives any amendments and decisions", async () => {
    const id = await on.sealed();
    const { sealed } = await on.read(id);
    const acts = fc.oneof(
      fc.record({ rule: fc.constantFrom("A", "B", "C"), decidesOn: fc.constantFrom("2027-07-01", "2027-08-01") }),
      fc.record({ title: fc.constantFrom("One", "Other"), guardrails: fc.constant([]) }),
      fc.record({ scope: fc.constantFrom({ teamIds: [home.team.id] }, { teamIds: [home.otherTeam.id] }) }),
    );
    const some = fc.asyncProperty(acts, async (wanted) => {
      const { version } = await on.read(id);
      const { status } = await home.owner.ask("POST", `/policies/${id}/amendments`, {
        ...anAmendment(version),
        ...wanted,
      });
      // Where nothing differs there is nothing to amend.
      expect([200, 422]).toContain(status);
      expect((await on.read(id)).sealed).toEqual(sealed);
    });
    await fc.assert(some, { numRuns: 12 });
    await on.decide(id, { decision: "stop", earlyReason: "The office closes." });
    expect((await on.read(id)).sealed).toEqual(sealed);
  });

  const anAmendment = (version: number) => ({ id: newId(), version, reason: "Why" });
});

describe("the lot", () => {
  it("is drawn at the seal from a seed that whoever wants can draw from again", async () => {
    const teamIds = [home.team.id, home.otherTeam.id];
    const comparison = { kind: "randomised-by-team", draw: 1, othersFrom: "2027-06-07" };
    const id = await on.sealed({ scope: { teamIds }, comparison });
    const { lot } = (await on.read(id, home.member)).sealed;
    const covered = lot.teams
      .filter(({ arm }: { arm: string }) => arm === "covered")
      .map((each: { id: string }) => each.id);
    expect(covered).toEqual(drawTeams(teamIds, 1, lot.seed));
    expect(lot.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(await on.coverage(id)).toMatchObject({ covered: 1, others: 1 });
    expect(await on.coverage(id, "2027-06-07")).toMatchObject({ covered: 2, others: 0 });
    expect(await on.refusedAmendment(id, { scope: { teamIds: [home.team.id] } })).toMatchObject([
      { field: "scope", expected: "the teams that took part in the lot" },
    ]);
  });

  it("of on and off covers a team in one block of each pair, and for good once it is kept", async () => {
    const comparison = { kind: "randomised-on-and-off", weeksEach: 1, pairs: 6 };
    const id = await on.sealed({ scope: { teamIds: [home.team.id] }, comparison });
    const [team] = (await on.read(id)).sealed.lot.teams;
    const week = (at: number) => new Date(Date.UTC(2027, 1, 16 + at * 7)).toISOString().slice(0, 10);
    const covered = [];
    for (let at = 0; at < 14; at++) covered.push((await on.coverage(id, week(at))).covered);
    expect(covered).toEqual([...team.firstOn.flatMap((first: boolean) => (first ? [1, 0] : [0, 1])), 0, 0]);
    house.clock.set("2027-06-01T09:00:00Z");
    await on.decide(id, { decision: "keep" });
    expect((await on.coverage(id)).covered).toBe(1);
    expect((await on.coverage(id, week(13))).covered).toBe(0);
  });
});

describe("the comparison group", () => {
  const compared = (...teamIds: string[]) => ({ comparison: { kind: "difference-in-differences", teamIds } });

  it("is neither empty nor covered", async () => {
    const scope = { teamIds: [home.team.id] };
    const empty = await on.draft({ scope, ...compared() });
    expect(await on.refusedSeal(empty)).toMatchObject([
      { field: "comparison.teamIds", expected: "one team or more with somebody in it" },
    ]);
    const covered = await on.draft({ scope, ...compared(home.team.id) });
    expect(await on.refusedSeal(covered)).toMatchObject([{ field: "comparison.teamIds" }]);
  });

  it("does not change after the seal", async () => {
    const id = await on.sealed({ scope: { teamIds: [home.team.id] }, ...compared(home.otherTeam.id) });
    const scope = { teamIds: [home.team.id, home.otherTeam.id] };
    expect(await on.refusedAmendment(id, { scope })).toMatchObject([
      { field: "scope", expected: "teams it is not compared with" },
    ]);
    expect(await on.fields("DELETE", `/teams/${home.otherTeam.id}`)).toEqual(["id"]);
  });
});

describe("what a policy may name", () => {
  it("refuses ids of nothing and of another organisation in the same words", async () => {
    const elsewhere = await house.organisation();
    const named = (team: string, member: string) =>
      on.refused("POST", "/policies", {
        ...{ id: newId(), ...aPolicy(), scope: { teamIds: [team], siteIds: [team] }, ownerId: member },
        ...{ imperativeIds: [team], outcomes: [outcome({ kind: "key-results", ids: [team] })] },
        comparison: { kind: "survey", teamIds: [team] },
      });
    const problems = await named(newId(), newId());
    expect(problems.map(({ field }) => field)).toEqual([
      ...["ownerId", "imperativeIds.0", "scope.teamIds.0", "scope.siteIds.0", "comparison.teamIds.0"],
      "outcomes.0.measure.ids.0",
    ]);
    expect(await named(elsewhere.team.id, elsewhere.member.id)).toEqual(problems);
  });

  it("refuses a key result that is private to somebody like one that is not there, and leaves no trace of it", async () => {
    await told(home.owner.ask, "PUT", `/policy-rights/${home.member.id}`);
    const cycle = await newCycle(home);
    const mine = await newObjective(home, cycle, { level: "personal", private: true, title: "Quietly run" });
    const keyResult = (await newKeyResult(home, mine.id, { title: "Quietly run: kilometres" })).id;
    const asked = (id: string, by = home.member) =>
      on.refused(
        "POST",
        "/policies",
        { id: newId(), ...aPolicy(), outcomes: [outcome({ kind: "key-results", ids: [id] })] },
        by,
      );
    const nothing = await asked(newId());
    expect(await asked(keyResult)).toEqual(nothing);
    expect(await asked(keyResult, home.owner)).toEqual(nothing);
  });

  it("refuses what has no number, and units that differ", async () => {
    const { id: objective } = await newObjective(home, await newCycle(home));
    const made = async (body: object) => (await newKeyResult(home, objective, { ...body })).id as string;
    const days = await made({ title: "Days from design to build", unit: "days" });
    const share = await made({ title: "Clinics active in week four", unit: "%" });
    const done = await made({ title: "Moved to the new office", measure: { kind: "done" } });
    const asked = (...ids: string[]) =>
      on.refused("POST", "/policies", { id: newId(), ...aPolicy(), outcomes: [outcome({ kind: "key-results", ids })] });
    expect(await asked(done)).toMatchObject([{ expected: "a key result that is reported as a number" }]);
    expect(await asked(days, share)).toMatchObject([
      { field: "outcomes.0.measure.ids.1", expected: "the unit of the first, days" },
    ]);
  });

  it.each<[object, string]>([
    [{ decidesOn: "2027-02-01" }, "decidesOn"],
    [{ startsOn: "2027-02-30" }, "startsOn"],
    [{ kind: "surveillance" }, "kind"],
    [
      { outcomes: [outcome({ kind: "check-ins", reads: "on-time" }, { sizeThatMatters: "0" })] },
      "outcomes.0.sizeThatMatters",
    ],
    [{ outcomes: [outcome({ kind: "pulse-question", question: "are-you-happy" })] }, "outcomes.0.measure.question"],
    [{ office: { days: 8 } }, "office.days"],
    [{ office: { days: 1, weekdays: ["2", "3"] } }, "office.days"],
    [{ office: { days: null, weekdays: ["2", "2"] } }, "office.weekdays"],
    [{ scope: { teamIds: [twice, twice] } }, "scope.teamIds"],
    [{ scope: { exceptTeamIds: [twice, twice.toUpperCase()] } }, "scope.exceptTeamIds"],
    [{ scope: { siteIds: [twice, twice] } }, "scope.siteIds"],
    [{ scope: { roles: ["member", "member"] } }, "scope.roles"],
    [{ imperativeIds: [twice, twice] }, "imperativeIds"],
    [{ comparison: { kind: "survey", teamIds: [twice, twice] } }, "comparison.teamIds"],
    [{ outcomes: [outcome({ kind: "key-results", ids: [twice, twice] })] }, "outcomes.0.measure.ids"],
    [{ sites: ["Lisbon"] }, "sites"],
  ])("refuses %j, naming the field", async (body, field) => {
    const answer = await on.refused("POST", "/policies", { id: newId(), ...aPolicy(), ...body });
    expect(answer.map((problem) => problem.field)).toEqual([field]);
  });
});

describe("who may", () => {
  it("write is given by name", async () => {
    const body = () => ({ id: newId(), ...aPolicy() });
    expect((await home.member.ask("POST", "/policies", body())).status).toBe(403);
    expect((await home.champion.ask("POST", "/policies", body())).status).toBe(403);
    await told(home.owner.ask, "PUT", `/policy-rights/${home.member.id}`);
    const { items, can } = await told(home.member.ask, "GET", "/policy-rights");
    expect([items.length, items[0].member.id, can]).toEqual([1, home.member.id, { write: true, grant: false }]);
    const id = await on.draft({}, home.member);
    await told(home.owner.ask, "DELETE", `/policy-rights/${home.member.id}`);
    expect((await home.member.ask("POST", "/policies", body())).status).toBe(403);
    // Still its owner, named by somebody with the right.
    expect((await on.read(id, home.member)).can).toMatchObject({ edit: true, seal: true });
    expect((await on.read(id, home.colleague)).can).toMatchObject({ edit: false, seal: false });
    expect((await home.colleague.ask("PATCH", `/policies/${id}`, { version: 1, title: "Mine" })).status).toBe(403);
    expect(await on.fields("PUT", `/policy-rights/${home.guest.id}`)).toEqual(["memberId"]);
  });

  it("is told in the audit", async () => {
    await told(home.owner.ask, "PUT", `/policy-rights/${home.member.id}`);
    const { items } = await told(home.owner.ask, "GET", "/audit?about=organisation");
    expect(items[0]).toMatchObject({ kind: "policy-right-given", facts: { memberId: home.member.id } });
  });
});

describe("asked twice, or too late", () => {
  it("the same create is one, another body with its id is refused", async () => {
    const body = { id: newId(), ...aPolicy() };
    await told(home.owner.ask, "POST", "/policies", body);
    expect(await told(home.owner.ask, "POST", "/policies", body)).toMatchObject({ id: body.id, version: 1 });
    expect((await home.owner.ask("POST", "/policies", { ...body, title: "Another" })).status).toBe(409);
    const amendment = { id: newId(), version: 2, reason: "Why", rule: "None." };
    await on.seal(body.id);
    const path = `/policies/${body.id}/amendments`;
    const [once, twice] = [
      await told(home.owner.ask, "POST", path, amendment),
      await told(home.owner.ask, "POST", path, amendment),
    ];
    expect(twice).toEqual(once);
    const decision = { id: newId(), version: once.version, decision: "keep", reason: "Good.", earlyReason: "Clear." };
    await told(home.owner.ask, "POST", `/policies/${body.id}/decisions`, decision);
    const { decisions } = await told(home.owner.ask, "POST", `/policies/${body.id}/decisions`, decision);
    expect(decisions).toHaveLength(1);
  });

  it("an edit of an old version is refused with both values", async () => {
    const id = await on.draft();
    await told(home.owner.ask, "PATCH", `/policies/${id}`, { version: 1, title: "Mornings" });
    for (const [method, path, body] of [
      ["PATCH", `/policies/${id}`, { version: 1, title: "Quiet" }],
      ["POST", `/policies/${id}/sealing`, { version: 1 }],
    ] as const)
      expect((await home.owner.ask(method, path, body)).status).toBe(409);
    const { body } = await home.owner.ask("PATCH", `/policies/${id}`, { version: 1, title: "Quiet" });
    expect(body).toMatchObject({ theirs: { title: "Mornings" }, yours: { title: "Quiet" } });
  });

  it("before its date only with a reason for that, and after a stop not at all", async () => {
    const id = await on.sealed();
    expect(await on.refusedDecision(id, { decision: "stop" })).toMatchObject([{ field: "earlyReason" }]);
    const early = { earlyReason: "The office closes." };
    expect(await on.refusedDecision(id, { decision: "stop", lastDay: "2027-02-15", ...early })).toMatchObject([
      { field: "lastDay" },
    ]);
    expect(await on.refusedDecision(id, { decision: "change", ...early })).toMatchObject([{ field: "draftId" }]);
    const stopped = await on.decide(id, { decision: "stop", lastDay: "2027-02-20", ...early });
    expect(stopped).toMatchObject({ state: "stopped", lastDay: "2027-02-20", can: { amend: false, decide: false } });
    expect(await on.refusedDecision(id, { decision: "keep", ...early })).toMatchObject([{ field: "policyId" }]);
    expect(await on.refusedAmendment(id, { rule: "More" })).toMatchObject([{ field: "policyId" }]);
    const unsealed = await on.draft();
    expect(await on.refusedDecision(unsealed, { decision: "keep" })).toMatchObject([{ field: "policyId" }]);
  });
});

describe("to change", () => {
  it("begins a draft from it, and ends it on the day before that starts", async () => {
    const id = await on.sealed(arrangement([home.team.id]));
    const draftId = newId();
    const changed = await on.decide(id, { decision: "change", draftId, earlyReason: "Clear." });
    expect(changed).toMatchObject({ state: "changed", next: { id: draftId, state: "draft" }, lastDay: null });
    const next = await on.read(draftId);
    expect(next).toMatchObject({ state: "draft", previous: { id }, startsOn: null, rule: "No meetings before noon." });
    expect(await on.refusedDecision(id, { decision: "change", draftId: newId(), earlyReason: "Clear." })).toMatchObject(
      [{ field: "decision" }],
    );
    const dates = { version: next.version, startsOn: "2027-03-01", decidesOn: "2027-07-01" };
    await told(home.owner.ask, "PATCH", `/policies/${draftId}`, dates);
    await on.seal(draftId);
    expect(await on.read(id)).toMatchObject({ lastDay: "2027-02-28", next: { state: "sealed" } });
    const holding = async (day: string) => (await on.coversMe(home.member, day)).arrangement.id;
    expect([await holding("2027-02-28"), await holding("2027-03-01")]).toEqual([id, draftId]);
  });
});
