import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { activeCycle, told } from "../../../../test/support/furnish.ts";
import { anAgreement } from "../../../../test/support/furnish-workplace.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../../test/support/house.ts";
import { newId } from "../../../platform/ids.ts";

let house: House;
let home: Organisation;
let path: string;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
  path = `/teams/${home.team.id}/agreement`;
});
afterEach(() => house.feed.settled(home.id));

const write = (by: Person, version: number, part: object = {}) =>
  by.ask("PUT", path, { version, ...anAgreement, ...part });

async function below(name: string): Promise<string> {
  const id = newId();
  await told(home.owner.ask, "POST", "/teams", { id, name, parentId: home.team.id });
  return id;
}

describe("a working agreement", () => {
  it("is written by the lead, read by members, and never by guests", async () => {
    expect((await told(home.colleague.ask, "GET", path)).agreed).toBe(null);
    expect((await write(home.member, 0)).status).toBe(200);
    const read = await told(home.colleague.ask, "GET", path);
    expect([read.agreed, read.version, read.from, read.can.edit]).toEqual([anAgreement, 1, null, false]);
    expect(read.written.member.name).toBe("The member");
    expect((await home.guest.ask("GET", path)).status).toBe(403);
    const refused = await write(home.colleague, 1);
    expect([refused.status, refused.body.todo]).toEqual([
      403,
      "Ask whoever leads the team or one above it, or a champion.",
    ]);
    expect((await write(home.champion, 1, { asyncByDefault: false })).status).toBe(200);
    expect((await home.admin.ask("PUT", path, { version: 2, ...anAgreement })).status).toBe(403);
  });

  it("says something, and says what is wrong with it", async () => {
    const empty = { coreHours: null, channels: [], meetingFree: [], asyncByDefault: false, notes: "" };
    const nothing = await write(home.member, 0, empty);
    expect([nothing.status, nothing.body.problems[0].field]).toEqual([422, "coreHours"]);
    const late = await write(home.member, 0, { coreHours: { ...anAgreement.coreHours, from: "16:00" } });
    expect(late.body.problems).toMatchObject([{ field: "coreHours.to", expected: "a later time than it begins" }]);
    const twice = await write(home.member, 0, { channels: [...anAgreement.channels, ...anAgreement.channels] });
    expect(twice.body.problems).toMatchObject([{ field: "channels", expected: "each channel once" }]);
  });

  it("keeps every version, and whoever edits an old one is told both", async () => {
    await write(home.member, 0);
    await write(home.member, 1, { notes: "Another word" });
    const old = await write(home.champion, 1, { notes: "My word" });
    expect([old.status, old.body.version, old.body.theirs.notes, old.body.yours.notes]).toEqual([
      409,
      2,
      "Another word",
      "My word",
    ]);
    const { items } = await told(home.colleague.ask, "GET", `${path}/versions`);
    expect(
      items.map((each: { version: number; agreed: { notes: string } }) => [each.version, each.agreed.notes]),
    ).toEqual([
      [2, "Another word"],
      [1, anAgreement.notes],
    ]);
    const again = await write(home.member, 2, { notes: "Another word" });
    expect(again.body.version).toBe(2);
  });

  it("holds for the teams below until they have their own, and again once they give that up", async () => {
    await write(home.member, 0);
    const id = await below("Setup");
    const read = () => told(home.colleague.ask, "GET", `/teams/${id}/agreement`);
    expect([(await read()).agreed, (await read()).from.name, (await read()).version]).toEqual([
      anAgreement,
      "Product",
      0,
    ]);
    // Who leads the team above leads this one.
    const own = { ...anAgreement, notes: "Ours" };
    await told(home.member.ask, "PUT", `/teams/${id}/agreement`, { version: 0, ...own });
    expect([(await read()).agreed.notes, (await read()).from]).toEqual(["Ours", null]);
    await told(home.member.ask, "DELETE", `/teams/${id}/agreement`, { version: 1 });
    expect([(await read()).from.name, (await read()).version]).toEqual(["Product", 2]);
    await told(home.member.ask, "PUT", `/teams/${id}/agreement`, { version: 2, ...own });
    expect((await read()).version).toBe(3);
  });

  it("is due for a review once a cycle has begun, and says who reviewed it when, in which cycle", async () => {
    house.clock.set("2026-12-14T10:00:00Z");
    await write(home.member, 0);
    house.clock.set(today);
    expect((await told(home.member.ask, "GET", path)).reviewDueIn).toBe(null);
    const cycle = await activeCycle(home.owner.ask);
    expect((await told(home.member.ask, "GET", path)).reviewDueIn).toEqual({ id: cycle, name: "Q1 2027" });
    const review = (by: Person, version: number) => by.ask("POST", `${path}/reviews`, { version });
    expect((await review(home.colleague, 1)).status).toBe(403);
    expect((await review(home.member, 0)).status).toBe(409);
    const { body } = await review(home.member, 1);
    await review(home.member, 1);
    expect([body.reviewDueIn, body.reviewed.cycle.name, body.reviewed.member.name, body.reviewed.at]).toEqual([
      null,
      "Q1 2027",
      "The member",
      new Date(today).toISOString(),
    ]);
    const { items } = await told(home.colleague.ask, "GET", `${path}/versions`);
    expect(items[0].reviews).toHaveLength(1);
    const history = await told(home.colleague.ask, "GET", `/history/${home.team.id}`);
    expect(history.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      "working-agreement-reviewed",
      "working-agreement-written",
    ]);
  });

  it("lists those of my teams, or of one team", async () => {
    await write(home.member, 0);
    const names = async (person: Person, query = "") => {
      const { items } = await told(person.ask, "GET", `/working-agreements${query}`);
      return items.map(({ team, agreed }: { team: { name: string }; agreed: unknown }) => [team.name, agreed !== null]);
    };
    expect(await names(home.member)).toEqual([["Product", true]]);
    expect(await names(home.champion)).toEqual([]);
    expect(await names(home.champion, `?teamId=${home.otherTeam.id}`)).toEqual([["Growth", false]]);
    expect((await home.champion.ask("GET", `/working-agreements?teamId=${newId()}`)).status).toBe(404);
  });
});
