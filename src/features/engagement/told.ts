/** What a published pulse tells, as whoever publishes the next one and the auditor need it. */
import type { Publication } from "./audit.ts";
import type { Cell, Group } from "./cells.ts";
import { isRemembered, type Limits } from "./limits.ts";
import type { Earlier } from "./past.ts";
import { type Figure, standing } from "./publish.ts";
import type { Tally } from "./question.ts";

/** Participation stands beside the questions: of everyone asked, who took part. */
export const TOOK_PART = "took-part";

/** A pulse whose figures are out, with what only the product knows of it. */
export interface PublishedPulse {
  id: string;
  /** Days: YYYY-MM-DD. */
  launchedOn: string;
  closedOn: string;
  limits: Limits;
  cells: readonly Cell[];
  groups: readonly Group[];
  /** Each question, and `TOOK_PART`. */
  questions: readonly { question: string; figures: readonly Figure[]; tallies: readonly Tally[] }[];
}

/** Those that a pulse launched on this day is held against. */
export function rememberedOf(pulses: readonly PublishedPulse[], launchedOn: string): PublishedPulse[] {
  return pulses.filter(({ closedOn }) => isRemembered(closedOn, launchedOn));
}

/** Where everyone stood in these pulses, for the questions asked; where two told the same groups, once. */
export function standingsOf(pulses: readonly PublishedPulse[], asked: readonly string[]): Earlier[] {
  return pulses.flatMap((pulse) => {
    const same = pulse.questions.filter(({ question }) => asked.includes(question));
    const byCells = new Map(same.map(({ figures }) => [shownCells(figures).join(" "), standing(pulse, figures)]));
    return [...byCells.values()].filter(({ size }) => size > 0);
  });
}

/** A pulse as the auditor takes it: a publication for each question. */
export function publicationsOf({ id, cells, groups, questions }: PublishedPulse): Publication[] {
  const groupsIn = new Map(cells.map((cell) => [cell.id, cell.groups]));
  return questions.map(({ question, figures, tallies }) => {
    const tallyOf = new Map(tallies.map((each) => [each.group, each]));
    const counted = groups.map((group) => ({ answers: 0, favourable: 0, ...tallyOf.get(group.id), ...group }));
    const told = figures.flatMap((figure) => {
      const inside = groupsIn.get(figure.cell);
      if (figure.reads === "withheld" || !inside) return [];
      const answers = inside.reduce((sum, group) => sum + (tallyOf.get(group)?.answers ?? 0), 0);
      return [{ cell: figure.cell, groups: inside, ...boundsOf(figure, answers) }];
    });
    return { pulse: id, question, groups: counted, told };
  });
}

/** What a reader learns of the count from a figure, who also knows how many answered. */
export function boundsOf(figure: Figure, answers: number): { from: number; to: number } {
  const percent = Number(figure.share) * 100;
  const count = (share: number) => (share * answers) / 100;
  const points = Number(figure.within) * 100;
  if (figure.reads === "or-more") return { from: Math.ceil(count(percent - points) - 1e-9), to: answers };
  if (figure.reads === "or-less") return { from: 0, to: Math.floor(count(percent + points) + 1e-9) };
  // Shares are whole percents: half a point more on either side.
  const within = points + 0.5;
  const [from, to] = [Math.ceil(count(percent - within) - 1e-9), Math.floor(count(percent + within) + 1e-9)];
  return { from: Math.max(0, from), to: Math.min(answers, to) };
}

function shownCells(figures: readonly Figure[]): string[] {
  return figures.filter(({ reads }) => reads !== "withheld").map(({ cell }) => cell);
}
