import { useEffect } from "react";
import { nameOf, useKeys } from "../../../web/ui/keys.ts";
import { lineIn, linesOf, m, objectiveOf } from "./asking.ts";
import { lineOnPage, useStudio } from "./studio-context.ts";

/** Fields that undo what is typed in them by themselves; a title and a why are kept as they are typed. */
const ownUndo = "dialog, input:not([type=radio]), textarea:not([data-line] textarea)";

/** ⌘Z takes back the last thing done to the plan, whether words or an act; ⇧⌘Z and ⌘Y do it again. */
function useUndoKeys(): void {
  const { takeBack } = useStudio();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = nameOf(event);
      if (key !== "mod+z" && key !== "mod+y") return;
      if (event.target instanceof Element && event.target.closest(ownUndo)) return;
      event.preventDefault();
      void takeBack(key === "mod+y" || event.shiftKey ? "undone" : "done");
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [takeBack]);
}

/** J K go through the lines, N begins one beside the line in hand, M says something about it. */
export function useStudioKeys(): void {
  const { studio, current, begin, commentOn } = useStudio();
  const lines = linesOf(studio);
  const here = lines.find(({ line }) => line.id === current);
  const go = (step: 1 | -1) => {
    const at = lines.findIndex(({ line }) => line.id === current);
    const next = lines[at < 0 ? 0 : Math.min(lines.length - 1, Math.max(0, at + step))];
    if (next) lineOnPage(next.line.id)?.focus();
  };
  const beginHere = () => {
    const objective = objectiveOf(studio, current) ?? studio.objectives.at(-1);
    if (!objective) return begin({ kind: "draft-objective" });
    if (current && lineIn(studio, "draft-initiative", current)) return begin({ kind: "draft-initiative" });
    begin({ kind: "draft-key-result", objectiveId: objective.id });
  };
  useUndoKeys();
  useKeys([
    { keys: "j", does: m.nextLine(), run: () => go(1) },
    { keys: "k", does: m.previousLine(), run: () => go(-1) },
    ...(studio.can.draft ? [{ keys: "n", does: m.newLine(), run: beginHere }] : []),
    ...(studio.can.comment
      ? [
          {
            keys: "m",
            does: m.comment(),
            run: () => commentOn(here ? { kind: here.kind, id: here.line.id } : { kind: "plan", id: studio.id }),
          },
        ]
      : []),
  ]);
}
