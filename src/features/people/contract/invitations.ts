import { z } from "zod";
import { administrators, Done, Id, Instant, operation, PageInput, pageOf } from "../../../platform/contract.ts";
import { Line, manage, Named, Role } from "./words.ts";

const Email = z
  .string({ error: "an e-mail address, such as mei.tan@osier.example" })
  .trim()
  .toLowerCase()
  .max(254, { error: "an e-mail address of at most 254 characters" })
  .pipe(z.email({ error: "an e-mail address, such as mei.tan@osier.example" }));

const Invitation = z.object({
  id: Id,
  email: z.string(),
  name: z.string(),
  role: Role,
  team: Named.nullable(),
  state: z.enum(["open", "ended", "accepted", "withdrawn"]),
  expiresAt: Instant,
  createdAt: Instant,
  invitedBy: Named,
  can: z.object({ renew: z.boolean(), withdraw: z.boolean() }),
});
/** The link is told once, to be copied; only its hash is kept. */
const InvitationWithLink = Invitation.extend({ link: z.string().nullable() });

export const invitations = {
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
        name: Line.default(""),
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
};
