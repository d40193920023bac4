import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activeCycle, told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../test/support/house.ts";
import { newId } from "../../platform/ids.ts";
import { pulseTasks } from "./jobs.ts";
import { sealingWith } from "./sealing.ts";

const closesAt = "2027-02-19T17:00:00Z";
const later = "2027-02-19T17:00:01Z";
const log = { error: () => {} };
let house: House;
let home: Organisation;
/** Twelve, beside the owner, the admin and the champion. */
let members: Person[];

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
  const more = await Promise.all(Array.from({ length: 10 }, (_, at) => home.addMember("member", `Member ${at}`)));
  members = [home.member, home.colleague, ...more];
});

async function switchOn() {
  await told(home.owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
}

async function launch(body: object = {}): Promise<string> {
  const id = newId();
  await told(home.champion.ask, "POST", "/pulses", { id, questions: ["see-my-line", "heard"], closesAt, ...body });
  return id;
}

const answering = (person: Person, id: string, answer: number, comment = "") =>
  person.ask("POST", `/pulses/${id}/answers`, {
    answers: [
      { question: "see-my-line", answer },
      { question: "heard", answer: 6 - answer },
    ],
    comment,
  });

async function allAnswer(id: string, comment?: (at: number) => string) {
  for (const [at, person] of members.entries()) {
    const { status, body } = await answering(person, id, (at % 5) + 1, comment?.(at));
    expect([status, body]).toEqual([200, { done: true }]);
  }
}

const close = (id: string) => told(home.champion.ask, "POST", `/pulses/${id}/closing`);
const read = (id: string) => told(home.member.ask, "GET", `/pulses/${id}`);

describe("pulses are off until an owner switches them on", () => {
  it("launches nothing before", async () => {
    const refused = await home.owner.ask("POST", "/pulses", { id: newId(), questions: ["heard"], closesAt });
    expect(refused.status).toBe(422);
    expect(refused.body.problems[0].expected).toBe("pulses to be switched on");
    expect((await home.admin.ask("PATCH", "/pulse-settings", { version: 0, on: true })).status).toBe(403);
    expect((await told(home.member.ask, "GET", "/pulse-settings")).on).toBe(false);
  });

  it("is in the audit, and limits are raised and never lowered", async () => {
    await switchOn();
    const raised = await told(home.owner.ask, "PATCH", "/pulse-settings", { version: 1, answers: 8 });
    expect([raised.on, raised.answers, raised.version]).toEqual([true, 8, 2]);
    const lowered = await home.owner.ask("PATCH", "/pulse-settings", { version: 2, answers: 7, comments: 10 });
    expect([lowered.status, lowered.body.problems[0].expected]).toEqual([422, "8 or more"]);
    const never = await home.owner.ask("PATCH", "/pulse-settings", { version: 2, answers: 4 });
    expect(never.status).toBe(422);
    expect((await home.owner.ask("PATCH", "/pulse-settings", { version: 1, crowd: 30 })).status).toBe(409);
    const { items } = await told(home.owner.ask, "GET", "/audit?about=organisation");
    expect(items.map(({ facts }: { facts: object }) => facts)).toEqual([{ answers: [5, 8] }, { on: [false, true] }]);
  });

  it("withdraws an open pulse when they are switched off", async () => {
    await switchOn();
    const id = await launch();
    await allAnswer(id);
    await told(home.owner.ask, "PATCH", "/pulse-settings", { version: 1, on: false });
    expect((await read(id)).state).toBe("withdrawn");
    expect((await answering(home.admin, id, 3)).status).toBe(422);
    for (const table of ["pulse_waiting", "pulse_part", "pulse_answer"]) {
      const { rows } = await house.sql.query(`select count(*)::int as n from ${table} where pulse_id = $1`, [id]);
      expect([table, rows[0].n]).toEqual([table, 0]);
    }
    expect((await home.champion.ask("POST", `/pulses/${id}/closing`)).status).toBe(422);
  });
});

describe("a launch fixes who is asked and what is shown", () => {
  beforeEach(switchOn);

  it("shows no team of fewer than five, nor one that leaves so few", async () => {
    for (const person of members.slice(2, 8)) await inTeam(home.team.id, person);
    const { asked, cells, withheld } = await read(await launch());
    expect(asked).toBe(15);
    expect(
      cells.map(({ team, level, asked: n }: { team: { name: string }; level: number; asked: number }) => [
        team?.name ?? null,
        level,
        n,
      ]),
    ).toEqual([
      [null, 0, 15],
      ["Product", 1, 7],
    ]);
    expect(withheld).toEqual([{ team: { id: home.otherTeam.id, name: "Growth" }, why: "too-few" }]);
  });

  it("is the same launch when it is sent twice, and one at a time", async () => {
    const body = { id: newId(), questions: ["heard"], closesAt };
    const [one, other] = [await home.owner.ask("POST", "/pulses", body), await home.owner.ask("POST", "/pulses", body)];
    expect([one.status, other.status, other.body]).toEqual([200, 200, one.body]);
    expect((await home.owner.ask("POST", "/pulses", { ...body, questions: ["recommend"] })).status).toBe(409);
    const second = await home.owner.ask("POST", "/pulses", { ...body, id: newId() });
    expect([second.status, second.body.problems[0].expected]).toEqual([422, "no other pulse under way"]);
  });

  it.each<[string, object, string]>([
    ["a question twice", { questions: ["heard", "heard"] }, "questions"],
    ["no question", { questions: [] }, "questions"],
    ["an unknown question", { questions: ["salary"] }, "questions.0"],
    ["a closing in the past", { closesAt: "2027-02-16T09:00:00Z" }, "closesAt"],
    ["a closing before it opens", { opensAt: "2027-02-20T09:00:00Z" }, "closesAt"],
    ["two months", { closesAt: "2027-04-16T09:00:00Z" }, "closesAt"],
  ])("refuses %s", async (_, body, field) => {
    const asked = { id: newId(), questions: ["heard"], closesAt, ...body };
    const { status, body: said } = await home.owner.ask("POST", "/pulses", asked);
    expect([status, said.problems.map((each: { field: string }) => each.field)]).toEqual([422, [field]]);
  });

  it("asks nobody where fewer than five could be asked", async () => {
    const small = await house.organisation();
    for (const person of [small.admin, small.champion]) {
      await house.sql.query("update member set deactivated_at = now() where id = $1", [person.id]);
    }
    await told(small.owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
    const { status, body } = await small.owner.ask("POST", "/pulses", { id: newId(), questions: ["heard"], closesAt });
    expect([status, body.problems[0].expected]).toEqual([422, "5 members or more"]);
  });
});

describe("an answer", () => {
  beforeEach(switchOn);

  it("is given once, by who is asked, while the pulse is open", async () => {
    const id = await launch({ opensAt: "2027-02-17T09:00:00Z" });
    expect((await answering(home.member, id, 3)).status).toBe(422);
    expect((await told(home.member.ask, "GET", "/pulses/mine")).pulse).toBeNull();
    house.clock.set("2027-02-17T09:00:00Z");
    const before = await told(home.member.ask, "GET", "/pulses/mine");
    expect([before.pulse.id, before.answered, before.countsIn[0].asked]).toEqual([id, false, 15]);
    expect((await answering(home.member, id, 3)).status).toBe(200);
    expect((await told(home.member.ask, "GET", "/pulses/mine")).answered).toBe(true);
    const twice = await answering(home.member, id, 5);
    expect([twice.status, twice.body.title ?? twice.body.detail]).toEqual([409, expect.stringContaining("already")]);
    const newcomer = await home.addMember("member", "A newcomer");
    expect((await answering(newcomer, id, 3)).status).toBe(403);
    expect((await told(newcomer.ask, "GET", "/pulses/mine")).pulse).toBeNull();
    expect((await answering(home.guest, id, 3)).status).toBe(403);
    house.clock.set(closesAt);
    expect((await answering(home.colleague, id, 3)).status).toBe(422);
    const { rows } = await house.sql.query("select count(*)::int as n from pulse_waiting where pulse_id = $1", [id]);
    expect(rows[0].n).toBe(1);
  });

  it.each<[string, unknown, string]>([
    ["nothing", [], "answers"],
    ["a six", [{ question: "heard", answer: 6 }], "answers.0.answer"],
    ["a half", [{ question: "heard", answer: 2.5 }], "answers.0.answer"],
    ["a text", [{ question: "heard", answer: "5" }], "answers.0.answer"],
    [
      "one question twice",
      [
        { question: "heard", answer: 1 },
        { question: "heard", answer: 2 },
      ],
      "answers",
    ],
    ["what is not asked", [{ question: "recommend", answer: 1 }], "answers.0.question"],
  ])("refuses %s, and it may be given again", async (_, answers, field) => {
    const id = await launch();
    const { status, body } = await home.member.ask("POST", `/pulses/${id}/answers`, { answers });
    expect([status, body.problems.map((each: { field: string }) => each.field)]).toEqual([422, [field]]);
    expect((await answering(home.member, id, 3)).status).toBe(200);
  });

  it("is taken once of many that come together", async () => {
    const id = await launch();
    const twelve = await Promise.all(members.map((person, at) => answering(person, id, (at % 5) + 1)));
    expect(twelve.map(({ status }) => status)).toEqual(members.map(() => 200));
    const same = await Promise.all(Array.from({ length: 5 }, () => answering(home.owner, id, 4)));
    expect(same.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
    await close(id);
    const { rows } = await house.sql.query("select count(*)::int as n from pulse_answer where pulse_id = $1", [id]);
    expect(rows[0].n).toBe(26);
  });
});

describe("a pulse that has closed", () => {
  beforeEach(switchOn);

  it("tells figures, comments from ten, and what the alignment index reads", async () => {
    const cycle = await activeCycle(home.owner.ask);
    const id = await launch();
    const texts = [
      "مرحبا، القرارات بعيدة",
      "👩🏽‍💻 emoji",
      "x".repeat(10_000),
      ...Array.from({ length: 9 }, (_, at) => `Comment ${at}`),
    ];
    await allAnswer(id, (at) => texts[at] as string);
    expect((await read(id)).results).toBeNull();
    expect((await close(id)).state).toBe("closed");
    const { results, state } = await read(id);
    expect(state).toBe("closed");
    const [line] = results.questions;
    // Answers 1 2 3 4 5 1 2 3 4 5 1 2: four favourable of twelve.
    expect(line.figures).toEqual([
      { cell: "organisation", reads: "exactly", share: "0.33", within: "0", answersFrom: 10, why: null },
    ]);
    expect(results.tookPart[0].share).toBe("0.8");
    expect(results.comments[0].texts.toSorted()).toEqual(texts.toSorted());
    const { rows } = await house.sql.query("select * from alignment_understood where organisation_id = $1", [home.id]);
    expect(rows.map(({ cycle_id, share, reads }) => [cycle_id, share, reads])).toEqual([[cycle, "0.33", "exactly"]]);
    const { items } = await told(home.member.ask, "GET", `/history/${id}`);
    expect(items.map(({ kind }: { kind: string }) => kind)).toEqual(["pulse-closed", "pulse-launched"]);
    expect((await answering(home.owner, id, 3)).status).toBe(422);
    expect((await close(id)).state).toBe("closed");
  });

  it("tells nothing of four, and keeps nothing of them; nine comments are not kept either", async () => {
    const id = await launch();
    for (const person of members.slice(0, 4)) await answering(person, id, 5, "a word");
    await close(id);
    const { results } = await read(id);
    expect(results.questions[0].figures[0]).toMatchObject({ reads: "withheld", share: null, why: "too-few" });
    const second = await launch();
    for (const person of members.slice(0, 9)) await answering(person, second, 5, "a word");
    await close(second);
    expect((await read(second)).results.comments).toEqual([]);
    const { rows } = await house.sql.query(
      "select (select count(*)::int from pulse_answer where pulse_id = $1) as a, (select count(*)::int from pulse_comment where organisation_id = $2) as c",
      [id, home.id],
    );
    expect(rows[0]).toEqual({ a: 0, c: 0 });
  });

  it("refuses more than 10,000 characters, and the answer may be given again", async () => {
    const id = await launch();
    const { status, body } = await answering(home.member, id, 3, "x".repeat(10_001));
    expect([status, body.problems[0].field]).toEqual([422, "comment"]);
    expect((await answering(home.member, id, 3)).status).toBe(200);
  });

  it("closes by itself at its time, once, and not before", async () => {
    const id = await launch();
    await allAnswer(id);
    const tasks = pulseTasks({ ...house, log, sealing: sealingWith("a session secret of the tests, long enough") });
    await tasks["close-pulse"]({ organisationId: home.id, pulseId: id });
    await tasks["sweep-pulses"]();
    expect((await read(id)).state).toBe("open");
    house.clock.set(later);
    await Promise.all([tasks["sweep-pulses"](), tasks["close-pulse"]({ organisationId: home.id, pulseId: id })]);
    expect((await read(id)).results.questions[0].figures[0].share).toBe("0.33");
    const { rows } = await house.sql.query("select count(*)::int as n from pulse_answer where pulse_id = $1", [id]);
    expect(rows[0].n).toBe(24);
  });

  it("leaves out and says what was sealed with another secret", async () => {
    const id = await launch();
    await allAnswer(id);
    const said: object[] = [];
    const heard = { error: (facts: object) => said.push(facts) };
    house.clock.set(later);
    await pulseTasks({ ...house, log: heard, sealing: sealingWith("another") })["sweep-pulses"]();
    expect(said).toEqual([{ pulseId: id, lost: 12 }]);
    expect((await read(id)).results.questions[0].figures[0].reads).toBe("withheld");
  });

  it("is proved by the auditor, over several pulses", async () => {
    expect((await told(home.admin.ask, "GET", "/pulse-audit")).inWords).toBe("Nothing was published yet.");
    for (const person of members.slice(2, 8)) await inTeam(home.team.id, person);
    for (const _ of [1, 2]) {
      const id = await launch();
      await allAnswer(id);
      await close(id);
    }
    const proof = await told(home.admin.ask, "GET", "/pulse-audit");
    expect(proof).toMatchObject({ pulses: 2, violations: [], inWords: "No combination isolates a group under 5." });
    expect((await home.member.ask("GET", "/pulse-audit")).status).toBe(403);
    // Somebody writes a figure past the product: the auditor names the way to the few.
    const { rows } = await house.sql.query("select id, cells from pulse where organisation_id = $1 limit 1", [home.id]);
    const few = { id: home.otherTeam.id, groups: ["9"], level: 1 };
    await house.sql.query("update pulse set cells = $2 where id = $1", [
      rows[0].id,
      JSON.stringify([...rows[0].cells, few]),
    ]);
    await house.sql.query("update pulse_invited set group_id = '9' where pulse_id = $1 and member_id = any($2)", [
      rows[0].id,
      members.slice(9, 12).map(({ id }) => id),
    ]);
    await house.sql.query(
      "insert into pulse_figure (organisation_id, pulse_id, question, cell, reads, share, within, answers_from) values ($1, $2, 'took-part', $3, 'or-more', '0.75', '0', 0)",
      [home.id, rows[0].id, few.id],
    );
    const found = await told(home.admin.ask, "GET", "/pulse-audit");
    expect(found.violations).toContainEqual(
      expect.objectContaining({ kind: "small-group", pulseIds: [rows[0].id], question: "took-part" }),
    );
    expect(found.inWords).toMatch(/to a few people found/);
  });

  it("is its organisation's alone", async () => {
    const id = await launch();
    await allAnswer(id);
    const elsewhere = await house.organisation();
    expect((await elsewhere.owner.ask("GET", `/pulses/${id}`)).status).toBe(404);
    expect((await elsewhere.owner.ask("POST", `/pulses/${id}/closing`)).status).toBe(404);
    expect((await answering(elsewhere.owner, id, 3)).status).toBe(404);
    expect((await told(elsewhere.owner.ask, "GET", "/pulses")).items).toEqual([]);
  });
});

async function inTeam(teamId: string, person: Person) {
  await house.sql.query("insert into team_member (organisation_id, team_id, member_id) values ($1, $2, $3)", [
    home.id,
    teamId,
    person.id,
  ]);
}
