import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { aPolicy } from "../../../test/support/furnish-policies.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../test/support/house.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let home: Organisation;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
});
afterEach(() => house.feed.settled(home.id));

async function draft(body: object = {}, by: Person = home.owner): Promise<string> {
  const id = newId();
  await told(by.ask, "POST", "/policies", { id, ...aPolicy(), ...body });
  return id;
}

const read = (id: string, by: Person = home.member) => told(by.ask, "GET", `/policies/${id}`);

async function seal(id: string) {
  const { version } = await read(id);
  return told(home.owner.ask, "POST", `/policies/${id}/sealing`, { version });
}

async function sealed(body: object = {}): Promise<string> {
  const id = await draft(body);
  await seal(id);
  return id;
}

async function refusals(method: string, path: string, body: object, by: Person = home.owner) {
  const answer = await by.ask(method, path, body);
  expect([answer.status, answer.body.detail]).toEqual([422, expect.any(String)]);
  return answer.body.problems as { field: string; expected: string; todo: string }[];
}

const fieldsOf = async (...asked: Parameters<typeof refusals>) => (await refusals(...asked)).map(({ field }) => field);

describe("from draft to decision", () => {
  it("is written, sealed, amended and decided, and read by every member", async () => {
    const id = await draft();
    await told(home.owner.ask, "PATCH", `/policies/${id}`, { version: 1, why: "Mornings are for work." });
    expect(await read(id)).toMatchObject({ state: "draft", sealed: null, why: "Mornings are for work.", toSeal: [] });
    const after = await seal(id);
    expect(after).toMatchObject({
      state: "running",
      sealed: { by: { id: home.owner.id }, lot: { seed: null, teams: [] } },
    });
    const amendment = { id: newId(), version: after.version, reason: "Eleven is enough.", rule: "None before eleven." };
    await told(home.owner.ask, "POST", `/policies/${id}/amendments`, amendment);
    const amended = await read(id);
    expect(amended).toMatchObject({
      rule: "None before eleven.",
      sealed: { as: { rule: "No meetings before noon." } },
      amendments: [
        { reason: "Eleven is enough.", changes: { rule: ["No meetings before noon.", "None before eleven."] } },
      ],
    });
    house.clock.set("2027-06-01T09:00:00Z");
    expect((await read(id)).state).toBe("due");
    const decision = { id: newId(), version: amended.version, decision: "keep", reason: "People focus." };
    await told(home.owner.ask, "POST", `/policies/${id}/decisions`, decision);
    expect(await read(id)).toMatchObject({ state: "kept", decisions: [{ reason: "People focus.", earlyReason: "" }] });
    const { items } = await told(home.member.ask, "GET", "/policies/tried");
    expect(items).toMatchObject([{ id, state: "kept", amendments: 1, decision: { decision: "keep" } }]);
  });

  it("keeps what was sealed, however it is asked", async () => {
    const id = await sealed();
    const { version } = await read(id);
    expect(await fieldsOf("PATCH", `/policies/${id}`, { version, rule: "Another", outcomes: [] })).toEqual([
      "rule",
      "outcomes",
    ]);
    expect(await fieldsOf("PATCH", `/policies/${id}`, { version, title: "Quiet mornings" })).toEqual(["id"]);
    await expect(
      house.sql.query("update policy set sealed = '{}' where organisation_id = $1 and id = $2", [home.id, id]),
    ).rejects.toThrow("a sealed policy is amended, never changed");
  });
});
