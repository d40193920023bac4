/** What was done to a plan from this page, in order, so that ⌘Z takes back the last of it: words and acts alike. */
import { useCallback, useRef, useState } from "react";
import { say } from "../../../web/ui/status-line.tsx";

/** Takes one thing back; what it notes meanwhile can be done again. */
export type Back = () => Promise<unknown>;

export interface Past {
  done: Back[];
  undone: Back[];
  /** Where it is noted: among what was undone while something is taken back, null while people go on. */
  into: "done" | "undone" | null;
  /** Forgets what is being typed and is not kept yet. */
  forget: (() => void) | null;
  /** The last change on its way to be kept. */
  busy: Promise<unknown>;
}

const undoing = () => import("./undoing.ts");

export function usePast(attempt: (work: Back) => Promise<boolean>) {
  const { current: past } = useRef<Past>({ done: [], undone: [], into: null, forget: null, busy: Promise.resolve() });
  const [takenBack, count] = useState(0);

  /** Notes how what was done is taken back. */
  const note = useCallback(
    (back: Back) => {
      if (!past.into) past.undone = [];
      past[past.into ?? "done"].push(back);
    },
    [past],
  );
  /** Takes back the last thing that was done, or `only` that one; "undone" does again what was taken back last. */
  const takeBack = useCallback(
    async (from: "done" | "undone", only?: Back) => {
      await attempt(async () => (await undoing()).takeBack({ past, from, only, attempt }));
      count((before) => before + 1);
    },
    [past, attempt],
  );
  /** Says what was done, with its way back in the line below and under ⌘Z. */
  const undoable = useCallback(
    (words: string, back: Back) => {
      note(back);
      say(words, () => void takeBack("done", back));
    },
    [note, takeBack],
  );
  return { past, note, takeBack, undoable, takenBack };
}
