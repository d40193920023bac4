import { z } from "zod";
import { allButGuests, Decimal, Done, Id, Instant, operation, Title, Version } from "../../../platform/contract.ts";
import { Decimals, Figure, Named, Operator } from "./words.ts";

const tag = "Health metrics";

/** A guardrail: watched beside the key results, never averaged into progress. */
export const HealthMetric = z.object({
  id: Id,
  objectiveId: Id,
  title: z.string(),
  owner: Named.nullable(),
  unit: z.string(),
  decimals: z.number(),
  operator: Operator,
  limit: Decimal,
  current: Decimal.nullable(),
  measuredAt: Instant.nullable(),
  /** null until it was measured. */
  holds: z.boolean().nullable(),
  version: z.number(),
});

const body = {
  title: Title,
  ownerId: Id.nullable(),
  unit: z.string().trim().max(30),
  decimals: Decimals,
  operator: Operator,
  limit: Figure,
};

export const healthMetrics = {
  create: operation({
    method: "POST",
    path: "/objectives/{objectiveId}/health-metrics",
    summary: "Watch a health metric beside an objective",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        objectiveId: Id,
        ...body,
        ownerId: body.ownerId.default(null),
        unit: body.unit.default(""),
        decimals: body.decimals.default(0),
      }),
    )
    .output(HealthMetric),
  update: operation({
    method: "PATCH",
    path: "/health-metrics/{id}",
    summary: "Change a health metric",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, version: Version, ...z.object(body).partial().shape }))
    .output(HealthMetric),
  measure: operation({
    method: "PUT",
    path: "/health-metrics/{id}/measurement",
    summary: "Write what a health metric stands at now",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id, value: Figure }))
    .output(HealthMetric),
  remove: operation({
    method: "DELETE",
    path: "/health-metrics/{id}",
    summary: "Stop watching a health metric",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(Done),
};
