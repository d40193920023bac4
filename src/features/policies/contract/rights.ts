/** Who may write policies: the owners, and whom they give the right by name. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, ownerOnly } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";

const tag = "Policies";
const Rights = z.object({
  items: z.array(z.object({ member: Named, grantedBy: Named, at: Instant })),
  /** Whether you may write policies, and whether you may give that right. */
  can: z.object({ write: z.boolean(), grant: z.boolean() }),
});
const grant = { tag, scope: "manage", may: ownerOnly } as const;

export const rights = {
  list: operation({
    method: "GET",
    path: "/policy-rights",
    summary: "List who was given the right to policies",
    tag,
    may: allButGuests,
  }).output(Rights),
  give: operation({
    method: "PUT",
    path: "/policy-rights/{memberId}",
    summary: "Give a member the right to policies",
    description: "To write, seal, amend and decide. Owners have it; everybody else is given it by name.",
    ...grant,
  })
    .input(z.object({ memberId: Id }))
    .output(Rights),
  take: operation({
    method: "DELETE",
    path: "/policy-rights/{memberId}",
    summary: "Take the right to policies back",
    ...grant,
  })
    .input(z.object({ memberId: Id }))
    .output(Rights),
};
