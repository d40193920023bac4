import { newId } from "../../../web/id.ts";
import { type KeyResult, m, type Objective } from "./asking.ts";
import { focusLine, useStudio } from "./studio-context.ts";

/** Makes two key results of one that says two things, which can be taken back; undefined where nothing is to be written. */
export function useSplitting(of: { line: KeyResult; objective: Objective } | null) {
  const { studio, act, attempt, keep, undoable } = useStudio();
  if (!of || !studio.can.draft) return undefined;
  const { line, objective } = of;
  const { id, version, title, owner, weight, rank } = line;
  const split = async ([first, second]: [string, string]) => {
    const other = newId();
    await act("planning.draftKeyResults.update", { id, version, title: first });
    await act("planning.draftKeyResults.create", {
      id: other,
      draftObjectiveId: objective.id,
      title: second,
      ownerId: owner?.id ?? null,
      weight,
      rank: rank + 1,
    });
    focusLine(other);
    undoable(m.isSplit(), () => takeBack(other, first));
  };
  const takeBack = async (other: string, first: string) => {
    await act("planning.draftKeyResults.remove", { id: other });
    const of = (each: KeyResult) => each.title;
    const as = (words: string) => ({ title: words });
    await keep({ kind: "draft-key-result", id, of, base: () => first, value: title, as });
    focusLine(id);
  };
  return (parts: [string, string]) => void attempt(() => split(parts));
}
