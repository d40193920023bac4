/** Questions decided in writing instead of in a meeting: asked of named people until an hour, answered as comments. */
import { z } from "zod";
import { allButGuests, Id, Instant, operation, PlainDate, Prose, TimeZone, Title } from "../../../platform/contract.ts";
import { group } from "./overlap.ts";
import { SiteNamed as Named } from "./words.ts";

const tag = "Workplace";
const own = { tag, may: allButGuests } as const;

const timeExpected = "a time such as 17:00";
const decidedExpected = { error: "what was decided, in text of 1 to 10000 characters" };

const Decision = z.object({
  id: Id,
  question: z.string(),
  /** What they need to know to answer. */
  context: z.string(),
  askedBy: Named,
  /** With the clock by which each of them reads the closing time, and whether they answered. */
  people: z.array(Named.extend({ timeZone: TimeZone, answered: z.boolean() })),
  closesAt: Instant,
  /** open, due (its hour has come and nothing is decided) or decided. */
  state: z.enum(["open", "due", "decided"]),
  decided: z.object({ text: z.string(), by: Named, at: Instant }).nullable(),
  /** Whether it waits for your answer. */
  waits: z.boolean(),
  can: z.object({ decide: z.boolean() }),
});

export const decisions = {
  create: operation({
    method: "POST",
    path: "/written-decisions",
    summary: "Ask named people to decide something in writing",
    description:
      "You are not among those who are asked. Everybody but guests can read it and answer. Answers are comments on it, of subject kind written-decision.",
    ...own,
  })
    .input(
      z.object({
        id: Id,
        question: Title,
        context: Prose.default(""),
        ...group,
        closesOn: PlainDate.describe("Until which day they are asked to answer"),
        closesTime: z
          .string({ error: timeExpected })
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: timeExpected })
          .default("17:00")
          .describe("And until what time, by your clock: at least an hour ahead"),
      }),
    )
    .output(Decision),
  list: operation({
    method: "GET",
    path: "/written-decisions",
    summary: "List the questions that you ask or are asked, the soonest to close first, then what was decided",
    ...own,
  }).output(z.object({ items: z.array(Decision) })),
  get: operation({
    method: "GET",
    path: "/written-decisions/{id}",
    summary: "Read a question that is decided in writing",
    ...own,
  })
    .input(z.object({ id: Id }))
    .output(Decision),
  decide: operation({
    method: "POST",
    path: "/written-decisions/{id}/decision",
    summary: "Record what was decided, which closes the question",
    description: "For whoever asked, at any time; for those who were asked, once its hour has come.",
    ...own,
  })
    .input(z.object({ id: Id, text: Prose.refine((text) => text.length > 0, decidedExpected) }))
    .output(Decision),
};
