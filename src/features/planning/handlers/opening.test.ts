import { describe, expect, test } from "vitest";
import { told } from "../../../../test/support/furnish.ts";
import { newCycle } from "../../../../test/support/okrs.ts";
import { drafted, fieldsOf, houseOfPlans, newPlan, readPlan } from "../../../../test/support/plans.ts";
import { newId } from "../../../platform/ids.ts";

const here = houseOfPlans();

describe("opening", () => {
  test("a team has one open plan for a cycle, and the one that is there is named", async () => {
    const plan = await newPlan(here.osier, here.cycleId);
    const again = { id: newId(), cycleId: here.cycleId, level: "team", teamId: here.osier.team.id };
    const second = await here.osier.champion.ask("POST", "/plans", again);
    expect([second.status, second.body.theirs]).toEqual([409, { id: plan.id }]);
    await told(here.osier.member.ask, "DELETE", `/plans/${plan.id}`);
    expect((await here.osier.champion.ask("POST", "/plans", again)).status).toBe(200);
    expect((await here.osier.member.ask("POST", `/plans/${plan.id}/restoration`)).status).toBe(409);
  });

  test("two at once make one", async () => {
    const bodies = [1, 2].map(() => ({ id: newId(), cycleId: here.cycleId, level: "company" }));
    const answers = await Promise.all(bodies.map((body) => here.osier.champion.ask("POST", "/plans", body)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("the same again is the same plan, another with its id is not", async () => {
    const body = { id: newId(), cycleId: here.cycleId, level: "team", teamId: here.osier.team.id };
    await told(here.osier.member.ask, "POST", "/plans", body);
    expect((await here.osier.member.ask("POST", "/plans", body)).status).toBe(200);
    expect((await here.osier.member.ask("POST", "/plans", { ...body, level: "personal", teamId: null })).status).toBe(
      409,
    );
  });

  test("a closed cycle, an unknown one and a plan of nobody's team are refused by field", async () => {
    const closed = await newCycle(here.osier, {}, ["active", "closing", "closed"]);
    const ask = (body: object) =>
      here.osier.champion.ask("POST", "/plans", { id: newId(), cycleId: here.cycleId, level: "team", ...body });
    expect(fieldsOf(await ask({ cycleId: closed, teamId: here.osier.team.id }))).toEqual([422, "cycleId"]);
    expect(fieldsOf(await ask({ cycleId: newId(), teamId: newId() }))).toEqual([422, "cycleId", "teamId"]);
    expect(fieldsOf(await ask({}))).toEqual([422, "teamId"]);
    expect(fieldsOf(await ask({ level: "company", teamId: here.osier.team.id }))).toEqual([422, "teamId"]);
  });

  test("who may not draft may read, a guest may not even that", async () => {
    const { id } = await drafted(here);
    expect(
      (await here.osier.admin.ask("POST", `/plans/${id}/draft-objectives`, { id: newId(), title: "Mine" })).status,
    ).toBe(403);
    expect((await readPlan(id, here.osier.admin)).can).toMatchObject({ draft: false, activate: false, comment: true });
    expect((await here.osier.guest.ask("GET", `/plans/${id}`)).status).toBe(403);
  });
});
