/** What is read once for many viewers: never older than the last change, never more than somebody may see. */
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type House, type Organisation, openHouse, type Person } from "../support/house.ts";
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

const pages = { map: () => `/map?cycleId=${cycleId}`, list: () => `/objectives?cycleId=${cycleId}&limit=200` };
async function seenOn(page: keyof typeof pages, who: Person): Promise<Map<string, string>> {
  const { body } = await who.ask("GET", pages[page]());
  const rows: { id: string; title: string }[] = body.objectives ?? body.items;
  return new Map(rows.map(({ id, title }) => [id, title]));
}

describe.each(["map", "list"] as const)("what the %s remembers", (page) => {
  it("is told anew after a change, to whoever asks next", async () => {
    const { id, version } = await newObjective(osier, cycleId, { title: "As it was" });
    expect((await seenOn(page, osier.colleague)).get(id)).toBe("As it was");
    await osier.member.ask("PATCH", `/objectives/${id}`, { version, title: "As it is" });
    expect((await seenOn(page, osier.colleague)).get(id)).toBe("As it is");
    await osier.member.ask("DELETE", `/objectives/${id}`);
    expect((await seenOn(page, osier.colleague)).has(id)).toBe(false);
  });

  it("follows a check-in, and what it moves above", async () => {
    const objective = await newObjective(osier, cycleId);
    const keyResult = await newKeyResult(osier, objective.id);
    const progress = async () => {
      const { body } = await osier.colleague.ask("GET", pages[page]());
      return (body.objectives ?? body.items).find(({ id }: { id: string }) => id === objective.id).progress;
    };
    await house.feed.settled(osier.id);
    expect(await progress()).toBe("0");
    const report = { id: newId(), value: "80", confidence: 7 };
    await osier.member.ask("POST", `/key-results/${keyResult.id}/check-ins`, report);
    await house.feed.settled(osier.id);
    expect(await progress()).toBe("0.8");
  });

  it("keeps what is private to its owner, whoever asked first, and shows it once it is shown", async () => {
    const secret = { level: "personal", private: true, title: "Learn to say no" };
    const { id, version } = await newObjective(osier, cycleId, secret, osier.member);
    const others = [osier.owner, osier.admin, osier.champion, osier.colleague, osier.guest];
    expect((await seenOn(page, osier.member)).has(id)).toBe(true);
    for (const other of others) expect((await seenOn(page, other)).has(id)).toBe(false);
    expect((await seenOn(page, osier.member)).has(id)).toBe(true);
    await osier.member.ask("PATCH", `/objectives/${id}`, { version, private: false });
    expect((await seenOn(page, osier.colleague)).has(id)).toBe(true);
    expect((await seenOn(page, osier.guest)).has(id)).toBe(false);
  });

  it("follows the time", async () => {
    const objective = await newObjective(osier, cycleId);
    const expected = async () => {
      const { body } = await osier.colleague.ask("GET", pages[page]());
      return (body.objectives ?? body.items).find(({ id }: { id: string }) => id === objective.id).expected;
    };
    const before = await expected();
    const now = house.clock.now();
    house.clock.set(now.add({ hours: 24 }).toString());
    expect(Number(await expected())).toBeGreaterThan(Number(before));
    house.clock.set(now.toString());
  });

  it("hears what another server changed", async () => {
    const { id, version } = await newObjective(osier, cycleId, { title: "Told there" });
    const beside = await house.beside();
    try {
      const titleThere = async () => {
        const headers = { authorization: `Bearer ${osier.colleague.token}` };
        const body = (await beside.app.inject({ url: `/api${pages[page]()}`, headers })).json();
        return (body.objectives ?? body.items).find((each: { id: string }) => each.id === id)?.title;
      };
      expect(await titleThere()).toBe("Told there");
      await osier.member.ask("PATCH", `/objectives/${id}`, { version, title: "Heard here" });
      await vi.waitFor(async () => expect(await titleThere()).toBe("Heard here"), { timeout: 5000 });
    } finally {
      await beside.stop();
    }
  });
});

it("the map and the list show everyone the same objectives: one rule in memory and in SQL", async () => {
  const { otherTeam, colleague } = osier;
  await newObjective(osier, cycleId, { level: "company", ownerId: osier.champion.id }, osier.champion);
  await newObjective(osier, cycleId, { level: "team", teamId: otherTeam.id, ownerId: colleague.id }, colleague);
  await newObjective(osier, cycleId, { level: "personal", private: true, ownerId: colleague.id }, colleague);
  for (const who of [osier.owner, osier.admin, osier.champion, osier.member, colleague, osier.guest]) {
    const [onMap, inList] = [await seenOn("map", who), await seenOn("list", who)];
    expect([...onMap.keys()].sort(), who.name).toEqual([...inList.keys()].sort());
  }
});
