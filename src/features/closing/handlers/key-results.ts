import { sameVersion } from "../../../platform/edits.ts";
import { keeps } from "../../../platform/http/keeps.ts";
import { notFound, refused } from "../../../platform/refusals.ts";
import { keyResultToChange, plain } from "../../okrs/public.ts";
import { closingRefusals, keyResultGradeRefusals } from "../closure.ts";
import { closing } from "../contract.ts";
import { keyResultGraded } from "../events.ts";
import { writeGrade } from "../queries/grading.ts";
import { closingRow, lockObjective } from "../queries/objectives.ts";
import { closingPage, ended } from "./presenting.ts";

const os = keeps(closing).keyResults;

export const keyResults = {
  grade: os.grade.handler(({ input, context }) =>
    context.write(async (tx) => {
      const { viewer } = context;
      const { id, version, score: asked, ...given } = input;
      const { row, objective } = await keyResultToChange(tx, viewer, id, "close");
      await lockObjective(tx, objective.id);
      const closingNow = await closingRow(tx, viewer, objective.id);
      const [one] = closingNow ? await ended(tx, [closingNow]) : [];
      const part = one?.parts.find((each) => each.row.id === id);
      if (!one || !part) throw notFound();
      const score = asked === null ? null : plain(asked);
      const before = part.row.grade;
      sameVersion({ ...before, version: before?.version ?? 0 }, version, { score, ...given });
      const suggested = part.ending.suggested.now?.score ?? null;
      const wrong = [
        ...closingRefusals(objective.cycleState),
        ...(one.row.closureVersion === null ? [] : [stillOpen]),
        ...(part.ending.isGraded ? [] : [notEnded(row.state)]),
        ...keyResultGradeRefusals({ score, ...given }, { suggested, isUnreported: part.ending.isUnreported }),
      ];
      if (wrong.length > 0) throw refused(...wrong);
      const endValue = row.currentValue;
      await writeGrade(tx, id, viewer.memberId, { ...given, score, suggested, endValue });
      const hidden = { id, visibleTo: objective.private ? objective.ownerId : null };
      await tx.record(
        keyResultGraded(hidden, {
          objectiveId: objective.id,
          score: [before?.score ?? null, score],
          suggested,
          notYetObservable: given.notYetObservable,
          next: [before?.next ?? null, given.next],
        }),
      );
      return closingPage(tx, viewer, objective.id);
    }),
  ),
};

const stillOpen = {
  field: "objective",
  expected: "an objective that is still open",
  todo: "Open the objective again, then change the grade.",
};

function notEnded(state: string) {
  const todo = "Leave it as it is: it was ended on the way.";
  return { field: "id", expected: `a key result that was not dropped or postponed; this one is ${state}`, todo };
}
