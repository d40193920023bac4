/** The three kinds of line that a plan is drafted in. */
import { changeDraftInitiative, type DraftInitiativeRow, draftInitiative } from "../queries/draft-initiatives.ts";
import { changeDraftKeyResult, type DraftKeyResultRow, draftKeyResult } from "../queries/draft-key-results.ts";
import { changeDraftObjective, type DraftObjectiveRow, draftObjective } from "../queries/draft-objectives.ts";
import { asksAgain } from "../review.ts";
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
  follows: ({ answer }, changes, wanted) => {
    const change = judgedAgain(changes, wanted);
    if (answer === "waiting" || !asksAgain(changes)) return { change, facts: {} };
    return { change: { ...change, asksAgain: true }, facts: { answer: [answer, "waiting"] } };
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
