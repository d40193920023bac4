/** Who is covered by what on a day, in the past as well, and who was let out of it. */
import { z } from "zod";
import { allButGuests, Done, Id, Instant, operation, PlainDate } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { Chosen, Kind, Office, Reason } from "./words.ts";

const tag = "Policies";
const common = { tag, may: allButGuests } as const;

const Covering = z.object({
  id: Id,
  kind: Kind,
  title: z.string(),
  rule: z.string(),
  office: Office,
  decidesOn: PlainDate,
});

const Exception = z.object({
  id: Id,
  policyId: Id,
  member: Named,
  approver: Named,
  /** For who approved, whom it is about and who keeps the policy; null for others. */
  reason: z.string().nullable(),
  from: PlainDate,
  to: PlainDate.nullable(),
  createdAt: Instant,
  can: z.object({ end: z.boolean() }),
});

export const coverage = {
  mine: operation({
    method: "GET",
    path: "/policy-coverage",
    summary: "Read which policies cover you on a day",
    ...common,
  })
    .input(z.object({ day: PlainDate.optional().describe("Left out: today") }))
    .output(
      z.object({
        day: PlainDate,
        /** null: no arrangement covers you. */
        arrangement: Covering.nullable(),
        rules: z.array(Covering),
        /** Policies that would cover you on that day, but for an exception. */
        exceptions: z.array(z.object({ policy: Covering, exception: Exception })),
      }),
    ),
  of: operation({
    method: "GET",
    path: "/policies/{id}/coverage",
    summary: "Read whom a policy covers on a day",
    description:
      "Counts for everybody. Names for who keeps the policy; a lead reads those of their own teams. Where home sites decide, all but the total is for who keeps it, and the total for everybody from five on. Of a draft: whom it would cover.",
    ...common,
  })
    .input(
      z.object({ id: Id, day: PlainDate.optional().describe("Left out: today, or its start where that is later") }),
    )
    .output(
      z.object({
        day: PlainDate,
        /** null where home sites decide, fewer than five are covered and the reader does not keep it. */
        covered: z.number().nullable(),
        /** In the scope and let out by an exception; null where home sites decide and the reader does not keep it. */
        excepted: z.number().nullable(),
        /** Members of the teams it is compared with who are not covered; null as above. */
        others: z.number().nullable(),
        /** Everybody who is here, guests left out. */
        everybody: z.number(),
        /** Teams with somebody covered, each by those who belong to it; none where home sites decide, as above. */
        teams: z.array(Named.extend({ covered: z.number(), members: z.number() })),
        /** Of those whose names the reader may know, the first 500 by name. */
        people: z.array(Named),
        /** Covered by another arrangement too, since they changed teams: the one that began first holds. */
        twice: z.array(z.object({ member: Named, policy: z.object({ id: Id, title: z.string() }) })),
      }),
    ),
};

export const exceptions = {
  list: operation({
    method: "GET",
    path: "/policies/{policyId}/exceptions",
    summary: "List who was let out of a policy, as far as it is yours to know",
    ...common,
  })
    .input(z.object({ policyId: Id }))
    .output(z.object({ items: z.array(Exception) })),
  create: operation({
    method: "POST",
    path: "/policies/{policyId}/exceptions",
    summary: "Let a member out of a policy",
    ...common,
  })
    .input(
      z.object({
        id: Id,
        policyId: Id,
        memberId: Chosen,
        approverId: Id.optional().describe("Who agreed; left out: you"),
        reason: Reason,
        from: PlainDate,
        to: PlainDate.nullable().default(null).describe("The last day; null: until further notice"),
      }),
    )
    .output(Exception),
  end: operation({
    method: "DELETE",
    path: "/policies/{policyId}/exceptions/{id}",
    summary: "End an exception: its days until today stay",
    ...common,
  })
    .input(z.object({ policyId: Id, id: Id }))
    .output(Done),
};
