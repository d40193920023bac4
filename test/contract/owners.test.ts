/** Whoever owns something checks it in, so that a guest owns nothing, by whatever way it is asked. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { type Answer, type House, type Organisation, openHouse } from "../support/house.ts";
import { newCycle, newKeyResult, newObjective } from "../support/okrs.ts";
import { drafted } from "../support/plans.ts";

let house: House;
let osier: Organisation;
let cycleId: string;

beforeAll(async () => {
  house = await openHouse();
  osier = await house.organisation("Osier");
  cycleId = await newCycle(osier);
});
afterAll(() => house.close());

const ask = async (method: string, path: string, body: object) => said(await osier.champion.ask(method, path, body));
const said = ({ status, body }: Answer) => [
  status,
  ...(body.problems ?? []).map(({ field, expected }: { field: string; expected: string }) => `${field}: ${expected}`),
];
const refusedAs = (field: string) => [422, `${field}: a member who is no guest`];

describe("a guest", () => {
  const guest = () => ({ ownerId: osier.guest.id });

  it("owns no objective, key result or health metric, new or changed", async () => {
    const objective = await newObjective(osier, cycleId);
    const keyResult = await newKeyResult(osier, objective.id);
    const new_ = { id: newId(), title: "Clinics stay", ...guest() };
    const measure = { kind: "metric", start: "0", target: "100" };
    const watched = { ...new_, operator: "at-or-above", limit: "5" };
    expect([
      await ask("POST", "/objectives", { ...new_, cycleId, level: "team", teamId: osier.team.id }),
      await ask("PATCH", `/objectives/${objective.id}`, { version: objective.version, ...guest() }),
      await ask("POST", `/objectives/${objective.id}/key-results`, { ...new_, measure }),
      await ask("PATCH", `/key-results/${keyResult.id}`, { version: keyResult.version, ...guest() }),
      await ask("POST", `/objectives/${objective.id}/health-metrics`, watched),
    ]).toEqual(Array(5).fill(refusedAs("ownerId")));
  });

  it("owns no initiative and no draft", async () => {
    const initiative = { id: newId(), title: "Call every clinic", ...guest(), teamId: osier.team.id };
    expect(await ask("POST", "/initiatives", initiative)).toEqual(refusedAs("ownerId"));
    const { id, objective, keyResult } = await drafted({ osier, cycleId });
    const line = { id: newId(), title: "Clinics come back", ...guest() };
    expect([
      await ask("POST", `/plans/${id}/draft-objectives`, line),
      await ask("PATCH", `/draft-objectives/${objective}`, { version: 1, ...guest() }),
      await ask("PATCH", `/draft-key-results/${keyResult}`, { version: 1, ...guest() }),
    ]).toEqual(Array(3).fill(refusedAs("ownerId")));
  });

  it("owns nothing that an import brings in under their name", async () => {
    const file = `Type,Title,Owner,Cycle\nObjective,Clinics start unaided in spring,${osier.guest.name},Q1 2027\n`;
    const sent = { id: newId(), fileName: "plan.csv", content: Buffer.from(file).toString("base64") };
    const seen = await osier.champion.ask("POST", "/imports/preview", sent);
    expect(seen.body.missing.members).toMatchObject([{ written: osier.guest.name }]);
    expect((await osier.champion.ask("POST", "/imports", sent)).status).toBe(200);
    const { items } = (await osier.champion.ask("GET", `/objectives?cycleId=${cycleId}`)).body;
    const made = items.find(({ title }: { title: string }) => title.startsWith("Clinics start unaided in spring"));
    expect(made.owner.id).toBe(osier.champion.id);
  });

  it("who was a member hands nothing on to the next cycle as its owner", async () => {
    const ended = { name: "Q4 2026", startsOn: "2026-10-05", endsOn: "2027-01-03" };
    const endedId = await newCycle(osier, ended, ["active", "closing"]);
    const place = { level: "team", teamId: osier.team.id, ownerId: osier.colleague.id };
    const objective = await newObjective(osier, endedId, place);
    const { champion, owner, colleague } = osier;
    const closure = { version: 0, score: "0.7", next: "keep", note: "Nobody measured it" };
    expect(said(await champion.ask("PUT", `/objectives/${objective.id}/closure`, closure))).toEqual([200]);
    expect(said(await owner.ask("PUT", `/members/${colleague.id}/role`, { role: "guest", version: 1 }))).toEqual([200]);
    const { body } = await champion.ask("POST", `/cycles/${endedId}/rollover`, { toId: cycleId });
    const [{ successorId }] = body.rollover.items;
    expect((await champion.ask("GET", `/objectives/${successorId}`)).body.owner).toBeNull();
  });
});
