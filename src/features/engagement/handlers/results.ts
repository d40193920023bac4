import { setImmediate as others } from "node:timers/promises";
import type { Tx } from "../../../platform/database/database.ts";
import type { RequestContext } from "../../../platform/http/context.ts";
import { notFound } from "../../../platform/refusals.ts";
import { withoutArms } from "../arms.ts";
import type { Violation } from "../audit.ts";
import { violationsOf } from "../closing.ts";
import { EVERYONE } from "../groupings.ts";
import { asked, presentCells, presentPulse, presentTeam, teamsOf } from "../presented.ts";
import type { Figure } from "../publish.ts";
import { commentsOf } from "../queries/answers.ts";
import { everyPublished, figuresBefore, figuresOf } from "../queries/published.ts";
import { askedPerGroup, type PulseRow, pulseById, teamNames } from "../queries/pulses.ts";
import { rememberedOf, TOOK_PART } from "../told.ts";

/** A pulse with its groups and, once its figures are out, with them: the same for everyone. */
export async function readPulse(tx: Tx, { viewer }: RequestContext, id: string) {
  const row = await pulseById(tx, id);
  if (!row) throw notFound();
  const names = await teamNames(tx, teamsOf([...row.cells, ...row.withheld]));
  const withheld = withoutArms(row.withheld).map((each) => ({ team: presentTeam(each.id, names), why: each.why }));
  const cells = presentCells(row.cells, names, await askedPerGroup(tx, id));
  const results = row.state === "closed" ? await readResults(tx, row) : null;
  return { ...presentPulse(row, viewer, tx.now), cells, withheld, results };
}

async function readResults(tx: Tx, { id, questions, cells, commentCells }: PulseRow) {
  const [figures, earlier, comments] = [
    await figuresOf(tx, [id]),
    await figuresBefore(tx, id, EVERYONE),
    await commentsOf(tx, id),
  ];
  const inOrder = (question: string): Figure[] =>
    withoutArms(cells).flatMap((cell) =>
      figures
        .filter((each) => each.question === question && each.cell === cell.id)
        .map(({ reads, share, within, answersFrom, why }) => ({
          cell: cell.id,
          reads,
          share,
          within,
          answersFrom,
          why,
        })),
    );
  return {
    tookPart: inOrder(TOOK_PART),
    questions: questions.map((question) => ({
      ...asked(question),
      figures: inOrder(question),
      earlier: earlier
        .filter((each) => each.question === question)
        .map(({ pulseId, openedAt, reads, share }) => ({ pulseId, openedAt, reads, share })),
    })),
    comments: withoutArms(cells)
      .filter(({ id: cell }) => commentCells?.includes(cell))
      .map(({ id: cell, groups }) => ({
        cell,
        texts: comments.filter(({ group }) => groups.includes(group)).map(({ text }) => text),
      })),
  };
}

/** Holds every pulse against those it was held against when it was published. */
export async function auditPublished(tx: Tx) {
  const pulses = await everyPublished(tx);
  const violations: Violation[] = [];
  for (const [at, pulse] of pulses.entries()) {
    violations.push(...violationsOf(pulse, rememberedOf(pulses.slice(0, at), pulse.launchedOn)));
    await others();
  }
  const figures = pulses.flatMap(({ questions }) => questions.flatMap((each) => each.figures));
  const least = Math.min(...pulses.map(({ limits }) => limits.answers));
  return {
    pulses: pulses.length,
    figures: figures.filter(({ reads }) => reads !== "withheld").length,
    violations: violations.map((each) => {
      return { kind: each.kind, pulseIds: each.pulses, question: each.question, inWords: inWords(each) };
    }),
    inWords:
      pulses.length === 0
        ? "Nothing was published yet."
        : violations.length === 0
          ? `No combination isolates a group under ${least}.`
          : `${violations.length} ${violations.length === 1 ? "way" : "ways"} to a few people found.`,
  };
}

function inWords(violation: Violation): string {
  switch (violation.kind) {
    case "small-group": {
      const steps = violation.combination?.map(({ cell, times }) => `${times} × ${cell}`).join(" + ");
      return `A group of ${violation.size} can be isolated${steps ? ` by ${steps}` : ""}.`;
    }
    case "given-away":
      return `The answers of a group of ${violation.answers} can be worked out.`;
    case "told-too-exactly":
      return `The figure of ${violation.cell} tells that all answered alike.`;
    case "told-wrongly":
      return `The figure of ${violation.cell} does not hold what was answered.`;
  }
}
