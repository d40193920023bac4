/** What is being read or imported right now, in this process: how far it is, and how it is stopped. */
import type { Viewer } from "../../../platform/http/context.ts";
import { conflict } from "../../../platform/refusals.ts";

export interface Running {
  /** `share` is 0..1 of the phase. Refuses with 409 once it was stopped. */
  at(phase: Phase, share: number): void;
  /** From here on it cannot be stopped. */
  finish(): void;
  end(): void;
}

type Phase = "reading" | "saving";

interface Standing {
  phase: Phase;
  share: number;
  stopped: boolean;
  finishing: boolean;
}

const all = new Map<string, Standing>();

export function begin(viewer: Viewer, id: string): Running {
  const key = keyOf(viewer, id);
  if (all.has(key)) throw conflict({ todo: "Wait until it is done." }, "This import is already under way.");
  const standing: Standing = { phase: "reading", share: 0, stopped: false, finishing: false };
  all.set(key, standing);
  return {
    at(phase, share) {
      if (standing.stopped) throw conflict({ todo: "Start it again when you want to." }, stoppedSentence);
      Object.assign(standing, { phase, share });
    },
    finish: () => {
      standing.finishing = true;
    },
    end: () => void all.delete(key),
  };
}

export function standingOf(viewer: Viewer, id: string): { phase: Phase | "none"; share: number } {
  const { phase, share } = all.get(keyOf(viewer, id)) ?? { phase: "none", share: 0 };
  return { phase, share };
}

/** False where nothing runs under this id any more, or too late. */
export function stop(viewer: Viewer, id: string): boolean {
  const standing = all.get(keyOf(viewer, id));
  if (!standing || standing.finishing) return false;
  standing.stopped = true;
  return true;
}

const stoppedSentence = "The import was stopped. Nothing was saved.";

/** Whose it is: nobody else sees or stops it. */
function keyOf({ organisationId, memberId }: Viewer, id: string): string {
  return `${organisationId} ${memberId} ${id.toLowerCase()}`;
}
