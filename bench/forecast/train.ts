/**
 * Learns the coefficients of the forecast from the families, never from the one that is held out. First the weights,
 * by quantile regression; then, on series it has not seen, the corrections (split conformal prediction, Vovk 2005).
 */
import { type Course, courseOf } from "../../src/features/okrs/forecast/course.ts";
import { distancesOf, groupOf, KNOTS, knotAt, type Learned, SHARES } from "../../src/features/okrs/forecast/spread.ts";
import { type Traits, traitsOf } from "../../src/features/okrs/forecast/traits.ts";
import { askedOf } from "./asked.ts";
import { drawsFrom } from "./draws.ts";
import { quantile, quantileWeights } from "./pinball.ts";
import type { Family } from "./series.ts";

const SERIES = 30_000;

export function train(families: readonly Family[]): Learned[] {
  const [rows, fresh] = [rowsOf(families, 1), rowsOf(families, 2)];
  return [0, 1, 2].map((group) => {
    const weights = weightsFrom(rows.filter((row) => row.group === group));
    return {
      ...weights,
      ...correctionsFrom(
        fresh.filter((row) => row.group === group),
        weights,
      ),
    };
  });
}

interface Row {
  group: number;
  course: Course;
  traits: Traits;
  /** Where it ended, in ways from the last check-in. */
  end: number;
}

function rowsOf(families: readonly Family[], seed: number): Row[] {
  const gone = (draws: { between(low: number, high: number): number }) => draws.between(0.08, 0.97);
  const asked = askedOf(families, { count: SERIES, draws: drawsFrom(seed), gone });
  return asked.flatMap(({ series, question }) => {
    const course = courseOf(question.checkIns, question);
    if (course.way === 0) return [];
    const end = (series.end - course.last) / course.way;
    return [{ group: groupOf(course.count), course, traits: traitsOf(course), end }];
  });
}

type Weights = Pick<Learned, "middle" | "up" | "down">;

function weightsFrom(rows: readonly Row[]): Weights {
  const [drifts, spreads] = [rows.map(({ traits }) => traits.drifts), rows.map(({ traits }) => traits.spreads)];
  const ends = rows.map(({ end }) => end);
  const middle = rounded(quantileWeights(drifts, ends, { share: 0.5, positive: false }));
  const above = rows.map(({ traits, end }) => end - distancesOf(traits, { middle, up: [], down: [] }).middle);
  const below = above.map((miss) => -miss);
  return {
    middle,
    up: rounded(quantileWeights(spreads, above, { share: 0.9, positive: true })),
    down: rounded(quantileWeights(spreads, below, { share: 0.9, positive: true })),
  };
}

/** A series counts for the two knots it lies between, the more the nearer. First the tilt, then the reach from there. */
function correctionsFrom(rows: readonly Row[], weights: Weights): Pick<Learned, "tilt" | "reachUp" | "reachDown"> {
  const near = KNOTS.map((_, at) => {
    const misses = rows.map(({ course, traits, end }) => {
      const { middle, up, down } = distancesOf(traits, weights);
      const [knot, along] = knotAt(1 - course.horizon);
      const weight = at === knot ? 1 - along : at === knot + 1 ? along : 0;
      return { miss: end - middle, up: Math.max(up, 1e-9), down: Math.max(down, 1e-9), weight };
    });
    return misses.filter(({ weight }) => weight > 0);
  });
  const tilts = near.map((all) => all.map(({ miss, down, weight }) => ({ value: miss / down, weight })));
  const tilt = rounded(tilts.map((all) => quantile(all, 0.5)));
  const reach = (distances: Weighted[]) => rounded(SHARES.map((share) => Math.max(0, quantile(distances, share))));
  return {
    tilt,
    reachUp: near.map((all, knot) => {
      const middle = tilt[knot] as number;
      return reach(all.map(({ miss, up, down, weight }) => ({ value: (miss - middle * down) / up, weight })));
    }),
    reachDown: tilts.map((all, knot) => {
      return reach(all.map(({ value, weight }) => ({ value: (tilt[knot] as number) - value, weight })));
    }),
  };
}

interface Weighted {
  value: number;
  weight: number;
}

/** To three digits after the point: more are not known. */
function rounded(numbers: readonly number[]): number[] {
  return numbers.map((number) => Math.round(number * 1000) / 1000 + 0);
}
