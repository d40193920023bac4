import { expect, test } from "vitest";
import { fitOf, toldOf } from "./fit.ts";

const week = (places: string) =>
  [...places].map((place, at) => ({
    ...{ day: `2027-02-${15 + at}`, weekday: String(at + 1) },
    at: { o: "office", h: "home", t: "travel", x: "off", f: "off" }[place] ?? null,
    because: place === "x" ? "time-off" : place === "f" ? "holiday" : "usual",
  }));
const said = (places: string, office: { days?: number; weekdays?: string[] }, anchors: string[] | null = null) => {
  const fit = fitOf(week(places), { days: office.days ?? null, weekdays: office.weekdays ?? [] }, anchors);
  return fit && `${fit.kept} of ${fit.of}`;
};

test.each([
  ["fixed weekdays", said("hoohh", { weekdays: ["2", "3"] }), "2 of 2"],
  ["one of them at home", said("hhohh", { weekdays: ["2", "3"] }), "1 of 2"],
  ["another day does not stand for a fixed one", said("ohohh", { weekdays: ["2", "3"] }), "1 of 2"],
  ["so many days, whichever", said("ohhho", { days: 2 }), "2 of 2"],
  ["more than asked is not more than kept", said("ooooo", { days: 2 }), "2 of 2"],
  ["a fixed day and one more", said("ohohh", { days: 2, weekdays: ["3"] }), "2 of 2"],
  ["travelling for work keeps a day", said("htthh", { weekdays: ["2", "3"] }), "2 of 2"],
  ["a holiday and a day off ask nothing", said("hfxhh", { weekdays: ["2", "3"] }), "0 of 0"],
  ["a fixed day that is a holiday is not asked on another", said("hfohh", { days: 2, weekdays: ["2", "3"] }), "1 of 1"],
  ["fewer days are left than are asked", said("xxxxo", { days: 3 }), "1 of 1"],
  ["the anchor days of one's team", said("hohhh", {}, ["2027-02-16", "2027-02-17"]), "1 of 2"],
  ["nothing is asked", said("hhhhh", {}), null],
])("%s", (_, fit, expected) => expect(fit).toBe(expected));

test("counts are told where five fit and five do not, and never else", () => {
  const people = (fit: number, not: number) => [...Array(fit).fill(true), ...Array(not).fill(false)];
  expect(toldOf(people(5, 5))).toEqual({ fit: 5, not: 5 });
  for (const [fit, not] of [
    [4, 6],
    [9, 4],
    [12, 0],
    [0, 12],
  ] as const)
    expect(toldOf(people(fit, not))).toBeNull();
});
