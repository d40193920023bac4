/** The three kinds of line that a plan is drafted in. */
import { standingAfter } from "../acceptance.ts";
import { changeDraftInitiative, type DraftInitiativeRow, draftInitiative } from "../queries/draft-initiatives.ts";
import { changeDraftKeyResult, type DraftKeyResultRow, draftKeyResult } from "../queries/draft-key-results.ts";
import { changeDraftObjective, type DraftObjectiveRow, draftObjective } from "../queries/draft-objectives.ts";
import type { Kind } from "./lines.ts";

export const objectiveLine: Kind<DraftObjectiveRow> = {
  name: "draft-objective",
  table: "draft_objective",
  find: draftObjective,
  write: changeDraftObjective,
  follows: (_row, changes, wanted) => ({ change: judgedAgain(changes, wanted), facts: {} }),
};

export const keyResultLine: Kind<DraftKeyResultRow> = {
  name: "draft-key-result",
  table: "draft_key_result",
  find: draftKeyResult,
  write: changeDraftKeyResult,
  follows: (row, changes, wanted) => {
    const change = judgedAgain(changes, wanted);
    const fresh = Object.fromEntries(Object.entries(changes).map(([field, [, is]]) => [field, is]));
    const standing = standingAfter(row, fresh);
    if (!standing) return { change, facts: {} };
    const facts = row.answer === standing.answer ? {} : { answer: [row.answer, standing.answer] };
    return { change: { ...change, standing }, facts };
  },
};

export const initiativeLine: Kind<DraftInitiativeRow> = {
  name: "draft-initiative",
  table: "draft_initiative",
  find: draftInitiative,
  write: changeDraftInitiative,
};

/** What its writer keeps as it is, whatever the coach says, is another thing under another title. */
function judgedAgain({ title }: { title?: unknown }, { keptAsIs }: { keptAsIs?: boolean }) {
  return title && keptAsIs === undefined ? { keptAsIs: false } : {};
}
