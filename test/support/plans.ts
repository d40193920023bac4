/** Plans and drafts made through the contract, for tests that need some. */
import { afterAll, beforeAll, beforeEach } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import { told } from "./furnish.ts";
import { type Ask, type House, type Organisation, openHouse, type Person } from "./house.ts";
import { newCycle } from "./okrs.ts";

type Body = Record<string, unknown>;

/** The plan of the team Product, opened by its lead. */
export async function newPlan({ member, team }: Organisation, cycleId: string, body: Body = {}, by = member) {
  const place = body.level === undefined ? { level: "team", teamId: team.id } : {};
  return told(by.ask, "POST", "/plans", { id: newId(), cycleId, ...place, ...body });
}

export async function newDraft(ask: Ask, planId: string, body: Body = {}): Promise<string> {
  const id = newId();
  await told(ask, "POST", `/plans/${planId}/draft-objectives`, { id, title: "New clinics feel at home", ...body });
  return id;
}

export async function newDraftKeyResult(ask: Ask, draftObjectiveId: string, body: Body = {}): Promise<string> {
  const id = newId();
  const metric = {
    title: "Clinics active in week 4",
    measure: { kind: "metric", start: "67", target: "78" },
    unit: "%",
  };
  await told(ask, "POST", `/draft-objectives/${draftObjectiveId}/draft-key-results`, { id, ...metric, ...body });
  return id;
}

/** A house for the tests of a file, with an organisation and its coming cycle for each of them. */
export function houseOfPlans() {
  const here = {} as { house: House; osier: Organisation; cycleId: string };
  beforeAll(async () => {
    here.house = await openHouse();
  });
  afterAll(() => here.house.close());
  beforeEach(async () => {
    here.osier = await here.house.organisation();
    here.cycleId = await newCycle(here.osier, { name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }, []);
  });
  return here;
}

/** A plan of one draft with one key result of the colleague's. */
export async function drafted({ osier, cycleId }: { osier: Organisation; cycleId: string }) {
  const plan = await newPlan(osier, cycleId);
  const objective = await newDraft(osier.member.ask, plan.id, { energy: "60", why: "It decides who stays." });
  const keyResult = await newDraftKeyResult(osier.member.ask, objective, { ownerId: osier.colleague.id });
  return { id: plan.id as string, objective, keyResult };
}

export function readPlan(id: string, by: Person) {
  return told(by.ask, "GET", `/plans/${id}`);
}

/** Its status and the fields it refuses. */
export function fieldsOf(answer: { status: number; body: { problems?: { field: string }[] } }) {
  return [answer.status, ...(answer.body.problems ?? []).map(({ field }) => field)];
}
