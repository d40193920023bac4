/** Who belongs to the organisation: its settings, members and their roles, the tree of teams, invitations. */
import { z } from "zod";
import {
  administrators,
  allButGuests,
  Done,
  everyRole,
  Id,
  Instant,
  Name,
  operation,
  ownerOnly,
  PageInput,
  pageOf,
  roles,
  TimeZone,
  Version,
} from "../../platform/contract.ts";

const tag = "People";

export const Email = z
  .string({ error: "an e-mail address, such as mei.tan@osier.example" })
  .trim()
  .toLowerCase()
  .max(254, { error: "an e-mail address of at most 254 characters" })
  .pipe(z.email({ error: "an e-mail address, such as mei.tan@osier.example" }));

const Role = z.enum(roles, { error: `one of ${roles.join(", ")}` });
const Weekday = z.coerce.number({ error: "a weekday from 1 (Monday) to 7 (Sunday)" }).int().min(1).max(7);
const Month = z.coerce.number({ error: "a month from 1 (January) to 12 (December)" }).int().min(1).max(12);

export const statusRules = ["default", "pace-only", "ratio", "worst-key-result"] as const;
const StatusRule = z.enum(statusRules, { error: `one of ${statusRules.join(", ")}` });

const hoursExpected =
  'for each weekday from "1" (Monday) to "7" that is worked its start and end, such as ["09:00", "17:00"]';
const Hour = z.string({ error: hoursExpected }).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: hoursExpected });
const Hours = z.tuple([Hour, Hour], { error: hoursExpected }).refine(([start, end]) => start < end, {
  error: "a start before its end",
});
/** ISO weekday → start and end, local time. A weekday that is absent is not worked. */
export const WorkingHours = z.partialRecord(z.enum(["1", "2", "3", "4", "5", "6", "7"]), Hours);

const Named = z.object({ id: Id, name: z.string() });

export const Organisation = z.object({
  id: Id,
  name: z.string(),
  timeZone: z.string(),
  weekStartsOn: z.number(),
  fiscalYearStartMonth: z.number(),
  statusRule: StatusRule,
  demo: z.boolean(),
  version: z.number(),
  can: z.object({ edit: z.boolean(), changeRules: z.boolean(), remove: z.boolean() }),
});

const memberInLists = {
  id: Id,
  name: z.string(),
  email: z.string(),
  role: Role,
  place: z.string(),
  timeZone: z.string(),
  /** False for someone who was added by an import and never accepted an invitation. */
  signsIn: z.boolean(),
  deactivatedAt: Instant.nullable(),
  teams: z.array(Named),
  version: z.number(),
  can: z.object({
    editProfile: z.boolean(),
    rename: z.boolean(),
    /** Roles the viewer may give them, their present one left out. */
    giveRoles: z.array(Role),
    deactivate: z.boolean(),
    reactivate: z.boolean(),
  }),
};
export const MemberInList = z.object(memberInLists);
export const Member = z.object({
  ...memberInLists,
  leads: z.array(Named),
  workingHours: WorkingHours,
  /** Whether single letters are shortcuts; null unless it is your own. */
  singleKeys: z.boolean().nullable(),
});

const teamCan = z.object({ edit: z.boolean(), changeMembers: z.boolean() });
export const TeamInTree = z.object({
  id: Id,
  name: z.string(),
  parentId: Id.nullable(),
  lead: Named.nullable(),
  /** Members who are here, deactivated ones left out. */
  members: z.number(),
  /** The same with every team below, each person once. */
  membersWithBelow: z.number(),
  version: z.number(),
  can: teamCan,
});
export const Team = z.object({
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

export const invitationStates = ["open", "ended", "accepted", "withdrawn"] as const;
export const Invitation = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  role: Role,
  team: Named.nullable(),
  state: z.enum(invitationStates),
  expiresAt: Instant,
  createdAt: Instant,
  invitedBy: Named,
  can: z.object({ renew: z.boolean(), withdraw: z.boolean() }),
});
/** The link is told once, to be copied; only its hash is kept. */
const InvitationWithLink = Invitation.extend({ link: z.string().nullable() });

const manage = { tag, scope: "manage" } as const;

export const people = {
  organisation: {
    get: operation({
      method: "GET",
      path: "/organisation",
      summary: "Read the organisation's settings",
      tag,
      may: everyRole,
    }).output(Organisation),
    update: operation({
      method: "PATCH",
      path: "/organisation",
      summary: "Change the organisation's settings",
      description:
        "Name, time zone and first weekday: owner and admins. Fiscal year and status rule: owner and champions.",
      ...manage,
      may: ["owner", "admin", "champion"],
    })
      .input(
        z.object({
          version: Version,
          name: Name.optional(),
          timeZone: TimeZone.optional(),
          weekStartsOn: Weekday.optional(),
          fiscalYearStartMonth: Month.optional(),
          statusRule: StatusRule.optional(),
        }),
      )
      .output(Organisation),
    remove: operation({
      method: "POST",
      path: "/organisation/removal",
      summary: "Delete the organisation whole",
      description:
        "Everything it has is deleted, its people's accounts included where they belong to no other organisation.",
      ...manage,
      may: ownerOnly,
    })
      .input(z.object({ name: z.string().describe("The organisation's name, typed out") }))
      .output(Done),
  },

  members: {
    list: operation({ method: "GET", path: "/members", summary: "List members by name", tag, may: everyRole })
      .input(
        z.object({
          search: z.string().trim().max(120).default("").describe("Part of a name or e-mail address"),
          team: Id.optional().describe("Only members of this team"),
          role: Role.optional(),
          deactivated: z.stringbool().default(false).describe("Those who left, instead of those who are here"),
          ...PageInput,
        }),
      )
      .output(pageOf(MemberInList)),
    get: operation({ method: "GET", path: "/members/{id}", summary: "Read one member", tag, may: everyRole })
      .input(z.object({ id: Id }))
      .output(Member),
    update: operation({
      method: "PATCH",
      path: "/members/{id}",
      summary: "Change a member's profile",
      description: "Your own whole; owner and admins may correct another member's name.",
      tag,
      may: everyRole,
    })
      .input(
        z.object({
          id: Id,
          version: Version,
          name: Name.optional(),
          timeZone: TimeZone.optional(),
          workingHours: WorkingHours.optional(),
          place: z.string().trim().max(120).optional(),
          singleKeys: z.boolean().optional(),
        }),
      )
      .output(Member),
    setRole: operation({
      method: "PUT",
      path: "/members/{id}/role",
      summary: "Give a member another role",
      description: "Owners give every role, admins every role but owner. The last owner stays.",
      ...manage,
      may: administrators,
    })
      .input(z.object({ id: Id, version: Version, role: Role }))
      .output(Member),
    deactivate: operation({
      method: "POST",
      path: "/members/{id}/deactivation",
      summary: "Deactivate a member",
      description: "Their history stays; sessions, tokens and links end.",
      ...manage,
      may: administrators,
    })
      .input(z.object({ id: Id }))
      .output(Member),
    reactivate: operation({
      method: "DELETE",
      path: "/members/{id}/deactivation",
      summary: "Let a deactivated member back in",
      ...manage,
      may: administrators,
    })
      .input(z.object({ id: Id }))
      .output(Member),
  },

  teams: {
    list: operation({
      method: "GET",
      path: "/teams",
      summary: "Read the whole tree of teams",
      tag,
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
      tag,
      may: everyRole,
    })
      .input(z.object({ id: Id }))
      .output(Team),
    create: operation({ method: "POST", path: "/teams", summary: "Add a team", ...manage, may: administrators })
      .input(
        z.object({ id: Id, name: Name, parentId: Id.nullable().default(null), leadId: Id.nullable().default(null) }),
      )
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
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, memberId: Id }))
      .output(Team),
    removeMember: operation({
      method: "DELETE",
      path: "/teams/{id}/members/{memberId}",
      summary: "Take a member out of a team",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, memberId: Id }))
      .output(Team),
  },

  invitations: {
    list: operation({
      method: "GET",
      path: "/invitations",
      summary: "List invitations, the newest first",
      ...manage,
      may: administrators,
    })
      .input(
        z.object({
          closed: z.stringbool().default(false).describe("Accepted and withdrawn ones, instead of those that wait"),
          ...PageInput,
        }),
      )
      .output(pageOf(Invitation)),
    create: operation({
      method: "POST",
      path: "/invitations",
      summary: "Invite someone by e-mail",
      description: "The link works for 14 days. It is sent, and answered here once so that it can be copied.",
      ...manage,
      may: administrators,
    })
      .input(
        z.object({
          id: Id,
          email: Email,
          name: z.string().trim().max(120).default(""),
          role: Role,
          teamId: Id.nullable().default(null),
        }),
      )
      .output(InvitationWithLink),
    renew: operation({
      method: "POST",
      path: "/invitations/{id}/renewal",
      summary: "Send an invitation again with a new link",
      description: "The link before stops working.",
      ...manage,
      may: administrators,
    })
      .input(z.object({ id: Id }))
      .output(InvitationWithLink),
    withdraw: operation({
      method: "POST",
      path: "/invitations/{id}/withdrawal",
      summary: "Withdraw an invitation",
      ...manage,
      may: administrators,
    })
      .input(z.object({ id: Id }))
      .output(Done),
  },
};
