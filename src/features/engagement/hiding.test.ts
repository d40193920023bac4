/** The rule behind cells, which looks only at what a grouping changes, against one that looks at everything each time. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type Grouping, hidden } from "./hiding.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { Earlier } from "./past.ts";

/** Cuts everyone anew after each grouping and holds each block against each earlier pulse, as the rule is written down. */
function plainly(groupings: readonly Grouping[], earlier: readonly Earlier[], limits: Limits): string[] {
  const everyone = [
    ...new Set([...groupings.flatMap((one) => one.memberIds), ...earlier.flatMap((one) => [...one.keys()])]),
  ];
  const kept: Grouping[] = [];
  for (const grouping of groupings) {
    const told = [...kept, grouping];
    const standing = (id: string) => told.map(({ memberIds }) => (memberIds.includes(id) ? 1 : 0)).join("");
    const now = new Map(everyone.map((id) => [id, standing(id)]));
    const blocks = [...Map.groupBy(everyone, (id) => now.get(id) as string)];
    const covered = blocks.filter(([key]) => key.includes("1")).map(([, ids]) => ids);
    if (covered.some(({ length }) => length < limits.answers)) continue;
    const nowIn = groupsOf(covered);
    if (blocks.every(([key, ids]) => staysHidden(ids, key.includes("1"), nowIn, earlier, limits))) kept.push(grouping);
  }
  return kept.map(({ id }) => id);
}

type Groups = ReadonlyMap<string, readonly string[]>;

function groupsOf(groups: readonly (readonly string[])[]): Groups {
  return new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
}

function staysHidden(
  block: readonly string[],
  covered: boolean,
  now: Groups,
  earlier: readonly Earlier[],
  { answers, crowd }: Limits,
): boolean {
  const path = (id: string) => earlier.map((one) => one.get(id) ?? "-").join(" ");
  return [...Map.groupBy(block, path).values()].every((few) => {
    const [someone = ""] = few;
    if (few.length >= answers || (!covered && earlier.every((one) => !one.has(someone)))) return true;
    return earlier.every((one) => {
      const then = groupsOf([...Map.groupBy(one.keys(), (id) => one.get(id) as string).values()]);
      const isLost = (mine: Groups, other: Groups) => {
        const [here, there] = [mine.get(someone), other.get(someone)];
        if (here === undefined || (there && new Set(here).symmetricDifference(new Set(there)).size === 0)) return true;
        const mates = here.filter((id) => !few.includes(id));
        const taken = mates.flatMap((id) => other.get(id) ?? []);
        if (taken.length === 0 && there === undefined) return true;
        return new Set([...mates, ...taken].filter((id) => !few.includes(id))).size >= crowd;
      };
      return isLost(now, then) && isLost(then, now);
    });
  });
}

const people = Array.from({ length: 70 }, (_, at) => `${at}`);
const organisations = fc.record({
  /** Who stood where in earlier pulses; 9 in none. */
  earlier: fc.array(fc.array(fc.nat(9), { minLength: 70, maxLength: 70 }), { maxLength: 2 }),
  teams: fc.array(fc.nat(7), { minLength: 70, maxLength: 70 }),
  /** How many people stay in their first team, of ten: moves are few in life. */
  settled: fc.integer({ min: 0, max: 10 }),
  crowd: fc.constantFrom(6, 12, 20, Number.POSITIVE_INFINITY),
});

it("keeps the groupings that are kept where everything is looked at each time", () => {
  fc.assert(
    fc.property(organisations, ({ earlier, teams, settled, crowd }) => {
      const teamIn = (drawn: readonly number[]) =>
        people.map((_, at) => (at % 10 < settled ? at % 7 : (drawn[at] ?? 0)));
      const now = teamIn(teams);
      const grouping = (id: string, holds: (team: number) => boolean) => {
        return { id, memberIds: people.filter((_, at) => holds(now[at] as number)) };
      };
      const groupings = [
        grouping("everyone", (team) => team < 7),
        grouping("left", (team) => team < 3),
        ...[0, 1, 2, 3, 4, 5, 6].map((each) => grouping(`team ${each}`, (team) => team === each)),
        grouping("across", (team) => team % 2 === 0),
      ].filter(({ memberIds }) => memberIds.length >= LIMITS.answers);
      const then = earlier.map((drawn): Earlier => {
        return new Map(teamIn(drawn).flatMap((team, at) => (team > 8 ? [] : [[`${at}`, `${team}`]])));
      });
      const limits = { ...LIMITS, crowd };
      const { kept, blocks } = hidden(groupings, then, { count: LIMITS.answers, sizeOf: () => 1 }, limits);
      expect(kept.map(({ id }) => id)).toEqual(plainly(groupings, then, limits));
      expect(new Set(blocks.flat())).toEqual(new Set(kept.flatMap(({ memberIds }) => memberIds)));
    }),
    { numRuns: 300 },
  );
});
