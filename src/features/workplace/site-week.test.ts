import fc from "fast-check";
import { expect, test } from "vitest";
import { byDistance, daysShown, inOffices, seatsLeft, weeksOf } from "./site-week.ts";
import { type Day, weekAround } from "./week.ts";

const week = weekAround("2027-02-16", 1);
const site = (id: string, holidays: Record<string, string> = {}) => ({ id, name: id, seats: { "2": 4 }, holidays });
const worked = Object.fromEntries(["1", "2", "3", "4", "5"].map((day) => [day, true]));
const person = (id: string, siteId: string | null, days: Record<string, string> = {}) => ({
  ...{ id, name: id, siteId, usual: [], timeOff: [], workingHours: worked },
  days: Object.fromEntries(
    Object.entries(days).map(([day, office]) => [day, { at: "office" as const, siteId: office }]),
  ),
});

test("whoever is in counts at the office they are in, wherever they belong", () => {
  const people = [
    person("a", "lisbon", { "2027-02-16": "lisbon" }),
    person("b", "berlin", { "2027-02-16": "lisbon", "2027-02-17": "berlin" }),
    person("c", null, { "2027-02-16": "lisbon" }),
  ];
  const weeks = weeksOf(people, week, [site("lisbon"), site("berlin")]);
  expect(weeks.map(({ id }) => id)).toEqual(["a", "b"]);
  const counts = inOffices(weeks, 7);
  expect([counts.get("lisbon")?.[1], counts.get("berlin")?.[2], counts.get("berlin")?.[1]]).toEqual([2, 1, 0]);
});

test("seats are left, run out, are too few, or are not counted", () => {
  const [monday, tuesday] = week as [Day, Day];
  expect([1, 4, 6].map((inThere) => seatsLeft(site("lisbon"), tuesday, inThere))).toEqual([3, 0, -2]);
  expect(seatsLeft(site("lisbon"), monday, 3)).toBeNull();
});

test("a weekend stands in the table only where somebody works or plans it", () => {
  const sites = [site("lisbon", { "2027-02-15": "Carnival" })];
  const shown = (people: ReturnType<typeof person>[]) => daysShown(weeksOf(people, week, sites), week);
  expect(shown([person("a", "lisbon")])).toEqual([0, 1, 2, 3, 4]);
  expect(shown([person("a", "lisbon", { "2027-02-20": "lisbon" })])).toEqual([0, 1, 2, 3, 4, 5]);
  expect(shown([])).toEqual([0, 1, 2, 3, 4]);
});

test("one's own site comes first, then the nearest by the clock, and none is lost", () => {
  const ahead: Record<string, number> = { lisbon: 0, berlin: 60, toronto: -300, bengaluru: 330 };
  const sites = Object.keys(ahead).map((id) => ({ id, name: id, timeZone: id }));
  const order = (of: typeof sites, home: string | null) =>
    byDistance(of, home, (zone) => ahead[zone] ?? 0).map(({ id }) => id);
  expect(order(sites, null)).toEqual(["lisbon", "berlin", "toronto", "bengaluru"]);
  fc.assert(
    fc.property(fc.shuffledSubarray(sites, { minLength: 4 }), (shuffled) => {
      expect(order(shuffled, "toronto")).toEqual(["toronto", "lisbon", "berlin", "bengaluru"]);
    }),
  );
});
