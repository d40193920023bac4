/** Plans and drafts made through the contract, for tests that need some. */
import { newId } from "../../src/platform/ids.ts";
import { told } from "./furnish.ts";
import type { Ask, Organisation } from "./house.ts";

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
