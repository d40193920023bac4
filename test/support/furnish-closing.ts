/** A cycle that is closing, one that is closed with a grade, and the next one, through the product's own operations. */
import { newId } from "../../src/platform/ids.ts";
import { secret, told } from "./furnish.ts";
import type { Ask, Organisation } from "./house.ts";
import type { Ids } from "./inputs.ts";

async function cycleIn(ask: Ask, body: object, states: string[]): Promise<string> {
  const id = newId();
  const { version } = await told(ask, "POST", "/cycles", { id, kind: "quarter", ...body });
  await become(ask, id, version, states);
  return id;
}

async function become(ask: Ask, id: string, version: number, states: string[]) {
  let now = version;
  for (const state of states)
    now = (await told(ask, "PUT", `/cycles/${id}/state`, { version: now, state, withOpen: true })).version;
}

async function objectiveIn(ask: Ask, cycleId: string, teamId: string, title: string): Promise<string> {
  const id = newId();
  await told(ask, "POST", "/objectives", { id, cycleId, title: `${secret}: ${title}`, level: "team", teamId });
  return id;
}

export async function furnishClosing({ owner, member, team }: Organisation): Promise<Ids> {
  const { ask } = owner;
  const closingCycle = await cycleIn(ask, { name: "Q4 2026", startsOn: "2026-10-05", endsOn: "2027-01-03" }, [
    "active",
    "closing",
  ]);
  const gradedObjective = await objectiveIn(ask, closingCycle, team.id, "objective to close");
  const closingObjective = await objectiveIn(ask, closingCycle, team.id, "objective to grade");
  const closingKeyResult = newId();
  await told(ask, "POST", `/objectives/${closingObjective}/key-results`, {
    id: closingKeyResult,
    title: `${secret}: key result to grade`,
    ownerId: member.id,
    measure: { kind: "metric", start: "0", target: "10" },
  });
  const closedCycle = await cycleIn(ask, { name: "Q3 2026", startsOn: "2026-07-06", endsOn: "2026-10-04" }, [
    "active",
    "closing",
  ]);
  const closedObjective = await objectiveIn(ask, closedCycle, team.id, "objective that was closed");
  await told(ask, "PUT", `/objectives/${closedObjective}/closure`, {
    ...{ version: 0, score: "0.7", next: "keep", note: secret, learned: secret },
  });
  await become(ask, closedCycle, 3, ["closed"]);
  const laterCycle = await cycleIn(ask, { name: "Q3 2027", startsOn: "2027-06-28", endsOn: "2027-09-26" }, []);
  const retrospective = newId();
  await told(ask, "POST", "/retrospectives", {
    id: retrospective,
    cycleId: closingCycle,
    named: true,
  });
  await told(member.ask, "PUT", `/retrospectives/${retrospective}/note`, { version: 0, helped: secret });
  return {
    ...{ closingCycle, gradedObjective, closingObjective, closingKeyResult },
    ...{ closedCycle, closedObjective, laterCycle, retrospectives: retrospective },
  };
}
