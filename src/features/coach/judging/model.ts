import type { Signals } from "./signals.ts";
import weights from "./weights.json" with { type: "json" };

/** A logistic regression over signals: the weight of each, and of none. */
export interface Model {
  bias: number;
  weights: Readonly<Record<string, number>>;
}

/** Learned from bench/coach/sentences by `npm run coach`; a signal that was never seen weighs nothing. */
export const trained: Model = weights;

/** The chance that a part with these signals is an outcome, 0–1. */
export function chanceOf(signals: Signals, model: Model = trained): number {
  let sum = model.bias;
  for (const name of signals.keys()) sum += model.weights[name] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}
