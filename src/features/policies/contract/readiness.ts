/** How ready a team is for remote work, in the words of whoever leads it, and what to do about it. */
import { z } from "zod";
import { allButGuests, byName, Id, Instant, operation } from "../../../platform/contract.ts";
import { Question } from "../../engagement/contract.ts";
import { Named } from "../../okrs/contract.ts";
import { Agreed } from "../../workplace/contract.ts";

const tag = "Policies";
const path = "/teams/{id}/readiness";

const Area = z.enum(["writing", "overlap", "meetings", "outcomes", "onboarding", "home", "tools", "wellbeing"]);
const Reply = z.enum(["yes", "partly", "no"], { error: "yes, partly or no; left out: not known" });
const keys = [
  ...["decisions-written", "work-without-asking", "hours-known", "answers-agreed", "meetings-earn", "quiet-hours"],
  ...["results-not-hours", "knows-week", "first-weeks", "met-once", "place-to-work", "told-if-not", "one-place"],
  ...["same-seat", "switch-off", "talk-besides"],
] as const;
const Key = z.enum(keys, { error: `one of ${keys.join(", ")}` });

const proposed = {
  key: z.string(),
  /** What it would help with, the first most. */
  areas: z.array(Area),
  title: z.string(),
  why: z.string(),
  /** Where the rule behind it comes from. */
  source: z.string(),
};

const Readiness = z.object({
  team: Named,
  statements: z.array(z.object({ key: z.string(), area: Area, text: z.string() })),
  levels: z.array(z.object({ area: Area, level: z.enum(["ready", "partly", "not-yet", "not-known"]) })),
  proposals: z.array(
    z.discriminatedUnion("kind", [
      z.object({ ...proposed, kind: z.literal("agreement"), template: z.string(), agreed: Agreed }),
      z.object({
        ...proposed,
        kind: z.literal("policy"),
        policy: z.object({
          kind: z.enum(["writing-first", "meeting-free", "travel"]),
          title: z.string(),
          rule: z.string(),
        }),
      }),
      z.object({ ...proposed, kind: z.literal("pulse"), question: Question }),
    ]),
  ),
  /** What was replied; for who may reply. */
  replies: z.partialRecord(Key, Reply).nullable(),
  answered: z.object({ by: Named, at: Instant }).nullable(),
  /** Of the team's own working agreement: to be sent where the proposed one is taken over. */
  agreementVersion: z.number(),
  version: z.number(),
  can: z.object({ answer: z.boolean(), agree: z.boolean(), writePolicies: z.boolean(), launchPulse: z.boolean() }),
});

const versionExpected = "the version number you read; 0 where nothing was answered yet";

export const readiness = {
  get: operation({
    method: "GET",
    path,
    summary: "Read how ready a team is for remote work, and what would help",
    description:
      "By area, as ready as its weakest statement. What was replied statement by statement is shown to whoever may reply alone.",
    tag,
    may: allButGuests,
  })
    .input(z.object({ id: Id }))
    .output(Readiness),
  answer: operation({
    method: "PUT",
    path,
    summary: "Say how ready a team is for remote work",
    description:
      "For whoever leads the team or one above it, the owner and champions, after talking about it with the team. Statements are about the team, never about a person.",
    tag,
    may: allButGuests,
  })
    .input(
      z.object({
        id: Id,
        version: z.coerce.number({ error: versionExpected }).int().min(0),
        replies: byName(Key, Reply),
      }),
    )
    .output(Readiness),
};
