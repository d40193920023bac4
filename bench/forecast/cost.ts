/** What 10,000 forecasts cost on one core, and beside it a straight line through the same check-ins. */
import { forecast } from "../../src/features/okrs/forecast/forecast.ts";
import { type Asked, askedOf } from "./asked.ts";
import { straightLine } from "./comparators.ts";
import { drawsFrom } from "./draws.ts";
import { families } from "./families.ts";

export function forecastCostInWords(): string {
  const { weekly, daily, straightLine } = forecastCost();
  const times = (weekly / straightLine).toFixed(1);
  return `10,000 forecasts take ${seconds(weekly)} s of one core (aim ≤ 1), ${times} times a straight line; ${seconds(daily)} s where all were checked in daily.`;
}

/** Milliseconds of CPU for 10,000 key results, the middle of five runs; `daily` with a check-in every day. */
function forecastCost(): { weekly: number; daily: number; straightLine: number } {
  const draws = drawsFrom(5);
  const weekly = askedOf(Object.values(families), { count: 10_000, draws, gone: () => 0.75 });
  const daily = weekly.map((asked): Asked => {
    const { now, checkIns } = asked.question;
    const days = Array.from({ length: Math.floor(now) }, (_, day) => ({
      at: day,
      value: checkIns[day % checkIns.length]?.value ?? 0,
    }));
    return { ...asked, question: { ...asked.question, checkIns: days } };
  });
  return {
    weekly: cpuOf(weekly, ({ question }) => forecast(question)),
    daily: cpuOf(daily, ({ question }) => forecast(question)),
    straightLine: cpuOf(weekly, straightLine),
  };
}

function cpuOf(asked: readonly Asked[], run: (each: Asked) => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    for (const each of asked) run(each);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return runs.sort((one, other) => one - other)[2] ?? 0;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
