import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess, type Evidence, type Policy } from "./assess.ts";
import { chartOf } from "./chart.ts";
import type { Design } from "./designs/design.ts";
import { spreadOf } from "./inference/detectable.ts";
import { armsOf, panelOf, type TeamWeek } from "./panel.ts";

const draws = { byLot: 99, byTeam: 99 };

/** Teams whose weeks swing without chance, the covered higher by `difference` from week 0 on and by `drift` each week. */
function rowsOf(teams: number, covered: number, difference: number, drift = 0): TeamWeek[] {
  return Array.from({ length: teams }, (_, team) =>
    Array.from({ length: 24 }, (_, at) => {
      const week = at - 12;
      const isCovered = team < covered && week >= 0;
      const value =
        team + Math.sin(team * 5 + week * 2.3) + (isCovered ? difference : 0) + (team < covered ? drift * week : 0);
      return { team: `team ${String(team).padStart(2, "0")}`, week, value, covered: isCovered };
    }),
  ).flat();
}

const did: Design = { kind: "difference-in-differences", start: 0 };

function evidence(rows: readonly TeamWeek[], design: Design, but: Partial<Policy> = {}): Evidence {
  const outcome = { id: "hand-offs", wanted: "up" as const, sizeThatMatters: 2, rows };
  return assess({ design, outcomes: [outcome], guardrails: [], now: 12, decision: 12, ...but }, { seed: 1, draws });
}

function byLot(teams: number, covered: number): Design {
  const names = Array.from({ length: teams }, (_, team) => `team ${String(team).padStart(2, "0")}`);
  return {
    kind: "randomised-by-team",
    start: 0,
    drawn: { covered: names.slice(0, covered), others: names.slice(covered) },
  };
}

describe("a policy is said to", () => {
  test.each([
    ["help where ten and ten teams differ", rowsOf(20, 10, 3), did, "helps"],
    ["make no difference beyond the margin", rowsOf(20, 10, 0), did, "no-difference"],
    ["harm where the outcome falls", rowsOf(20, 10, -3), did, "harms"],
    ["have too few teams, nine against eleven", rowsOf(20, 9, 3), did, "too-few-teams"],
    ["leave it open where trends part before the start", rowsOf(20, 10, 0, 0.3), did, "cant-tell"],
    ["help with four of eight drawn by lot", rowsOf(8, 4, 3), byLot(8, 4), "helps"],
    ["have too few teams, three of seven drawn by lot", rowsOf(7, 3, 3), byLot(7, 3), "too-few-teams"],
    ["be described by before and after", rowsOf(20, 10, 3), { kind: "before-after", start: 0 }, "cant-tell"],
    ["be described by a comparison", rowsOf(20, 10, 3), { kind: "comparison", start: 0 }, "cant-tell"],
    ["have too few teams to compare", rowsOf(8, 4, 3), { kind: "comparison", start: 0 }, "too-few-teams"],
  ] as const)("%s", (_, rows, design, verdict) => expect(evidence(rows, design).verdict).toBe(verdict));

  test("be too early before its date, and how far it is", () => {
    const { verdict, sentence, settledBy } = evidence(rowsOf(20, 10, 3), did, { now: 7 });
    expect(verdict).toBe("too-early");
    expect(sentence.headline.weeks).toEqual({ over: 7, planned: 12 });
    expect(settledBy).toContainEqual({ key: "wait", weeks: 5 });
  });

  test("be too early while enough teams have not reported yet, and have too few once it is due", () => {
    const rows = rowsOf(20, 10, 3).filter(({ week, team }) => week < 0 || team < "team 04");
    const outcome = { id: "hand-offs", wanted: "up" as const, sizeThatMatters: 2, rows };
    const planned = (covered: number) => ({ outcomes: [{ ...outcome, planned: { covered, others: 10 } }] });
    expect(evidence(rows, did, { ...planned(10), now: 1 }).verdict).toBe("too-early");
    expect(evidence(rows, did, { ...planned(9), now: 1 }).verdict).toBe("too-few-teams");
    expect(evidence(rows, did, planned(10)).verdict).toBe("too-few-teams");
  });

  test("describe what a pulse told of two arms, and be held up by too few teams in all else", () => {
    const shares = { covered: { yes: 30, of: 40 }, others: { yes: 20, of: 40 } };
    const told = { id: "focus", wanted: "up" as const, sizeThatMatters: 0.1, rows: [], shares };
    const measured = (rows: TeamWeek[]) => ({ id: "hand-offs", wanted: "up" as const, sizeThatMatters: 2, rows });
    const few = evidence([], byLot(7, 3), { outcomes: [told, measured(rowsOf(7, 3, 3))] });
    expect([few.verdict, few.outcomes[0]!.word]).toEqual([
      "too-few-teams",
      { word: "cant-tell", why: "describes-only" },
    ]);
    expect(few.outcomes[0]!.estimate!.method.inference).toBe("newcombe");
    expect(evidence([], byLot(10, 5), { outcomes: [told, measured(rowsOf(10, 5, 3))] }).verdict).toBe("helps");
  });

  test("harm by a broken guardrail, with too few teams and before its date", () => {
    const guardrail = { id: "focus", safe: "at-least" as const, limit: 90, margin: 5, rows: rowsOf(8, 4, 0) };
    const { verdict, sentence } = evidence(rowsOf(8, 4, 3), did, { guardrails: [guardrail], now: 3 });
    expect(verdict).toBe("harms");
    expect(sentence.guardrails.broken).toEqual(["focus"]);
  });
});

test("six answers below a limit are told and prove nothing", () => {
  const shares = { covered: { yes: 3, of: 6 }, others: { yes: 9, of: 12 } };
  const guardrail = { id: "carers", safe: "at-least" as const, limit: 0.6, margin: 0.1, rows: [], shares };
  const { guardrails, verdict } = evidence(rowsOf(20, 10, 3), did, { guardrails: [guardrail] });
  expect([guardrails[0]!.word, verdict]).toEqual(["beyond-limit", "helps"]);
});

test("what would settle it: ten teams a side, or a lot that could have fallen in forty ways", () => {
  expect(evidence(rowsOf(11, 5, 3), did).settledBy).toEqual([
    { key: "more-teams", outcome: "hand-offs", covered: 5, others: 6, needed: 10 },
  ]);
  expect(evidence(rowsOf(7, 3, 3), byLot(7, 3)).settledBy).toEqual([
    { key: "more-possible-lots", outcome: "hand-offs", possible: 35, needed: 40 },
  ]);
});

test("effect is said of no design but those that draw", () => {
  const firstOn = new Map([["team 00", [true, false]]]);
  const onAndOff: Design = {
    kind: "randomised-on-and-off",
    blocks: { start: -12, weeksEach: 6, pairs: 2, wearingOff: 1 },
    firstOn,
  };
  const designs: Design[] = [
    byLot(8, 4),
    onAndOff,
    did,
    ...(["before-after", "comparison"] as const).map((kind) => ({ kind, start: 0 })),
    { kind: "survey" },
  ];
  for (const design of designs) {
    const found = evidence(rowsOf(8, 4, 3), design);
    const isDrawn = design.kind.startsWith("randomised");
    expect(found.called).toBe(isDrawn ? "effect" : "difference");
    expect(JSON.stringify(found).includes('"effect"')).toBe(isDrawn);
  }
});

test("the order of the rows changes nothing, and units change figures alone", () => {
  const rows = rowsOf(20, 10, 1);
  const plain = evidence(rows, did).outcomes[0]!;
  fc.assert(
    fc.property(
      fc.shuffledSubarray(rows, { minLength: rows.length }),
      fc.integer({ min: 1, max: 60 }),
      (mixed, unit) => {
        expect(evidence(mixed, did).outcomes[0]!.estimate).toEqual(plain.estimate);
        const scaled = mixed.map((row) => ({ ...row, value: row.value * unit + 7 }));
        const found = evidence(scaled, did).outcomes[0]!.estimate!;
        expect(found.difference / unit).toBeCloseTo(plain.estimate!.difference, 8);
        expect(found.p).toBe(plain.estimate!.p);
      },
    ),
    { numRuns: 15 },
  );
});

describe("bad input", () => {
  test("two values in one team and week, a value that is no number and a weight of 0 are refused", () => {
    const row = { team: "a", week: 1, value: 1, covered: false };
    expect(() => panelOf([row, row])).toThrow("two values");
    expect(() => panelOf([{ ...row, value: Number.NaN }])).toThrow("no number");
    expect(() => panelOf([{ ...row, weight: 0 }])).toThrow("not above 0");
  });

  test("a comparison group that is empty leaves nothing to measure; teams that change sides are left out and named", () => {
    expect(evidence(rowsOf(12, 12, 3), did)).toMatchObject({
      verdict: "too-few-teams",
      outcomes: [{ estimate: null }],
    });
    const rows = rowsOf(4, 2, 0).map((row) =>
      row.team === "team 03" && row.week > 5 ? { ...row, covered: true } : row,
    );
    const { covered, others, leftOut } = armsOf(rows, 0, true);
    expect([covered.length, others.length, leftOut]).toEqual([2, 1, [{ team: "team 03", why: "changed-sides" }]]);
  });

  test("nothing at all", () => expect(evidence([], did).verdict).toBe("too-few-teams"));
});

test("the chart draws both arms from before the start, with the teams behind each point", () => {
  const rows = rowsOf(4, 2, 3);
  const [first] = chartOf(rows, armsOf(rows, 0, true));
  expect(first).toMatchObject({ week: -12, teams: { covered: 2, others: 2 } });
});

test("the spread of a history is found again, correlation included", () => {
  let state = 1;
  const noise = () => {
    let sum = 0;
    for (let of = 0; of < 12; of++) {
      state = (state * 48271) % 2147483647;
      sum += state / 2147483647;
    }
    return sum - 6;
  };
  const rows = Array.from({ length: 60 }, (_, team) => {
    let last = noise();
    return Array.from({ length: 26 }, (_, week) => {
      last = 0.6 * last + 0.8 * noise();
      return { team: `${team}`, week, value: 10 * team + week + 3 * last, covered: false };
    });
  }).flat();
  const { sd, correlation } = spreadOf(rows)!;
  expect(Math.abs(sd - 3)).toBeLessThan(0.25);
  expect(Math.abs(correlation - 0.6)).toBeLessThan(0.06);
});

test.each([
  ["two teams", 2, 18, (team: number, week: number) => Math.sin(team * 5 + week * 2.3), false],
  ["three teams of three weeks", 3, 3, (team: number, week: number) => Math.sin(team * 5 + week * 2.3), false],
  ["three teams of four weeks", 3, 4, (team: number, week: number) => Math.sin(team * 5 + week * 2.3), true],
  ["eleven teams that never move", 11, 18, () => 91.7, false],
  ["teams that all move alike", 11, 18, (team: number, week: number) => team / 3 + Math.sin(week), false],
] as const)(
  "a spread is known of enough teams that reported long enough and moved: %s",
  (_, teams, weeks, value, is) => {
    const rows = Array.from({ length: teams * weeks }, (_each, at) => {
      const [team, week] = [Math.floor(at / weeks), (at % weeks) - weeks];
      return { team: `${team}`, week, value: value(team, week), covered: false };
    });
    expect(spreadOf(rows) !== null).toBe(is);
  },
);

test("teams that reported a week or two do not make a history", () => {
  const long = (team: number) =>
    Array.from({ length: 18 }, (_, at) => ({ team, week: at - 18, value: Math.sin(team * 5 + at * 2.3) }));
  const short = (team: number) => long(team).slice(-2);
  const rows = [0, 1].flatMap(long).concat([2, 3, 4, 5].flatMap(short));
  expect(spreadOf(rows.map((row) => ({ ...row, team: `${row.team}`, covered: false })))).toBeNull();
});
