import { z } from "zod";
import { allButGuests, Decimal, Id, Instant, operation } from "../../../platform/contract.ts";
import { Commitment, Level, Measure, Named } from "../../okrs/contract.ts";
import { Band, CycleNamed, Next, Outcome } from "./words.ts";

const ReportedKeyResult = z.object({
  id: Id,
  title: z.string(),
  measure: Measure,
  unit: z.string(),
  decimals: z.number(),
  endValue: Decimal.nullable(),
  progress: Decimal.nullable(),
  score: Decimal.nullable(),
  suggested: Decimal.nullable(),
  band: Band.nullable(),
  notYetObservable: z.boolean(),
  note: z.string(),
  /** The scores against targets that were changed, oldest first. */
  before: z.array(Decimal),
  amended: z.boolean(),
});

/** Shares and scores are told from five statements of five people on; null under it. */
const Confidence = z.object({
  said: z.number(),
  rows: z.array(
    z.object({ confidence: z.number(), said: z.number(), reached: z.number().nullable(), share: Decimal.nullable() }),
  ),
  /** Mean of (confidence/10 − reached)²; 0 is perfect. */
  brier: Decimal.nullable(),
  /** Above 0 is too hopeful. */
  tooHopefulBy: Decimal.nullable(),
});

export const CycleReport = z.object({
  cycle: CycleNamed,
  madeAt: Instant,
  /** Of the organisation and its teams; personal and private objectives are in no report. */
  groups: z.array(
    z.object({
      team: Named.nullable(),
      objectives: z.array(
        z.object({
          id: Id,
          title: z.string(),
          level: Level,
          commitment: Commitment,
          score: Decimal.nullable(),
          suggested: Decimal.nullable(),
          band: Band.nullable(),
          outcome: Outcome.nullable(),
          /** Whether it is what its commitment expects; null without a score. */
          asExpected: z.boolean().nullable(),
          note: z.string(),
          learned: z.string(),
          next: Next.nullable(),
          amended: z.boolean(),
          isClosed: z.boolean(),
          keyResults: z.array(ReportedKeyResult),
        }),
      ),
    }),
  ),
  totals: z.object({
    objectives: z.number(),
    high: z.number(),
    middle: z.number(),
    low: z.number(),
    asExpected: z.number(),
    validated: z.number(),
    invalidated: z.number(),
    notYetObservable: z.number(),
    /** Not closed, or with nothing to grade. */
    ungraded: z.number(),
  }),
  confidence: z.object({
    /** null where fewer than five people reported. */
    everyone: Confidence.nullable(),
    teams: z.array(z.object({ team: Named, confidence: Confidence })),
    /** Teams in which fewer than five people reported. */
    teamsLeftOut: z.number(),
  }),
});

export const report = {
  get: operation({
    method: "GET",
    path: "/cycles/{id}/report",
    summary: "Read what a cycle reached: scores by objective, and how confidence compared with what came",
    tag: "Closing",
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(CycleReport),
};
