/** Policy fit through the contract: one's own told to oneself, counts to leads from five up, nothing to anybody else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { told } from "../../../test/support/furnish.ts";
import { type House, type Organisation, openHouse, type Person, today } from "../../../test/support/house.ts";
import { arrangement, policiesOf } from "../../../test/support/policies.ts";
import { newId } from "../../platform/ids.ts";

let house: House;
let home: Organisation;
let on: ReturnType<typeof policiesOf>;
let lisbon: string;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.set(today);
  home = await house.organisation();
  on = policiesOf(home);
  lisbon = newId();
  await told(home.owner.ask, "POST", "/sites", { id: lisbon, name: "Lisbon", timeZone: "Europe/Lisbon" });
  await told(home.owner.ask, "PUT", `/sites/${lisbon}/presence`, { version: 1, on: true });
});

async function comes(person: Person, ...weekdays: string[]) {
  await told(person.ask, "PATCH", "/presence", { version: 0, siteId: lisbon });
  const days = Object.fromEntries(weekdays.map((weekday) => [weekday, { at: "office" }]));
  await told(person.ask, "PUT", "/presence", { usual: { from: "2027-02-15", days } });
}

const mine = (who: Person) => told(who.ask, "GET", "/policy-fit?from=2027-02-17");
const twoDays = (more: object = {}) => arrangement([], { office: { days: null, weekdays: ["2", "3"] }, ...more });

describe("one's own fit", () => {
  it("is told against the arrangement that covers one, and an approved exception is agreed", async () => {
    expect(await mine(home.member)).toEqual({ arrangement: null, fit: null, agreed: false });
    const id = await on.sealed(twoDays());
    expect(await mine(home.member)).toMatchObject({ arrangement: { id, kind: "hybrid-flexible" }, fit: null });
    await comes(home.member, "2", "3");
    await comes(home.colleague, "3");
    expect(await mine(home.member)).toMatchObject({ fit: { kept: 2, of: 2 }, agreed: false });
    expect(await mine(home.colleague)).toMatchObject({ fit: { kept: 1, of: 2 }, agreed: false });
    const exception = { id: newId(), memberId: home.colleague.id, reason: "School run", from: "2027-02-16" };
    await told(home.owner.ask, "POST", `/policies/${id}/exceptions`, exception);
    expect(await mine(home.colleague)).toMatchObject({ arrangement: { id }, fit: { kept: 1, of: 2 }, agreed: true });
  });

  it("is counted on the anchor days of one's team where the arrangement is anchored", async () => {
    await on.sealed(arrangement([], { kind: "hybrid-anchored" }));
    await comes(home.member, "2");
    expect((await mine(home.member)).fit).toBeNull();
    const anchors = { id: newId(), teamId: home.team.id, days: ["2", "4"], from: "2027-02-15" };
    await told(home.member.ask, "POST", "/anchor-days", anchors);
    await told(home.member.ask, "PUT", `/anchor-days/${anchors.id}/state`, { version: 1, state: "accepted" });
    expect((await mine(home.member)).fit).toEqual({ kept: 1, of: 2 });
  });
});

describe("counts for leads", () => {
  const read = (who: Person) => who.ask("GET", `/teams/${home.team.id}/policy-fit?from=2027-02-17`);

  it("are told from five who fit and five who do not, to who leads the team and nobody else", async () => {
    await on.sealed(twoDays());
    await comes(home.member, "2", "3");
    const join = (person: Person) => told(home.owner.ask, "PUT", `/teams/${home.team.id}/members/${person.id}`);
    for (const nth of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const person = await home.addMember("member", `Person ${nth}`);
      await comes(person, ...(nth < 5 ? ["2", "3"] : ["3"]));
      await join(person);
    }
    expect((await read(home.member)).body).toEqual({ told: null });
    const tenth = await home.addMember("member", "The tenth");
    await comes(tenth, "5");
    await join(tenth);
    expect((await read(home.member)).body).toEqual({ told: { fit: 5, not: 5 } });
    for (const person of [home.colleague, home.owner, home.admin, home.champion, tenth])
      expect((await read(person)).status).toBe(403);
    expect((await home.member.ask("GET", `/teams/${newId()}/policy-fit`)).status).toBe(404);
  });

  it("tell nothing of a team without anybody", async () => {
    const alone = newId();
    await told(home.owner.ask, "POST", "/teams", { id: alone, name: "Alone", leadId: home.owner.id });
    expect((await home.owner.ask("GET", `/teams/${alone}/policy-fit`)).body).toEqual({ told: null });
  });

  it("are read for the highest team one leads, so that a part cannot be taken from the whole", async () => {
    const below = newId();
    await told(home.owner.ask, "POST", "/teams", { id: below, name: "Below", parentId: home.team.id });
    const answer = await home.member.ask("GET", `/teams/${below}/policy-fit`);
    expect([answer.status, answer.body.todo]).toEqual([403, "Read it for the team above, which you lead."]);
  });

  it("leave out whoever an exception lets out, so that granting one tells nothing of that person", async () => {
    const { id, misfits } = await furnished();
    const exception = { id: newId(), memberId: misfits[0], reason: "School run", from: "2027-02-16" };
    await told(home.owner.ask, "POST", `/policies/${id}/exceptions`, exception);
    expect((await read(home.member)).body).toEqual({ told: { fit: 5, not: 5 } });
  });

  it("are one figure over all teams that one leads, so that of two with shared members neither is taken from the other", async () => {
    const { misfits } = await furnished();
    const beside = newId();
    await told(home.owner.ask, "POST", "/teams", { id: beside, name: "Beside", leadId: home.member.id });
    const eleventh = await home.addMember("member", "The eleventh");
    await comes(eleventh, "2", "3");
    for (const id of [eleventh.id, ...misfits]) await told(home.owner.ask, "PUT", `/teams/${beside}/members/${id}`);
    const both = { told: { fit: 6, not: 6 } };
    expect((await read(home.member)).body).toEqual(both);
    expect((await home.member.ask("GET", `/teams/${beside}/policy-fit?from=2027-02-17`)).body).toEqual(both);
  });

  it("stay for the week as they were first told, whatever changes meanwhile", async () => {
    const { id, misfits } = await furnished();
    const first = { told: { fit: 5, not: 6 } };
    expect((await read(home.member)).body).toEqual(first);
    const exception = { id: newId(), memberId: misfits[0], reason: "School run", from: "2027-02-16" };
    await told(home.owner.ask, "POST", `/policies/${id}/exceptions`, exception);
    await told(home.owner.ask, "DELETE", `/teams/${home.team.id}/members/${misfits[1]}`);
    expect((await read(home.member)).body).toEqual(first);
    const friday = `/teams/${home.team.id}/policy-fit?from=2027-02-19`;
    expect((await home.member.ask("GET", friday)).body).toEqual(first);
    expect((await home.member.ask("GET", friday.replace("19", "24"))).body).toEqual({ told: null });
  });

  /** Five whose planned weeks fit, the lead among them, and six whose do not. */
  async function furnished() {
    const id = await on.sealed(twoDays());
    await comes(home.member, "2", "3");
    const misfits: string[] = [];
    for (const nth of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) {
      const person = await home.addMember("member", `Person ${nth}`);
      await comes(person, ...(nth < 5 ? ["2", "3"] : ["3"]));
      if (nth >= 5) misfits.push(person.id);
      await told(home.owner.ask, "PUT", `/teams/${home.team.id}/members/${person.id}`);
    }
    return { id, misfits };
  }
});
