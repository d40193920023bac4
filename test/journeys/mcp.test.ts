/** The line end to end from a real MCP client over stdio, against a real server. */
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { operations } from "../../src/client/operations.ts";
import { newId } from "../../src/platform/ids.ts";
import type { Organisation, Person } from "../support/house.ts";
import * as line from "../support/line-journey.ts";
import { openServedHouse, runProgram, throughline } from "../support/served.ts";

let house: Awaited<ReturnType<typeof openServedHouse>>;
let osier: Organisation;
const open: Client[] = [];

beforeAll(async () => {
  house = await openServedHouse();
  osier = await house.organisation("Osier");
});
afterAll(async () => {
  await Promise.all(open.map((client) => client.close()));
  await house?.close();
});

async function assistantOf({ token }: Pick<Person, "token">, ...args: string[]) {
  const client = new Client({ name: "journey", version: "1" });
  const env = { PATH: process.env.PATH as string, THROUGHLINE_URL: house.address, THROUGHLINE_TOKEN: token };
  await client.connect(new StdioClientTransport({ command: throughline, args: ["mcp", ...args], env }));
  open.push(client);
  const call = async (name: string, input: Record<string, unknown> = {}) => {
    const { content, isError } = await client.callTool({ name, arguments: input });
    const [{ text }] = content as [{ text: string }];
    return { text, isError: Boolean(isError) };
  };
  const done = async (name: string, input: Record<string, unknown> = {}) => {
    const { text, isError } = await call(name, input);
    expect(isError, `${name}: ${text}`).toBe(false);
    return JSON.parse(text);
  };
  return { client, call, done };
}

describe("an assistant", () => {
  it("is offered the everyday tools, those that only read marked so, and every operation when asked", async () => {
    const { tools } = await (await assistantOf(osier.member)).client.listTools();
    const readOnly = tools.filter(({ annotations }) => annotations?.readOnlyHint).map(({ name }) => name);
    expect(readOnly).toEqual([
      "what_is_expected_of_me",
      "my_due_check_ins",
      "draft_check_in",
      "find_objectives",
      "search",
      "read_objective",
      "line_of_sight",
      "strategy_map",
      "coach_key_results",
    ]);
    const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint).map(({ name }) => name);
    expect(writing).toEqual(["confirm_check_in", "create_objective", "create_key_result", "write_intention"]);
    const everything = await (await assistantOf(osier.member, "--all")).client.listTools();
    expect(everything.tools.length).toBe(tools.length + operations.size);
  });

  it("carries a vision to a check-in that a person confirms, and sees it in Today, map and objective", async () => {
    const { done } = await assistantOf(osier.champion, "--all");
    await done("strategy_vision_set", { text: line.vision, version: 0 });
    await done("strategy_mission_set", { text: line.mission, version: 0 });
    const imperative = await done("strategy_imperatives_create", { statement: line.imperative });
    const { id: cycleId, version } = await done("okrs_cycles_create", line.cycle);
    await done("okrs_cycles_set_state", { id: cycleId, version, state: "active" });
    const ownerId = osier.champion.id;
    const objective = await done("create_objective", { cycleId, level: "company", ownerId, ...line.objective });
    const objectiveId = objective.id;
    for (const keyResult of [line.activation, line.guide, line.churn])
      await done("create_key_result", { objectiveId, ownerId, ...keyResult });
    await done("okrs_supports_create", { objectiveId, parent: { kind: "imperative", id: imperative.id } });

    const { items: due } = await done("my_due_check_ins");
    const waiting = due.find(
      (each: { keyResult: { title: string } }) => each.keyResult.title === line.activation.title,
    );
    const drafted = await done("draft_check_in", { keyResultId: waiting.keyResult.id, ...line.report });
    expect(drafted.before).toMatchObject({ progress: "0" });
    expect(drafted.warning).toBeUndefined();
    expect(drafted.after).toMatchObject({ current: "43", progress: "0.5" });
    const other = await assistantOf(osier.owner);
    const theirs = await other.done("draft_check_in", { keyResultId: waiting.keyResult.id, ...line.report });
    expect(theirs.warning).toBe(
      "The champion owns this key result, and you draft for The owner. Say so, and ask whether they mean to check in on it.",
    );
    expect((await done("read_objective", { id: objectiveId })).keyResults[0]).toMatchObject({ checkInCount: 0 });
    await done("confirm_check_in", { draftId: drafted.draftId });
    await done("confirm_check_in", { draftId: drafted.draftId });
    await house.feed.settled(osier.id);

    const seen = await done("read_objective", { id: objectiveId });
    expect(seen.keyResults[0]).toMatchObject({ checkInCount: 1 });
    line.expectTheLine({
      today: await done("what_is_expected_of_me"),
      map: await done("strategy_map", { cycleId }),
      objective: seen,
      line: await done("line_of_sight", { kind: "objective", id: objectiveId }),
    });
    const intention = { text: "Watch three clinics set up alone", keyResultId: waiting.keyResult.id };
    await done("write_intention", intention);
    expect((await done("what_is_expected_of_me")).week.intentions).toMatchObject([{ text: intention.text }]);
    const found = await done("find_objectives", { q: "unaided" });
    expect(found.items).toMatchObject([{ id: objectiveId, title: line.objective.title }]);
    const events = await house.sql.query(
      "select distinct via from event where organisation_id = $1 and via <> 'system'",
      [osier.id],
    );
    expect(events.rows).toEqual([{ via: "mcp" }]);
  });

  it("hears refusals in the words of the product", async () => {
    const { call } = await assistantOf(osier.champion);
    const draft = { keyResultId: newId(), value: "12,5 %", confidence: 11 };
    const refused = await call("draft_check_in", draft);
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain("value: expected a number such as 12.5");
    expect(refused.text).toContain("confidence: expected a whole number from 0 (no chance) to 10 (certain)");
    expect(await call("draft_check_in", { ...draft, value: "12.5", confidence: 7 })).toMatchObject({ isError: true });
    expect((await call("confirm_check_in", { draftId: newId() })).text).toContain(
      "draftId: expected the draftId of a draft",
    );
    expect((await call("confirm_check_in", { draftId: newId(), value: "99" })).text).toContain(
      "value: expected nothing but",
    );
    expect((await call("create_objective", { title: "" })).text).toContain(
      "title: expected text of 1 to 300 characters",
    );
    expect((await call("coach_key_results", {})).text).toBe(
      "texts: expected a list of texts. It is missing: fill it in.",
    );
    expect((await call("line_of_sight", {})).text).toBe(
      "kind: expected objective, key-result, team or member. It is missing: fill it in.\nid: expected a UUID, such as 01936f0e-7d7b-7cc1-a1f0-0242ac120002. It is missing: fill it in.",
    );
    expect(await call("no_such_tool")).toMatchObject({ isError: true });
    const foreign = await house.organisation("Alder");
    const stranger = await assistantOf(foreign.champion);
    expect((await stranger.call("find_objectives")).text).toContain('"items":[]');
  });

  it("does not start without a token, and says when it has ended", async () => {
    const env = { THROUGHLINE_URL: house.address, XDG_CONFIG_HOME: "/nowhere" };
    expect(await runProgram(throughline, ["mcp"], { env })).toMatchObject({
      code: 3,
      err: expect.stringContaining("sign-in"),
    });
    const { call } = await assistantOf({ token: "tl_ended" });
    expect((await call("my_due_check_ins")).text).toContain("You are not signed in.");
    await house.sql.query("update api_token set expires_at = now() - interval '50 years' where member_id = $1", [
      osier.colleague.id,
    ]);
    const expired = await assistantOf(osier.colleague);
    expect((await expired.call("my_due_check_ins")).text).toMatch(/This API token does not work: it ended/);
  });
});
