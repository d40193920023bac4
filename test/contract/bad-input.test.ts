/** Bad input to planning, the coach, pulses, closing and alignment: refused at its field, in words, and nothing is changed. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { contract } from "../../src/contract.ts";
import { newId } from "../../src/platform/ids.ts";
import { caseFor, notForTokens } from "../support/cases.ts";
import { tableSums, told } from "../support/furnish.ts";
import { type House, type Organisation, openHouse, today } from "../support/house.ts";
import { operationsOf, requestFor } from "../support/inputs.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";
import { drafted, fieldsOf, readPlan } from "../support/plans.ts";

let house: House;
let osier: Organisation;
/** The coming cycle, 29 March to 27 June 2027. */
let cycleId: string;
let plan: { id: string; objective: string; keyResult: string };

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  plan = await drafted({ osier, cycleId });
});
afterAll(() => house.close());

const rooms = ["planning", "coach", "engagement", "closing", "alignment"];
const operations = operationsOf(contract).filter(
  ({ name }) => rooms.includes(name.split(".")[0] as string) && !(name in notForTokens),
);

interface Field {
  type?: string;
  format?: string;
  enum?: unknown[];
  pattern?: string;
  properties?: object;
  anyOf?: Field[];
  oneOf?: Field[];
}
const isObject = ({ type, properties, anyOf = [], oneOf = [] }: Field): boolean =>
  type === "object" || properties !== undefined || [...anyOf, ...oneOf].some(isObject);
const isText = (field: Field): boolean =>
  (field.type === "string" && !field.format && !field.enum && !field.pattern) || (field.anyOf ?? []).some(isText);

/** Of each field something of another kind; of text what no text holds. */
const wrongs = operations.flatMap((operation) => {
  const schema = operation.procedure["~orpc"].inputSchema as z.ZodType | undefined;
  const json = schema && z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries((json?.properties ?? {}) as Record<string, Field>).flatMap(([field, each]) => {
    if (operation.path.includes(`{${field}}`)) return [{ operation, field, wrong: "\u0000" }];
    if (operation.method === "GET") return [{ operation, field, wrong: `\u0000${"🙂".repeat(300)}` }];
    const ofText = isText(each) ? ["a\u0000b", "a\ud83d", "ع".repeat(10_001)] : [];
    return [isObject(each) ? 7 : { a: 1 }, ...ofText].map((wrong) => ({ operation, field, wrong }));
  });
});

test("every field is refused by its name where it holds what it cannot, and nothing is changed", async () => {
  const before = await tableSums(house, osier.id);
  const answers = [];
  for (const { operation, field, wrong } of wrongs) {
    const { method, url, body } = requestFor(operation, { ...caseFor(operation, {}), [field]: wrong });
    const answer = await osier.owner.ask(method, url, body);
    const named = fieldsOf(answer).some((each) => String(each).split(".")[0] === field);
    if (answer.status !== 422 || !named) answers.push([operation.name, field, wrong, ...fieldsOf(answer)]);
  }
  expect(answers).toEqual([]);
  expect(await tableSums(house, osier.id)).toEqual(before);
});

test.each(operations.filter(({ path }) => /\{(id|\w+Id)\}/.test(path)).map((each) => [each.name, each] as const))(
  "%s of what is not there answers so, and changes nothing",
  async (_name, operation) => {
    const before = await tableSums(house, osier.id);
    const { method, url, body } = requestFor(operation, caseFor(operation, {}));
    const { status, body: said } = await osier.owner.ask(method, url, body);
    expect([404, 422]).toContain(status);
    expect(status === 404 ? said.title : said.problems[0].todo).toEqual(expect.stringMatching(/\.$/));
    expect(await tableSums(house, osier.id)).toEqual(before);
  },
);

describe("a draft", () => {
  const change = (body: object) =>
    osier.member.ask("PATCH", `/draft-objectives/${plan.objective}`, { version: 1, ...body });

  test.each<[string, object, string[]]>([
    ["energy of 140 %", { energy: "140" }, ["energy"]],
    ["energy below nothing", { energy: "-1" }, ["energy"]],
    ["energy in words", { energy: "half" }, ["energy"]],
    ["no title", { title: " \n\t" }, ["title"]],
    ["a title of 10,000 characters", { title: "ع".repeat(10_000) }, ["title"]],
    ["half an emoji", { title: "a\ud83d" }, ["title"]],
    ["an owner who is not there", { ownerId: newId() }, ["ownerId"]],
    ["a parent that is not there", { parent: { kind: "objective", id: newId() } }, ["parent.id"]],
    ["an unknown commitment", { commitment: "maybe" }, ["commitment"]],
    ["a weight below 0", { weight: "-1" }, ["weight"]],
    ["no version", { version: undefined, title: "Another" }, ["version"]],
    ["a version in words", { version: "newest", title: "Another" }, ["version"]],
  ])("is refused with %s", async (_case, body, refused) => {
    expect(fieldsOf(await change(body))).toEqual([422, ...refused]);
  });

  test("on an old version is told what it is by now", async () => {
    const before = await readPlan(plan.id, osier.member);
    const answer = await change({ version: 99, title: "قديم 🙂" });
    expect([answer.status, answer.body.theirs.title]).toEqual([409, before.objectives[0].title]);
    expect(answer.body.yours.title).toBe("قديم 🙂");
  });

  test.each<[string, object, string[]]>([
    ["a target that is its start", { measure: { kind: "metric", start: "67", target: "67" } }, ["measure.target"]],
    ["a target in words", { measure: { kind: "metric", start: "67", target: "many" } }, ["measure.target"]],
    ["an unknown measure", { measure: { kind: "feeling" } }, ["measure.kind"]],
    ["an owner who is not there", { ownerId: newId() }, ["ownerId"]],
  ])("of a key result is refused with %s", async (_case, body, refused) => {
    const path = `/draft-key-results/${plan.keyResult}`;
    expect(fieldsOf(await osier.member.ask("PATCH", path, { version: 1, ...body }))).toEqual([422, ...refused]);
  });

  test.each([-1, 11, 7.5, "7"])("is not accepted with a confidence of %j", async (confidence) => {
    const path = `/draft-key-results/${plan.keyResult}/acceptance`;
    const answer = await osier.colleague.ask("PUT", path, { version: 1, answer: "accepted", confidence });
    expect(fieldsOf(answer)).toEqual([422, "confidence"]);
  });

  test("that was removed is not changed, commented on, accepted nor copied", async () => {
    const gone = await drafted({ osier, cycleId: await laterCycle() });
    await told(osier.member.ask, "DELETE", `/draft-objectives/${gone.objective}`);
    const before = await tableSums(house, osier.id);
    const comment = { id: newId(), subjectKind: "draft-objective", subjectId: gone.objective, text: "Why?" };
    const answers = [
      await osier.member.ask("PATCH", `/draft-objectives/${gone.objective}`, { version: 1, title: "Another" }),
      await osier.member.ask("POST", `/draft-objectives/${gone.objective}/copies`, { copyId: newId() }),
      await osier.champion.ask("POST", "/comments", comment),
      await osier.colleague.ask("PUT", `/draft-key-results/${gone.keyResult}/acceptance`, {
        ...{ version: 1, answer: "accepted", confidence: 7 },
      }),
    ];
    expect(answers.map(({ status }) => [404, 422].includes(status))).toEqual([true, true, true, true]);
    expect(await tableSums(house, osier.id)).toEqual(before);
  });
});

describe("a review", () => {
  test("of a plan that was discarded is neither asked for, given nor carried out", async () => {
    const gone = await drafted({ osier, cycleId: await laterCycle() });
    const { version } = await readPlan(gone.id, osier.member);
    await told(osier.member.ask, "DELETE", `/plans/${gone.id}`);
    const reviewerIds = [osier.champion.id];
    const ask = await osier.member.ask("PUT", `/plans/${gone.id}/review`, { version: version + 1, reviewerIds });
    const verdict = { version: version + 1, verdict: "approved" };
    const given = await osier.champion.ask("PUT", `/plans/${gone.id}/verdict`, verdict);
    const activated = await osier.member.ask("POST", `/plans/${gone.id}/activation`, {
      ...{ version: version + 1, unreviewed: true },
    });
    expect([ask, activated].map(fieldsOf)).toEqual([
      [422, "state"],
      [422, "state"],
    ]);
    expect([403, 422]).toContain(given.status);
  });

  test.each<[string, object, string[]]>([
    ["nobody", { reviewerIds: [] }, ["reviewerIds"]],
    ["somebody who is not there", { reviewerIds: [newId()] }, ["reviewerIds.0"]],
    ["a day that does not exist", { closes: { on: "2027-02-30", at: "17:00" } }, ["closes.on"]],
    ["an hour that does not exist", { closes: { on: "2027-03-05", at: "25:00" } }, ["closes.at"]],
    ["a day that is over", { closes: { on: "2026-03-05", at: "17:00" } }, ["closes"]],
  ])("is not asked of %s", async (_case, body, refused) => {
    const { version } = await readPlan(plan.id, osier.member);
    const asked = { version, reviewerIds: [osier.champion.id], ...body };
    expect(fieldsOf(await osier.member.ask("PUT", `/plans/${plan.id}/review`, asked))).toEqual([422, ...refused]);
  });
});

describe("closing", () => {
  test("scores outside 0 to 1, unknown words, unknown ids and texts that are too long are refused; the same ones are kept", async () => {
    const closing = await newCycle(osier, { name: "Q1 2027" });
    const objective = await newObjective(osier, closing);
    const keyResult = await newKeyResult(osier, objective.id);
    const asked = { id: newId(), toMemberId: osier.colleague.id, text: "هل يكفي؟ 🙂" };
    const checkIn = { id: newId(), value: "46", confidence: 7, ask: asked };
    await told(osier.member.ask, "POST", `/key-results/${keyResult.id}/check-ins`, checkIn);
    const { version } = await told(osier.champion.ask, "GET", `/cycles/${closing}`);
    await told(osier.champion.ask, "PUT", `/cycles/${closing}/state`, { version, state: "closing" });
    const grade = (body: object) =>
      osier.member.ask("PUT", `/key-results/${keyResult.id}/grade`, { version: 0, next: "keep", ...body });
    const close = (body: object) =>
      osier.member.ask("PUT", `/objectives/${objective.id}/closure`, { version: 0, next: "keep", ...body });
    for (const score of ["1.1", "-0.1", "2", "0.55", "high"])
      expect([score, ...fieldsOf(await grade({ score }))]).toEqual([score, 422, "score"]);
    expect(fieldsOf(await grade({ score: "0.5", next: "later" }))).toEqual([422, "next"]);
    expect(fieldsOf(await grade({ score: "0.5", note: "ع".repeat(10_001) }))).toEqual([422, "note"]);
    expect((await grade({ score: "0.5", version: 3 })).status).toBe(409);
    await told(osier.member.ask, "PUT", `/key-results/${keyResult.id}/grade`, {
      ...{ version: 0, next: "keep", score: "0.5", learned: "ع".repeat(10_000) },
    });
    expect(fieldsOf(await close({ score: "0.5" }))).toEqual([422, "asks"]);
    expect(fieldsOf(await close({ score: "1.5", asks: [{ id: asked.id, settle: "close" }] }))[1]).toBe("score");
    expect(fieldsOf(await close({ score: "0.5", asks: [{ id: asked.id, settle: "forget" }] }))).toEqual([
      422,
      "asks.0.settle",
    ]);
    expect(fieldsOf(await close({ score: "0.5", asks: [{ id: newId(), settle: "close" }] }))[0]).toBe(422);
    const amended = { id: newId(), score: "0.6", reason: "Too early" };
    expect((await osier.member.ask("POST", `/objectives/${objective.id}/amendments`, amended)).status).toBe(422);
  });
});

describe("alignment", () => {
  test.each<[string, string, string]>([
    ["an unknown part", "/alignment/parts/liked", "part"],
    ["a page of nothing", "/alignment?limit=0", "limit"],
    ["a page of words", "/alignment?limit=many", "limit"],
    ["a cycle that is no id", "/alignment?cycleId=now", "cycleId"],
    ["a place that no page ended at", "/alignment/gaps?after=%F0%9F%99%82", "after"],
    ["an unknown kind of gap", "/alignment/gaps?kind=%D8%B9", "kind"],
  ])("is refused with %s", async (_case, path, field) => {
    const [status, ...refused] = fieldsOf(await osier.member.ask("GET", path));
    expect([status, refused]).toEqual([422, [field]]);
  });

  test.each(["/alignment", "/alignment/gaps", "/dependencies"])("of a cycle that is not there: %s", async (path) => {
    expect((await osier.member.ask("GET", `${path}?cycleId=${newId()}`)).status).toBe(404);
  });
});

describe("a pulse", () => {
  test("in no time, without an end, of a thing that is not there", async () => {
    await told(osier.owner.ask, "PATCH", "/pulse-settings", { version: 0, on: true });
    const launch = (body: object) =>
      osier.champion.ask("POST", "/pulses", {
        id: newId(),
        questions: ["heard"],
        closesAt: "2027-02-23T12:00:00Z",
        ...body,
      });
    expect(fieldsOf(await launch({ closesAt: "next week" }))).toEqual([422, "closesAt"]);
    expect(fieldsOf(await launch({ closesAt: today }))).toEqual([422, "closesAt"]);
    expect(fieldsOf(await launch({ levels: -1 }))).toEqual([422, "levels"]);
    expect(fieldsOf(await launch({ id: "first" }))).toEqual([422, "id"]);
    const settings = (body: object) => osier.owner.ask("PATCH", "/pulse-settings", { version: 1, ...body });
    expect(fieldsOf(await settings({ answers: 4 }))).toEqual([422, "answers"]);
    expect(fieldsOf(await settings({ comments: 5 }))).toEqual([422, "comments"]);
    expect((await settings({ version: 0, answers: 8 })).status).toBe(409);
  });
});

let years = 2027;
/** One open plan for a team in a cycle: so each test that discards one has its own. */
function laterCycle() {
  years += 1;
  return newCycle(osier, { name: `Q2 ${years}`, startsOn: `${years}-04-01`, endsOn: `${years}-06-30` }, []);
}
