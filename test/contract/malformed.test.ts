/** What is no request at all is refused as everything else is: a problem that names the field and says what to do. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { contract } from "../../src/contract.ts";
import { caseFor, notForTokens } from "../support/cases.ts";
import { tableSums } from "../support/furnish.ts";
import { type House, type Organisation, openHouse } from "../support/house.ts";
import { operationsOf, requestFor } from "../support/inputs.ts";

let house: House;
let home: Organisation;

beforeAll(async () => {
  house = await openHouse();
  home = await house.organisation();
});
afterAll(() => house.close());

const json = "application/json";

test.each([
  ["half of a JSON object", json, '{"id": "0193', "valid JSON"],
  ["a JSON object that would reach into its own kind", json, '{"__proto__": {"role": "owner"}}', "valid JSON"],
  ["nothing, said to be JSON", json, "", "a JSON object, as the header Content-Type says"],
  ["a form", "application/x-www-form-urlencoded", "statement=Win", "JSON"],
  ["plain text", "text/plain", "Win the first week", "JSON"],
  ["a list", json, "[]", "an object"],
  ["more than the server reads", json, `{"statement": "${"x".repeat(12_000_001)}"}`, "at most 12 MB"],
])("a body that is %s is refused at the field body", async (_case, type, payload, expected) => {
  const answer = await house.app.inject({
    method: "POST",
    url: "/api/imperatives",
    headers: { authorization: `Bearer ${home.champion.token}`, "content-type": type },
    payload,
  });
  expect(answer.statusCode).toBe(422);
  expect(answer.headers["content-type"]).toMatch(/^application\/problem\+json/);
  expect(answer.json()).toMatchObject({
    type: "urn:throughline:problem:refused",
    title: "Something needs another look.",
    status: 422,
    problems: [{ field: "body", expected, todo: expect.stringMatching(/^(Send|Mend) .+\.$/) }],
  });
});

test("a field that is left out is asked for, one that is wrong is to be changed", async () => {
  const id = "01936f0e-7d7b-7cc1-a1f0-0242ac120002";
  const leftOut = await home.champion.ask("POST", "/imperatives", { id });
  expect(leftOut.body.problems).toEqual([
    { field: "statement", expected: "text of 1 to 300 characters", todo: "It is missing: fill it in." },
  ]);
  const wrong = await home.champion.ask("POST", "/imperatives", { id, statement: 7 });
  expect(wrong.body.problems).toEqual([
    { field: "statement", expected: "text of 1 to 300 characters", todo: "Change it and send it again." },
  ]);
});

const asked = operationsOf(contract).filter(({ name }) => !(name in notForTokens));
test.each(asked.map((operation) => [operation.name, operation] as const))(
  "%s refuses a field that it does not take, and changes nothing",
  async (_name, operation) => {
    const before = await tableSums(house, home.id);
    const { method, url, body } = requestFor(operation, { ...caseFor(operation, {}), misspelt: "1" });
    const answer = await home.owner.ask(method, url, body);
    const [problem] = answer.body.problems ?? [];
    expect([answer.status, problem]).toEqual([
      422,
      {
        field: "misspelt",
        expected: expect.stringMatching(/^nothing(: it takes no fields| of this name: it takes \w+(, \w+)*)$/),
        todo: "Leave it out, or use the name that is meant.",
      },
    ]);
    expect(await tableSums(house, home.id)).toEqual(before);
  },
);

test("a token that ended is refused with what to do, and like one that never was", async () => {
  const over = await house.organisation();
  const yesterday = house.clock.now().subtract({ hours: 24 }).toString();
  await house.sql.query("update api_token set expires_at = $2 where organisation_id = $1", [over.id, yesterday]);
  const ended = await over.member.ask("GET", "/session");
  const unknown = await house.visitor("GET", "/session", undefined, { authorization: "Bearer tl_unknown" });
  expect([ended.status, ended.body]).toEqual([unknown.status, unknown.body]);
  expect(ended.body).toMatchObject({
    status: 401,
    title: "You are not signed in.",
    detail: expect.stringMatching(
      /^This API token does not work: .* Make a new one in the settings under API tokens\.$/,
    ),
  });
});

test("a change with the cookie alone is told which header is missing", async () => {
  const headers = { cookie: "throughline=somebody", "content-type": json };
  const ask = (more: Record<string, string>) =>
    house.app.inject({ method: "POST", url: "/api/imperatives", headers: { ...headers, ...more }, payload: "{}" });
  const [alone, marked] = [await ask({}), await ask({ "x-throughline": "web" })];
  expect([alone.statusCode, marked.statusCode]).toEqual([401, 401]);
  expect(alone.json().detail).toMatch(/only when the header x-throughline: web comes with it/);
  expect(marked.json().detail).toBe("Sign in and ask again.");
});
