import { describe, expect, test } from "vitest";
import { figuresOf } from "./figures-of.ts";
import { closest, surely } from "./starting.ts";

const measured = (title: string, now: string | null, target: string | null = null, start: string | null = "40") => ({
  title,
  start,
  now,
  target,
  decimals: 0,
  heading: null,
});

describe("figures to begin with", () => {
  test.each([
    ["from the last value to the target it had", measured("Felt easy", "58", "72"), { start: "58", target: "72" }],
    ["without a target where there was none", measured("Felt easy", "58"), { start: "58", target: null }],
    ["without a target that was reached", measured("Felt easy", "72.0", "72"), { start: "72.0", target: null }],
    ["without a target that was passed", measured("Felt easy", "57", "55"), { start: "57", target: null }],
    ["down to a target below", measured("Hours", "4.1", "2", "6"), { start: "4.1", target: "2" }],
    ["without the limit of a health metric", measured("Tickets", "3", "5", null), { start: "3", target: null }],
    [
      "from where it heads while its cycle goes on, as exact as what was reported",
      { ...measured("Felt easy", "58", "72"), heading: { middle: "63.48213" } },
      { start: "63", target: "72" },
    ],
    [
      "without a target that it will likely pass",
      { ...measured("Felt easy", "58.5", "72"), heading: { middle: "74.25" } },
      { start: "74.3", target: null },
    ],
    ["none without a value", measured("Felt easy", null, "72"), null],
  ])("%s", (_, known, figures) => {
    expect(figuresOf(known)).toEqual(figures);
  });

  test("of two that share as much the one with fewer other words is closer", () => {
    const known = [measured("Clinics that finish setup unaided", "46"), measured("Setup felt easy", "57")];
    expect(closest("Improve setup satisfaction", known)[0]?.title).toBe("Setup felt easy");
  });

  test("the closest by words comes first, what shares none and what has no value are left out", () => {
    const known = [
      measured("Churn of clinics", "2"),
      measured("Setup satisfaction", null),
      measured("Clinics satisfied with setup", "58"),
      measured("Revenue", "3"),
    ];
    expect(closest("Improve setup satisfaction of a clinic", known).map(({ title }) => title)).toEqual([
      "Clinics satisfied with setup",
      "Churn of clinics",
    ]);
  });

  test("a measure is offered as the one meant only where more than one word says so", () => {
    const tickets = measured("Setup tickets per new clinic", "4");
    const known = [tickets, measured("Setup felt easy", "57"), measured("Clinics that finish setup unaided", "46")];
    expect(surely("Improve setup satisfaction", known)?.title).toBe("Setup felt easy");
    expect(surely("Improve setup satisfaction", [tickets])).toBeUndefined();
    expect(surely("Fewer setup tickets", known)).toBe(tickets);
    expect(surely("Revenue", known)).toBeUndefined();
  });
});
