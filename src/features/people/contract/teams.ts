import { z } from "zod";
import {
  administrators,
  allButGuests,
  Done,
  everyRole,
  Id,
  Name,
  operation,
  Version,
} from "../../../platform/contract.ts";
import { manage, Named, Role } from "./words.ts";

const teamCan = z.object({ edit: z.boolean(), changeMembers: z.boolean() });
const TeamInTree = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  lead: Named.nullable(),
  /** Members who are here; guests and deactivated ones are left out. */
  members: z.number(),
  /** The same with every team below, each person once. */
  membersWithBelow: z.number(),
  version: z.number(),
  can: teamCan,
});
const Team = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  /** The teams above, from the top. */
  path: z.array(Named),
  lead: Named.nullable(),
  members: z.array(z.object({ id: Id, name: z.string(), role: Role, place: z.string(), timeZone: z.string() })),
  version: z.number(),
  can: teamCan,
});

export const teams = {
  list: operation({
    method: "GET",
    path: "/teams",
    summary: "Read the whole tree of teams",
    tag: "People",
    may: everyRole,
  }).output(
    z.object({
      items: z.array(TeamInTree),
      /** Of the whole organisation; null for a guest. */
      counts: z.object({ members: z.number(), guests: z.number() }).nullable(),
      can: z.object({ create: z.boolean() }),
    }),
  ),
  get: operation({
    method: "GET",
    path: "/teams/{id}",
    summary: "Read one team with its members",
    tag: "People",
    may: everyRole,
  })
    .input(z.object({ id: Id }))
    .output(Team),
  create: operation({ method: "POST", path: "/teams", summary: "Add a team", ...manage, may: administrators })
    .input(z.object({ id: Id, name: Name, parentId: Id.nullable().default(null), leadId: Id.nullable().default(null) }))
    .output(Team),
  update: operation({
    method: "PATCH",
    path: "/teams/{id}",
    summary: "Rename a team, move it or change its lead",
    ...manage,
    may: administrators,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        name: Name.optional(),
        parentId: Id.nullable().optional(),
        leadId: Id.nullable().optional(),
      }),
    )
    .output(Team),
  remove: operation({
    method: "DELETE",
    path: "/teams/{id}",
    summary: "Remove a team that has no objectives and no teams below it",
    ...manage,
    may: administrators,
  })
    .input(z.object({ id: Id }))
    .output(Done),
  addMember: operation({
    method: "PUT",
    path: "/teams/{id}/members/{memberId}",
    summary: "Add a member to a team",
    description: "Owner, admins, and whoever leads the team or one above it.",
    tag: "People",
    may: allButGuests,
  })
    .input(z.object({ id: Id, memberId: Id }))
    .output(Team),
  removeMember: operation({
    method: "DELETE",
    path: "/teams/{id}/members/{memberId}",
    summary: "Take a member out of a team",
    tag: "People",
    may: allButGuests,
  })
    .input(z.object({ id: Id, memberId: Id }))
    .output(Team),
};
