/** The top of the line: the vision, the mission and the imperatives they ask for. */
import { z } from "zod";
import {
  champions,
  Decimal,
  DecimalInput,
  Done,
  everyRole,
  Id,
  Instant,
  operation,
  Prose,
  Title,
  Version,
} from "../../platform/contract.ts";

const tag = "Strategy";

export const Statement = z.object({
  text: z.string(),
  version: z.number(),
  updatedAt: Instant.nullable(),
  can: z.object({ edit: z.boolean() }),
});

export const Imperative = z.object({
  id: Id,
  statement: z.string(),
  why: z.string(),
  /** Percent of the organisation's priority, 0 to 100; null when not stated. */
  priorityShare: Decimal.nullable(),
  horizon: z.string(),
  rank: z.number(),
  archivedAt: Instant.nullable(),
  version: z.number(),
  can: z.object({ edit: z.boolean() }),
});

const priorityExpected = "a percentage from 0 to 100";
const PriorityShare = DecimalInput.refine((value) => Number(value) >= 0 && Number(value) <= 100, {
  error: priorityExpected,
}).nullable();
const ImperativeBody = {
  statement: Title,
  why: Prose.default(""),
  priorityShare: PriorityShare.default(null),
  horizon: z.string().trim().max(120).default(""),
};

const mayEdit = champions;

export const strategy = {
  vision: statementOperations("vision", "What is true when the organisation has succeeded"),
  mission: statementOperations("mission", "What the organisation does about it, and for whom"),
  imperatives: {
    list: operation({
      method: "GET",
      path: "/imperatives",
      summary: "List the imperatives in their order",
      tag,
      may: everyRole,
    })
      .input(z.object({ archived: z.stringbool().default(false) }))
      .output(z.object({ items: z.array(Imperative), can: z.object({ create: z.boolean() }) })),
    create: operation({ method: "POST", path: "/imperatives", summary: "Write an imperative", tag, may: mayEdit })
      .input(z.object({ id: Id, ...ImperativeBody }))
      .output(Imperative),
    update: operation({
      method: "PATCH",
      path: "/imperatives/{id}",
      summary: "Change an imperative",
      tag,
      may: mayEdit,
    })
      .input(
        z.object({
          id: Id,
          version: Version,
          statement: Title.optional(),
          why: Prose.optional(),
          priorityShare: PriorityShare.optional(),
          horizon: z.string().trim().max(120).optional(),
          rank: z.number().int().min(0).max(10_000).optional(),
        }),
      )
      .output(Imperative),
    archive: operation({
      method: "POST",
      path: "/imperatives/{id}/archiving",
      summary: "Archive an imperative; its history stays",
      tag,
      may: mayEdit,
    })
      .input(z.object({ id: Id, version: Version }))
      .output(Done),
    restore: operation({
      method: "DELETE",
      path: "/imperatives/{id}/archiving",
      summary: "Bring an archived imperative back",
      description: "It stands where it stood, and what was linked to it hangs from it again.",
      tag,
      may: mayEdit,
    })
      .input(z.object({ id: Id }))
      .output(Imperative),
  },
};

function statementOperations(kind: "vision" | "mission", description: string) {
  return {
    get: operation({
      method: "GET",
      path: `/${kind}`,
      summary: `Read the ${kind}`,
      description,
      tag,
      may: everyRole,
    }).output(Statement),
    set: operation({ method: "PUT", path: `/${kind}`, summary: `Write the ${kind}`, description, tag, may: mayEdit })
      .input(
        z.object({
          text: Title,
          version: z.coerce.number().int().min(0).describe("The version you read; 0 where nothing was written yet"),
        }),
      )
      .output(Statement),
  };
}
