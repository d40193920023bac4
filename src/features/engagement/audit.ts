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
  const all = published.map((one) => ({ ...one, ...cut(one) }));
  const isAsked = ({ pulse }: Publication) => added === undefined || pulse === added;
  return [
    ...all.filter(isAsked).flatMap((one) => [...toldBadly(one), ...smallWithin(one, limits), ...givenAway(one)]),
    ...[...Map.groupBy(all, ({ question }) => question).values()].flatMap((one) => smallAcross(one, limits, isAsked)),
  ];
}

type Groups = Publication["groups"];

interface Cut extends Publication {
  /** Groups that stand in the same cells cannot be told apart by anything published: these classes are all there is. */
  classes: { groups: Groups; answers: number; favourable: number }[];
  /** Of everything told, the classes that it is about. */
  terms: ReadonlySet<number>[];
}

function cut({ groups, told }: Publication): Pick<Cut, "classes" | "terms"> {
  const holding = told.flatMap((one, at) => [...new Set(one.groups)].map((id) => ({ id, at })));
  const cellsOf = Map.groupBy(holding, ({ id }) => id);
  const shown = groups.filter(({ id }) => cellsOf.has(id));
  const alike = Map.groupBy(shown, ({ id }) =>
    cellsOf
      .get(id)
      ?.map(({ at }) => at)
      .join(" "),
  );
  const classes = [...alike.values()].map((each) => {
    return { groups: each, answers: sum(each, "answers"), favourable: sum(each, "favourable") };
  });
  const classAt = new Map(classes.flatMap((each, at) => each.groups.map(({ id }) => [id, at] as const)));
  return { classes, terms: told.map((one) => new Set(one.groups.flatMap((id) => classAt.get(id) ?? []))) };
}

/** Exact in a zone where unanimity may not be seen, or bounds that do not hold the truth. */
function toldBadly({ pulse, question, classes, told, terms }: Cut): Violation[] {
  return told.flatMap(({ cell, from, to }, at): Violation[] => {
    const inside = [...(terms[at] ?? [])].flatMap((term) => classes[term] ?? []);
    const [favourable, answers] = [sum(inside, "favourable"), sum(inside, "answers")];
    if (favourable < from || favourable > to) return [{ kind: "told-wrongly", pulses: [pulse], question, cell }];
    if (from < to || zoneOf(favourable, answers) === null) return [];
    return [{ kind: "told-too-exactly", pulses: [pulse], question, cell }];
  });
}

/**
 * Whatever is added, subtracted or intersected is made of whole classes. So a class with 1 to limit − 1 answers is the
 * only way to isolate so few, and where none is, no combination can.
 */
function smallWithin({ pulse, question, classes, told, terms }: Cut, limits: Limits): Violation[] {
  return classes.flatMap(({ answers }, at): Violation[] => {
    if (answers === 0 || answers >= limits.answers) return [];
    const found = combinationFor(terms, new Set([at]));
    const cells = told.map(({ cell }) => cell);
    const combination = found && asSteps(found, cells);
    return [{ kind: "small-group", pulses: [pulse], question, size: answers, combination }];
  });
}

/** Classes near unanimity whose figure is the only one that fits what was told. */
function givenAway({ pulse, question, classes, told, terms }: Cut): Violation[] {
  const bounds = told.map(({ from, to }, at) => {
    const asked = [...(terms[at] ?? [])].filter((term) => (classes[term]?.answers ?? 0) > 0);
    return { terms: new Set(asked), from: Math.ceil(from), to: Math.floor(to) };
  });
  const counts = classes.map(({ answers }) => answers);
  const forced = forcedCounts(counts, bounds);
  return classes.flatMap(({ groups, favourable, answers }, at): Violation[] => {
    if (answers === 0 || !forced.has(at) || zoneOf(favourable, answers) === null) return [];
    const ids = groups.map(({ id }) => id);
    return [{ kind: "given-away", pulses: [pulse], question, groups: ids, favourable, answers }];
  });
}

/**
 * The same over pulses, as if everyone had answered each time alike, each pulse held against all before it: members who
 * stood in the same class every time. Fewer than the limit may stand alone only among a crowd.
 */
function smallAcross(pulses: readonly Cut[], limits: Limits, isAsked: (one: Publication) => boolean): Violation[] {
  const classIn = pulses.map(membersByClass);
  return pulses.flatMap((last, at) => {
    if (!isAsked(last)) return [];
    const [now, ...before] = classIn.slice(0, at + 1).reverse();
    if (now === undefined || before.length === 0) return [];
    return together([now, ...before]).flatMap((few): Violation[] => {
      if (few.size >= limits.answers || isInCrowd(few, now, before, limits.crowd)) return [];
      const names = pulses.slice(0, at + 1).map(({ pulse }) => pulse);
      return [{ kind: "small-group", pulses: names, question: last.question, size: few.size, combination: null }];
    });
  });
}

/** Member → everyone in the same class of one pulse. */
type Classes = ReadonlyMap<string, ReadonlySet<string>>;

function membersByClass({ classes }: Cut): Classes {
  const sets = classes.map(({ groups }) => new Set(groups.flatMap(({ memberIds }) => memberIds)));
  return new Map(sets.flatMap((each) => [...each].map((id) => [id, each] as const)));
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

/**
 * Whether at least so many others answer in whatever a reader must take away, by figures of another pulse, to be left
 * with these few. It counts no further: a class may hold everyone.
 */
function isInCrowd(few: ReadonlySet<string>, now: Classes, before: readonly Classes[], crowd: number): boolean {
  const [someone = ""] = few;
  const ways = before.flatMap((then) => [[then, now] as const, [now, then] as const]);
  return ways.every(([one, other]) => {
    const [here, there] = [one.get(someone), other.get(someone)];
    if (here === undefined || here.size - few.size >= crowd) return true;
    if (there?.size === here.size && there.isSubsetOf(here)) return true;
    const met = here.difference(few);
    const taken = new Set([...met].flatMap((id) => other.get(id) ?? []));
    // No figure of the other pulse holds any of them all, so nothing is taken away.
    if (taken.size === 0 && there === undefined) return true;
    for (const each of taken) {
      for (const id of each) {
        if (!few.has(id)) met.add(id);
        if (met.size >= crowd) return true;
      }
    }
    return met.size >= crowd;
  });
}

function asSteps(times: readonly Fraction[], cells: readonly string[]): { cell: string; times: string }[] {
  return times.flatMap(({ over, under }, at) => {
    return over === 0n ? [] : [{ cell: cells[at] ?? "", times: under === 1n ? `${over}` : `${over}/${under}` }];
  });
}

function sum(groups: readonly { answers: number; favourable: number }[], what: "answers" | "favourable"): number {
  return groups.reduce((total, group) => total + group[what], 0);
}
