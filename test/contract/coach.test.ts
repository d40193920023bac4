/** The outcome coach through the contract: the same verdict everywhere, advice that is kept, and shares of teams. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { coach, coachVersion } from "../../src/features/coach/public.ts";
import { newId } from "../../src/platform/ids.ts";
import { type Answer, type House, type Organisation, openHouse } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";

let house: House;
let osier: Organisation;
let cycleId: string;
beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
});
afterAll(() => house.close());

const webinar = "Launch onboarding webinar";
const churn = "Churn of small clinics from 5 % to 3 %";
const read = (body: object, who = osier.member) => who.ask("POST", "/coach/readings", body);
const problems = ({ body }: Answer) => (body.problems ?? []).map(({ field }: { field: string }) => field);
const stored = async (id: string) =>
  (await house.sql.query("select coach_verdict, kept_as_is, version from key_result where id = $1", [id])).rows[0];

describe("texts that are read", () => {
  test("get the verdict, the words that decided, the reason and the question in keys and in words", async () => {
    const { status, body } = await read({ texts: [{ text: webinar }, { text: churn }] });
    expect(status).toBe(200);
    const [output, outcome] = body.items;
    expect(output).toMatchObject({ text: webinar, verdict: "output", question: { key: expect.any(String) } });
    expect(output.reason).toMatchObject({ key: "reason-work-and-made", words: expect.stringContaining("“Launch”") });
    expect(output.spans.map(({ from, to }: { from: number; to: number }) => webinar.slice(from, to))).toContain(
      "Launch",
    );
    expect(outcome.verdict).toBe("outcome");
    expect(output).toMatchObject(JSON.parse(JSON.stringify(coach(webinar, { kind: "key-result" }))));
  });

  test("are advised on with what stands beside them", async () => {
    const fields = { type: "metric", baseline: "58", target: 72, unit: "%", dataSource: "" };
    const { body } = await read({
      texts: [{ text: "Improve setup satisfaction", fields }],
      siblings: ["Improve satisfaction with setup"],
    });
    const names = body.items[0].checks.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(["no-data-source", "duplicate"]));
    expect(body.items[0].rewrite).toBe("Improve setup satisfaction from 58 % to 72 %");
  });

  test("may be objectives, and guests may ask too", async () => {
    const { body } = await read({ kind: "objective", texts: [{ text: "Ship version 2" }] }, osier.guest);
    expect(body.items[0]).toMatchObject({ kind: "objective", verdict: "output" });
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["emoji", "🎉🚀 👩‍👩‍👧"],
    ["Arabic", "تقليل زمن الانتظار من 10 إلى 5 دقائق"],
    ["10,000 characters", "ship it ".repeat(1250)],
    ["markup", "<script>alert(1)</script> {name}"],
  ])("are answered whatever they hold: %s", async (_what, text) => {
    const { status, body } = await read({ texts: [{ text }] });
    expect([status, body.items[0].text]).toEqual([200, text]);
  });

  test("leave nothing behind", async () => {
    const events = async () => (await house.sql.query("select count(*)::int as n from event")).rows[0].n;
    const before = await events();
    await read({ texts: [{ text: webinar }] });
    expect(await events()).toBe(before);
  });

  test.each<[string, object, string[]]>([
    ["none", { texts: [] }, ["texts"]],
    ["no list", { texts: webinar }, ["texts"]],
    ["201 texts", { texts: Array.from({ length: 201 }, () => ({ text: webinar })) }, ["texts"]],
    ["a text of 10,001 characters", { texts: [{ text: "a".repeat(10_001) }] }, ["texts.0.text"]],
    ["a null character", { texts: [{ text: "a\u0000b" }] }, ["texts.0.text"]],
    ["half an emoji", { texts: [{ text: "a\ud83d" }] }, ["texts.0.text"]],
    ["a number that is none", { texts: [{ text: "a", fields: { target: "viel" } }] }, ["texts.0.fields.target"]],
    ["another kind", { kind: "task", texts: [{ text: "a" }] }, ["kind"]],
    ["another language", { language: "tlh", texts: [{ text: "a" }] }, ["language"]],
  ])("are refused: %s", async (_what, body, fields) => {
    const answer = await read(body);
    expect([answer.status, problems(answer)]).toEqual([422, fields]);
  });

  test("of 5 MB are refused before they are read", async () => {
    const { status } = await read({ texts: [{ text: "a".repeat(5_000_000) }] });
    expect([413, 422]).toContain(status);
  });
});

describe("a key result", () => {
  test("says what the coach says of it, and is stored with the verdict", async () => {
    const objective = await newObjective(osier, cycleId);
    const made = await newKeyResult(osier, objective.id, { title: webinar, measure: { kind: "done" } });
    expect(made.coach).toMatchObject({ verdict: "output", keptAsIs: false });
    expect(await stored(made.id)).toEqual({ coach_verdict: "output", kept_as_is: false, version: 1 });
    const page = (await osier.member.ask("GET", `/objectives/${objective.id}`)).body.keyResults[0];
    expect([page.coach.verdict, page.coach.score]).toEqual([made.coach.verdict, made.coach.score]);
    const changed = await osier.member.ask("PATCH", `/key-results/${made.id}`, { version: 1, title: churn });
    expect(changed.body.coach.verdict).toBe("outcome");
    expect((await stored(made.id)).coach_verdict).toBe("outcome");
  });

  test("is kept as it is, until it says something else", async () => {
    const objective = await newObjective(osier, cycleId);
    const { id } = await newKeyResult(osier, objective.id, { title: webinar });
    const keep = (title: string, who = osier.member) => who.ask("PUT", `/key-results/${id}/kept-as-is`, { title });
    expect((await keep(churn)).body).toMatchObject({
      status: 409,
      yours: { title: churn },
      theirs: { title: webinar },
    });
    for (const _again of [1, 2]) expect((await keep(webinar)).body.coach.keptAsIs).toBe(true);
    expect(await stored(id)).toMatchObject({ kept_as_is: true, version: 1 });
    const history = (await osier.member.ask("GET", `/history/${id}`)).body;
    expect(history.items[0]).toMatchObject({ kind: "key-result-kept-as-is", facts: { title: webinar } });
    const weighed = await osier.member.ask("PATCH", `/key-results/${id}`, { version: 1, weight: "2" });
    expect(weighed.body.coach.keptAsIs).toBe(true);
    const renamed = await osier.member.ask("PATCH", `/key-results/${id}`, { version: 2, title: "Launch two webinars" });
    expect(renamed.body.coach.keptAsIs).toBe(false);
    await keep("Launch two webinars");
    const again = await osier.member.ask("DELETE", `/key-results/${id}/kept-as-is`);
    expect([again.status, again.body.coach.keptAsIs]).toEqual([200, false]);
  });

  test("is its people's to keep, and guests are not advised", async () => {
    const objective = await newObjective(osier, cycleId);
    const { id } = await newKeyResult(osier, objective.id, { title: webinar });
    const keep = (who: Organisation["member"]) => who.ask("PUT", `/key-results/${id}/kept-as-is`, { title: webinar });
    expect([(await keep(osier.colleague)).status, (await keep(osier.guest)).status]).toEqual([403, 403]);
    expect((await osier.colleague.ask("GET", `/key-results/${id}`)).body.coach.verdict).toBe("output");
  });
});

describe("the share of outcomes", () => {
  const shares = async (query: string, who = osier.colleague) => {
    const { status, body } = await who.ask("GET", `/outcome-shares?${query}`);
    expect(status).toBe(200);
    return body.items;
  };

  /** As it is after an update of the product, before the job has come by. */
  const readByAnother = (home: Organisation) =>
    house.sql.query(
      "update key_result set coach_verdict = 'unsure', coach_version = 'before' where organisation_id = $1",
      [home.id],
    );

  test("counts what was read and what was not yet, of teams and never of people", async () => {
    const home = await house.organisation("Shares");
    const q1 = await newCycle(home);
    const team = await newObjective(home, q1, { level: "team", teamId: home.team.id });
    const own = await newObjective(home, q1, { title: "Mine", level: "personal" });
    const hidden = await newObjective(home, q1, { title: "Hidden", level: "personal", private: true });
    const titles = [webinar, churn, churn];
    const made = [];
    for (const title of titles) made.push(await newKeyResult(home, team.id, { title, measure: { kind: "done" } }));
    for (const { id } of [own, hidden]) await newKeyResult(home, id, { title: webinar });
    const first = made[0] as { id: string };
    await home.member.ask("PUT", `/key-results/${first.id}/kept-as-is`, { title: webinar });
    // As they are after an update of the product, or in a backup from before.
    await house.sql.query(
      "update key_result set coach_verdict = null, coach_version = null where organisation_id = $1",
      [home.id],
    );
    const expected = {
      cycle: { id: q1, name: "Q1 2027", startsOn: "2027-01-04", endsOn: "2027-03-28", state: "active" },
      team: { id: home.team.id, name: "Product" },
      ...{ keyResults: 3, outcomes: 2, outputs: 1, unsure: 0, kept: 1, share: "0.6666666667" },
    };
    expect(await shares("", home.colleague)).toEqual([expected]);
    expect(await shares(`teamId=${home.team.id}&cycleId=${q1}`, home.colleague)).toEqual([expected]);
    const unread = await house.sql.query("select 1 from key_result where coach_verdict is null");
    expect(unread.rows).toEqual([]);
    await home.member.ask("PUT", `/key-results/${first.id}/state`, { version: 1, state: "dropped", reason: "No use." });
    const tooFew = { keyResults: 2, outcomes: 2, share: null };
    expect(await shares("", home.colleague)).toMatchObject([tooFew]);
  });

  test("is told as this coach reads, where another one read before", async () => {
    const home = await house.organisation("Learned");
    const q1 = await newCycle(home);
    const team = await newObjective(home, q1, { level: "team", teamId: home.team.id });
    for (const title of [churn, churn, webinar])
      await newKeyResult(home, team.id, { title, measure: { kind: "done" } });
    await readByAnother(home);
    expect(await shares(`cycleId=${q1}`, home.colleague)).toMatchObject([{ outcomes: 2, outputs: 1, unsure: 0 }]);
  });

  test("stands after the start of a coach that has learned, in every organisation, before anyone asks", async () => {
    const homes = [await house.organisation("One"), await house.organisation("Other")];
    for (const home of homes) {
      const team = await newObjective(home, await newCycle(home), { level: "team", teamId: home.team.id });
      for (const title of [churn, webinar]) await newKeyResult(home, team.id, { title, measure: { kind: "done" } });
      await readByAnother(home);
    }
    const beside = await house.beside();
    const verdicts = async () =>
      (
        await house.sql.query(
          "select organisation_id as id, coach_verdict as verdict, version from key_result where organisation_id = any($1) and coach_version = $2 order by 1, 2",
          [homes.map(({ id }) => id), coachVersion],
        )
      ).rows;
    await expect.poll(verdicts, { timeout: 20_000 }).toEqual(
      homes
        .map(({ id }) => id)
        .sort()
        .flatMap((id) => ["outcome", "output"].map((verdict) => ({ id, verdict, version: 1 }))),
    );
    await beside.stop();
  });

  test("of a team or cycle that is not there is nothing", async () => {
    for (const query of [`teamId=${newId()}`, `cycleId=${newId()}`])
      expect((await osier.colleague.ask("GET", `/outcome-shares?${query}`)).status).toBe(404);
  });
});

describe("a key result that is an initiative", () => {
  const measure = { kind: "metric", start: "44", target: "60" };
  const outcome = () => ({ id: newId(), title: "New clinics taking a live booking", measure, unit: "%" });
  const keyResultsOf = async (objectiveId: string) =>
    (await osier.member.ask("GET", `/objectives/${objectiveId}`)).body.keyResults.map(
      ({ id, title, state, weight }: Record<string, string>) => ({ id, title, state, weight }),
    );
  const make = (initiativeId: string, body: object, who = osier.member) =>
    who.ask("PUT", `/initiatives/${initiativeId}/origin`, { version: 1, ...body });
  const ofTeam = () => newObjective(osier, cycleId, { level: "team", teamId: osier.team.id });

  test("becomes one in a step, with the outcome in its place, and comes back in a step", async () => {
    const objective = await ofTeam();
    const { id } = await newKeyResult(osier, objective.id, { title: webinar, weight: "3", measure: { kind: "done" } });
    const other = await newKeyResult(osier, objective.id, { title: churn });
    await osier.member.ask("PUT", `/key-results/${id}/kept-as-is`, { title: webinar });
    const before = await keyResultsOf(objective.id);
    const [initiativeId, replacement] = [newId(), outcome()];
    for (const _again of [1, 2]) {
      const made = await make(initiativeId, { keyResultId: id, replacement });
      expect(made.body).toMatchObject({ title: webinar, owner: { id: osier.member.id }, team: { id: osier.team.id } });
      expect(made.body.bets.map((bet: { keyResult: { id: string } }) => bet.keyResult.id)).toEqual([replacement.id]);
    }
    expect((await make(initiativeId, { keyResultId: id, replacement: null })).status).toBe(409);
    const open = { state: "open" };
    expect(await keyResultsOf(objective.id)).toEqual([
      { id: replacement.id, title: replacement.title, weight: "3", ...open },
      { id: other.id, title: churn, weight: "1", ...open },
    ]);
    expect((await osier.member.ask("DELETE", `/initiatives/${initiativeId}/origin`)).status).toBe(200);
    expect(await keyResultsOf(objective.id)).toEqual(before);
    expect((await stored(id)).kept_as_is).toBe(true);
    expect((await osier.member.ask("GET", `/initiatives/${initiativeId}`)).status).toBe(404);
  });

  test("with check-ins is dropped with a reason and stays; what took its place keeps its check-ins", async () => {
    const objective = await ofTeam();
    const { id } = await newKeyResult(osier, objective.id, { title: "Run six workshops" });
    const checkIn = (keyResultId: string) =>
      osier.member.ask("POST", `/key-results/${keyResultId}/check-ins`, { id: newId(), value: "2", confidence: 6 });
    await checkIn(id);
    const { version } = (await osier.member.ask("GET", `/key-results/${id}`)).body;
    const [initiativeId, replacement] = [newId(), outcome()];
    const refused = await make(initiativeId, { keyResultId: id, version, replacement });
    expect([refused.status, problems(refused)]).toEqual([422, ["reason"]]);
    expect(await keyResultsOf(objective.id)).toHaveLength(1);
    const made = await make(initiativeId, { keyResultId: id, version, replacement, reason: "Workshops are work." });
    expect(made.status).toBe(200);
    expect((await keyResultsOf(objective.id)).map(({ state }: { state: string }) => state)).toEqual([
      "dropped",
      "open",
    ]);
    await checkIn(replacement.id);
    const back = await osier.member.ask("DELETE", `/initiatives/${initiativeId}/origin`);
    expect([back.status, problems(back)]).toEqual([422, ["everything"]]);
    expect((await osier.member.ask("GET", `/initiatives/${initiativeId}`)).status).toBe(200);
  });

  test("is made of by whoever may, once, from what they read", async () => {
    const objective = await ofTeam();
    const { id } = await newKeyResult(osier, objective.id, { title: webinar });
    expect((await make(newId(), { keyResultId: id }, osier.colleague)).status).toBe(403);
    expect((await make(newId(), { keyResultId: id }, osier.guest)).status).toBe(403);
    expect((await make(newId(), { keyResultId: newId() })).status).toBe(404);
    expect((await make(newId(), { keyResultId: id, version: 7 })).status).toBe(409);
    const answers = await Promise.all([make(newId(), { keyResultId: id }), make(newId(), { keyResultId: id })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    const planned = await osier.member.ask("POST", "/initiatives", { id: newId(), title: "A plain one" });
    expect((await osier.member.ask("DELETE", `/initiatives/${planned.body.id}/origin`)).status).toBe(404);
  });

  test("of a private objective stays its owner's", async () => {
    const objective = await newObjective(osier, cycleId, { level: "personal", private: true });
    const { id } = await newKeyResult(osier, objective.id, { title: webinar });
    const initiativeId = newId();
    expect((await make(initiativeId, { keyResultId: id })).body.private).toBe(true);
    expect((await osier.owner.ask("GET", `/initiatives/${initiativeId}`)).status).toBe(404);
    expect((await osier.owner.ask("DELETE", `/initiatives/${initiativeId}/origin`)).status).toBe(404);
  });
});
