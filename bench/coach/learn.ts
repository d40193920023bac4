import { evidenceIn } from "../../src/features/coach/judging/evidence.ts";
import type { Model } from "../../src/features/coach/judging/model.ts";
import type { Sentence } from "./sentences.ts";

/** Pull of every weight towards 0; by cross-validation 0.2 and 0.5 are better than 1, 2 and 4. */
const RIDGE = 0.5;
const ROUNDS = 1500;
/** A signal seen in fewer sentences is chance. */
const SEEN_AT_LEAST = 3;

interface Row {
  signals: number[];
  outcome: number;
}

/**
 * A logistic regression with a ridge, by gradient descent from 0 with momentum: the same sentences give the same
 * weights on every machine, to the three decimals that are kept. Sentences labelled unsure teach nothing about the
 * score.
 */
export function learn(sentences: readonly Sentence[]): Model {
  const clear = sentences.filter(({ label }) => label !== "unsure");
  const seen = clear.map(signalNames);
  const counts = new Map<string, number>();
  for (const name of seen.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name)! >= SEEN_AT_LEAST).sort();
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = clear.map(({ label }, at): Row => {
    const signals = seen[at]!.map((name) => place.get(name)).filter((index) => index !== undefined);
    return { signals, outcome: label === "outcome" ? 1 : 0 };
  });
  const { bias, weights } = descend(rows, names.length);
  return { bias: rounded(bias), weights: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at]!)])) };
}

/** Read once, though cross-validation learns from each sentence many times. */
const read = new Map<Sentence, string[]>();

function signalNames(sentence: Sentence): string[] {
  const before = read.get(sentence);
  if (before) return before;
  const names = [...(evidenceIn(sentence.text, sentence.language).parts[0]?.signals.keys() ?? [])];
  read.set(sentence, names);
  return names;
}

function descend(rows: Row[], size: number) {
  const weights = new Float64Array(size);
  const speeds = new Float64Array(size);
  let bias = 0;
  let biasSpeed = 0;
  const step = 0.5 / rows.length;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = Float64Array.from(weights, (weight) => RIDGE * weight);
    let biasSlope = 0;
    for (const { signals, outcome } of rows) {
      let sum = bias;
      for (const at of signals) sum += weights[at]!;
      const off = 1 / (1 + Math.exp(-sum)) - outcome;
      biasSlope += off;
      for (const at of signals) slopes[at]! += off;
    }
    biasSpeed = 0.9 * biasSpeed - step * biasSlope;
    bias += biasSpeed;
    for (let at = 0; at < size; at++) {
      speeds[at] = 0.9 * speeds[at]! - step * slopes[at]!;
      weights[at]! += speeds[at]!;
    }
  }
  return { bias, weights };
}

/** Adding 0 turns −0, which JSON does not keep, into 0. */
const rounded = (value: number) => Math.round(value * 1000) / 1000 + 0;
