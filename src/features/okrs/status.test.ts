import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KeyResultForecast } from "./forecast/of-key-result.ts";
import {
  countPerStatus,
  type KeyResultFacts,
  keyResultStatus,
  type ObjectiveFacts,
  objectiveStatus,
  type Part,
  type Rule,
  type Status,
  worstKeyResult,
} from "./status.ts";

const facts = (more: Partial<KeyResultFacts> & { value?: string | null } = {}): KeyResultFacts => {
  const { value = "50", ...rest } = more;
  return {
    state: "open",
    commitment: "committed",
    measure: { kind: "metric", start: "0", target: "100" },
    current: { value },
    expected: "0.5",
    checkIns: 2,
    firstDueOn: "2027-01-11",
    lastTwoDueMissed: false,
    today: "2027-02-16",
    forecast: null,
    ...rest,
  };
};
const heading = (middle: string, low: string, high: string): KeyResultForecast => {
  return { kind: "forecast", checkIns: 3, middle, range50: [low, high], range80: [low, high], chance: "0.2" };
};
const none = { checkIns: 0, value: null };
const falling = { kind: "metric", start: "8", target: "5" } as const;
const threshold = { kind: "threshold", operator: "at-or-above", target: "90", riskLimit: "80" } as const;

describe("status of a key result", () => {
  it.each<[string, Parameters<typeof facts>[0], Status]>([
    ["at pace", {}, "on-track"],
    ["5 points behind", { value: "45" }, "on-track"],
    ["a hair more than 5", { value: "44.9999" }, "at-risk"],
    ["25 points behind, exactly: 0.52 − 0.27", { expected: "0.52", value: "27" }, "at-risk"],
    ["a hair more than 25", { expected: "0.52", value: "26.9999" }, "off-track"],
    ["aspirational: 0.7 of the pace less 5 points", { commitment: "aspirational", value: "30" }, "on-track"],
    ["the same, committed", { value: "30" }, "at-risk"],
    ["worse than its start", { expected: "0.1", value: "-20" }, "off-track"],
    ["dropped, though beyond its target", { state: "dropped", value: "120" }, "dropped"],
    ["postponed", { state: "postponed" }, "postponed"],
    ["closed at its target", { state: "closed", value: "100" }, "achieved"],
    ["closed at its aspirational goal", { state: "closed", commitment: "aspirational", value: "70" }, "achieved"],
    ["closed half way, on the pace of that day", { state: "closed" }, "closed"],
    ["closed without any check-in", { state: "closed", ...none }, "closed"],
    ["closed half way with a score that was expected", { state: "closed", endedAtGoal: true }, "achieved"],
    ["closed at its target with a score that was not", { state: "closed", value: "100", endedAtGoal: false }, "closed"],
    ["paused, with missed check-ins", { state: "paused", lastTwoDueMissed: true }, "paused"],
    ["no check-in, none due yet", { ...none, today: "2027-01-10" }, "not-started"],
    ["no check-in on the day the first is due", { ...none, today: "2027-01-11" }, "not-started"],
    ["no check-in, the first one missed", { ...none, today: "2027-01-12", expected: "0.01" }, "no-update"],
    ["no check-in and no rhythm", { ...none, firstDueOn: null }, "not-started"],
    ["a check-in without a number", { value: null }, "not-started"],
    ["the last two due ones missed, though at its target", { lastTwoDueMissed: true, value: "100" }, "no-update"],
    ["a threshold that holds", { measure: threshold, value: "90", expected: "1" }, "on-track"],
    ["a threshold in its risk band", { measure: threshold, value: "80" }, "at-risk"],
    ["a threshold broken", { measure: threshold, value: "79" }, "off-track"],
    ["inside a range", { measure: { kind: "range", low: "1", high: "2" }, value: "2" }, "on-track"],
    ["outside a range", { measure: { kind: "range", low: "1", high: "2" }, value: "3" }, "off-track"],
    ["a baseline still to find", { measure: { kind: "baseline" }, value: null }, "not-started"],
    ["a baseline found", { measure: { kind: "baseline" }, value: "12" }, "on-track"],
    ["from contributions that have none", { measure: { kind: "contributions" }, value: null }, "not-started"],
    [
      "from contributions",
      { measure: { kind: "contributions" }, value: null, current: { value: null, contributed: "0.4" } },
      "at-risk",
    ],
  ])("%s", (_, some, status) => {
    expect(keyResultStatus(facts(some), "default").status).toBe(status);
  });

  it.each<[string, Rule, string, Status]>([
    ["5 points behind, by pace", "pace", "45", "on-track"],
    ["6 points behind, by pace", "pace", "44", "at-risk"],
    ["at pace", "pace-only", "50", "on-track"],
    ["a point behind", "pace-only", "49", "at-risk"],
    ["25 points behind", "pace-only", "25", "at-risk"],
    ["26 points behind", "pace-only", "24", "off-track"],
    ["95 % of the pace", "ratio", "47.5", "on-track"],
    ["just less", "ratio", "47.4", "at-risk"],
    ["75 % of the pace", "ratio", "37.5", "at-risk"],
    ["just less", "ratio", "37.4", "off-track"],
    ["5 points behind", "worst-key-result", "45", "on-track"],
  ])("%s by %s", (_, rule, value, status) => {
    expect(keyResultStatus(facts({ value }), rule).status).toBe(status);
  });

  it.each<[string, Parameters<typeof facts>[0], Rule, Status]>([
    [
      "the example of the product: middle 30, range 5–105",
      { forecast: heading("30", "5", "105") },
      "default",
      "at-risk",
    ],
    ["within 5 points of the goal", { forecast: heading("95", "90", "99") }, "default", "on-track"],
    ["a hair further", { forecast: heading("94.9999999999", "90", "100") }, "default", "at-risk"],
    [
      "beyond the goal, though behind the pace",
      { value: "10", forecast: heading("120", "110", "130") },
      "default",
      "on-track",
    ],
    ["the goal just inside the range", { forecast: heading("50", "20", "100") }, "default", "at-risk"],
    [
      "the goal just outside the range, though at pace",
      { forecast: heading("50", "20", "99.9999999999") },
      "default",
      "off-track",
    ],
    [
      "aspirational: within 5 points of 70",
      { commitment: "aspirational", forecast: heading("65", "60", "69") },
      "default",
      "on-track",
    ],
    [
      "aspirational: 70 inside the range",
      { commitment: "aspirational", forecast: heading("50", "40", "70") },
      "default",
      "at-risk",
    ],
    [
      "falling from 8 to 5, heading for 5.16",
      { measure: falling, forecast: heading("5.16", "5", "6") },
      "default",
      "at-risk",
    ],
    [
      "falling from 8 to 5, heading for 5.15",
      { measure: falling, forecast: heading("5.15", "5.1", "6") },
      "default",
      "on-track",
    ],
    ["falling, 5 inside the range", { measure: falling, forecast: heading("6", "5", "7") }, "default", "at-risk"],
    ["falling, 5 outside the range", { measure: falling, forecast: heading("6", "5.01", "7") }, "default", "off-track"],
    ["the same under worst key result", { forecast: heading("50", "20", "99") }, "worst-key-result", "off-track"],
    ["pace asks no forecast", { forecast: heading("50", "20", "99") }, "pace", "on-track"],
    ["pace only asks no forecast", { forecast: heading("50", "20", "99") }, "pace-only", "on-track"],
    ["nor does ratio", { forecast: heading("50", "20", "99") }, "ratio", "on-track"],
    ["with two check-ins pace decides", { forecast: { kind: "not-enough-data", checkIns: 2 } }, "default", "on-track"],
    [
      "a threshold holds, whatever comes",
      { measure: threshold, value: "90", forecast: heading("70", "60", "80") },
      "default",
      "on-track",
    ],
    ["paused, whatever comes", { state: "paused", forecast: heading("50", "20", "99") }, "default", "paused"],
    [
      "missed check-ins come first",
      { lastTwoDueMissed: true, forecast: heading("100", "99", "101") },
      "default",
      "no-update",
    ],
    [
      "once closed its own progress counts",
      { state: "closed", forecast: heading("100", "99", "101") },
      "default",
      "closed",
    ],
  ])("by forecast: %s", (_, some, rule, status) => {
    expect(keyResultStatus(facts(some), rule).status).toBe(status);
  });

  it("carries the numbers of its forecast", () => {
    expect(keyResultStatus(facts({ forecast: heading("30", "5", "105") }), "default")).toEqual({
      status: "at-risk",
      targetReached: false,
      because: {
        rule: "forecast",
        checkIns: 3,
        middle: "30",
        low: "5",
        high: "105",
        goal: "100",
        progress: "0.3",
        short: "0.7",
        onTrackUpTo: "0.05",
      },
    });
  });

  it("is on track by ratio on the first day, unless it fell behind its start", () => {
    expect(keyResultStatus(facts({ expected: "0", value: "0" }), "ratio")).toMatchObject({
      status: "on-track",
      because: { ratio: null },
    });
    expect(keyResultStatus(facts({ expected: "0", value: "-1" }), "ratio").status).toBe("off-track");
  });

  it("carries the numbers of its formula", () => {
    expect(keyResultStatus(facts({ commitment: "aspirational", value: "27", expected: "0.6" }), "default")).toEqual({
      status: "at-risk",
      targetReached: false,
      because: {
        rule: "gap",
        progress: "0.27",
        expected: "0.6",
        goalShare: "0.7",
        gap: "0.15",
        onTrackUpTo: "0.05",
        atRiskUpTo: "0.25",
      },
    });
  });

  it("holds what is closed short of its goal against the whole of it", () => {
    expect(keyResultStatus(facts({ state: "closed" }), "default").heldAs).toBe("off-track");
    const likely = { state: "closed", forecast: heading("100", "99", "101") } as const;
    expect(keyResultStatus(facts(likely), "default").heldAs).toBe("off-track");
    expect(keyResultStatus(facts({ state: "closed", value: "96" }), "default").heldAs).toBe("on-track");
    expect(keyResultStatus(facts({ state: "closed", ...none }), "default").heldAs).toBe("no-update");
  });

  it("says that the target is reached before it is closed, not after", () => {
    expect(keyResultStatus(facts({ value: "100" }), "default")).toMatchObject({
      status: "on-track",
      targetReached: true,
    });
    expect(keyResultStatus(facts({ value: "100", state: "closed" }), "default")).toMatchObject({
      targetReached: false,
    });
    const unseen = {
      ...none,
      measure: { kind: "threshold", operator: "below", target: "5", riskLimit: null } as const,
    };
    expect(keyResultStatus(facts(unseen), "default").targetReached).toBe(false);
  });
});

const part = (id: string, status: Status, gap: string | null = null, kind: Part["kind"] = "key-result"): Part => {
  return { kind, id, status, gap };
};
const objective = (more: Partial<ObjectiveFacts> = {}): ObjectiveFacts => {
  return {
    state: "open",
    commitment: "committed",
    progress: "0.5",
    expected: "0.5",
    parts: [part("1", "on-track")],
    ...more,
  };
};

describe("status of an objective", () => {
  it.each<[string, Partial<ObjectiveFacts>, Rule, Status]>([
    [
      "at pace with a key result off track",
      { parts: [part("1", "off-track"), part("2", "on-track")] },
      "default",
      "on-track",
    ],
    [
      "the same by its worst key result",
      { parts: [part("1", "off-track"), part("2", "on-track")] },
      "worst-key-result",
      "off-track",
    ],
    [
      "worst ignores what is paused or not started",
      { parts: [part("1", "paused"), part("2", "not-started"), part("3", "at-risk")] },
      "worst-key-result",
      "at-risk",
    ],
    [
      "worst by what was closed short of its goal",
      { parts: [{ ...part("1", "closed"), heldAs: "off-track" }, part("2", "on-track")] },
      "worst-key-result",
      "off-track",
    ],
    ["closed half way", { state: "closed" }, "default", "closed"],
    ["closed half way with a score that was expected", { state: "closed", endedAtGoal: true }, "default", "achieved"],
    ["worst of all achieved", { parts: [part("1", "achieved")] }, "worst-key-result", "on-track"],
    [
      "worst with children only falls back on pace",
      { parts: [part("1", "off-track", null, "objective")] },
      "worst-key-result",
      "on-track",
    ],
    ["without key results", { progress: null, parts: [] }, "default", "not-started"],
    [
      "nothing reported yet",
      { progress: "0", expected: "0.01", parts: [part("1", "not-started")] },
      "default",
      "not-started",
    ],
    [
      "nothing reported any more",
      { parts: [part("1", "no-update"), part("2", "not-started")] },
      "default",
      "no-update",
    ],
    ["one reported", { parts: [part("1", "no-update"), part("2", "on-track")] }, "default", "on-track"],
    ["30 points behind", { progress: "0.2" }, "default", "off-track"],
    ["paused", { state: "paused" }, "default", "paused"],
    ["closed at 100 %", { state: "closed", progress: "1" }, "default", "achieved"],
    [
      "closed at 70 %, aspirational",
      { state: "closed", progress: "0.7", commitment: "aspirational" },
      "default",
      "achieved",
    ],
    ["dropped", { state: "dropped", progress: "1" }, "default", "dropped"],
  ])("%s", (_, more, rule, status) => {
    expect(objectiveStatus(objective(more), rule).status).toBe(status);
  });

  it("names the worst key result: by status, then by gap", () => {
    const parts = [
      part("1", "at-risk", "0.1"),
      part("2", "at-risk", "0.2"),
      part("3", "on-track"),
      part("4", "off-track", "0.9", "objective"),
    ];
    expect(worstKeyResult(parts)?.id).toBe("2");
    expect(worstKeyResult([])).toBeNull();
  });

  it("counts a branch, worst first", () => {
    expect(countPerStatus(["on-track", "off-track", "on-track"])).toEqual([
      { status: "off-track", count: 1 },
      { status: "on-track", count: 2 },
    ]);
  });
});

describe("whatever the numbers", () => {
  const tenThousandths = fc.integer({ min: -20_000, max: 20_000 });

  it("the default rule agrees with whole-number arithmetic at every boundary", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), tenThousandths, (expected, progress) => {
        const gap = expected - progress;
        const status = gap <= 500 ? "on-track" : gap <= 2500 ? "at-risk" : "off-track";
        const some = facts({ expected: `${expected / 10_000}`, value: `${progress / 100}` });
        expect(keyResultStatus(some, "default").status).toBe(status);
      }),
    );
  });

  it("a gap of exactly 5 or 25 points is still inside, in thirds and sevenths too", () => {
    const divisor = fc.constantFrom(3, 6, 7, 9, 11, 13, 17, 83);
    fc.assert(
      fc.property(
        divisor,
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom(5, 25),
        fc.boolean(),
        (parts, done, points, up) => {
          // progress = done/parts, expected = done/parts + points/100 = (100·done + points·parts)/(100·parts)
          const expected = storedShare(100 * done + points * parts, 100 * parts, up);
          const some = facts({
            measure: { kind: "metric", start: "0", target: `${parts}` },
            value: `${done}`,
            expected,
          });
          expect(keyResultStatus(some, "default").status).toBe(points === 5 ? "on-track" : "at-risk");
        },
      ),
    );
  });

  it("by forecast agrees with whole-number arithmetic at every boundary", () => {
    const hundredths = fc.integer({ min: -5_000, max: 15_000 });
    fc.assert(
      fc.property(hundredths, hundredths, hundredths, fc.boolean(), (one, two, three, aspirational) => {
        const [low, middle, high] = [one, two, three].sort((a, b) => a - b) as [number, number, number];
        const goal = aspirational ? 7_000 : 10_000;
        const status = middle >= goal - 500 ? "on-track" : high >= goal ? "at-risk" : "off-track";
        const forecast = heading(`${middle / 100}`, `${low / 100}`, `${high / 100}`);
        const commitment = aspirational ? "aspirational" : "committed";
        expect(keyResultStatus(facts({ commitment, forecast }), "default").status).toBe(status);
      }),
    );
  });

  it("nothing is green without data", () => {
    fc.assert(
      fc.property(
        tenThousandths,
        fc.constantFrom<Rule>("default", "pace", "pace-only", "ratio"),
        fc.boolean(),
        (value, rule, missed) => {
          const some = facts({ ...none, value: `${value}`, lastTwoDueMissed: missed });
          expect(["not-started", "no-update"]).toContain(keyResultStatus(some, rule).status);
        },
      ),
    );
  });

  it("more progress never gives a worse status", () => {
    const order: Status[] = ["off-track", "at-risk", "on-track"];
    fc.assert(
      fc.property(
        tenThousandths,
        tenThousandths,
        fc.constantFrom<Rule>("default", "pace", "pace-only", "ratio"),
        (one, other, rule) => {
          const rank = (value: number) => order.indexOf(keyResultStatus(facts({ value: `${value}` }), rule).status);
          expect(rank(Math.max(one, other))).toBeGreaterThanOrEqual(rank(Math.min(one, other)));
        },
      ),
    );
  });
});

/** A share with 10 digits after the point, as it is stored; its last digit cut off or rounded up. */
function storedShare(over: number, under: number, up: boolean): string {
  const digits = ((BigInt(over) * 10n ** 10n + (up ? BigInt(under) - 1n : 0n)) / BigInt(under))
    .toString()
    .padStart(11, "0");
  return `${digits.slice(0, -10)}.${digits.slice(-10)}`;
}
