import { describe, expect, it } from "vitest";
import { closestParents } from "./closest-parent.ts";
import { opposing, type Pulling, pullOf } from "./opposing.ts";
import { likeness, NEAR, wordingOf } from "./wording.ts";

it.each<[string, string, boolean]>([
  ["Increase active hospitals from 40 to 60", "Reduce active hospitals to 30", true],
  ["Average handling time of a ticket", "Ticket handling times, average", true],
  ["Kundenzufriedenheit im Support auf 70 steigern", "Kunden-Zufriedenheit im Support", true],
  ["顧客満足度を上げる", "顧客満足度を下げる", true],
  ["Support tickets per customer", "Revenue per customer", false],
  ["😀", "😀 😀", false],
  ["Employee turnover", "Revenue of hospitals", false],
])("%j is near %j: %s", (one, other, isNear) => {
  expect(likeness(wordingOf(one), wordingOf(other)) >= NEAR).toBe(isNear);
});

it("pulls up, down or neither way", () => {
  expect(pullOf({ kind: "metric", start: "1", target: "2" })).toBe("up");
  expect(pullOf({ kind: "metric", start: "2", target: "1" })).toBe("down");
  expect(pullOf({ kind: "threshold", operator: "at-or-below", target: "2", riskLimit: null })).toBe("down");
  expect(pullOf({ kind: "range", low: "1", high: "2" })).toBeNull();
});

describe("opposing key results", () => {
  const up: Pulling = {
    id: "up",
    title: "Raise calls per agent",
    unit: "calls",
    teamId: "a",
    pull: "up",
    metric: null,
  };
  const down: Pulling = { ...up, id: "down", title: "Fewer calls per agent", teamId: "b", pull: "down" };
  it.each<[string, Pulling, Pulling, string | null]>([
    ["near-same wording and unit", up, down, "near-wording"],
    [
      "the same metric, whatever the words",
      { ...up, metric: "sql 1" },
      { ...down, title: "Peace", metric: "sql 1" },
      "same-metric",
    ],
    ["one team may balance itself", up, { ...down, teamId: "a" }, null],
    ["the same way", up, { ...down, pull: "up" }, null],
    ["another unit", up, { ...down, unit: "%" }, null],
    ["the unit written otherwise", up, { ...down, unit: " Calls" }, "near-wording"],
    ["a company's and a team's", { ...up, teamId: null }, down, "near-wording"],
    ["no pull", { ...up, pull: null }, down, null],
  ])("%s", (_, one, other, why) => {
    expect(opposing([one, other]).map((found) => found.why.kind)).toEqual(why === null ? [] : [why]);
    expect(opposing([other, one]).length).toBe(why === null ? 0 : 1);
  });

  it("costs 10,000 key results no more than they can bear, however alike they are", () => {
    const words = ["tickets", "calls", "orders", "agents", "hospitals", "beds", "hours", "visits", "errors", "returns"];
    const many = Array.from({ length: 10_000 }, (_, at): Pulling => {
      const title = `${words[at % 10]} ${words[Math.floor(at / 10) % 10]} of customers ${at % 977} x${at % 3000}`;
      return { id: `${at}`, title, unit: "", teamId: `${at % 50}`, pull: at % 2 ? "up" : "down", metric: null };
    });
    const began = performance.now();
    opposing(many);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("the closest parent", () => {
  const teams = new Map([
    ["support", "service"],
    ["service", null],
    ["sales", null],
  ]);
  const candidate = (
    id: string,
    title: string,
    teamId: string | null,
    kind: "objective" | "imperative" = "objective",
  ) => {
    return { kind, id, title, teamId };
  };
  const offered = (title: string, teamId: string | null, candidates: ReturnType<typeof candidate>[]) =>
    closestParents([{ id: "orphan", title, teamId }], candidates, teams, () => false).get("orphan") ?? null;

  it.each<[string, string, string | null, ReturnType<typeof candidate>[], string | null]>([
    [
      "the one with the same words",
      "Faster answers",
      null,
      [candidate("a", "Fast answers", "sales"), candidate("b", "New markets", "sales")],
      "a",
    ],
    [
      "none where words say nothing, not even of the team above",
      "Calm nights",
      "support",
      [candidate("a", "Growth", "sales"), candidate("b", "Trust", "service")],
      null,
    ],
    [
      "the same words rather than the team",
      "Faster answers",
      "support",
      [candidate("a", "Faster answers", "sales"), candidate("b", "Trust", "service")],
      "a",
    ],
    [
      "an imperative by its words",
      "Trust of hospitals",
      null,
      [candidate("i", "Win the trust of hospitals", null, "imperative")],
      "i",
    ],
    ["none where nothing speaks for any", "Calm nights", "support", [candidate("a", "Growth", "sales")], null],
    [
      "the same whatever the order",
      "Faster answers",
      null,
      [candidate("b", "Faster answers", null), candidate("a", "Faster answers", null)],
      "a",
    ],
  ])("%s", (_, title, teamId, candidates, id) => {
    expect(offered(title, teamId, candidates)?.id ?? null).toBe(id);
  });
});
