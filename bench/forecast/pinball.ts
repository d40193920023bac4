/**
 * Weights of a sum such that a share of the outcomes lies below it: quantile regression (Koenker and Bassett 1978) by
 * gradient descent with momentum (Adam, Kingma and Ba 2015) on all rows at once. The same rows give the same weights.
 */
export function quantileWeights(
  rows: readonly (readonly number[])[],
  outcomes: readonly number[],
  { share, positive }: { share: number; positive: boolean },
): number[] {
  const width = rows[0]?.length ?? 0;
  const sizes = Array.from({ length: width }, (_, at) => meanSize(rows, at));
  const scaled = Float64Array.from(rows.flatMap((row) => row.map((trait, at) => trait / (sizes[at] as number))));
  const [weights, drift, power] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = lossSlope(scaled, outcomes, weights, share);
    const pace = 0.02 * (1 - step / (STEPS + 1));
    for (let at = 0; at < width; at += 1) {
      const by = slope[at] as number;
      drift[at] = 0.9 * (drift[at] as number) + 0.1 * by;
      power[at] = 0.99 * (power[at] as number) + 0.01 * by * by;
      const momentum = (drift[at] as number) / (1 - 0.9 ** step);
      const size = Math.sqrt((power[at] as number) / (1 - 0.99 ** step)) + 1e-9;
      const next = (weights[at] as number) - (pace * momentum) / size;
      weights[at] = positive ? Math.max(0, next) : next;
    }
  }
  return Array.from(weights, (weight, at) => weight / (sizes[at] as number));
}

const STEPS = 500;
/** Within this distance of the sum the corner of the loss is rounded. */
const CORNER = 0.01;

/** The loss of a miss is `share` for each unit above and 1 − `share` for each below; here its mean slope. */
function lossSlope(scaled: Float64Array, outcomes: readonly number[], weights: Float64Array, share: number) {
  const width = weights.length;
  const slope = new Float64Array(width);
  for (let row = 0; row < outcomes.length; row += 1) {
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += (scaled[row * width + at] as number) * (weights[at] as number);
    const miss = Math.min(1, Math.max(-1, ((outcomes[row] as number) - sum) / CORNER));
    const by = -(share - 0.5) - 0.5 * miss;
    for (let at = 0; at < width; at += 1) slope[at] = (slope[at] as number) + by * (scaled[row * width + at] as number);
  }
  return slope.map((each) => each / outcomes.length);
}

function meanSize(rows: readonly (readonly number[])[], at: number): number {
  return rows.reduce((sum, row) => sum + Math.abs(row[at] as number), 0) / rows.length || 1;
}

/** The least value that at least a share of the weight does not exceed; 0 of nothing. */
export function quantile(values: readonly { value: number; weight: number }[], share: number): number {
  const sorted = [...values].sort((one, other) => one.value - other.value);
  const all = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let below = 0;
  for (const { value, weight } of sorted) {
    below += weight;
    if (below >= share * all) return value;
  }
  return 0;
}
