/** What the outcome coach says of texts: advice, never a condition. */
import { z } from "zod";
import { DecimalInput, everyRole, operation } from "../../platform/contract.ts";
import type { Advice, CheckName, MessageKey, Role } from "./answer.ts";

const tag = "Outcome coach";

const Verdict = z.enum(["outcome", "output", "unsure"]);
const Kind = z.enum(["key-result", "objective"], { error: "key-result or objective" });
const Language = z.enum(["en", "de", "es", "fr", "pt"], { error: "en, de, es, fr or pt" });

const Said = z.object({
  key: named<MessageKey>(),
  /** What fills the sentence of the key. */
  values: z.record(z.string(), z.string()),
  /** The sentence in English. */
  words: z.string(),
});

const Span = z.object({ from: z.number(), to: z.number(), role: named<Role>() });

const Check = z.object({
  name: named<CheckName>(),
  said: Said,
  spans: z.array(Span),
  /** Of a compound: the two texts to part it into. */
  split: z.tuple([z.string(), z.string()]).optional(),
  /** Of a duplicate or overlap: the place of the other among the siblings. */
  sibling: z.number().optional(),
});

export const CoachAdvice = z.object({
  kind: Kind,
  language: Language,
  verdict: Verdict,
  /** The chance that it is an outcome, 0 to 1. */
  score: z.number(),
  /** The words that decided, as places in the text: from ≤ place < to, in UTF-16 units. */
  spans: z.array(Span),
  reason: Said,
  question: Said.nullable(),
  /** A text to use instead; null where its figures are not known. */
  rewrite: z.string().nullable(),
  checks: z.array(Check),
}) satisfies z.ZodType<Advice>;

const textExpected = "text of at most 10,000 characters, without null or broken characters";
const Text = z
  .string({ error: textExpected })
  .max(10_000, { error: textExpected })
  .refine((value) => !value.includes("\u0000") && value.isWellFormed(), { error: textExpected });
const Word = z.string().trim().max(500, { error: "text of at most 500 characters" });

const Fields = z
  .object({
    type: z.string().max(30).optional(),
    baseline: DecimalInput.nullable().optional(),
    target: DecimalInput.nullable().optional(),
    unit: Word.nullable().optional(),
    direction: z.enum(["increase", "decrease"], { error: "increase or decrease" }).nullable().optional(),
    dataSource: Word.nullable().optional(),
    owner: Word.nullable().optional(),
    measure: Word.nullable().optional().describe("What is counted, in words"),
  })
  .describe("What stands beside the words; left out, only the words are read, and empty is advised on");

export const coach = {
  read: operation({
    method: "POST",
    path: "/coach/readings",
    summary: "Let the coach read key results or objectives: outcome or output, why, and what to ask",
    description: "Nothing is kept. The same text gets the same answer everywhere; it is advice and blocks nothing.",
    tag,
    may: everyRole,
    readOnly: true,
  })
    .input(
      z.object({
        texts: z
          .array(z.object({ text: Text, fields: Fields.optional() }), { error: "a list of texts" })
          .min(1, { error: "1 to 200 texts" })
          .max(200, { error: "1 to 200 texts" }),
        kind: Kind.default("key-result"),
        language: Language.optional().describe("Found in each text where left out"),
        siblings: z.array(Text).max(50, { error: "at most 50 texts" }).default([]).describe("Others beside them"),
      }),
    )
    .output(z.object({ items: z.array(z.object({ text: z.string(), ...CoachAdvice.shape })) })),
};

/** A name of ours, which others read as text. */
function named<Name extends string>() {
  return z.string() as unknown as z.ZodType<Name, Name>;
}
