import type { LineKind } from "./asking.ts";
import { type AtWork, useStudio } from "./studio-context.ts";

/** Does an act of line-acts.ts, which is loaded with the first, and says at the head what went wrong. */
export function useLineActs() {
  const work = useStudio();
  return (does: (acts: typeof import("./line-acts.ts"), work: AtWork) => Promise<void>) =>
    void work.attempt(async () => does(await import("./line-acts.ts"), work));
}

/** Notes that a line was begun, so that it can be taken back. */
export function useMade() {
  const work = useStudio();
  return (kind: LineKind, id: string, next?: string) =>
    work.note(async () => (await import("./line-acts.ts")).removing(work, kind, id, next)());
}
