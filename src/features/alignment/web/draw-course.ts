/** How the index moved over a cycle, as a drawing: steps, since a day holds until the next. Pure. */
import { daysBetween } from "../../../web/ui/format.ts";

export interface Day {
  /** YYYY-MM-DD */
  day: string;
  index: string | null;
}

/** Sizes in pixels. */
export const course = { width: 320, height: 132, top: 14, left: 24, right: 26, floor: 108, words: 126 };

/**
 * Places on a scale from 0 to 100 and from the first to the last day of the cycle; it is drawn up to `today`. Days
 * without an index break the line.
 */
export function drawCourse(days: readonly Day[], cycle: { startsOn: string; endsOn: string }, today: string) {
  const length = Math.max(1, daysBetween(cycle.startsOn, cycle.endsOn));
  const until = today < cycle.endsOn ? today : cycle.endsOn;
  const x = (day: string) => {
    const share = Math.min(1, Math.max(0, daysBetween(cycle.startsOn, day) / length));
    return round(course.left + share * (course.width - course.left - course.right));
  };
  const y = (index: string | number) => round(course.floor - (Number(index) / 100) * (course.floor - course.top));
  const path = days.map(({ day, index }, nth) => {
    if (index === null) return "";
    const ends = x(days[nth + 1]?.day ?? until);
    const joins = nth > 0 && days[nth - 1]?.index !== null;
    return `${joins ? "L" : "M"}${x(day)} ${y(index)}H${ends}`;
  });
  const last = days.at(-1);
  const now = last && last.index !== null ? { x: x(until), y: y(last.index), index: last.index } : null;
  return { line: path.join(""), now, today: x(until), scale: [0, 50, 100].map((value) => ({ value, y: y(value) })) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
