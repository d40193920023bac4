/** What an import would make of the organisation, decided on the rows just loaded. */
import type { Tx } from "../../../platform/database/database.ts";
import type { Viewer } from "../../../platform/http/context.ts";
import { newId } from "../../../platform/ids.ts";
import { notAllowed, refused } from "../../../platform/refusals.ts";
import { mayCreateTeams, mayGiveRole } from "../../people/public.ts";
import type { ChosenFix } from "../fixing.ts";
import { type AskedToMake, type ToMake, toMake, withMade } from "../missing.ts";
import { placed } from "../placed.ts";
import { type Choices, type Plan, planImport } from "../plan.ts";
import { addressesTaken, whatIsThere } from "../queries/there.ts";
import type { Read } from "./reading.ts";

/** What a person has said about the names and places in the file. */
export interface AskedChoices {
  cycleId: string | null;
  fixes: readonly (ChosenFix & { objectiveId: string | null })[];
  members: Readonly<Record<string, string>>;
  teams: Readonly<Record<string, string>>;
  cycles: Readonly<Record<string, string>>;
  create: AskedToMake;
}

export interface Planned {
  plan: Plan;
  make: ToMake;
  /** Missing before anything of it is made: what is offered. */
  missing: Plan["missing"];
  withoutCycle: number;
  /** Said of each row by earlier imports, by its key. */
  sources: Awaited<ReturnType<typeof whatIsThere>>["sources"];
}

type There = Awaited<ReturnType<typeof whatIsThere>>;

/** Refuses ids that name nothing here, and what the viewer may not make. */
export async function planned(tx: Tx, viewer: Viewer, { draft }: Read, asked: AskedChoices): Promise<Planned> {
  const there = await whatIsThere(tx, viewer);
  mustBeThere(there, asked);
  const choices = { ...choicesFrom(asked), ...(await sameAddresses(tx, asked)) };
  const first = planImport(draft, there, choices);
  const make = toMake(first.missing, asked.create, newId);
  mayMake(viewer, make);
  const after = withMade(there, choices, make);
  const closed = new Set(there.cycles.filter(({ state }) => state === "closed").map(({ id }) => id));
  const plan = placed(planImport(draft, after.existing, after.choices), closed);
  return { plan, make, missing: first.missing, withoutCycle: first.withoutCycle, sources: there.sources };
}

function choicesFrom({ cycleId, members, teams, cycles, fixes }: AskedChoices): Choices {
  const placing = fixes.filter(({ fix }) => fix === "connect" || fix === "bring-in");
  const parents = Object.fromEntries(placing.map(({ line, objectiveId }) => [line, objectiveId]));
  return { cycleId, members, teams, cycles, parents };
}

/** Whoever has the address that was given for a new member is who was meant; a former member's is refused. */
async function sameAddresses(tx: Tx, { members, create }: AskedChoices): Promise<Pick<Choices, "members">> {
  if (create.members.length === 0) return {};
  const taken = await addressesTaken(tx);
  const given = create.members.map(({ email }) => email.toLowerCase());
  const wrong = create.members.flatMap(({ email }, at) => {
    const field = `create.members.${at}.email`;
    const twice = given.indexOf(email.toLowerCase()) !== at;
    if (taken.get(email.toLowerCase())?.here === false)
      return [
        { field, expected: "an address that nobody had before", todo: "Let its member back in, or use another." },
      ];
    if (taken.get(email.toLowerCase())?.isGuest)
      return [{ field, expected: "a member who is no guest", todo: "Leave the guest out, or use another address." }];
    return twice ? [{ field, expected: "an address of its own", todo: "Give each new member another address." }] : [];
  });
  if (wrong.length > 0) throw refused(...wrong);
  const known = create.members.flatMap(({ written, email }) => {
    const member = taken.get(email.toLowerCase());
    return member ? [[written, member.id] as const] : [];
  });
  return { members: { ...members, ...Object.fromEntries(known) } };
}

function mustBeThere(there: There, { cycleId, members, teams, cycles, fixes }: AskedChoices): void {
  const ids = (known: readonly { id: string }[]) => new Set(known.map(({ id }) => id));
  const [here, allTeams, allCycles, objectives] = [there.members, there.teams, there.cycles, there.objectives].map(ids);
  const named = (field: string, chosen: Readonly<Record<string, string>>, known: Set<string> | undefined) =>
    Object.entries(chosen).flatMap(([written, id]) => (known?.has(id) ? [] : [`${field}.${written}`]));
  const connected = fixes.flatMap(({ objectiveId }, at) =>
    objectiveId === null || objectives?.has(objectiveId) ? [] : [`fixes.${at}.objectiveId`],
  );
  const wrong = [
    ...(cycleId === null || allCycles?.has(cycleId) ? [] : ["cycleId"]),
    ...named("members", members, here),
    ...named("teams", teams, allTeams),
    ...named("cycles", cycles, allCycles),
    ...connected,
  ];
  if (wrong.length === 0) return;
  const [expected, todo] = ["one that is there", "Read the list again and choose one of it."];
  throw refused(...wrong.map((field) => ({ field, expected, todo })));
}

export function canMake({ role }: Viewer) {
  return { createMembers: mayGiveRole(role, "member"), createTeams: mayCreateTeams(role) };
}

function mayMake(viewer: Viewer, { members, teams }: ToMake): void {
  const can = canMake(viewer);
  if (members.length > 0 && !can.createMembers) throw notAllowed("Ask an owner or admin to add the members first.");
  if (teams.length > 0 && !can.createTeams) throw notAllowed("Ask an owner or admin to add the teams first.");
}
