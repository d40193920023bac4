import { evidenceIn } from "../../src/features/coach/evidence.ts";
import type { Model } from "../../src/features/coach/model.ts";
import type { Sentence } from "./sentences.ts";

/** Pull of every weight towards 0, found by cross-validation over 0.3, 1, 3 and 10. */
const RIDGE = 1;
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
export function learn(sentences: readonly Sentence[], ridge = RIDGE): Model {
  const clear = sentences.filter(({ label }) => label !== "unsure");
  const seen = clear.map(({ text, language }) => [...(evidenceIn(text, language).parts[0]?.signals.keys() ?? [])]);
  const counts = new Map<string, number>();
  for (const name of seen.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name)! >= SEEN_AT_LEAST).sort();
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = clear.map(({ label }, at): Row => {
    const signals = seen[at]!.map((name) => place.get(name)).filter((index) => index !== undefined);
    return { signals, outcome: label === "outcome" ? 1 : 0 };
  });
  const { bias, weights } = descend(rows, names.length, ridge);
  return { bias: rounded(bias), weights: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at]!)])) };
}

function descend(rows: Row[], size: number, ridge: number) {
  const weights = new Float64Array(size);
  const speeds = new Float64Array(size);
  let bias = 0;
  let biasSpeed = 0;
  const step = 0.5 / rows.length;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = Float64Array.from(weights, (weight) => ridge * weight);
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

const rounded = (value: number) => Math.round(value * 1000) / 1000;
