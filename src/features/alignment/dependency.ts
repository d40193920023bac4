/** A dependency: one team's request to another, owned until it is settled, seen on both sides. */

export const DEPENDENCY_STATES = ["proposed", "accepted", "declined", "withdrawn", "done"] as const;
export type DependencyState = (typeof DEPENDENCY_STATES)[number];

export interface Refusal {
  field: string;
  expected: string;
  todo: string;
}

export interface DependencyProposal {
  title: string;
  /** The team that asks and the team that is asked. */
  fromTeamId: string;
  onTeamId: string;
  /** YYYY-MM-DD */
  dueOn: string;
}

/** Why a dependency cannot be proposed: on oneself, due outside the cycle, or without saying what is needed. */
export function proposalRefusals(
  { title, fromTeamId, onTeamId, dueOn }: DependencyProposal,
  cycle: { startsOn: string; endsOn: string },
): Refusal[] {
  const wrong: Refusal[] = [];
  if (title.trim() === "") {
    wrong.push({ field: "title", expected: "what is needed", todo: "Say in a sentence what must be there by then." });
  }
  if (fromTeamId === onTeamId) {
    const todo = "Choose the team that is asked; what your own team needs of itself is an initiative.";
    wrong.push({ field: "onTeamId", expected: "another team than the one that asks", todo });
  }
  if (dueOn < cycle.startsOn || dueOn > cycle.endsOn) {
    const expected = `a date from ${cycle.startsOn} to ${cycle.endsOn}`;
    wrong.push({ field: "dueOn", expected, todo: "Choose a day inside the cycle, so that it can still matter." });
  }
  return wrong;
}

export type Side = "asking" | "asked";

/** From which states each side may bring a dependency to a state. Whoever declined may still accept; what ended stays. */
const steps: Record<DependencyState, Partial<Record<Side, readonly DependencyState[]>>> = {
  proposed: { asking: ["declined", "withdrawn"] },
  accepted: { asked: ["proposed", "declined"] },
  declined: { asked: ["proposed", "accepted"] },
  withdrawn: { asking: ["proposed", "accepted", "declined"] },
  done: { asking: ["accepted"], asked: ["accepted"] },
};

/** The states that one side may bring it to now. */
export function nextStates(state: DependencyState, side: Side): DependencyState[] {
  return DEPENDENCY_STATES.filter((next) => steps[next][side]?.includes(state) ?? false);
}

/** Why a step cannot be taken: not from here, not by this side, or declined without a reason. */
export function stepRefusals(from: DependencyState, to: DependencyState, side: Side, reason: string): Refusal[] {
  const allowed = nextStates(from, side);
  if (!allowed.includes(to)) {
    const expected = allowed.length > 0 ? `one of: ${allowed.join(", ")}` : `no change: it is ${from}`;
    return [{ field: "state", expected, todo: "Reload to see where it stands, or ask the other team." }];
  }
  if (to !== "declined" || reason.trim() !== "") return [];
  return [
    { field: "reason", expected: "a reason", todo: "Say what stands against it, so that they can plan without." },
  ];
}

/** What the explaining list tells of it: waiting for an answer, declined, or late; null where nothing is open. */
export function openness({ state, dueOn }: { state: DependencyState; dueOn: string }, today: string) {
  if (state === "proposed") return "pending" as const;
  if (state === "declined") return "declined" as const;
  return state === "accepted" && dueOn < today ? ("late" as const) : null;
}
