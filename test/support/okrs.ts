/** Cycles, objectives, key results and links made through the contract, for tests that need some. */
import { newId } from "../../src/platform/ids.ts";
import type { Organisation, Person } from "./house.ts";

export const quarter = { name: "Q1 2027", kind: "quarter", startsOn: "2027-01-04", endsOn: "2027-03-28" };

type Body = Record<string, unknown>;

/** An active cycle around the day of the tests, unless told otherwise. */
export async function newCycle({ champion }: Organisation, body: Body = {}, states = ["active"]): Promise<string> {
  const id = newId();
  let { version } = made(await champion.ask("POST", "/cycles", { id, ...quarter, ...body }));
  for (const state of states)
    version = made(await champion.ask("PUT", `/cycles/${id}/state`, { version, state, withOpen: true })).version;
  return id;
}

/** An objective of the team Product, made and owned by its lead. */
export async function newObjective(
  { member, team }: Organisation,
  cycleId: string,
  body: Body = {},
  by: Person = member,
) {
  const place = body.level === undefined || body.level === "team" ? { level: "team", teamId: team.id } : {};
  return made(
    await by.ask("POST", "/objectives", {
      id: newId(),
      cycleId,
      title: "Clinics start unaided",
      ownerId: member.id,
      ...place,
      ...body,
    }),
  );
}

export async function newKeyResult(
  { member }: Organisation,
  objectiveId: string,
  body: Body = {},
  by: Person = member,
) {
  const metric = {
    title: "Clinics that finish setup unaided",
    ownerId: member.id,
    measure: { kind: "metric", start: "0", target: "100" },
  };
  return made(await by.ask("POST", `/objectives/${objectiveId}/key-results`, { id: newId(), ...metric, ...body }));
}

export async function newSupport(
  { champion }: Organisation,
  objectiveId: string,
  parent: { kind: string; id: string },
  body: Body = {},
) {
  return made(
    await champion.ask("POST", "/supports", { id: newId(), objectiveId, parent, mode: "contributes", ...body }),
  );
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers freely; the contract's types are tested apart.
function made({ status, body }: { status: number; body: any }) {
  if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
