import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Disagreement, disagreements, type ThreeFacts } from "./disagreement.ts";

const facts = (more: Partial<ThreeFacts> = {}): ThreeFacts => ({
  confidence: 5,
  status: "at-risk",
  chance: "0.5",
  commitment: "committed",
  progress: "0.5",
  expected: "0.5",
  ...more,
});

describe("confidence, status and forecast", () => {
  it.each<[string, Partial<ThreeFacts>, Disagreement[]]>([
    ["in the middle of everything", {}, []],
    ["all for it", { confidence: 8, status: "on-track", chance: "0.9" }, []],
    ["all against it", { confidence: 2, status: "off-track", chance: "0.05" }, []],
    [
      "reported confident, forecast unlikely",
      { confidence: 7, chance: "0.3" },
      [{ key: "confident-forecast-unlikely", confidence: 7, chance: "0.3" }],
    ],
    ["a hair less of either", { confidence: 6, chance: "0.3" }, []],
    ["the chance a hair more", { confidence: 7, chance: "0.3000000001" }, []],
    [
      "reported doubtful, forecast likely",
      { confidence: 3, chance: "0.7" },
      [{ key: "doubtful-forecast-likely", confidence: 3, chance: "0.7" }],
    ],
    [
      "confident and Off track, as the forecast says",
      { confidence: 9, status: "off-track", chance: "0.02" },
      [
        { key: "confident-forecast-unlikely", confidence: 9, chance: "0.02" },
        { key: "confident-status-off-track", confidence: 9 },
      ],
    ],
    [
      "doubtful and On track",
      { confidence: 0, status: "on-track" },
      [{ key: "doubtful-status-on-track", confidence: 0 }],
    ],
    [
      "set On track by hand, forecast unlikely",
      { status: "on-track", chance: "0.1" },
      [{ key: "on-track-forecast-unlikely", chance: "0.1" }],
    ],
    [
      "Off track by pace only, forecast likely",
      { status: "off-track", chance: "0.8" },
      [{ key: "off-track-forecast-likely", chance: "0.8" }],
    ],
    [
      "On track, 4 points behind the pace",
      { status: "on-track", progress: "0.46" },
      [{ key: "on-track-behind-pace", behind: "0.04" }],
    ],
    ["aspirational: its pace is 35", { status: "on-track", progress: "0.4", commitment: "aspirational" }, []],
    ["no forecast, nobody's word", { confidence: null, chance: null, status: "off-track" }, []],
    ["no update is no verdict", { confidence: 9, chance: "0.6", status: "no-update" }, []],
    ["a threshold has no pace", { status: "on-track", expected: null }, []],
  ])("%s", (_, more, expected) => {
    expect(disagreements(facts(more))).toEqual(expected);
  });

  it("agree with each other wherever two of them say the same and the third says nothing", () => {
    const against = fc.record({
      confidence: fc.constantFrom(null, 0, 3),
      status: fc.constantFrom<ThreeFacts["status"]>("off-track", "no-update", "paused"),
      chance: fc.constantFrom(null, "0", "0.3"),
    });
    fc.assert(
      fc.property(against, (more) => {
        expect(disagreements(facts(more))).toEqual([]);
      }),
    );
  });
});
