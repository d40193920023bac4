/** What happened: the history of one thing, and the audit of people, roles, tokens and settings. */
import { z } from "zod";
import { administrators, everyRole, Id, Instant, operation, PageInput } from "../../platform/contract.ts";

const tag = "Activity";

const Happened = z.object({
  id: Id,
  /** Such as "member-role-changed"; sentences.ts puts it in words. */
  kind: z.string(),
  subject: z.object({ kind: z.string(), id: Id }),
  /** The member who did it; null when the product did. */
  actor: z.object({ id: Id, name: z.string() }).nullable(),
  via: z.enum(["web", "api", "cli", "mcp", "import", "demo", "system"]),
  /** Ids and values; a changed field holds what it was and what it is. */
  facts: z.record(z.string(), z.unknown()),
  at: Instant,
});

const page = z.object({
  items: z.array(Happened),
  /** What the members, teams, invitations and tokens that the facts name are called today, by id. */
  names: z.record(z.string(), z.string()),
  next: z.string().nullable(),
});

const auditSubjects = ["organisation", "member", "team", "invitation", "api-token"] as const;

export const activity = {
  history: {
    of: operation({
      method: "GET",
      path: "/history/{subjectId}",
      summary: "Read what happened to something, the newest first",
      description:
        "Of an objective, key result, cycle, team, imperative and so on; the organisation's id stands for its vision and mission.",
      tag,
      may: everyRole,
    })
      .input(
        z.object({
          subjectId: Id,
          also: z
            .array(Id)
            .max(100)
            .default([])
            .describe("More subjects told in the same list, such as an objective's key results"),
          ...PageInput,
        }),
      )
      .output(page),
  },
  audit: {
    list: operation({
      method: "GET",
      path: "/audit",
      summary: "Read who changed people, teams, invitations, tokens and settings, the newest first",
      tag,
      scope: "manage",
      may: administrators,
    })
      .input(
        z.object({
          about: z.enum(auditSubjects, { error: `one of ${auditSubjects.join(", ")}` }).optional(),
          actorId: Id.optional().describe("Only what this member did"),
          ...PageInput,
        }),
      )
      .output(page),
  },
};
