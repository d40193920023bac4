import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person } from "../../../../test/support/house.ts";
import { newId } from "../../../platform/ids.ts";

let house: House;
let home: Organisation;
let path: string;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  home = await house.organisation();
  path = `/teams/${home.team.id}/readiness`;
});
afterEach(() => house.feed.settled(home.id));

const answer = (by: Person, version: number, replies: object) => by.ask("PUT", path, { version, replies });
const keys = ({ proposals }: { proposals: { key: string }[] }) => proposals.map(({ key }) => key);

it("is answered by whoever leads the team; members read levels and proposals, and no reply", async () => {
  expect(keys(await told(home.colleague.ask, "GET", path))).toEqual([]);
  expect((await answer(home.colleague, 0, { "hours-known": "no" })).status).toBe(403);
  const replies = { "hours-known": "no", "decisions-written": "partly", "place-to-work": "yes" };
  expect((await answer(home.member, 0, replies)).status).toBe(200);
  const [mine, read] = [await told(home.member.ask, "GET", path), await told(home.colleague.ask, "GET", path)];
  expect([mine.replies, read.replies]).toEqual([replies, null]);
  expect(keys(read)).toEqual(["agreement", "writing-first", "pulse-work-well-from-here"]);
  expect([read.can.answer, read.can.writePolicies, read.can.launchPulse]).toEqual([false, false, false]);
  expect(read.answered.by.name).toBe("The member");
  expect((await home.guest.ask("GET", path)).status).toBe(403);
  expect((await home.owner.ask("GET", `/teams/${newId()}/readiness`)).status).toBe(404);
});

it("tells whoever answers an old version, and takes the same answer twice", async () => {
  const replies = { "hours-known": "no" };
  await answer(home.member, 0, replies);
  expect((await answer(home.member, 0, replies)).body.version).toBe(1);
  expect((await answer(home.champion, 0, { "hours-known": "yes" })).status).toBe(409);
  expect((await answer(home.champion, 1, { "hours-known": "yes" })).body.version).toBe(2);
  const wrong = await answer(home.champion, 2, { "hours-known": "perhaps" });
  expect(wrong.body.problems[0].field).toBe("replies.hours-known");
});

it("proposes what can be taken over as it stands", async () => {
  await answer(home.owner, 0, { "hours-known": "no", "quiet-hours": "no" });
  const { proposals, agreementVersion } = await told(home.owner.ask, "GET", path);
  const [agreement, policy] = proposals;
  const version = agreementVersion;
  await told(home.member.ask, "PUT", `/teams/${home.team.id}/agreement`, { version, ...agreement.agreed });
  await told(home.owner.ask, "POST", "/policies", {
    ...{ id: newId(), ...policy.policy, why: policy.why },
    scope: { teamIds: [home.team.id] },
  });
  expect(keys(await told(home.owner.ask, "GET", path))).toEqual(["meeting-free"]);
});
