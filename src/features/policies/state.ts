interface Dated {
  isSealed: boolean;
  startsOn: string | null;
  decidesOn: string | null;
  decision: string | null;
}

const decided = { keep: "kept", change: "changed", stop: "stopped" } as const;

export type State = "draft" | "sealed" | "running" | "due" | (typeof decided)[keyof typeof decided];

/** How a policy stands on a day: due is one whose decision date has come and nobody decided. */
export function stateOf({ isSealed, startsOn, decidesOn, decision }: Dated, today: string): State {
  if (!isSealed) return "draft";
  if (decision) return decided[decision as keyof typeof decided];
  if (startsOn !== null && today < startsOn) return "sealed";
  return decidesOn !== null && today >= decidesOn ? "due" : "running";
}
