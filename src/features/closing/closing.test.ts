/** Closing through the contract: what is suggested, kept, refused, locked, rolled over, looked back on and reported. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, type House, type Organisation, openHouse, type Person } from "../../../test/support/house.ts";
import { newCycle, newKeyResult, newObjective, newSupport } from "../../../test/support/okrs.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let osier: Organisation;
let cycleId: string;
let nextId: string;
let imperativeId: string;

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
  nextId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  imperativeId = newId();
  await osier.champion.ask("POST", "/imperatives", { id: imperativeId, statement: "Win the first week" });
});
afterAll(() => house.close());

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; the contract's types are tested apart.
const ok = ({ status, body }: Answer): any => {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
};
const problems = ({ body }: Answer) => (body.problems ?? []).map(({ field }: { field: string }) => field);
const read = async (id: string, who: Person = osier.member) => ok(await who.ask("GET", `/objectives/${id}/closing`));
const grade = (id: string, body: object, who: Person = osier.member) =>
  who.ask("PUT", `/key-results/${id}/grade`, { version: 0, next: "keep", ...body });
const close = (id: string, body: object = {}, who: Person = osier.member) =>
  who.ask("PUT", `/objectives/${id}/closure`, { version: 0, next: "keep", ...body });
const checkIn = async (id: string, value: string, ask: object | null = null, who: Person = osier.member) =>
  ok(await who.ask("POST", `/key-results/${id}/check-ins`, { id: newId(), value, confidence: 7, ask }));
const become = async (id: string, state: string) => {
  const { version } = ok(await osier.champion.ask("GET", `/cycles/${id}`));
  ok(await osier.champion.ask("PUT", `/cycles/${id}/state`, { version, state }));
};

describe("before the cycle is closing", () => {
  it("nothing is graded, and what is suggested can be read", async () => {
    const objective = await newObjective(osier, cycleId, { title: "Too early" });
    const keyResult = await newKeyResult(osier, objective.id);
    await checkIn(keyResult.id, "46");
    const page = await read(objective.id);
    expect(page.keyResults[0].suggested).toMatchObject({ score: "0.5", band: "middle", asExpected: false });
    expect(page.can).toEqual({ close: false, reopen: false, amend: false });
    expect(problems(await grade(keyResult.id, { score: "0.5" }))).toContain("cycle");
    ok(
      await osier.member.ask("PUT", `/objectives/${objective.id}/state`, {
        ...{ version: 1, state: "dropped", reason: "A try." },
      }),
    );
  });
});

describe("closing", () => {
  let objective: { id: string };
  let setup: { id: string; version: number };
  let steps: { id: string };
  let upper: { id: string };
  const [first, second] = [newId(), newId()];

  beforeAll(async () => {
    upper = await newObjective(osier, cycleId, { title: "Clinics feel at home", level: "company" }, osier.champion);
    objective = await newObjective(osier, cycleId);
    setup = await newKeyResult(osier, objective.id, { unit: "%", phasedTargets: [{ on: "2027-02-20", value: "40" }] });
    steps = await newKeyResult(osier, objective.id, {
      title: "Setup works without a spreadsheet",
      measure: {
        kind: "milestones",
        milestones: [
          { id: first, title: "Staff" },
          { id: second, title: "Prices" },
        ],
      },
    });
    await newSupport(osier, objective.id, { kind: "objective", id: upper.id });
    await newSupport(osier, upper.id, { kind: "imperative", id: imperativeId }, { mode: "supports" });
    await checkIn(setup.id, "46", { id: newId(), toMemberId: osier.colleague.id, text: "Can it be optional?" });
    ok(
      await osier.member.ask("POST", `/key-results/${setup.id}/target-changes`, {
        ...{ changeId: newId(), version: setup.version, reason: "The market fell." },
        targets: { kind: "metric", target: "50" },
        phasedTargets: [],
      }),
    );
    await become(cycleId, "closing");
  });

  it("waits for whoever owns something, and is listed team by team", async () => {
    const { items } = ok(await osier.member.ask("GET", "/closing"));
    expect(items).toMatchObject([{ cycle: { id: cycleId, state: "closing" }, keyResults: 2 }]);
    const all = ok(await osier.champion.ask("GET", `/cycles/${cycleId}/closing`));
    expect(all).toMatchObject({ open: 2, can: { closeCycle: true } });
    expect(
      all.teams.map(({ level, team, open }: never) => [level, (team as { name: string } | null)?.name, open]),
    ).toEqual([
      ["company", undefined, 1],
      ["team", "Product", 1],
    ]);
  });

  it("suggests a score against both targets", async () => {
    const [page] = (await read(objective.id)).keyResults;
    expect(page.suggested).toMatchObject({ score: "0.9", targets: { target: "50" } });
    expect(page.before).toMatchObject([{ score: "0.5", targets: { target: "100" } }]);
  });

  it.each([
    [{ score: "1.2" }, "score"],
    [{ score: "-0.1" }, "score"],
    [{ score: "0.75" }, "score"],
    [{ score: "0.4" }, "note"],
    [{}, "score"],
    [{ score: "0.9", notYetObservable: true }, "score"],
  ])("refuses the grade %j at %s", async (body, field) => {
    const answer = await grade(setup.id, body);
    expect([answer.status, problems(answer)]).toEqual([422, [field]]);
  });

  it("keeps an own grade with its note beside the suggested one, and names the conflict of two", async () => {
    const note = "Half of it came from one clinic. 🙂 ".padEnd(9_990, "أ");
    const page = ok(await grade(setup.id, { score: "0.70", note, learned: "Watch, then ask." }));
    expect(page.keyResults[0].grade).toMatchObject({ score: "0.7", suggested: "0.9", note: note.trim(), version: 1 });
    const late = await grade(setup.id, { score: "0.9", next: "drop" }, osier.champion);
    expect([late.status, late.body.theirs]).toMatchObject([409, { score: "0.7", next: "keep" }]);
  });

  it("is not the colleague's to grade", async () => {
    expect((await grade(setup.id, { version: 1, score: "0.9" }, osier.colleague)).status).toBe(403);
  });

  it("asks for a grade of each key result, and for what becomes of each open ask", async () => {
    const answer = await close(objective.id, { score: "0.4" });
    expect([answer.status, problems(answer)]).toEqual([422, ["keyResults", "note", "asks"]]);
    expect(answer.body.detail).toContain("Setup works without a spreadsheet");
    expect(answer.body.detail).toContain("Can it be optional?");
  });

  it("asks to look again where somebody checked in since", async () => {
    expect((await read(objective.id)).keyResults[1].suggested).toBeNull();
    expect(problems(await grade(steps.id, {}))).toEqual(["score"]);
    ok(await grade(steps.id, { score: "0", note: "Nobody reported on it.", next: "change" }));
    ok(
      await osier.member.ask("POST", `/key-results/${steps.id}/check-ins`, {
        ...{ id: newId(), milestonesDone: [first], confidence: 8 },
      }),
    );
    const page = await read(objective.id);
    expect(page.keyResults[1].grade.isStale).toBe(true);
    expect(problems(await close(objective.id, { score: "0.4" }))).toContain("keyResults");
    ok(await grade(steps.id, { version: 1, score: "0.5", next: "change" }));
    expect((await read(objective.id)).suggested).toEqual({ score: "0.6", band: "middle" });
  });

  it("closes with the asks settled, and a second person is told of the first", async () => {
    const { asks } = (await read(objective.id)).keyResults[0];
    const wordless = await close(objective.id, { score: "0.6", asks: [{ id: asks[0].id, settle: "leave" }] });
    expect(problems(wordless)).toEqual(["asks.0.word"]);
    const closing = { score: "0.6", learned: "Ask earlier.", asks: [{ id: asks[0].id, settle: "move" }] };
    const page = ok(await close(objective.id, closing));
    expect(page).toMatchObject({ state: "closed", score: "0.6", band: "middle", settledAsks: [{ settled: "moved" }] });
    expect(page.keyResults.map(({ state }: { state: string }) => state)).toEqual(["closed", "closed"]);
    const second = await close(objective.id, { score: "0.1", note: "No." }, osier.champion);
    expect([second.status, second.body.theirs]).toMatchObject([409, { score: "0.6" }]);
  });

  it("can be opened again while the cycle is closing, and closed as before", async () => {
    const reopened = ok(await osier.member.ask("DELETE", `/objectives/${objective.id}/closure`));
    expect(reopened).toMatchObject({ state: "open", closure: null });
    expect(reopened.keyResults[0]).toMatchObject({ state: "open", grade: { score: "0.7" }, can: { checkIn: true } });
    ok(await close(objective.id, { score: "0.6" }));
  });

  it("takes the roll-up where an objective has no key results of its own", async () => {
    await house.feed.settled(osier.id);
    const page = await read(upper.id, osier.champion);
    expect(page.suggested).toEqual({ score: "0.7", band: "high" });
    ok(await close(upper.id, { score: "0.7", next: "keep" }, osier.champion));
  });

  it("refuses an outcome where it is no learning objective, and takes not yet observable", async () => {
    const other = await newObjective(osier, cycleId, { title: "Not to be seen yet" });
    expect(problems(await close(other.id, { outcome: "validated" }))).toEqual(["outcome"]);
    expect(ok(await close(other.id, { outcome: "not-yet-observable", next: "drop" })).score).toBeNull();
  });

  it("asks what a learning objective has shown", async () => {
    const learning = await newObjective(osier, cycleId, { title: "Why they leave", commitment: "learning" });
    expect(problems(await close(learning.id, {}))).toEqual(["outcome"]);
    ok(await close(learning.id, { outcome: "invalidated", next: "drop" }));
    expect(ok(await osier.member.ask("GET", `/objectives/${learning.id}`)).learned).toBe("invalidated");
  });

  it("writes the history", async () => {
    const { items } = ok(await osier.member.ask("GET", `/history/${objective.id}`));
    // Roll-up tells of its own moves when it comes to them.
    const kinds = items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => kind !== "objective-moved");
    expect(kinds.slice(0, 2)).toEqual(["objective-graded", "objective-state-changed"]);
    expect(kinds).toContain("objective-grade-taken-back");
  });

  describe("rolling over", () => {
    const preview = async (who: Person = osier.champion) => ok(await who.ask("GET", `/cycles/${cycleId}/rollover`));
    const rollOver = (body: object = {}, who: Person = osier.champion) =>
      who.ask("POST", `/cycles/${cycleId}/rollover`, { toId: nextId, ...body });

    it("shows where each number starts and which parents go along", async () => {
      const { toId, items, undecided } = await preview();
      expect([toId, undecided]).toEqual([nextId, 0]);
      const item = items.find(({ id }: { id: string }) => id === objective.id);
      expect(item.keyResults).toMatchObject([
        { next: "keep", start: "46", asksTarget: false, measure: { start: "46", target: "50" } },
        { next: "change", measure: { milestones: [{ done: false }, { done: false }] } },
      ]);
      expect(item.links.kept).toMatchObject([{ kind: "objective", title: "Clinics feel at home" }]);
    });

    it("is refused into a cycle that began before", async () => {
      expect(problems(await rollOver({ toId: cycleId }))).toEqual(["toId"]);
    });

    it("is refused a choice for a key result that does not go on", async () => {
      const stray = await rollOver({ keyResults: [{ id: newId(), restart: "zero" }] });
      expect(problems(stray)).toEqual(["keyResults.0.id"]);
    });

    it("makes objectives, key results, links and takes asks along; the same again changes nothing", async () => {
      const { made, rollover } = ok(await rollOver());
      expect(made).toEqual({ objectives: 2, keyResults: 2, links: 2, asks: 1 });
      const successor = rollover.items.find(({ id }: { id: string }) => id === objective.id).successorId;
      const next = ok(await osier.member.ask("GET", `/objectives/${successor}`));
      expect(next).toMatchObject({ title: "Clinics start unaided", cycle: { id: nextId } });
      expect(next.parents[0].objective.title).toBe("Clinics feel at home");
      expect((await read(successor)).rolledOverFrom).toMatchObject({ id: objective.id, cycle: { name: "Q1 2027" } });
      expect(ok(await rollOver()).made).toEqual({ objectives: 0, keyResults: 0, links: 0, asks: 0 });
    });

    it("does not bring back what somebody took away", async () => {
      const { items } = await preview();
      const { successorId } = items.find(({ id }: { id: string }) => id === upper.id);
      ok(await osier.champion.ask("DELETE", `/objectives/${successorId}`, { everything: true }));
      expect(ok(await rollOver()).made).toEqual({ objectives: 0, keyResults: 0, links: 0, asks: 0 });
    });
  });

  describe("once the cycle is closed", () => {
    beforeAll(() => become(cycleId, "closed"));

    it("is locked", async () => {
      expect((await grade(setup.id, { version: 1, score: "0.9" })).status).toBe(422);
      expect((await close(objective.id, { version: 1, score: "0.6" })).status).toBe(422);
      expect((await osier.member.ask("DELETE", `/objectives/${objective.id}/closure`)).status).toBe(422);
    });

    it("is amended with a reason, and the original stays", async () => {
      const path = `/objectives/${objective.id}/amendments`;
      const amend = (body: object) => osier.member.ask("POST", path, { id: newId(), reason: "", ...body });
      expect(problems(await amend({ score: "0.8" }))).toEqual(["reason"]);
      expect(problems(await amend({ reason: "Why." }))).toEqual(["score"]);
      expect(problems(await amend({ score: "2", reason: "Why." }))).toEqual(["score"]);
      const id = newId();
      const body = { id, keyResultId: setup.id, endValue: "48", score: "0.8", reason: "A clinic was counted late." };
      const page = ok(await osier.member.ask("POST", path, body));
      expect(page.keyResults[0]).toMatchObject({
        endValue: "48",
        score: "0.8",
        grade: { score: "0.7", endValue: "46" },
      });
      expect(page.keyResults[0].suggested.score).toBe("1");
      expect(ok(await osier.member.ask("POST", path, body)).amendments).toHaveLength(1);
    });

    it("reports what was reached, without personal objectives and without a person's confidence", async () => {
      const told = ok(await osier.colleague.ask("GET", `/cycles/${cycleId}/report`));
      expect(told.totals).toMatchObject({ objectives: 4, high: 1, middle: 1, invalidated: 1, notYetObservable: 1 });
      expect(told.confidence).toEqual({ everyone: null, teams: [], teamsLeftOut: 1 });
      expect(JSON.stringify(told)).not.toContain(osier.member.name);
      expect((await osier.guest.ask("GET", `/cycles/${cycleId}/report`)).status).toBe(403);
    });
  });
});

describe("a retrospective", () => {
  let id: string;

  it("is started by the lead, once", async () => {
    id = newId();
    const start = (body: object, who: Person) =>
      who.ask("POST", "/retrospectives", { id, cycleId, teamId: osier.team.id, named: false, ...body });
    expect((await start({}, osier.colleague)).status).toBe(403);
    expect(problems(await start({ opensOn: "2027-02-01" }, osier.member))).toEqual(["opensOn"]);
    expect(ok(await start({}, osier.member))).toMatchObject({ isOpen: false, together: null, written: 0 });
    expect((await start({ id: newId() }, osier.champion)).status).toBe(409);
  });

  it("is read by nobody else before it is open", async () => {
    const write = (body: object, who: Person) => who.ask("PUT", `/retrospectives/${id}/note`, { version: 0, ...body });
    expect(problems(await write({}, osier.member))).toEqual(["helped"]);
    const helped = "Two clinics let us watch.";
    expect(ok(await write({ helped, tries: "Ask first." }, osier.member))).toMatchObject({
      written: 1,
      mine: { helped },
    });
    expect((await write({ helped: "Other" }, osier.member)).status).toBe(409);
    const seen = ok(await osier.champion.ask("GET", `/retrospectives/${id}`));
    expect(seen).toMatchObject({ together: null, mine: null, written: 1, can: { write: false, open: true } });
    expect((await osier.colleague.ask("GET", `/retrospectives/${id}`)).status).toBe(404);
    const { rows } = await house.sql.query("select visible_to from event where kind = 'retrospective-note-written'");
    expect(rows.every(({ visible_to }) => visible_to === osier.member.id)).toBe(true);
  });

  it("shows everything together once it is open, without names where the team chose so", async () => {
    const open = () => osier.member.ask("PUT", `/retrospectives/${id}/opening`);
    const told = ok(await open());
    expect(told.together).toEqual({
      helped: [{ text: "Two clinics let us watch.", member: null }],
      hindered: [],
      tries: [{ text: "Ask first.", member: null }],
    });
    expect(ok(await open()).isOpen).toBe(true);
    const late = await osier.member.ask("PUT", `/retrospectives/${id}/note`, { version: 1, helped: "Late" });
    expect(problems(late)).toEqual(["id"]);
  });
});
