import { evidenceIn } from "../../src/features/coach/judging/evidence.ts";
import type { Model } from "../../src/features/coach/judging/model.ts";
import type { Sentence } from "./sentences.ts";

/** Pull of every weight towards 0. */
const RIDGE = 0.2;
/**
 * And how much more for a signal of sentences that are not yet decided without it: what leaving signals out at random,
 * one in three, would teach on average (Wager, Wang and Liang, "Dropout training as adaptive regularization"). No weight
 * then stands for what a few sentences say by chance.
 */
const NOISE = 0.5;
const ROUNDS = 60;
/** The largest step after which the third decimal of no weight moves any more. */
const SETTLED = 1e-4;
/** A signal seen in fewer sentences is chance. */
const SEEN_AT_LEAST = 4;

interface Row {
  /** Places of its signals, rising; the last is the bias. */
  signals: number[];
  outcome: number;
}

/**
 * A logistic regression with a ridge: the same sentences give the same weights on every machine, to the three decimals
 * that are kept, wherever the search starts (`near` makes it short). Sentences labelled unsure teach nothing about the
 * score.
 */
export function learn(sentences: readonly Sentence[], near: Model = { bias: 0, weights: {} }): Model {
  const clear = sentences.filter(({ label }) => label !== "unsure");
  const seen = clear.map(signalNames);
  const counts = new Map<string, number>();
  for (const name of seen.flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts.keys()].filter((name) => counts.get(name)! >= SEEN_AT_LEAST).sort();
  const place = new Map(names.map((name, at) => [name, at]));
  const rows = clear.map(({ label }, at): Row => {
    const signals = seen[at]!.map((name) => place.get(name)).filter((index) => index !== undefined);
    signals.sort((one, other) => one - other);
    return { signals: [...signals, names.length], outcome: label === "outcome" ? 1 : 0 };
  });
  const start = [...names.map((name) => near.weights[name] ?? 0), near.bias];
  const weights = fitted(rows, Float64Array.from(start));
  return {
    bias: rounded(weights[names.length]!),
    weights: Object.fromEntries(names.map((name, at) => [name, rounded(weights[at]!)])),
  };
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

/**
 * Newton's steps: each solves (XᵀWX + ridge) · step = slope, W being p(1 − p) of a row. The bias is the last column
 * and is not pulled. The loss is convex and its optimum one, so where it starts does not matter.
 */
function fitted(rows: Row[], weights: Float64Array): Float64Array {
  for (let round = 0; round < ROUNDS; round++) {
    const { slopes, curves } = slopesAt(rows, weights);
    const step = solved(curves, slopes);
    for (const [at, each] of step.entries()) weights[at]! -= each;
    if (step.every((each) => Math.abs(each) < SETTLED)) break;
  }
  return weights;
}

/** The slope of the loss by each weight, and the lower half of its matrix of curvature, row by row. */
function slopesAt(rows: Row[], weights: Float64Array) {
  const last = weights.length - 1;
  const slopes = new Float64Array(weights.length);
  const curves = Array.from(weights, (_, at) => new Float64Array(at + 1));
  for (const { signals, outcome } of rows) {
    let sum = 0;
    for (const at of signals) sum += weights[at]!;
    const chance = 1 / (1 + Math.exp(-sum));
    const curve = chance * (1 - chance);
    for (const [index, at] of signals.entries()) {
      slopes[at]! += chance - outcome;
      const row = curves[at]!;
      for (let other = 0; other <= index; other++) row[signals[other]!]! += curve;
    }
  }
  for (let at = 0; at < last; at++) {
    const pull = RIDGE + NOISE * curves[at]![at]!;
    slopes[at]! += pull * weights[at]!;
    curves[at]![at]! += pull;
  }
  return { slopes, curves };
}

/** Cholesky: the matrix as L·Lᵀ in place, then forwards and backwards. */
function solved(matrix: Float64Array[], right: Float64Array): Float64Array {
  const found = Float64Array.from(right);
  for (const [at, row] of matrix.entries()) {
    for (let column = 0; column <= at; column++) {
      const other = matrix[column]!;
      let rest = row[column]!;
      for (let each = 0; each < column; each++) rest -= row[each]! * other[each]!;
      row[column] = column === at ? Math.sqrt(rest) : rest / other[column]!;
    }
    for (let each = 0; each < at; each++) found[at]! -= row[each]! * found[each]!;
    found[at]! /= row[at]!;
  }
  for (let at = matrix.length - 1; at >= 0; at--) {
    const row = matrix[at]!;
    found[at]! /= row[at]!;
    for (let each = 0; each < at; each++) found[each]! -= row[each]! * found[at]!;
  }
  return found;
}

/** Adding 0 turns −0, which JSON does not keep, into 0. */
const rounded = (value: number) => Math.round(value * 1000) / 1000 + 0;
