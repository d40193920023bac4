/** A pulse: one to five questions, answered in ten seconds, told only as figures that nobody can be singled out by. */
import { z } from "zod";
import {
  allButGuests,
  champions,
  Decimal,
  Done,
  Id,
  Instant,
  operation,
  ownerOnly,
  Prose,
} from "../../platform/contract.ts";

const tag = "Engagement";

const questionKeys = ["see-my-line", "know-my-week", "heard", "work-well-from-here", "recommend"] as const;
export const Question = z.enum(questionKeys, { error: `one of ${questionKeys.join(", ")}` });
const Asked = z.object({ question: Question, text: z.string() });

const limit = (least: number, what: string) => {
  return z
    .number({ error: `a whole number from ${least} to 10,000` })
    .int()
    .min(least)
    .max(10_000)
    .describe(what);
};
const limits = {
  answers: limit(5, "Fewest answers behind a figure, and behind whatever figures can be combined to"),
  comments: limit(10, "Fewest comments that are listed together"),
  crowd: limit(20, "Others who must stand around a few who joined, left or moved since an earlier pulse"),
};

const Settings = z.object({
  on: z.boolean(),
  /** Called "confidential" instead of "anonymous", where whoever runs the server cannot be ruled out. */
  confidential: z.boolean(),
  ...limits,
  /** What may be asked. */
  questions: z.array(Asked),
  version: z.number(),
  can: z.object({ change: z.boolean(), launch: z.boolean(), audit: z.boolean() }),
});

const Team = z.object({ id: Id, name: z.string() });
/** A group that may be shown: a team with everyone beneath it; null is the whole organisation. */
const Cell = z.object({
  id: z.string(),
  team: Team.nullable(),
  /** 0 for the organisation, 1 for a team at the top. */
  level: z.number(),
  /** Members asked. */
  asked: z.number(),
});

const Figure = z.object({
  cell: z.string(),
  reads: z.enum(["exactly", "about", "or-more", "or-less", "withheld"]),
  /** Favourable answers (4 and 5), a share of 1 in whole percents; null when withheld. */
  share: Decimal.nullable(),
  /** "About" is within so many points, a share of 1, and so is a bound of five to nine answers; "0" otherwise. */
  within: Decimal,
  /** Answers in steps of five, downward: 12 reads 10; null when withheld. */
  answersFrom: z.number().nullable(),
  why: z.enum(["too-few", "protects-others"]).nullable(),
});

const Pulse = z.object({
  id: Id,
  state: z.enum(["planned", "open", "counting", "closed", "withdrawn"]),
  questions: z.array(Asked),
  opensAt: Instant,
  closesAt: Instant,
  confidential: z.boolean(),
  ...limits,
  /** Members asked. */
  asked: z.number(),
  can: z.object({ close: z.boolean() }),
});

const Results = z.object({
  /** Of those asked, who took part, told by the same rules. */
  tookPart: z.array(Figure),
  questions: z.array(
    Asked.extend({
      figures: z.array(Figure),
      /** The organisation's figure in earlier pulses that asked the same, the oldest first. */
      earlier: z.array(
        z.object({ pulseId: Id, openedAt: Instant, reads: Figure.shape.reads, share: Decimal.nullable() }),
      ),
    }),
  ),
  /** Under the groups that may list them; each group's in no order. */
  comments: z.array(z.object({ cell: z.string(), texts: z.array(z.string()) })),
});

const Violation = z.object({
  kind: z.enum(["small-group", "given-away", "told-too-exactly", "told-wrongly"]),
  pulseIds: z.array(Id),
  question: z.string(),
  inWords: z.string(),
});

const Answers = z
  .array(
    z.object({
      question: Question,
      answer: z
        .number({ error: "a whole number from 1 to 5" })
        .int({ error: "a whole number from 1 to 5" })
        .min(1, { error: "a whole number from 1 to 5" })
        .max(5, { error: "a whole number from 1 to 5" }),
    }),
  )
  .min(1, { error: "an answer to one question or more" })
  .max(5, { error: "at most five answers" })
  .refine((answers) => new Set(answers.map(({ question }) => question)).size === answers.length, {
    error: "each question once",
  });

export const engagement = {
  pulse: {
    settings: operation({
      method: "GET",
      path: "/pulse-settings",
      summary: "Read whether pulses are on, their limits and what may be asked",
      tag,
      may: allButGuests,
    }).output(Settings),
    changeSettings: operation({
      method: "PATCH",
      path: "/pulse-settings",
      summary: "Switch pulses on or off, or raise their limits",
      description:
        "Off until an owner switches them on; that is audited. Limits are raised and never lowered. Switching off withdraws an open pulse: nothing of it is told, and what was answered is deleted.",
      tag,
      scope: "manage",
      may: ownerOnly,
    })
      .input(
        z.object({
          version: z.coerce.number().int().min(0).describe("The version you read; 0 where nothing was set yet"),
          on: z.boolean({ error: "true or false" }).optional(),
          confidential: z.boolean({ error: "true or false" }).optional(),
          answers: limits.answers.optional(),
          comments: limits.comments.optional(),
          crowd: limits.crowd.optional(),
        }),
      )
      .output(Settings),
    list: operation({
      method: "GET",
      path: "/pulses",
      summary: "List the pulses, the newest first",
      tag,
      may: allButGuests,
    })
      .input(z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }))
      .output(z.object({ items: z.array(Pulse) })),
    mine: operation({
      method: "GET",
      path: "/pulses/mine",
      summary: "Read the pulse that asks you now",
      tag,
      may: allButGuests,
    }).output(
      z.object({
        pulse: Pulse.nullable(),
        answered: z.boolean(),
        /** The groups that your answer counts in, the largest first. */
        countsIn: z.array(Cell),
        /** Whether it also counts among those whom a policy covers, or is compared with, as one figure of all of them. */
        countsForPolicies: z.boolean(),
      }),
    ),
    get: operation({
      method: "GET",
      path: "/pulses/{id}",
      summary: "Read a pulse: its groups and, once it has closed, what it tells",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id }))
      .output(
        Pulse.extend({
          /** Fixed at launch: no other group is ever shown. */
          cells: z.array(Cell),
          withheld: z.array(
            z.object({ team: Team.nullable(), why: z.enum(["too-few", "would-isolate", "changed-since"]) }),
          ),
          results: Results.nullable(),
        }),
      ),
    launch: operation({
      method: "POST",
      path: "/pulses",
      summary: "Launch a pulse of one to five questions",
      description:
        "Fixes who is asked and which groups are ever shown: the organisation, then teams with all beneath them, level by level, as long as nobody can be singled out.",
      tag,
      may: champions,
    })
      .input(
        z.object({
          id: Id,
          questions: z
            .array(Question)
            .min(1, { error: "one to five questions" })
            .max(5, { error: "one to five questions" }),
          opensAt: Instant.nullable().default(null).describe("Left out: now"),
          closesAt: Instant,
          levels: z
            .number({ error: "a whole number from 0 to 9" })
            .int()
            .min(0)
            .max(9)
            .default(9)
            .describe("How many levels of teams are shown; 0 shows the organisation alone"),
        }),
      )
      .output(Pulse),
    answer: operation({
      method: "POST",
      path: "/pulses/{id}/answers",
      summary: "Answer a pulse, once",
      description:
        "A question that is left out is no answer. What was answered cannot be found again, so it cannot be changed.",
      tag,
      may: allButGuests,
    })
      .input(z.object({ id: Id, answers: Answers, comment: Prose.default("") }))
      .output(Done),
    close: operation({
      method: "POST",
      path: "/pulses/{id}/closing",
      summary: "Close a pulse before its time and publish it",
      tag,
      may: champions,
    })
      .input(z.object({ id: Id }))
      .output(Pulse),
    audit: operation({
      method: "GET",
      path: "/pulse-audit",
      summary: "Prove that no combination of published figures isolates a few",
      description: "Holds everything ever published together, by exact elimination and narrowing bounds.",
      tag,
      scope: "manage",
      may: ["owner", "admin", "champion"],
    }).output(
      z.object({
        pulses: z.number(),
        figures: z.number(),
        violations: z.array(Violation),
        inWords: z.string(),
      }),
    ),
  },
};
