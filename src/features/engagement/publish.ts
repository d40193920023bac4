/** What of a pulse is told: once, when it has closed, the same to everyone and through every door. */
import type { Cell, Group } from "./cells.ts";
import { hidden } from "./hiding.ts";
import type { Limits } from "./limits.ts";
import type { Earlier } from "./past.ts";
import type { Tally } from "./question.ts";
import { asShare, shareOf, zoneOf } from "./reading.ts";

export interface Given {
  cells: readonly Cell[];
  groups: readonly Group[];
  /** One for each group that answered. */
  tallies: readonly Tally[];
  /** What earlier pulses told of the same question. */
  earlier: readonly Earlier[];
}

export interface Figure {
  cell: string;
  reads: "exactly" | "about" | "or-more" | "or-less" | "withheld";
  /** Favourable answers, share of 1 in whole percents; null when withheld. */
  share: string | null;
  /** "About" is within so many points, share of 1, and so is a bound of five to nine answers; else "0". */
  within: string;
  /** Answers in steps of five, downward: 12 reads "10 or more"; null when withheld. */
  answersFrom: number | null;
  why: "too-few" | "protects-others" | null;
}

/**
 * Publishes one question: the cells of a pulse in their order. Two steps, each with its proof.
 * Which cells are told is decided by numbers of answers alone: every block of the cells told has 0 answers or at least
 * the limit, and whatever is added, subtracted or intersected is made of whole blocks.
 * What is told of them is made of blocks as they read: one near unanimity enters every sum by the middle of its zone.
 * So all figures are the same whether it was unanimous or not, and nobody who knows them all, and this rule, can tell.
 * Participation is such a question too: of everyone invited, who took part.
 */
export function publish(given: Given, limits: Limits): Figure[] {
  const tallyOf = new Map(given.tallies.map((each) => [each.group, each]));
  const { kept, blocks } = tellable(given, tallyOf, limits.answers, limits);
  const told = new Set(kept);
  const readIn = new Map(
    blocks.flatMap((groups) => {
      const read = asRead(countOf(groups, tallyOf));
      return groups.map((id) => [id, read] as const);
    }),
  );
  return given.cells.map((cell) => {
    if (!told.has(cell.id)) return withheld(cell, countOf(cell.groups, tallyOf), limits);
    return figureOf(cell, [...new Set(cell.groups.flatMap((id) => readIn.get(id) ?? []))]);
  });
}

/**
 * Cells under which comments are listed: the same rule with the higher limit, over those who left one. A comment
 * that stands in one list and not in another would else betray where it was written.
 */
export function cellsWithComments(given: Given, limits: Limits): string[] {
  const tallyOf = new Map(given.tallies.map((each) => [each.group, each]));
  return tellable(given, tallyOf, limits.comments, limits).kept;
}

/** Who stands alike in what was told, to be held against later pulses of the same question. */
export function standing(
  { cells, groups }: Pick<Given, "cells" | "groups">,
  told: readonly Pick<Figure, "cell" | "reads">[],
): Earlier {
  const shown = new Set(told.filter(({ reads }) => reads !== "withheld").map(({ cell }) => cell));
  const holding = cells.filter(({ id }) => shown.has(id)).flatMap(({ groups }, at) => groups.map((id) => ({ id, at })));
  const cellsOf = Map.groupBy(holding, ({ id }) => id);
  return new Map(
    groups.flatMap(({ id, memberIds }) => {
      const inside = (cellsOf.get(id) ?? []).map(({ at }) => at).join(" ");
      return inside === "" ? [] : memberIds.map((member) => [member, inside] as const);
    }),
  );
}

type Tallies = ReadonlyMap<string, Tally>;

/**
 * Cells were fixed by who was invited; fewer answered, so the same rule is held against the answers. Those of a group
 * are counted at its first member: groups are never cut.
 */
function tellable({ cells, groups, earlier }: Given, tallyOf: Tallies, limit: number, limits: Limits) {
  const membersOf = new Map(groups.map(({ id, memberIds }) => [id, memberIds]));
  const groupOf = new Map(groups.flatMap(({ id, memberIds }) => memberIds.map((member) => [member, id] as const)));
  const countedAt = new Map(groups.map(({ id, memberIds }) => [memberIds[0], tallyOf.get(id)?.answers ?? 0]));
  const answers = { count: limit, sizeOf: (member: string) => countedAt.get(member) ?? 0 };
  const answered = cells.filter((cell) => countOf(cell.groups, tallyOf).answers >= limit);
  const groupings = answered.map(({ id, groups: ids }) => ({
    id,
    memberIds: ids.flatMap((one) => membersOf.get(one) ?? []),
  }));
  const { kept, blocks } = hidden(groupings, earlier, answers, limits);
  const groupsOf = (members: readonly string[]) => [...new Set(members.map((member) => groupOf.get(member) as string))];
  return { kept: kept.map(({ id }) => id), blocks: blocks.map(groupsOf) };
}

interface Count {
  answers: number;
  favourable: number;
}

/** A block as it reads: the middle of its zone, give or take `within`, or its count where that is told. */
interface Read extends Count {
  within: number;
}

function asRead({ answers, favourable }: Count): Read {
  const zone = answers === 0 ? null : zoneOf(favourable, answers);
  if (zone === null) return { answers, favourable, within: 0 };
  return { answers, favourable: (zone.from + zone.to) / 2, within: (zone.to - zone.from) / 2 };
}

function figureOf(cell: Cell, blocks: readonly Read[]): Figure {
  const { answers, favourable, within } = blocks.reduce((one, other) => ({
    answers: one.answers + other.answers,
    favourable: one.favourable + other.favourable,
    within: one.within + other.within,
  }));
  const told = { cell: cell.id, answersFrom: answers - (answers % 5), why: null, within: "0" };
  const [lowest, highest] = [zoneOf(favourable - within, answers), zoneOf(favourable + within, answers)];
  if (lowest && lowest.reads === highest?.reads)
    return { ...told, reads: lowest.reads, share: asShare(lowest.percent), within: asShare(lowest.within) };
  const share = shareOf(favourable, answers);
  if (within === 0) return { ...told, reads: "exactly", share };
  return { ...told, reads: "about", share, within: asShare(Math.ceil((100 * within) / answers)) };
}

function withheld(cell: Cell, { answers }: Count, limits: Limits): Figure {
  const why = answers < limits.answers ? "too-few" : "protects-others";
  return { cell: cell.id, reads: "withheld", share: null, within: "0", answersFrom: null, why };
}

function countOf(groups: readonly string[], tallyOf: Tallies): Count {
  return groups.reduce<Count>(
    (sum, id) => {
      const { answers = 0, favourable = 0 } = tallyOf.get(id) ?? {};
      return { answers: sum.answers + answers, favourable: sum.favourable + favourable };
    },
    { answers: 0, favourable: 0 },
  );
}
