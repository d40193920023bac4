import { describe, expect, it } from "vitest";
import { goesOn, laterCycles, linksThatGoOn } from "./next-cycle.ts";

const metric = { kind: "metric", start: "20", target: "60" } as const;
const goer = { title: "Clinics that finish setup", unit: "%", measure: metric, endValue: "46" };

describe("a key result goes on", () => {
  it("from its end value with its target", () => {
    expect(goesOn(goer)).toEqual({
      restart: "end-value",
      measure: { ...metric, start: "46" },
      start: "46",
      asksTarget: false,
    });
  });

  it("from zero where a person says so", () => {
    expect(goesOn(goer, { restart: "zero" }).start).toBe("0");
  });

  it("with a new target once the old one is reached, and waits for it", () => {
    expect(goesOn({ ...goer, endValue: "64" })).toMatchObject({ measure: null, start: "64", asksTarget: true });
    expect(goesOn({ ...goer, endValue: "64" }, { target: "80" })).toMatchObject({
      measure: { start: "64", target: "80" },
      asksTarget: false,
    });
  });

  it("as a number once its baseline was found", () => {
    const found = { ...goer, measure: { kind: "baseline" } as const, endValue: "6.5" };
    expect(goesOn(found)).toMatchObject({ measure: null, asksTarget: true });
    expect(goesOn(found, { target: "4" }).measure).toEqual({ kind: "metric", start: "6.5", target: "4" });
  });
});

it("the next cycle comes first; what is closed or began before is none", () => {
  const cycle = (id: string, startsOn: string, cycleState = "planning") => ({ id, startsOn, endsOn: "", cycleState });
  const all = [cycle("q3", "2027-07-01"), cycle("q2", "2027-04-01", "active"), cycle("old", "2026-10-01")];
  const ids = laterCycles(cycle("q1", "2027-01-01", "closing"), [...all, cycle("gone", "2027-05-01", "closed")]);
  expect(ids.map(({ id }) => id)).toEqual(["q2", "q3"]);
});

it("a link follows its parent, and is named where the parent stays behind", () => {
  const link = (id: string, kind: "objective" | "imperative", mode: "contributes" | "supports") => {
    return { objectiveId: "o", parent: { kind, id }, mode };
  };
  const links = [
    link("a", "objective", "contributes"),
    link("b", "objective", "supports"),
    link("i", "imperative", "supports"),
  ];
  const next = ({ id }: { id: string }) => (id === "a" ? { kind: "objective" as const, id: "a2" } : null);
  const { kept, lost } = linksThatGoOn(links, next, () => true);
  expect(kept.map(({ link: { mode }, parent }) => [mode, parent.id])).toEqual([
    ["contributes", "a2"],
    ["supports", "i"],
  ]);
  expect(lost.map(({ parent }) => parent.id)).toEqual(["b"]);
});
