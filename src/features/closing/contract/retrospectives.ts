import { z } from "zod";
import { allButGuests, everyRole, Id, Instant, operation, PlainDate, Prose } from "../../../platform/contract.ts";
import { Named } from "../../okrs/contract.ts";

const tag = "Retrospectives";

const RetrospectiveRow = z.object({
  id: Id,
  cycle: z.object({ id: Id, name: z.string() }),
  /** null: the whole organisation's. */
  team: Named.nullable(),
  /** Whether who wrote is shown once it is open. */
  named: z.boolean(),
  isOpen: z.boolean(),
  /** Opens by itself then. */
  opensAt: Instant.nullable(),
  openedAt: Instant.nullable(),
  /** How many wrote; who did is not told before it is open, and without names never. */
  written: z.number(),
  version: z.number(),
  can: z.object({ write: z.boolean(), open: z.boolean(), read: z.boolean() }),
});

/** `member` is null where names are not shown. */
const Words = z.array(z.object({ text: z.string(), member: Named.nullable() }));

const Retrospective = RetrospectiveRow.extend({
  /** Your own; null before you wrote. */
  mine: z.object({ helped: z.string(), hindered: z.string(), tries: z.string(), version: z.number() }).nullable(),
  /** What everybody wrote; null until it is open. */
  together: z.object({ helped: Words, hindered: Words, tries: Words }).nullable(),
});

export const retrospectives = {
  list: operation({
    method: "GET",
    path: "/cycles/{cycleId}/retrospectives",
    summary: "List the retrospectives of a cycle that you take part in",
    tag,
    may: everyRole,
  })
    .input(z.object({ cycleId: Id }))
    .output(
      z.object({
        items: z.array(RetrospectiveRow),
        /** Teams that have none yet and that you may start one for; null is the whole organisation. */
        mayStart: z.array(z.object({ team: Named.nullable() })),
      }),
    ),
  get: operation({
    method: "GET",
    path: "/retrospectives/{id}",
    summary: "Read a retrospective: your own words, and everybody's once it is open",
    tag,
    may: everyRole,
  })
    .input(z.object({ id: Id }))
    .output(Retrospective),
  start: operation({
    method: "POST",
    path: "/retrospectives",
    summary: "Start a team's retrospective, with or without names",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        cycleId: Id,
        teamId: Id.nullable().default(null).describe("Left out, the whole organisation's"),
        named: z.boolean({ error: "true or false: whether who wrote is shown" }),
        opensOn: PlainDate.nullable()
          .default(null)
          .describe(
            "Opens by itself on this day at 17:00 by the organisation's clock; left out, when somebody opens it",
          ),
      }),
    )
    .output(Retrospective),
  write: operation({
    method: "PUT",
    path: "/retrospectives/{id}/note",
    summary: "Write what helped, what hindered and what you would try; nobody reads it before it is open",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        version: z.coerce.number({ error: "the version number you read; 0 where there is none yet" }).int().min(0),
        helped: Prose.default(""),
        hindered: Prose.default(""),
        tries: Prose.default(""),
      }),
    )
    .output(Retrospective),
  open: operation({
    method: "PUT",
    path: "/retrospectives/{id}/opening",
    summary: "Show what everybody wrote, together; it cannot be hidden again",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(Retrospective),
};
