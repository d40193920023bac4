/** Every operation × every role × a stranger from another organisation, made from the contract itself. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract } from "../../src/contract.ts";
import { anyone, type OperationMeta, roles } from "../../src/platform/contract.ts";
import { caseFor, notForTokens } from "../support/cases.ts";
import { furnish, secret, tableSums } from "../support/furnish.ts";
import { type House, type Organisation, openHouse } from "../support/house.ts";
import { type Ids, operationsOf, requestFor } from "../support/inputs.ts";

const operations = operationsOf(contract);
let house: House;
let home: Organisation;
let elsewhere: Organisation;
let ids: Ids;

beforeAll(async () => {
  house = await openHouse();
  home = await house.organisation("The home of the walk");
  elsewhere = await house.organisation("Elsewhere");
  ids = await furnish(house, home);
});
afterAll(() => house.close());

const metaOf = (operation: (typeof operations)[number]) => operation.procedure["~orpc"].meta as OperationMeta;

test("every operation says who may try it", () => {
  const silent = operations.filter(
    (operation) => metaOf(operation).may === undefined || metaOf(operation).scope === undefined,
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  const { may } = metaOf(operation);

  test.runIf(!(name in notForTokens))("has a case that the owner's token is answered 200 to", async () => {
    const fresh = await house.organisation();
    const { method, url, body } = requestFor(operation, caseFor(operation, await furnish(house, fresh)));
    const answer = await fresh.owner.ask(method, url, body);
    expect([answer.status, answer.status === 200 ? null : answer.body]).toEqual([200, null]);
  });

  test.runIf(may !== anyone)("refuses who is not signed in", async () => {
    const { method, url, body } = requestFor(operation, caseFor(operation, ids));
    expect((await house.visitor(method, url, body)).status).toBe(401);
  });

  test.runIf(may !== anyone).each(roles.filter((role) => may !== anyone && !may.includes(role)))(
    "refuses a %s",
    async (role) => {
      const { method, url, body } = requestFor(operation, caseFor(operation, ids));
      const answer = await home[role].ask(method, url, body);
      expect(answer.status).toBe(403);
      expect(answer.body.detail).toMatch(/^Ask someone who is /);
    },
  );

  test("shows and changes nothing of another organisation", async () => {
    const before = await tableSums(house, home.id);
    const { method, url, body } = requestFor(operation, caseFor(operation, ids));
    const answer = await elsewhere.owner.ask(method, url, body);
    expect(answer.status).not.toBe(500);
    expect(JSON.stringify(answer.body)).not.toContain(secret);
    expect(await tableSums(house, home.id)).toEqual(before);
  });

  test("a stranger cannot tell another organisation's ids from ids of nothing", async () => {
    const input = caseFor(operation, ids);
    const theirs = requestFor(operation, input);
    const nothing = requestFor(operation, caseFor(operation, {}));
    const [one, other] = [
      await elsewhere.owner.ask(theirs.method, theirs.url, theirs.body),
      await elsewhere.owner.ask(nothing.method, nothing.url, nothing.body),
    ];
    if (one.status >= 400) expect([one.status, one.body.detail]).toEqual([other.status, other.body.detail]);
  });
});
