/** What is made to move the key results. Finishing an initiative is no progress until a number moves. */
import { z } from "zod";
import {
  allButGuests,
  Decimal,
  Done,
  everyRole,
  Id,
  Instant,
  operation,
  PageInput,
  PlainDate,
  Title,
  Version,
} from "../../platform/contract.ts";
import { Decimals, Figure, MeasureInput, Named } from "../okrs/contract.ts";

const tag = "Initiatives";

const State = z.enum(["planned", "doing", "done", "dropped"], { error: "planned, doing, done or dropped" });

const Bet = z.object({
  keyResult: z.object({ id: Id, title: z.string(), unit: z.string(), decimals: z.number() }),
  objective: z.object({ id: Id, title: z.string() }),
  /** In the key result's unit, negative is down; null when not said. */
  expectedMove: Decimal.nullable(),
  /** Where the number stood when the initiative started, else where it starts; null for what is not a number. */
  from: Decimal.nullable(),
  now: Decimal.nullable(),
  target: Decimal.nullable(),
  /** now − from. The initiative is one reason among others. */
  moved: Decimal.nullable(),
  /** Of the key result, raw; null ("–") where there is none. */
  progress: Decimal.nullable(),
});

export const Initiative = z.object({
  id: Id,
  title: z.string(),
  owner: Named.nullable(),
  team: Named.nullable(),
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
  state: State,
  stateChangedAt: Instant.nullable(),
  /** Its owner's alone. */
  private: z.boolean(),
  /** On the key results you can see. */
  bets: z.array(Bet),
  version: z.number(),
  can: z.object({ edit: z.boolean() }),
});

const expectedMoveExpected = "a move up or down such as 3 or -0.8, or nothing";
const ExpectedMove = Figure.refine((value) => Number(value) !== 0, { error: expectedMoveExpected });
const Bets = z
  .array(z.object({ keyResultId: Id, expectedMove: ExpectedMove.nullable().default(null) }))
  .max(20, { error: "at most 20 key results" })
  .refine((bets) => new Set(bets.map(({ keyResultId }) => keyResultId)).size === bets.length, {
    error: "each key result once",
  });

const body = {
  title: Title,
  ownerId: Id.nullable(),
  teamId: Id.nullable(),
  startsOn: PlainDate.nullable(),
  endsOn: PlainDate.nullable(),
};

export const roadmap = {
  initiatives: {
    list: operation({
      method: "GET",
      path: "/initiatives",
      summary: "List the initiatives you can see, the earliest first",
      description:
        "Those without dates come last. A cycle's are those that run on one of its days or, without dates, bet on its key results.",
      tag,
      may: everyRole,
    })
      .input(
        z.object({
          cycleId: Id.optional(),
          ownerId: Id.optional(),
          teamId: Id.optional(),
          keyResultId: Id.optional().describe("Those that bet on this key result"),
          objectiveId: Id.optional().describe("Those that bet on a key result of this objective"),
          state: State.optional(),
          q: z.string().trim().max(200).optional().describe("Words of the title, or how they begin"),
          ...PageInput,
        }),
      )
      .output(
        z.object({
          items: z.array(Initiative),
          next: z.string().nullable(),
          can: z.object({ create: z.boolean() }),
        }),
      ),
    get: operation({ method: "GET", path: "/initiatives/{id}", summary: "Read an initiative", tag, may: everyRole })
      .input(z.object({ id: Id }))
      .output(Initiative),
    create: operation({
      method: "POST",
      path: "/initiatives",
      summary: "Plan an initiative and name the key results it should move",
      tag,
      may: allButGuests,
    })
      .input(
        z.object({
          id: Id,
          ...body,
          ownerId: body.ownerId.default(null),
          teamId: body.teamId.default(null),
          startsOn: body.startsOn.default(null),
          endsOn: body.endsOn.default(null),
          state: State.default("planned"),
          bets: Bets.default([]),
          private: z
            .boolean({ error: "true or false" })
            .optional()
            .describe("Yours alone; left out, it is private where it bets on a private objective"),
        }),
      )
      .output(Initiative),
    update: operation({
      method: "PATCH",
      path: "/initiatives/{id}",
      summary: "Change an initiative",
      tag,
      may: allButGuests,
    })
      .input(
        z.object({
          id: Id,
          version: Version,
          ...z.object(body).partial().shape,
          private: z
            .literal(false, { error: "false: a private initiative may be shown, a shown one not hidden again" })
            .optional()
            .describe("false shows a private initiative to everyone"),
        }),
      )
      .output(Initiative),
    setState: operation({
      method: "PUT",
      path: "/initiatives/{id}/state",
      summary: "Say how far an initiative is: planned, doing, done or dropped",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, version: Version, state: State }))
      .output(Initiative),
    setBets: operation({
      method: "PUT",
      path: "/initiatives/{id}/bets",
      summary: "Name the key results an initiative should move, in place of those it named",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, version: Version, bets: Bets }))
      .output(Initiative),
    remove: operation({
      method: "DELETE",
      path: "/initiatives/{id}",
      summary: "Remove an initiative with its bets",
      description: "What was tried and given up is dropped, so that it stays to learn from; removing is for mistakes.",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id }))
      .output(Done),
  },
  origins: {
    create: operation({
      method: "PUT",
      path: "/initiatives/{initiativeId}/origin",
      summary: "Make a key result the initiative that it is; another key result may take its place",
      description:
        "The key result leaves, and the initiative bets on the one that takes its place. With check-ins, links or bets it is dropped instead, with a reason, and stays to be read.",
      tag,
      may: allButGuests,
    })
      .input(
        z.object({
          initiativeId: Id,
          keyResultId: Id,
          version: Version.describe("Of the key result"),
          title: Title.optional().describe("Of the initiative; the key result's where left out"),
          reason: z.string().trim().max(2000).default("").describe("Why it is dropped, where something hangs on it"),
          replacement: z
            .object({
              id: Id,
              title: Title,
              measure: MeasureInput,
              unit: z.string().trim().max(30).default(""),
              decimals: Decimals.default(0),
              source: z.string().trim().max(500).default(""),
            })
            .nullable()
            .default(null)
            .describe("The key result that takes its place, with its owner and weight"),
        }),
      )
      .output(Initiative),
    remove: operation({
      method: "DELETE",
      path: "/initiatives/{initiativeId}/origin",
      summary: "Put back the key result that an initiative was made of, and remove the initiative",
      description: "As long as nothing hangs on the key result that took its place.",
      tag,
      may: allButGuests,
    })
      .input(z.object({ initiativeId: Id }))
      .output(Done),
  },
};
