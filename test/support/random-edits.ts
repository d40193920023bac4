/** Random edits of what the alignment of work counts, made through the contract: objectives, links, energy, teams, people. */
import fc from "fast-check";
import { expect } from "vitest";
import { newId } from "../../src/platform/ids.ts";
import type { House, Organisation } from "./house.ts";
import { newCycle } from "./okrs.ts";

/** What is edited, each thing by where it stands in its list. */
export interface World {
  osier: Organisation;
  cycles: string[];
  teams: string[];
  members: string[];
  imperatives: string[];
  objectives: string[];
  keyResults: string[];
  supports: string[];
}

type Edit = (world: World) => Promise<unknown>;

const at = (ids: readonly string[], index: number) => ids[index % ids.length] ?? newId();

/** As whoever may everything; a refusal (a circle, a weight, a state that does not follow) is an answer too. */
async function tell({ osier }: World, method: string, path: string, body?: unknown) {
  const answer = await osier.owner.ask(method, path, body);
  expect([path, answer.status]).toEqual([path, expect.toSatisfy((status: number) => status < 500)]);
  return answer;
}

/** Makes something and remembers it where it was not refused. */
async function make(world: World, list: keyof Omit<World, "osier">, path: string, body: object) {
  const id = newId();
  const { status } = await tell(world, "POST", path, { id, ...body });
  if (status === 200) world[list].push(id);
}

/** Changes what is there, from the version that stands there now. */
async function change(world: World, path: string, body: object, method = "PATCH", to = path) {
  const { body: now } = await tell(world, "GET", path);
  return tell(world, method, to, { version: now.version ?? 1, ...body });
}

const index = fc.nat(20);
const energy = fc.constantFrom(null, "0", "12.5", "40", "100");
const level = fc.constantFrom("company", "team", "personal");
const objectiveState = fc.constantFrom("open", "paused", "postponed", "dropped", "closed");
const measure = fc.constantFrom<object>(
  { kind: "metric", start: "0", target: "100" },
  { kind: "threshold", operator: "above", target: "9" },
  { kind: "contributions" },
  { kind: "done" },
  { kind: "baseline" },
);

const edits: fc.Arbitrary<{ says: string; edit: Edit }>[] = [
  fc.tuple(index, index, level, energy, fc.boolean()).map(([cycle, owner, of, stated, isUpkeep]) => ({
    says: `a ${of} objective`,
    edit: (world) =>
      make(world, "objectives", "/objectives", {
        cycleId: at(world.cycles, cycle),
        level: of,
        title: `Objective ${world.objectives.length}`,
        teamId: of === "team" ? at(world.teams, owner) : null,
        ownerId: at(world.members, owner),
        energy: stated,
        upkeep: isUpkeep,
        private: of === "personal" && isUpkeep,
      }),
  })),
  fc.tuple(index, index, fc.boolean(), measure).map(([objective, owner, isOwned, how]) => ({
    says: "a key result",
    edit: (world) =>
      make(world, "keyResults", `/objectives/${at(world.objectives, objective)}/key-results`, {
        title: `Key result ${world.keyResults.length}`,
        ownerId: isOwned ? at(world.members, owner) : null,
        measure: how,
      }),
  })),
  ...["objective", "key-result", "imperative"].map((kind) =>
    fc.tuple(index, index, fc.boolean()).map(([from, to, counts]) => ({
      says: `a link to an ${kind}`,
      edit: (world: World) => {
        const places = { objective: world.objectives, "key-result": world.keyResults, imperative: world.imperatives };
        const parent = { kind, id: at(places[kind as keyof typeof places], to) };
        const mode = counts ? "contributes" : "supports";
        return make(world, "supports", "/supports", { objectiveId: at(world.objectives, from), parent, mode });
      },
    })),
  ),
  index.map((support) => ({
    says: "a link taken away",
    edit: (world) => tell(world, "DELETE", `/supports/${at(world.supports, support)}`),
  })),
  fc.tuple(index, fc.boolean()).map(([support, counts]) => ({
    says: "a link that counts, or does not",
    edit: async (world: World) => {
      const path = `/supports/${at(world.supports, support)}`;
      return tell(world, "PATCH", path, { version: 1, mode: counts ? "contributes" : "supports" });
    },
  })),
  fc.tuple(index, energy, fc.boolean()).map(([objective, stated, isUpkeep]) => ({
    says: "energy",
    edit: (world) =>
      change(world, `/objectives/${at(world.objectives, objective)}`, { energy: stated, upkeep: isUpkeep }),
  })),
  fc.tuple(index, index, level).map(([objective, team, of]) => ({
    says: "an objective of another team",
    edit: (world) =>
      change(world, `/objectives/${at(world.objectives, objective)}`, {
        level: of,
        teamId: of === "team" ? at(world.teams, team) : null,
        ownerId: at(world.members, team),
        private: false,
      }),
  })),
  fc.tuple(index, objectiveState).map(([objective, state]) => ({
    says: `an objective ${state}`,
    edit: (world) => {
      const path = `/objectives/${at(world.objectives, objective)}`;
      return change(world, path, { state, reason: "Because" }, "PUT", `${path}/state`);
    },
  })),
  fc.tuple(index, fc.constantFrom("open", "dropped", "postponed")).map(([keyResult, state]) => ({
    says: `a key result ${state}`,
    edit: (world) => {
      const path = `/key-results/${at(world.keyResults, keyResult)}`;
      return change(world, path, { state, reason: "Because" }, "PUT", `${path}/state`);
    },
  })),
  fc.tuple(index, index, fc.boolean()).map(([keyResult, owner, isOwned]) => ({
    says: "an owner of a key result",
    edit: (world) =>
      change(world, `/key-results/${at(world.keyResults, keyResult)}`, {
        ownerId: isOwned ? at(world.members, owner) : null,
      }),
  })),
  fc.tuple(index, fc.nat(30)).map(([keyResult, value]) => ({
    says: "a check-in",
    edit: (world) =>
      tell(world, "POST", `/key-results/${at(world.keyResults, keyResult)}/check-ins`, {
        id: newId(),
        value: String(value),
        confidence: 5,
      }),
  })),
  fc.tuple(index, fc.boolean()).map(([which, isKeyResult]) => ({
    says: "something removed",
    edit: (world) => {
      const path = isKeyResult
        ? `/key-results/${at(world.keyResults, which)}`
        : `/objectives/${at(world.objectives, which)}`;
      return tell(world, "DELETE", path, { everything: true });
    },
  })),
  fc.tuple(index, fc.boolean()).map(([imperative, isBack]) => ({
    says: isBack ? "an imperative taken up again" : "an imperative archived",
    edit: async (world) => {
      const id = at(world.imperatives, imperative);
      const path = `/imperatives/${id}/archiving`;
      if (isBack) return tell(world, "DELETE", path);
      const { body } = await tell(world, "GET", "/imperatives");
      const version = body.items.find((each: { id: string }) => each.id === id)?.version ?? 1;
      return tell(world, "POST", path, { version });
    },
  })),
  fc.tuple(index, index, fc.boolean()).map(([team, parent, isTop]) => ({
    says: "a team moved",
    edit: (world) =>
      change(world, `/teams/${at(world.teams, team)}`, { parentId: isTop ? null : at(world.teams, parent) }),
  })),
  fc.tuple(index, index, fc.boolean()).map(([team, member, isGoing]) => ({
    says: isGoing ? "somebody leaves a team" : "somebody joins a team",
    edit: (world) =>
      tell(world, isGoing ? "DELETE" : "PUT", `/teams/${at(world.teams, team)}/members/${at(world.members, member)}`),
  })),
  fc.tuple(index, fc.boolean()).map(([member, isBack]) => ({
    says: isBack ? "somebody comes back" : "somebody leaves",
    edit: (world) => tell(world, isBack ? "DELETE" : "POST", `/members/${at(world.members, member)}/deactivation`),
  })),
  fc.tuple(index, fc.constantFrom("member", "guest", "admin")).map(([member, role]) => ({
    says: `somebody becomes ${role}`,
    edit: (world) => {
      const path = `/members/${at(world.members, member)}`;
      return change(world, path, { role }, "PUT", `${path}/role`);
    },
  })),
];

/** Edits one after the other. */
export const story = fc.array(fc.oneof(...edits), { minLength: 8, maxLength: 30, size: "max" });

/** Two teams with two below, an imperative that a line of three objectives leads to, another, and a cycle to come. */
export async function newWorld(house: House): Promise<World> {
  const osier = await house.organisation();
  const cycles = [
    await newCycle(osier),
    await newCycle(osier, { name: "Q2 2027", startsOn: "2027-04-05", endsOn: "2027-06-27" }, []),
  ];
  const world: World = {
    osier,
    cycles,
    teams: [osier.team.id, osier.otherTeam.id],
    members: [osier.member.id, osier.colleague.id, osier.champion.id],
    imperatives: [],
    objectives: [],
    keyResults: [],
    supports: [],
  };
  for (const priorityShare of [60, 40])
    await make(world, "imperatives", "/imperatives", { statement: `Imperative ${priorityShare}`, priorityShare });
  for (const name of ["Clinic success", "Onboarding"]) await make(world, "teams", "/teams", { name });
  for (const level of ["company", "team", "team"])
    await make(world, "objectives", "/objectives", {
      cycleId: cycles[0],
      level,
      title: "To begin with",
      teamId: level === "team" ? osier.team.id : null,
      energy: "40",
    });
  const [top = "", middle = "", end = ""] = world.objectives;
  for (const [objective, kind] of [
    [top, "contributions"],
    [middle, "done"],
    [end, "baseline"],
  ])
    await make(world, "keyResults", `/objectives/${objective}/key-results`, {
      title: "To begin with",
      measure: { kind },
    });
  for (const [objectiveId, kind, id] of [
    [top, "imperative", world.imperatives[0]],
    [middle, "key-result", world.keyResults[0]],
    [end, "objective", middle],
  ])
    await make(world, "supports", "/supports", { objectiveId, parent: { kind, id }, mode: "supports" });
  return world;
}
