import { useEffect, useState } from "react";
import type { Advice, Context } from "../answer.ts";

/** Reads a text as the coach does; fetched once, when there is something to read, and run in the browser. */
export type Coach = (text: string, context: Context) => Advice;

let fetched: Coach | undefined;

/** The coach; undefined until it is here, and while it cannot be fetched: nothing waits for it. */
export function useCoach(): Coach | undefined {
  const [coach, set] = useState(() => fetched);
  useEffect(() => {
    if (coach) return;
    let gone = false;
    // The note comes with it, so that the page moves once and not twice.
    Promise.all([import("../coach.ts"), import("./coach-note.tsx")]).then(
      ([module]) => {
        fetched = module.coach;
        if (!gone) set(() => module.coach);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [coach]);
  return coach;
}
