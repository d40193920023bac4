/** The words that a policy is written in: what it asks of whom, what it should move, and how that is compared. */
import { z } from "zod";
import { Decimal, DecimalInput, Id, Instant, PlainDate, Prose, Title, text } from "../../../platform/contract.ts";
import { Question } from "../../engagement/contract.ts";
import { Named } from "../../okrs/contract.ts";

const arrangements = ["remote-first", "hybrid-flexible", "hybrid-anchored", "office-first"] as const;
const rules = ["core-hours", "overlap", "meeting-free", "writing-first", "travel"] as const;
const kinds = [...arrangements, ...rules] as const;
/** The first four are arrangements, of which exactly one covers a member on a day; the others are rules. */
export const Kind = z.enum(kinds, { error: `one of ${kinds.join(", ")}` });

/** due: its decision date has come and nobody decided. */
export const State = z.enum(["draft", "sealed", "running", "due", "kept", "changed", "stopped"], {
  error: "draft, sealed, running, due, kept, changed or stopped",
});

/** Why something is done; never empty. */
export const Reason = text(1, 2000);

const isOnce = (all: readonly string[]) => new Set(all.map((each) => each.toLowerCase())).size === all.length;

const list = (most: number, one: string, several: string) =>
  z
    .array(Id)
    .max(most, { error: `at most ${most} ${several}` })
    .refine(isOnce, { error: `each ${one} once` });

const roleExpected = "owner, admin, champion or member";
const Role = z.enum(["owner", "admin", "champion", "member"], { error: roleExpected });

/** Whom it covers: who fits every list that is not empty. Guests are never covered. */
export const Scope = z.object({
  teamIds: list(500, "team", "teams").default([]).describe("These teams with those below; none named: all"),
  exceptTeamIds: list(500, "team", "teams").default([]).describe("But not these, with those below"),
  siteIds: list(100, "site", "sites").default([]).describe("Whose home site is one of these; none named: any or none"),
  roles: z
    .array(Role)
    .max(4, { error: "each role once" })
    .refine(isOnce, { error: "each role once" })
    .default([])
    .describe("With one of these roles"),
});

const weekday = 'a weekday from "1" (Monday) to "7"';
const days = "a whole number of days from 0 to 7";
/** What an arrangement asks: against this one's own fit is counted. */
export const Office = z.object({
  days: z
    .number({ error: days })
    .int({ error: days })
    .min(0, days)
    .max(7, days)
    .nullable()
    .default(null)
    .describe("Days a week in the office"),
  weekdays: z
    .array(z.enum(["1", "2", "3", "4", "5", "6", "7"], { error: weekday }))
    .max(7, { error: "each weekday once" })
    .default([])
    .describe("On these weekdays, where they are fixed"),
});

const OfficeAsked = Office.extend({
  weekdays: Office.shape.weekdays.refine(isOnce, { error: "each weekday once" }),
}).refine(({ days: asked, weekdays }) => asked === null || asked >= weekdays.length, {
  error: "as many days as weekdays are fixed, or more",
  path: ["days"],
});

const series = list(500, "of them", "of them").min(1, { error: "one or more ids" });
/** Where the values come from; of key results and health metrics one or more a team, all in one unit. */
const Measure = z.discriminatedUnion(
  "kind",
  [
    z.object({ kind: z.literal("key-results"), ids: series }),
    z.object({ kind: z.literal("health-metrics"), ids: series }),
    z.object({ kind: z.literal("pulse-question"), question: Question }),
    z.object({
      kind: z.literal("check-ins"),
      reads: z.enum(["on-time", "confidence"], { error: "on-time or confidence" }),
    }),
  ],
  { error: "key-results, health-metrics, pulse-question or check-ins" },
);

const above = "a number above 0, in the unit of what is measured; a share of answers or check-ins in percentage points";
const Above = DecimalInput.refine((value) => Number(value) > 0, { error: above });

export const Outcome = z.object({
  id: Id,
  name: Title,
  measure: Measure,
  wanted: z.enum(["up", "down"], { error: "up or down" }),
  sizeThatMatters: Above.describe("The smallest change that would matter, in its unit"),
});

export const Guardrail = z.object({
  id: Id,
  name: Title,
  measure: Measure,
  safe: z.enum(["at-least", "at-most"], { error: "at-least or at-most" }),
  limit: DecimalInput,
  margin: Above.describe("How much worse than the others still counts as no harm"),
});

const whole = (least: number, most: number) => {
  const error = `a whole number from ${least} to ${most}`;
  return z.number({ error }).int({ error }).min(least, error).max(most, error);
};
const against = list(500, "team", "teams")
  .default([])
  .describe("The teams it is compared with, none of which it covers");

/** The four designs that draw nothing name whom they compare with; the two that draw do it at the seal. */
export const Comparison = z.discriminatedUnion(
  "kind",
  [
    z.object({
      kind: z.literal("randomised-by-team"),
      draw: whole(1, 499).describe("How many of the teams in the scope are covered, drawn by lot at the seal"),
      othersFrom: PlainDate.nullable().default(null).describe("The day from which the others are covered too"),
    }),
    z.object({
      kind: z.literal("randomised-on-and-off"),
      weeksEach: whole(1, 26).describe("Weeks of a block"),
      pairs: whole(1, 26).describe("Pairs of blocks, in each of which a coin says which is covered"),
      wearingOff: whole(0, 25).default(0).describe("Weeks at the head of each block that do not count"),
    }),
    z.object({ kind: z.literal("difference-in-differences"), teamIds: against }),
    z.object({ kind: z.literal("before-after") }),
    z.object({ kind: z.literal("comparison"), teamIds: against }),
    z.object({ kind: z.literal("survey"), teamIds: against }),
  ],
  {
    error:
      "randomised-by-team, randomised-on-and-off, difference-in-differences, before-after, comparison or survey as its kind",
  },
);

/** Everything that a draft may say; what is left out can be written until it is sealed. */
export const draftFields = {
  kind: Kind,
  title: Title,
  rule: text(0, 2000).describe("What is asked, in one sentence"),
  why: Prose.describe("What stands behind it"),
  office: OfficeAsked,
  ownerId: Id.describe("Who decides on it"),
  imperativeIds: list(50, "imperative", "imperatives").describe("The imperatives it serves"),
  scope: Scope,
  startsOn: PlainDate.nullable(),
  decidesOn: PlainDate.nullable(),
  outcomes: z.array(Outcome).max(6, { error: "at most six outcomes" }),
  guardrails: z.array(Guardrail).max(12, { error: "at most twelve guardrails" }),
  comparison: Comparison.nullable(),
};

const Subject = z.object({
  id: Id,
  objectiveId: Id,
  title: z.string(),
  team: Named.nullable(),
  unit: z.string(),
  decimals: z.number(),
  current: Decimal.nullable(),
});

const measured = {
  id: Id,
  name: z.string(),
  measure: z.object({
    kind: z.enum(["key-results", "health-metrics", "pulse-question", "check-ins"]),
    /** Those that are there for the reader. */
    subjects: z.array(Subject),
    question: Question.nullable(),
    reads: z.enum(["on-time", "confidence"]).nullable(),
  }),
};

const ScopeRead = z.object({
  teams: z.array(Named),
  exceptTeams: z.array(Named),
  sites: z.array(Named),
  roles: z.array(Role),
});

const ComparisonRead = z.object({
  kind: z.enum([
    "randomised-by-team",
    "randomised-on-and-off",
    "difference-in-differences",
    "before-after",
    "comparison",
    "survey",
  ]),
  /** With whom it is compared, where nobody is drawn. */
  teams: z.array(Named),
  draw: z.number().nullable(),
  othersFrom: PlainDate.nullable(),
  weeksEach: z.number().nullable(),
  pairs: z.number().nullable(),
  wearingOff: z.number().nullable(),
});

/** A hypothesis as it is read: what is named by an id has its name. */
export const Hypothesis = z.object({
  kind: Kind,
  title: z.string(),
  rule: z.string(),
  why: z.string(),
  office: z.object({ days: z.number().nullable(), weekdays: z.array(z.string()) }),
  owner: Named,
  imperatives: z.array(z.object({ id: Id, statement: z.string() })),
  scope: ScopeRead,
  startsOn: PlainDate.nullable(),
  decidesOn: PlainDate.nullable(),
  outcomes: z.array(z.object({ ...measured, wanted: z.enum(["up", "down"]), sizeThatMatters: Decimal })),
  guardrails: z.array(
    z.object({ ...measured, safe: z.enum(["at-least", "at-most"]), limit: Decimal, margin: Decimal }),
  ),
  comparison: ComparisonRead.nullable(),
});

export const PolicyInList = z.object({
  id: Id,
  kind: Kind,
  isArrangement: z.boolean(),
  title: z.string(),
  rule: z.string(),
  state: State,
  owner: Named,
  startsOn: PlainDate.nullable(),
  decidesOn: PlainDate.nullable(),
  /** The last day on which it covers anybody; null: until further notice, or nobody yet. */
  lastDay: PlainDate.nullable(),
  comparison: ComparisonRead.shape.kind.nullable(),
  version: z.number(),
  updatedAt: Instant,
});

export const Decision = z.object({
  id: Id,
  decision: z.enum(["keep", "change", "stop"]),
  reason: z.string(),
  /** Why before its date; empty on or after it. */
  earlyReason: z.string(),
  lastDay: PlainDate.nullable(),
  by: Named,
  at: Instant,
});
