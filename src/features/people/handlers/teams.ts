import type { Tx } from "../../../platform/database/database.ts";
import { bodyHash, changesBetween, sameCreate, sameVersion } from "../../../platform/edits.ts";
import type { RequestContext, Viewer } from "../../../platform/http/context.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notAllowed, notFound, refused } from "../../../platform/refusals.ts";
import { people } from "../contract.ts";
import { teamChanged, teamCreated, teamMemberAdded, teamMemberRemoved, teamRemoved } from "../events.ts";
import { mayCreateTeams, maySeeTeam, teamCan, teamsInSight } from "../permissions.ts";
import { headcount, memberById } from "../queries/members.ts";
import { holdOrganisation } from "../queries/organisation.ts";
import {
  changeTeam,
  deleteTeam,
  deleteTeamMember,
  everMembersOf,
  insertTeam,
  insertTeamMember,
  nameIsTaken,
  parentsOfTeams,
  teamById,
  teamsAbove,
  treeOfTeams,
} from "../queries/teams.ts";
import { wouldCircle } from "../team-tree.ts";

const os = keeps(people.teams);

export const teams = os.router({
  list: os.list.handler(({ context }) =>
    context.read(async (tx) => {
      const { viewer } = context;
      const everything = teamsInSight(viewer) === "all";
      const rows = (await treeOfTeams(tx)).filter((team) => maySeeTeam(viewer, team.id));
      return {
        items: rows.map((team) => ({
          ...team,
          parentId: team.parentId && maySeeTeam(viewer, team.parentId) ? team.parentId : null,
          membersWithBelow: everything ? team.membersWithBelow : team.members,
          can: teamCan(viewer, team.id),
        })),
        counts: everything ? await headcount(tx) : null,
        can: { create: mayCreateTeams(viewer.role) },
      };
    }),
  ),

  get: os.get.handler(({ input, context }) => context.read((tx) => presentTeam(tx, input.id, context.viewer))),

  create: os.create.handler(({ input, context }) =>
    changingTheTree(context, async (tx) => {
      await addTeam(tx, input);
      return presentTeam(tx, input.id, context.viewer);
    }),
  ),

  update: os.update.handler(({ input, context }) =>
    changingTheTree(context, async (tx) => {
      const { id, version, ...wanted } = input;
      const before = found(await teamById(tx, id));
      const changes = changesBetween(before, wanted);
      sameVersion(before, version, wanted);
      if (Object.keys(changes).length > 0) {
        if (changes.parentId) await mustHangFrom(tx, id, wanted.parentId ?? null);
        if (changes.leadId) await mustBeAbleToLead(tx, wanted.leadId ?? null);
        if (changes.name || changes.parentId) await mustBeNamedApart(tx, { ...before, ...defined(wanted) });
        await changeTeam(tx, id, wanted);
        await tx.record(teamChanged(id, changes));
      }
      return presentTeam(tx, id, context.viewer);
    }),
  ),

  remove: os.remove.handler(({ input, context }) =>
    changingTheTree(context, async (tx) => {
      const team = found(await teamById(tx, input.id));
      const memberIds = await everMembersOf(tx, input.id);
      const { heldBy } = await deleteTeam(tx, input.id);
      if (heldBy !== null) throw stillNeeded(team.name, heldBy);
      await tx.record(teamRemoved(input.id, { name: team.name, parentId: team.parentId, memberIds }));
      return { done: true as const };
    }),
  ),

  addMember: os.addMember.handler(({ input, context }) =>
    changingMembers(context, input.id, async (tx) => {
      const member = await memberById(tx, everyone, input.memberId);
      if (!member) throw notFound();
      if (member.deactivatedAt) {
        throw refused({ field: "memberId", expected: "a member who is here", todo: "Let them back in first." });
      }
      if (await insertTeamMember(tx, input.id, input.memberId))
        await tx.record(teamMemberAdded(input.id, input.memberId));
    }),
  ),

  removeMember: os.removeMember.handler(({ input, context }) =>
    changingMembers(context, input.id, async (tx) => {
      if (!(await memberById(tx, everyone, input.memberId))) throw notFound();
      if (await deleteTeamMember(tx, input.id, input.memberId))
        await tx.record(teamMemberRemoved(input.id, input.memberId));
    }),
  ),
});

/** Changes of the tree take turns, so that two moves cannot close a circle together. */
async function changingTheTree<T>(context: RequestContext, change: (tx: Tx) => Promise<T>): Promise<T> {
  const answer = await context.write(async (tx) => {
    await holdOrganisation(tx);
    return change(tx);
  });
  context.services.forgetViewers(context.viewer.organisationId);
  return answer;
}

async function changingMembers(context: RequestContext, teamId: string, change: (tx: Tx) => Promise<void>) {
  const { viewer } = context;
  const team = await context.write(async (tx) => {
    found(await teamById(tx, teamId));
    if (!teamCan(viewer, teamId).changeMembers) throw notAllowed("Ask the team's lead, the owner or an admin.");
    await change(tx);
    return presentTeam(tx, teamId, viewer);
  });
  context.services.forgetViewers(viewer.organisationId);
  return team;
}

export interface NewTeam {
  id: string;
  name: string;
  parentId: string | null;
  leadId: string | null;
}

/** Adds a team and records it. The same again changes nothing; refuses an unknown parent or lead and a name its parent already has. */
export async function addTeam(tx: Tx, { id, ...body }: NewTeam): Promise<void> {
  await holdOrganisation(tx);
  const hash = bodyHash(body);
  const same = await teamById(tx, id);
  if (same) {
    sameCreate(same, hash);
    return;
  }
  await mustHangFrom(tx, id, body.parentId);
  await mustBeAbleToLead(tx, body.leadId);
  await mustBeNamedApart(tx, { id, ...body });
  if (await insertTeam(tx, { id, ...body, bodyHash: hash })) await tx.record(teamCreated(id, body));
  else sameCreate(await teamById(tx, id), hash);
}

async function mustHangFrom(tx: Tx, teamId: string, parentId: string | null) {
  if (parentId === null) return;
  const parents = await parentsOfTeams(tx);
  if (!parents.has(parentId)) {
    throw refused({
      field: "parentId",
      expected: "a team of this organisation",
      todo: "Choose one from the list of teams.",
    });
  }
  if (wouldCircle(parents, teamId, parentId)) {
    throw refused({
      field: "parentId",
      expected: "a team that is not below this one",
      todo: "Move the lower team out first.",
    });
  }
}

async function mustBeAbleToLead(tx: Tx, leadId: string | null) {
  if (leadId === null) return;
  const lead = await memberById(tx, everyone, leadId);
  if (!lead || lead.deactivatedAt || lead.role === "guest") {
    throw refused({ field: "leadId", expected: "a member who is here and no guest", todo: "Choose another lead." });
  }
}

async function mustBeNamedApart(tx: Tx, team: { id: string; name: string; parentId: string | null }) {
  if (!(await nameIsTaken(tx, team))) return;
  throw refused({ field: "name", expected: "a name that no team beside it has", todo: "Choose another name." });
}

/** What stands in the way, by the table that refers to the team. */
const holders: Record<string, [what: string, todo: string]> = {
  team: ["no teams below it", "Move or remove them first."],
  objective: ["no objectives", "Give them to another team first."],
  initiative: ["no initiatives", "Give them to another team first."],
  policy_team: ["no place in a sealed policy", "It stays, so that what was compared can be told."],
};

function stillNeeded(name: string, heldBy: string) {
  const [what, todo] = holders[heldBy] ?? ["nothing that belongs to it", "Give it to another team first."];
  return refused({ field: "id", expected: `a team with ${what}, and ${name} still has some`, todo });
}

const everyone = { teams: "all", self: "" } as const;

async function presentTeam(tx: Tx, id: string, viewer: Viewer) {
  const row = maySeeTeam(viewer, id) ? await teamById(tx, id) : undefined;
  const { body_hash: _, leadId: __, ...team } = found(row);
  const path = team.parentId && teamsInSight(viewer) === "all" ? await teamsAbove(tx, id) : [];
  const parentId = team.parentId && maySeeTeam(viewer, team.parentId) ? team.parentId : null;
  return { ...team, parentId, path, can: teamCan(viewer, id) };
}

function found<Row>(row: Row | undefined): Row {
  if (!row) throw notFound();
  return row;
}

function defined<T extends object>(wanted: T): Partial<T> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined)) as Partial<T>;
}
