/** What shared hours and the best time cost to find for many people in many zones. */
import { bestTimes } from "../src/features/workplace/best-times.ts";
import { sharedDay } from "../src/features/workplace/by-place.ts";
import { ownTimes, zoneClocks } from "../src/features/workplace/own-hours.ts";
import { daysBetween } from "../src/features/workplace/week.ts";

const rounds = 7;
const zones = ["Europe/Lisbon", "Europe/Berlin", "America/Toronto", "Asia/Kolkata", "America/Sao_Paulo", "Asia/Tokyo"];
const [from, to] = [Date.UTC(2027, 1, 15), Date.UTC(2027, 2, 1)];

/** "Shared hours of 200 people: …", from their hours to the answer, beside half as many. */
export function overlapCostInWords(): string {
  const [hundred, twoHundred] = [costOf(100), costOf(200)] as const;
  const figures = (at: 0 | 1) =>
    `${twoHundred[at].toFixed(1)} ms (${(twoHundred[at] / hundred[at]).toFixed(2)} × those of 100)`;
  return `200 people in ${zones.length} zones: shared hours of a day in ${figures(0)}, the best of 1,344 starts with eight weeks of ledger in ${figures(1)}.`;
}

function costOf(count: number): [number, number] {
  const shared = millisecondsOf(() =>
    sharedDay(peopleOf(count, "2027-02-14", "2027-02-18"), [from, from + 86_400_000]),
  );
  const best = millisecondsOf(() => bestTimes(peopleOf(count, "2027-01-02", "2027-03-03"), asked, 5));
  return [shared, best];
}

const asked = { within: [from, to] as const, now: from, minutes: 45, startsOf: (start: number) => [start] };

function peopleOf(count: number, first: string, last: string) {
  const [clocks, days] = [zoneClocks(), daysBetween(first, last)];
  return Array.from({ length: count }, (_, nth) => {
    const timeZone = zones[nth % zones.length] as string;
    const hours = [`0${7 + (nth % 3)}:00`, `${16 + (nth % 3)}:30`] as const;
    const workingHours = Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, hours]));
    const focusTimes = { "2": ["10:00", "11:30"] as const };
    const nothing = { isOff: () => false, meetingFree: [], coreHours: [] };
    const times = ownTimes({ timeZone, workingHours, focusTimes, ...nothing }, days, clocks);
    return { place: timeZone, timeZone, times, ledger: (nth * 37) % 300, optional: false };
  });
}

/** The middle of some rounds, after as many to warm up. */
function millisecondsOf(work: () => unknown): number {
  const times = Array.from({ length: 2 * rounds }, () => {
    const before = performance.now();
    work();
    return performance.now() - before;
  });
  return times.slice(rounds).sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}
