/** What one member drafts for themselves alone, asked for by everyone else through everything that can be read: there is no trace. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract } from "../../src/contract.ts";
import type { OperationMeta } from "../../src/platform/contract.ts";
import { newId } from "../../src/platform/ids.ts";
import { caseFor } from "../support/cases.ts";
import { furnish, told } from "../support/furnish.ts";
import type { Organisation, Person } from "../support/house.ts";
import { type Ids, type Operation, operationsOf, requestFor } from "../support/inputs.ts";
import { newCycle } from "../support/okrs.ts";
import { newDraft, newDraftKeyResult, newPlan } from "../support/plans.ts";
import { openServedHouse } from "../support/served.ts";

/** Stands in everything that is written in private, and nowhere else. */
const marathon = "Quietly run a marathon";

const readable = operationsOf(contract).filter(({ method, procedure }) => {
  const meta = procedure["~orpc"].meta as OperationMeta;
  return method === "GET" || meta.scope === "read";
});

let house: Awaited<ReturnType<typeof openServedHouse>>;
let osier: Organisation;
let others: Person[];
let ids: Ids;
let planId: string;
let hidden: Ids;
/** By operation and asker, what was answered while nothing was hidden. */
let before: Map<string, unknown>;

beforeAll(async () => {
  house = await openServedHouse();
  osier = await house.organisation();
  ids = await furnish(house, osier);
  others = [osier.owner, osier.admin, osier.champion, osier.colleague, osier.guest];
  const cycleId = await newCycle(osier, { name: "Q1 2028", startsOn: "2028-01-03", endsOn: "2028-03-26" }, []);
  planId = (await newPlan(osier, cycleId, { level: "personal" })).id;
  before = await everyAnswer();
  hidden = await draftInPrivate();
}, 60_000);
afterAll(() => house.close());

async function draftInPrivate(): Promise<Ids> {
  const { ask } = osier.member;
  const objective = await newDraft(ask, planId, { title: marathon, why: marathon, private: true, energy: "10" });
  const keyResult = await newDraftKeyResult(ask, objective, {
    title: `${marathon}: kilometres a week`,
    ownerId: osier.member.id,
    source: marathon,
  });
  const [initiative, comment] = [newId(), newId()];
  const moves = [{ draftKeyResultId: keyResult, expectedMove: "4" }];
  await told(ask, "POST", `/plans/${planId}/draft-initiatives`, {
    id: initiative,
    title: `${marathon}: a coach`,
    moves,
  });
  const about = { subjectKind: "draft-key-result", subjectId: keyResult };
  await told(ask, "POST", "/comments", { id: comment, ...about, text: `${marathon}: really?` });
  await told(ask, "PUT", `/plans/${planId}/presence`, { lineId: keyResult });
  await told(ask, "DELETE", `/plans/${planId}/presence`);
  const accepted = { version: 1, answer: "accepted", confidence: 7 };
  await told(ask, "PUT", `/draft-key-results/${keyResult}/acceptance`, accepted);
  return { objective, keyResult, initiative, comment };
}

async function everyAnswer(): Promise<Map<string, unknown>> {
  await house.feed.settled(osier.id);
  const answers = new Map<string, unknown>();
  for (const operation of readable)
    for (const by of others)
      answers.set(`${operation.name} ${by.name}`, await answerOf(operation, by, caseFor(operation, ids)));
  return answers;
}

async function answerOf(operation: Operation, by: Person, input: Record<string, unknown>) {
  const { method, url, body } = requestFor(operation, input);
  const answer = await by.ask(method, url, body);
  return { status: answer.status, body: answer.body };
}

/** Names and ids of what is hidden that stand in an answer. */
function traces(answer: unknown): string[] {
  const words = JSON.stringify(answer);
  return [marathon, ...Object.values(hidden)].filter((each) => words.includes(each));
}

describe("drafts of one's own", () => {
  test("are there for who wrote them, so that something is hidden", async () => {
    const { objectives, initiatives } = await told(osier.member.ask, "GET", `/plans/${planId}`);
    expect([objectives, initiatives]).toMatchObject([
      [{ id: hidden.objective, private: true, comments: { open: 0 }, keyResults: [{ comments: { open: 1 } }] }],
      [{ id: hidden.initiative, private: true }],
    ]);
  });

  test("change no answer of anything that can be read, for whoever else asks", async () => {
    expect(readable.length).toBeGreaterThan(50);
    const after = await everyAnswer();
    for (const [asked, answer] of after) {
      expect([asked, traces(answer)]).toEqual([asked, []]);
      expect([asked, answer]).toEqual([asked, before.get(asked)]);
    }
    for (const each of others.filter(({ role }) => role !== "guest")) {
      const plan = await told(each.ask, "GET", `/plans/${planId}`);
      expect([plan.objectives, plan.initiatives, plan.removed, plan.comments, traces(plan)]).toEqual([
        [],
        [],
        [],
        { open: 0, resolved: 0 },
        [],
      ]);
      for (const path of ["/search?q=marathon", `/plans/${planId}/comments`, `/history/${planId}`, "/audit"])
        expect([path, traces((await each.ask("GET", path)).body)]).toEqual([path, []]);
    }
  });

  test("cannot be told from what never was, wherever an id is taken", async () => {
    for (const operation of readable) {
      const input = caseFor(operation, ids);
      const named = Object.keys(input).filter((field) => Object.values(ids).includes(String(input[field])));
      for (const field of named)
        for (const id of Object.values(hidden)) {
          const nothing = newId();
          const [theirs, none] = [
            await answerOf(operation, osier.owner, { ...input, [field]: id }),
            await answerOf(operation, osier.owner, { ...input, [field]: nothing }),
          ];
          const say = (answer: object, asked: string) => JSON.stringify(answer).replaceAll(asked, "it");
          expect([operation.name, field, say(theirs, id)]).toEqual([operation.name, field, say(none, nothing)]);
        }
    }
  });

  test("are told of live to who wrote them alone", async () => {
    const everyone = await Promise.all([...others, osier.member].map(async (by) => ({ by, heard: await listen(by) })));
    const shown = ids.plans as string;
    const allHear = async (title: string) => {
      await newDraft(osier.owner.ask, shown, { title });
      for (const { by, heard } of everyone)
        await expect.poll(heard.text, { timeout: 10_000 }).toContain(by.role === "guest" ? "any" : shown);
    };
    // A stream begins with what was recorded before it was watched.
    await allHear("For all to see");
    for (const { heard } of everyone) heard.forget();
    const why = "It is nobody else's.";
    await told(osier.member.ask, "PATCH", `/draft-objectives/${hidden.objective}`, { version: 1, why });
    await told(osier.member.ask, "DELETE", `/draft-initiatives/${hidden.initiative}`);
    await told(osier.member.ask, "POST", `/draft-initiatives/${hidden.initiative}/restoration`);
    await house.feed.settled(osier.id);
    await allHear("For all to see too");
    for (const { by, heard } of everyone) {
      const itsPlan = heard.text().includes(planId);
      expect([by.name, itsPlan, traces(heard.text())]).toEqual([by.name, by === osier.member, []]);
      await heard.end();
    }
  });

  test("once activated they are objectives of one's own, with no trace either, and contribute to nothing", async () => {
    const parent = { kind: "objective", id: ids.objectives };
    const wish = { version: 2, parent, mode: "contributes" };
    const contributes = await osier.member.ask("PATCH", `/draft-objectives/${hidden.objective}`, wish);
    expect([contributes.status, contributes.body.problems[0].field]).toEqual([422, "mode"]);
    const { version } = await told(osier.member.ask, "GET", `/plans/${planId}`);
    const unchanged = await everyAnswer();
    await told(osier.member.ask, "POST", `/plans/${planId}/activation`, { version });
    expect((await told(osier.member.ask, "GET", `/objectives/${hidden.objective}`)).private).toBe(true);
    for (const [asked, answer] of await everyAnswer()) {
      expect([asked, traces(answer)]).toEqual([asked, []]);
      // That the plan is activated is no secret; what was in it is.
      if (!/^(planning|activity)\./.test(asked)) expect([asked, answer]).toEqual([asked, unchanged.get(asked)]);
    }
    for (const path of [
      `/objectives/${hidden.objective}`,
      `/key-results/${hidden.keyResult}`,
      `/initiatives/${hidden.initiative}`,
    ])
      for (const each of others) expect([path, (await each.ask("GET", path)).status]).toEqual([path, 404]);
  });
});

/** What a member's live stream says from now on. */
async function listen({ token }: Person) {
  const stop = new AbortController();
  const stream = await fetch(`${house.address}/api/live`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  expect(stream.status).toBe(200);
  let text = "";
  const reading = (async () => {
    for await (const chunk of stream.body as unknown as AsyncIterable<Uint8Array>)
      text += Buffer.from(chunk).toString();
  })().catch(() => {});
  return {
    text: () => text,
    forget: () => {
      text = "";
    },
    end: () => {
      stop.abort();
      return reading;
    },
  };
}
