import { z } from "zod";
import { everyRole, Id, operation, YesNo } from "../../../platform/contract.ts";

export const search = operation({
  method: "GET",
  path: "/search",
  summary: "Find by the words of a title, or how they begin",
  tag: "Search",
  may: everyRole,
})
  .input(
    z.object({
      q: z.string().trim().max(200),
      limit: z.coerce.number().int().min(1).max(20).default(20),
      asParent: YesNo.default(false).describe(
        "true: only what an objective can be linked to, in cycles that are not closed",
      ),
      takesCheckIns: YesNo.default(false).describe("true: only key results that take check-ins now"),
    }),
  )
  .output(
    z.object({
      items: z.array(
        z.object({
          /** "objective", "key-result", … */
          kind: z.string(),
          id: Id,
          title: z.string(),
          /** Where it is found, for what is not a page of its own. */
          objectiveId: Id.nullable(),
        }),
      ),
    }),
  );
