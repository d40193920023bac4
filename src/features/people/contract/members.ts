import { z } from "zod";
import {
  administrators,
  everyRole,
  Id,
  Instant,
  Name,
  operation,
  PageInput,
  pageOf,
  TimeZone,
  Version,
} from "../../../platform/contract.ts";
import { Line, manage, Named, Role } from "./words.ts";

const hoursExpected =
  'for each weekday from "1" (Monday) to "7" that is worked its start and end, such as ["09:00", "17:00"]';
const Hour = z.string({ error: hoursExpected }).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: hoursExpected });
const Hours = z.tuple([Hour, Hour], { error: hoursExpected }).refine(([start, end]) => start < end, {
  error: "a start before its end",
});
/** ISO weekday → start and end, local time. A weekday that is absent is not worked. */
const WorkingHours = z.partialRecord(z.enum(["1", "2", "3", "4", "5", "6", "7"]), Hours, { error: hoursExpected });

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
const MemberInList = z.object(memberInLists);
const Member = z.object({
  ...memberInLists,
  leads: z.array(Named),
  workingHours: WorkingHours,
  /** Whether single letters are shortcuts; null unless it is your own. */
  singleKeys: z.boolean().nullable(),
});

export const members = {
  list: operation({ method: "GET", path: "/members", summary: "List members by name", tag: "People", may: everyRole })
    .input(
      z.object({
        search: Line.default("").describe("Part of a name or e-mail address"),
        team: Id.optional().describe("Only members of this team"),
        role: Role.optional(),
        deactivated: z.stringbool().default(false).describe("Those who left, instead of those who are here"),
        ...PageInput,
      }),
    )
    .output(pageOf(MemberInList)),
  get: operation({ method: "GET", path: "/members/{id}", summary: "Read one member", tag: "People", may: everyRole })
    .input(z.object({ id: Id }))
    .output(Member),
  update: operation({
    method: "PATCH",
    path: "/members/{id}",
    summary: "Change a member's profile",
    description: "Your own whole; owner and admins may correct another member's name.",
    tag: "People",
    may: everyRole,
  })
    .input(
      z.object({
        id: Id,
        version: Version,
        name: Name.optional(),
        timeZone: TimeZone.optional(),
        workingHours: WorkingHours.optional(),
        place: Line.optional(),
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
};
