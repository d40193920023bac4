/** An adversary who adds, subtracts and intersects everything published, over random organisations and several pulses. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { armCell, isArm, withArms } from "./arms.ts";
import { audit, type Publication } from "./audit.ts";
import { type FixedCells, fixCells } from "./cells.ts";
import type { Grouping } from "./hiding.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { Earlier } from "./past.ts";
import { cellsWithComments, publish, standing } from "./publish.ts";
import type { Tally } from "./question.ts";
import { boundsOf } from "./told.ts";

const strict: Limits = { ...LIMITS, crowd: Number.POSITIVE_INFINITY };

/** Random people in a random tree of teams and at random sites, and policies for some; in later pulses some moved, came or left. */
const organisations = fc.record({
  parents: fc.array(fc.nat(5), { minLength: 2, maxLength: 6 }),
  people: fc.array(fc.record({ team: fc.nat(6), site: fc.nat(1) }), { minLength: 10, maxLength: 45 }),
  moves: fc.array(fc.array(fc.record({ person: fc.nat(60), team: fc.option(fc.nat(6)) }), { maxLength: 12 }), {
    maxLength: 2,
  }),
  /** Of each policy: by which of teams or sites it takes people in, and which of these are covered, compared, or neither. */
  policies: fc.array(
    fc.record({ by: fc.constantFrom("team", "site"), arms: fc.array(fc.nat(2), { minLength: 7, maxLength: 7 }) }),
    { maxLength: 2 },
  ),
});
const chance = fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 60, maxLength: 60 });

interface Person {
  team: number;
  site: number;
}

interface Policy {
  by: "team" | "site";
  arms: number[];
}

/** As a launch takes them: everyone, arms of policies, then teams and sites. */
function groupingsOf(
  parents: readonly number[],
  people: ReadonlyMap<string, Person>,
  policies: readonly Policy[],
): Grouping[] {
  const isWithin = (team: number, above: number): boolean =>
    team === above || (team > 0 && isWithin(Math.min(parents[team - 1] ?? 0, team - 1), above));
  const of = (id: string, holds: (person: Person) => boolean) => {
    return { id, memberIds: [...people].filter(([, person]) => holds(person)).map(([member]) => member) };
  };
  const teams = [0, ...parents.map((_, at) => at + 1)].map((team) =>
    of(`team ${team}`, (one) => isWithin(one.team, team)),
  );
  const [company = of("nobody", () => false), ...others] = teams;
  const arms = policies.flatMap(({ by, arms: armAt }, policy) =>
    (["covered", "others"] as const).map((arm, at) =>
      of(armCell(`${policy}`, arm), (one) => armAt[one[by]] === at + 1),
    ),
  );
  const groupings = [
    { ...company, memberIds: [...people.keys()] },
    ...others.toSorted((one, other) => other.memberIds.length - one.memberIds.length),
    of("site 0", ({ site }) => site === 0),
    of("site 1", ({ site }) => site === 1),
  ];
  return withArms(groupings, arms, [...people.keys()]);
}

function pulsesOf({
  parents,
  people,
  moves,
  policies = [],
}: {
  parents: number[];
  people: Person[];
  policies?: Policy[];
  moves: { person: number; team: number | null }[][];
}) {
  const wrap = (team: number) => team % (parents.length + 1);
  let now = new Map(people.map((one, at) => [`${at}`, { ...one, team: wrap(one.team) }]));
  const pulses = [now];
  for (const changes of moves) {
    now = new Map(now);
    for (const { person, team } of changes) {
      if (team === null) now.delete(`${person}`);
      else now.set(`${person}`, { site: now.get(`${person}`)?.site ?? 0, team: wrap(team) });
    }
    pulses.push(now);
  }
  return pulses.map((each) => groupingsOf(parents, each, policies));
}

function launched(pulses: readonly Grouping[][], limits: Limits): FixedCells[] {
  const earlier: Earlier[] = [];
  return pulses.map((groupings) => {
    const fixed = fixCells(groupings, earlier, limits);
    earlier.push(
      new Map(fixed.groups.flatMap(({ id, memberIds }) => memberIds.map((member) => [member, id] as const))),
    );
    return fixed;
  });
}

/** Everything that unions, differences and intersections of some sets lead to. */
function closure(sets: readonly bigint[]): Set<bigint> {
  const reached = new Set(sets);
  for (const one of reached) {
    for (const other of reached) {
      for (const made of [one | other, one & other, one & ~other, other & ~one]) reached.add(made);
      if (reached.size > 3000) return reached;
    }
  }
  return reached;
}

const size = (set: bigint) => set.toString(2).replaceAll("0", "").length;
const bits = (ids: readonly string[]) => ids.reduce((set, id) => set | (1n << BigInt(id)), 0n);
const tooFew = (count: number, limit = LIMITS.answers) => count > 0 && count < limit;

describe("cells fixed at launch", () => {
  it("no addition, subtraction or intersection of cells, in one pulse or several, leaves one to four people", () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const fixed = launched(pulsesOf(organisation), strict);
        const sets = fixed.flatMap(({ cells, groups }) =>
          cells.map((cell) =>
            bits(groups.filter(({ id }) => cell.groups.includes(id)).flatMap(({ memberIds }) => memberIds)),
          ),
        );
        for (const set of closure(sets)) expect(tooFew(size(set))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("a cell is what its grouping was, and nobody stands in two groups", () => {
    fc.assert(
      fc.property(organisations, (organisation) => {
        const [groupings = []] = pulsesOf(organisation);
        const { cells, groups } = fixCells(groupings, [], LIMITS);
        const all = groups.flatMap(({ memberIds }) => memberIds);
        expect(new Set(all).size).toBe(all.length);
        for (const cell of cells) {
          const members = groups.filter(({ id }) => cell.groups.includes(id)).flatMap(({ memberIds }) => memberIds);
          expect(members.toSorted()).toEqual(groupings.find(({ id }) => id === cell.id)?.memberIds.toSorted());
        }
      }),
    );
  });

  it.each<[string, number[], [string, string][]]>([
    [
      "three people are too few",
      [20, 7, 3],
      [
        ["b", "would-isolate"],
        ["c", "too-few"],
      ],
    ],
    ["two teams that hide each other", [20, 7, 6], []],
    ["nobody in a team", [20, 10, 0], [["c", "too-few"]]],
  ])("company of teams a, b, c: %s", (_, sizes, withheld) => {
    const teams = sizes.map((count, at) => ({
      id: "abc"[at] as string,
      memberIds: Array.from({ length: count }, (__, each) => `${at}-${each}`),
    }));
    const company = { id: "company", memberIds: teams.flatMap(({ memberIds }) => memberIds) };
    expect(fixCells([company, ...teams], [], LIMITS).withheld.map(({ id, why }) => [id, why])).toEqual(withheld);
  });

  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `${from + at}`);
  const twice = (before: Grouping[], after: Grouping[], limits = LIMITS) => launched([before, after], limits)[1];

  it.each<[string, Grouping[], Grouping[], string[]]>([
    ["nothing changed", [{ id: "team", memberIds: range(0, 8) }], [{ id: "team", memberIds: range(0, 8) }], []],
    [
      "one joined a team of eight",
      [{ id: "team", memberIds: range(0, 8) }],
      [{ id: "team", memberIds: range(0, 9) }],
      ["team"],
    ],
    [
      "one left a team of eight",
      [{ id: "team", memberIds: range(0, 8) }],
      [{ id: "team", memberIds: range(0, 7) }],
      ["team"],
    ],
    ["five joined", [{ id: "team", memberIds: range(0, 8) }], [{ id: "team", memberIds: range(0, 13) }], []],
    [
      "one joined among thirty",
      [{ id: "team", memberIds: range(0, 30) }],
      [{ id: "team", memberIds: range(0, 31) }],
      [],
    ],
    ["one left among thirty", [{ id: "team", memberIds: range(0, 30) }], [{ id: "team", memberIds: range(1, 30) }], []],
    [
      "one moved between small teams, the company stays",
      [
        { id: "all", memberIds: range(0, 16) },
        { id: "a", memberIds: range(0, 8) },
      ],
      [
        { id: "all", memberIds: range(0, 16) },
        { id: "a", memberIds: range(0, 9) },
      ],
      ["a"],
    ],
    [
      "a team told for the first time, with one who is new to a large company",
      [{ id: "all", memberIds: range(0, 60) }],
      [
        { id: "all", memberIds: range(0, 61) },
        { id: "a", memberIds: range(53, 61) },
      ],
      [],
    ],
  ])("since the last pulse: %s", (_, before, after, withheld) => {
    expect(twice(before, after)?.withheld.map(({ id }) => id)).toEqual(withheld);
  });

  it("without a crowd to hide in, one who joined thirty is enough to withhold", () => {
    const team = (count: number) => [{ id: "team", memberIds: range(0, count) }];
    expect(twice(team(30), team(31), strict)?.withheld).toEqual([{ id: "team", why: "changed-since" }]);
  });
});

/** Some answer, fewer are favourable or, in the extreme, nearly all of them. */
function tallies(fixed: FixedCells, luck: readonly number[], mood: number): Tally[] {
  return fixed.groups.map(({ id, memberIds }) => {
    const draw = (member: string, more: number) => luck[(Number(member) * 7 + more) % luck.length] ?? 0;
    const answering = memberIds.filter((member) => draw(member, 3) < 80);
    const favourable = answering.filter((member) => draw(member, 11) < mood).length;
    return { group: id, answers: answering.length, favourable };
  });
}

function published(
  pulse: string,
  fixed: FixedCells,
  counted: readonly Tally[],
  limits: Limits,
  earlier: Earlier[] = [],
): Publication {
  const groups = fixed.groups.map(({ id, memberIds }) => {
    return { id, memberIds, answers: 0, favourable: 0, ...counted.find((one) => one.group === id) };
  });
  const figures = publish({ ...fixed, tallies: counted, earlier }, limits);
  earlier.push(standing(fixed, figures));
  const told = figures.flatMap((figure) => {
    const cell = fixed.cells.find(({ id }) => id === figure.cell);
    if (figure.reads === "withheld" || !cell) return [];
    const inside = groups.filter(({ id }) => cell.groups.includes(id));
    const answers = inside.reduce((sum, one) => sum + one.answers, 0);
    return [{ cell: cell.id, groups: cell.groups, ...boundsOf(figure, answers) }];
  });
  return { pulse, question: "see-my-line", groups, told };
}

describe("what is published", () => {
  it("arms of policies are told, and stand in every sum that the adversary makes", () => {
    const people = Array.from({ length: 24 }, (_, at) => ({ team: at % 4, site: 0 }));
    const policies: Policy[] = [{ by: "team", arms: [1, 1, 2, 2] }];
    const [fixed] = launched(pulsesOf({ parents: [0, 0, 0], people, moves: [], policies }), LIMITS);
    expect(fixed?.cells.map(({ id }) => id).filter(isArm)).toEqual([armCell("0", "covered"), armCell("0", "others")]);
  });

  it("no combination of figures stands for one to four answers", () => {
    fc.assert(
      fc.property(organisations, chance, fc.nat(100), (organisation, luck, mood) => {
        const [fixed] = launched(pulsesOf(organisation), LIMITS);
        if (!fixed) return;
        const counted = tallies(fixed, luck, mood);
        const one = published("1", fixed, counted, LIMITS);
        const at = new Map(fixed.groups.map(({ id }, index) => [id, 1n << BigInt(index)]));
        const sets = one.told.map(({ groups }) => groups.reduce((set, id) => set | (at.get(id) ?? 0n), 0n));
        for (const set of closure(sets)) {
          const inside = counted.filter(({ group }) => (set & (at.get(group) ?? 0n)) !== 0n);
          expect(tooFew(inside.reduce((sum, { answers }) => sum + answers, 0))).toBe(false);
        }
        const listed = cellsWithComments({ ...fixed, tallies: counted, earlier: [] }, LIMITS);
        const lists = fixed.cells.filter(({ id }) => listed.includes(id));
        for (const set of closure(
          lists.map(({ groups }) => groups.reduce((sum, id) => sum | (at.get(id) ?? 0n), 0n)),
        )) {
          const inside = counted.filter(({ group }) => (set & (at.get(group) ?? 0n)) !== 0n);
          expect(
            tooFew(
              inside.reduce((sum, { answers }) => sum + answers, 0),
              LIMITS.comments,
            ),
          ).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("the auditor, who was not there when it was made, finds nothing", () => {
    fc.assert(
      fc.property(organisations, chance, fc.nat(100), fc.boolean(), (organisation, luck, mood, isStrict) => {
        const limits = isStrict ? strict : LIMITS;
        const earlier: Earlier[] = [];
        const all = launched(pulsesOf(organisation), limits).map((fixed, at) => {
          return published(`${at}`, fixed, tallies(fixed, luck.slice(at), mood), limits, earlier);
        });
        expect(audit(all, limits)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("the auditor finds nothing where many people moved between many small teams", () => {
    const large = fc.record({
      people: fc.integer({ min: 150, max: 400 }),
      moves: fc.array(fc.array(fc.tuple(fc.nat(399), fc.nat(24)), { maxLength: 20 }), { minLength: 1, maxLength: 2 }),
    });
    fc.assert(
      fc.property(large, chance, fc.nat(100), (organisation, luck, mood) => {
        const people = Array.from({ length: organisation.people }, (_, at) => ({ team: at % 25, site: 0 }));
        const moves = organisation.moves.map((some) => some.map(([person, team]) => ({ person, team })));
        const parents = Array.from({ length: 24 }, (_, at) => Math.floor(at / 6));
        const earlier: Earlier[] = [];
        const all = launched(pulsesOf({ parents, people, moves }), LIMITS).map((fixed, at) => {
          return published(`${at}`, fixed, tallies(fixed, luck.slice(at), mood), LIMITS, earlier);
        });
        expect(audit(all, LIMITS)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("whoever knows this rule, and tries every answer that fits all figures, is never sure that a group was unanimous", () => {
    const small = fc.array(
      fc.record({ answers: fc.constantFrom(0, 2, 5, 6, 10), unfavourable: fc.constantFrom(0, 0, 0, 1, 2, 5, 10) }),
      { minLength: 2, maxLength: 4 },
    );
    const cellsOf = fc.array(fc.subarray([0, 1, 2, 3], { minLength: 1 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(small, cellsOf, (groups, chosen) => {
        const counted = groups.map(({ answers, unfavourable }, at) => {
          return { group: `${at}`, answers, favourable: answers - Math.min(answers, unfavourable) };
        });
        const fixed = {
          groups: counted.map(({ group }) => ({ id: group, memberIds: [group] })),
          cells: [[0, 1, 2, 3], ...chosen].map((members, at) => {
            return { id: `${at}`, groups: members.filter((each) => each < groups.length).map(String) };
          }),
        };
        const told = (some: readonly Tally[]) =>
          JSON.stringify(publish({ ...fixed, tallies: some, earlier: [] }, LIMITS));
        const fitting = worlds(counted).filter((some) => told(some) === told(counted));
        for (const members of unions(counted.length)) {
          const sums = fitting.map((some) => members.reduce((sum, at) => sum + (some[at]?.favourable ?? 0), 0));
          const answers = members.reduce((sum, at) => sum + (counted[at]?.answers ?? 0), 0);
          if (answers === 0) continue;
          expect(sums.every((sum) => sum === answers) || sums.every((sum) => sum === 0)).toBe(false);
        }
      }),
      { numRuns: 120 },
    );
  });
});

function worlds(counted: readonly Tally[]): Tally[][] {
  return counted.reduce<Tally[][]>(
    (some, one) =>
      some.flatMap((world) =>
        Array.from({ length: one.answers + 1 }, (_, favourable) => [...world, { ...one, favourable }]),
      ),
    [[]],
  );
}

function unions(count: number): number[][] {
  return Array.from({ length: 2 ** count - 1 }, (_, set) =>
    Array.from({ length: count }, (__, at) => at).filter((at) => ((set + 1) >> at) & 1),
  );
}
