/** The line end to end with nothing but curl. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import type { Organisation } from "../support/house.ts";
import * as line from "../support/line-journey.ts";
import { openServedHouse, runProgram } from "../support/served.ts";

let house: Awaited<ReturnType<typeof openServedHouse>>;
let osier: Organisation;

beforeAll(async () => {
  house = await openServedHouse();
  osier = await house.organisation("Osier");
});
afterAll(() => house?.close());

async function curl(method: string, path: string, body?: unknown, token = osier.champion.token) {
  const data = body === undefined ? [] : ["--header", "content-type: application/json", "--data-binary", "@-"];
  const args = ["--silent", "--show-error", "--request", method, "--header", `authorization: Bearer ${token}`, ...data];
  const written = ["--write-out", "\n%{http_code} %{content_type}", `${house.address}/api${path}`];
  const { out } = await runProgram("curl", [...args, ...written], { input: JSON.stringify(body ?? "") });
  const end = out.lastIndexOf("\n");
  const [status, type] = out.slice(end + 1).split(" ");
  return { status: Number(status), type, body: JSON.parse(out.slice(0, end)) };
}

async function done(method: string, path: string, body?: unknown) {
  const answer = await curl(method, path, body);
  expect(answer, `${method} ${path}`).toMatchObject({ status: 200 });
  return answer.body;
}

describe("with curl only", () => {
  it("a vision becomes a check-in, and Today, map and objective show it", async () => {
    const [imperativeId, cycleId, objectiveId] = [newId(), newId(), newId()];
    await done("PUT", "/vision", { text: line.vision, version: 0 });
    await done("PUT", "/mission", { text: line.mission, version: 0 });
    await done("POST", "/imperatives", { id: imperativeId, statement: line.imperative });
    const { version } = await done("POST", "/cycles", { id: cycleId, ...line.cycle });
    await done("PUT", `/cycles/${cycleId}/state`, { version, state: "active" });
    const ownerId = osier.champion.id;
    await done("POST", "/objectives", { id: objectiveId, cycleId, level: "company", ownerId, ...line.objective });
    const milestones = line.guide.measure.milestones.map((each) => ({ id: newId(), ...each }));
    const keyResults = [line.activation, { ...line.guide, measure: { kind: "milestones", milestones } }, line.churn];
    const ids: string[] = [];
    for (const keyResult of keyResults) {
      const { id } = await done("POST", `/objectives/${objectiveId}/key-results`, {
        id: newId(),
        ownerId,
        ...keyResult,
      });
      ids.push(id);
    }
    const parent = { kind: "imperative", id: imperativeId };
    await done("POST", "/supports", { id: newId(), objectiveId, parent });
    const checkIn = { id: newId(), ...line.report };
    await done("POST", `/key-results/${ids[0]}/check-ins`, checkIn);
    // Sent again, as after a lost answer: the same check-in.
    expect(await done("POST", `/key-results/${ids[0]}/check-ins`, checkIn)).toMatchObject({ id: checkIn.id });
    await house.feed.settled(osier.id);

    line.expectTheLine({
      today: await done("GET", "/today"),
      map: await done("GET", `/map?cycleId=${cycleId}`),
      objective: await done("GET", `/objectives/${objectiveId}`),
      line: await done("GET", `/line/objective/${objectiveId}`),
    });
    const { items } = await done("GET", `/check-ins?keyResultId=${ids[0]}`);
    expect(items).toMatchObject([{ id: checkIn.id, value: "43", confidence: 7, whatChanged: line.report.whatChanged }]);
  });

  it("is refused in problems that say what was expected and what to do", async () => {
    const wrong = await curl("POST", "/cycles", { id: newId(), ...line.cycle, name: "Q2", endsOn: "2027-02-30" });
    expect(wrong).toMatchObject({ status: 422, type: "application/problem+json;" });
    expect(wrong.body.problems).toMatchObject([{ field: "endsOn", expected: expect.stringContaining("YYYY-MM-DD") }]);
    expect(await curl("GET", "/today", undefined, "tl_nobody")).toMatchObject({ status: 401 });
    expect(await curl("PUT", "/vision", { text: "Mine", version: 1 }, osier.member.token)).toMatchObject({
      status: 403,
    });
  });
});
