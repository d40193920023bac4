/**
 * The auditor of pulses: given everything that was ever published, whether any combination of it isolates a group under
 * the limit, or gives a group near unanimity away. It shares nothing with what publishes but the meaning of a reading.
 */
import { combinationFor, type Fraction } from "./elimination.ts";
import { forcedCounts } from "./forced.ts";
import type { Limits } from "./limits.ts";
import { zoneOf } from "./reading.ts";

/** One question of one pulse as it was published, with what only the auditor knows: who stood behind each group. */
export interface Publication {
  pulse: string;
  question: string;
  groups: readonly { id: string; memberIds: readonly string[]; answers: number; favourable: number }[];
  /**
   * Everything told, whatever the way: cells, filters, exports, arms of a policy. What it says of the number of
   * favourable answers: exactly one, or anything between two bounds.
   */
  told: readonly { cell: string; groups: readonly string[]; from: number; to: number }[];
}

export type Violation =
  | {
      kind: "small-group";
      pulses: string[];
      question: string;
      size: number;
      /** Cells with how often each is added or subtracted to isolate it; null where it is their intersection only. */
      combination: { cell: string; times: string }[] | null;
    }
  | { kind: "given-away"; pulses: [string]; question: string; groups: string[]; favourable: number; answers: number }
  | { kind: "told-too-exactly" | "told-wrongly"; pulses: [string]; question: string; cell: string };

/**
 * Every way found in which what was published tells too much; empty when there is none. Pulses in the order of their
 * closing; where one is named, only what it adds to those before it.
 */
export function audit(published: readonly Publication[], limits: Limits, added?: string): Violation[] {
  const perQuestion = Map.groupBy(published, ({ question }) => question);
  const isAsked = ({ pulse }: Publication) => added === undefined || pulse === added;
  return [
    ...published.filter(isAsked).flatMap((one) => [...toldBadly(one), ...smallWithin(one, limits), ...givenAway(one)]),
    ...[...perQuestion.values()].flatMap((pulses) => smallAcross(pulses, limits, isAsked)),
  ];
}

/** Exact in a zone where unanimity may not be seen, or bounds that do not hold the truth. */
function toldBadly({ pulse, question, groups, told }: Publication): Violation[] {
  return told.flatMap(({ cell, groups: ids, from, to }): Violation[] => {
    const inside = groups.filter(({ id }) => ids.includes(id));
    const [favourable, answers] = [sum(inside, "favourable"), sum(inside, "answers")];
    if (favourable < from || favourable > to) return [{ kind: "told-wrongly", pulses: [pulse], question, cell }];
    if (from < to || zoneOf(favourable, answers) === null) return [];
    return [{ kind: "told-too-exactly", pulses: [pulse], question, cell }];
  });
}

/** Groups that stand in the same cells cannot be told apart by anything published: these classes are all there is. */
function classesOf({ groups, told }: Publication): Map<string, Publication["groups"][number][]> {
  const holds = told.map((one) => new Set(one.groups));
  const classes = Map.groupBy(groups, ({ id }) => holds.map((cell) => (cell.has(id) ? "1" : "0")).join(""));
  for (const key of classes.keys()) if (!key.includes("1")) classes.delete(key);
  return classes;
}

/**
 * Whatever is added, subtracted or intersected is made of whole classes. So a class with 1 to limit − 1 answers is the
 * only way to isolate so few, and where none is, no combination can.
 */
function smallWithin(one: Publication, limits: Limits): Violation[] {
  const classes = [...classesOf(one).values()];
  const cells = one.told.map(({ groups }) => {
    return new Set(classes.flatMap((each, at) => (each.some(({ id }) => groups.includes(id)) ? [at] : [])));
  });
  return classes.flatMap((each, at): Violation[] => {
    const size = sum(each, "answers");
    if (size === 0 || size >= limits.answers) return [];
    const found = combinationFor(cells, new Set([at]));
    const combination =
      found &&
      asSteps(
        found,
        one.told.map(({ cell }) => cell),
      );
    return [{ kind: "small-group", pulses: [one.pulse], question: one.question, size, combination }];
  });
}

/** Classes near unanimity whose figure is the only one that fits what was told. */
function givenAway(one: Publication): Violation[] {
  const classes = [...classesOf(one).values()].filter((each) => sum(each, "answers") > 0);
  const told = one.told.map(({ groups, from, to }) => {
    const terms = new Set(classes.flatMap((each, at) => (each.some(({ id }) => groups.includes(id)) ? [at] : [])));
    return { terms, from: Math.ceil(from), to: Math.floor(to) };
  });
  const forced = forcedCounts(
    classes.map((each) => sum(each, "answers")),
    told,
  );
  return classes.flatMap((each, at): Violation[] => {
    const [favourable, answers] = [sum(each, "favourable"), sum(each, "answers")];
    if (!forced.has(at) || zoneOf(favourable, answers) === null) return [];
    const groups = each.map(({ id }) => id);
    return [{ kind: "given-away", pulses: [one.pulse], question: one.question, groups, favourable, answers }];
  });
}

/**
 * The same over pulses, as if everyone had answered each time alike, each pulse held against all before it: members who
 * stood in the same class every time. Fewer than the limit may stand alone only among a crowd.
 */
function smallAcross(
  pulses: readonly Publication[],
  limits: Limits,
  isAsked: (one: Publication) => boolean,
): Violation[] {
  const classIn = pulses.map(membersByClass);
  return pulses.flatMap((last, at) => {
    if (!isAsked(last)) return [];
    const [now, ...before] = classIn.slice(0, at + 1).reverse();
    if (now === undefined || before.length === 0) return [];
    return together([now, ...before]).flatMap((few): Violation[] => {
      if (few.size >= limits.answers || crowdAround(few, now, before) >= limits.crowd) return [];
      const names = pulses.slice(0, at + 1).map(({ pulse }) => pulse);
      return [{ kind: "small-group", pulses: names, question: last.question, size: few.size, combination: null }];
    });
  });
}

/** Member → everyone in the same class of one pulse. */
type Classes = ReadonlyMap<string, ReadonlySet<string>>;

function membersByClass(one: Publication): Classes {
  const classes = [...classesOf(one).values()].map((each) => new Set(each.flatMap(({ memberIds }) => memberIds)));
  return new Map(classes.flatMap((each) => [...each].map((id) => [id, each] as const)));
}

/** The finest groups that all these pulses can tell apart. */
function together(pulses: readonly Classes[]): Set<string>[] {
  const numbers = new Map<unknown, number>([[undefined, 0]]);
  const numberOf = (one: unknown) => {
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return numbers.get(one);
  };
  const everyone = new Set(pulses.flatMap((one) => [...one.keys()]));
  const groups = Map.groupBy(everyone, (id) => pulses.map((one) => numberOf(one.get(id))).join(" "));
  return [...groups.values()].map((ids) => new Set(ids));
}

/** The fewest others whose answers a reader must take away, by figures of another pulse, to be left with these few. */
function crowdAround(few: ReadonlySet<string>, now: Classes, before: readonly Classes[]): number {
  const [someone = ""] = few;
  const ways = before.flatMap((then) => [[then, now] as const, [now, then] as const]);
  const crowds = ways.flatMap(([one, other]) => {
    const mates = one.get(someone)?.difference(few);
    const there = other.get(someone)?.difference(few);
    if (mates === undefined || (there && there.symmetricDifference(mates).size === 0)) return [];
    const taken = [...mates].flatMap((id) => [...(other.get(id) ?? [])]);
    // No figure of the other pulse holds any of them all, so nothing is taken away.
    if (taken.length === 0 && there === undefined) return [];
    return [mates.union(new Set(taken)).difference(few).size];
  });
  return Math.min(...crowds);
}

function asSteps(times: readonly Fraction[], cells: readonly string[]): { cell: string; times: string }[] {
  return times.flatMap(({ over, under }, at) => {
    return over === 0n ? [] : [{ cell: cells[at] ?? "", times: under === 1n ? `${over}` : `${over}/${under}` }];
  });
}

function sum(groups: readonly { answers: number; favourable: number }[], what: "answers" | "favourable"): number {
  return groups.reduce((total, group) => total + group[what], 0);
}
