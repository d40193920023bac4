/** A series as somebody would have asked for its forecast before it ended. */
import type { Question } from "../../src/features/okrs/forecast/course.ts";
import { CHECK_INS_NEEDED } from "../../src/features/okrs/forecast/forecast.ts";
import type { Draws } from "./draws.ts";
import type { Family, Series } from "./series.ts";

export interface Asked {
  series: Series;
  question: Question;
  /** Share of the cycle that had gone, 0..1. */
  gone: number;
}

/** So many series, each of the families in turn, that had enough check-ins by then. */
export function askedOf(
  families: readonly Family[],
  { count, draws, gone }: { count: number; draws: Draws; gone: (draws: Draws) => number },
): Asked[] {
  const asked: Asked[] = [];
  for (let made = 0; asked.length < count; made += 1) {
    const family = families[made % families.length] as Family;
    const one = ask(family(draws), gone(draws));
    if (one.question.checkIns.length >= CHECK_INS_NEEDED) asked.push(one);
  }
  return asked;
}

function ask(series: Series, gone: number): Asked {
  const { start, target, bounds, length } = series;
  const now = gone * length;
  const checkIns = series.checkIns.filter(({ at }) => at <= now);
  const rises = target > (start ?? checkIns[0]?.value ?? target);
  const goal = rises ? { low: target, high: null } : { low: null, high: target };
  return { series, gone, question: { checkIns, startsAt: 0, endsAt: length, now, start, target, bounds, goal } };
}

/** What is told apart in the report. 0: three check-ins, 1: four to six, 2: more. */
export function howMany(checkIns: number): number {
  return checkIns <= 3 ? 0 : checkIns <= 6 ? 1 : 2;
}
