import { type CycleState, cycleAccepts, type Refusal } from "../okrs/public.ts";

/** What of a key result, its objective and its cycle decides whether it takes check-ins now. */
export interface Reportable {
  state: string;
  objectiveState: string;
  cycleState: string;
}

/** Why a key result takes no check-in now; empty when it does. */
export function closedToReports({ state, objectiveState, cycleState }: Reportable): Refusal[] {
  if (!cycleAccepts(cycleState as CycleState).checkIns) {
    const expected = `a key result of a cycle that is under way; this cycle is ${cycleState === "planning" ? "still planned" : "closed"}`;
    const todo =
      cycleState === "planning" ? "Start the cycle first." : "Check in on a key result of the present cycle.";
    return [{ field: "keyResultId", expected, todo }];
  }
  const ended = [
    { what: "key result", state },
    { what: "objective", state: objectiveState },
  ].find((each) => each.state !== "open");
  if (!ended) return [];
  const expected = `an open key result; this ${ended.what} is ${ended.state}`;
  return [{ field: "keyResultId", expected, todo: `Open the ${ended.what} again, or leave it as it is.` }];
}

/** Why the ask of a check-in that was made cannot become another; empty when it can. `before`: the one it has. */
export function askChangeRefusals(
  before: { id: string; closedAt: string | null } | null,
  wanted: { id: string },
): Refusal[] {
  if (!before) return [];
  if (before.id !== wanted.id) {
    const todo = "Change the ask that is there; another one goes with the next check-in.";
    return [{ field: "ask.id", expected: "the ask that this check-in made", todo }];
  }
  if (before.closedAt === null) return [];
  return [{ field: "ask", expected: "an ask that is still open", todo: "Ask anew with the next check-in." }];
}

export interface Asked {
  /** Null where nobody who can answer has the id that was given. */
  name: string | null;
  isOneself: boolean;
}

/** Why somebody cannot be asked; empty when they can. */
export function askRefusals({ name, isOneself }: Asked, isPrivate: boolean): Refusal[] {
  if (isPrivate) {
    const expected = "no ask: this objective is private, so nobody else can see its key results";
    return [{ field: "ask", expected, todo: "Make the objective visible first, or ask elsewhere." }];
  }
  if (name !== null && !isOneself) return [];
  const expected = "another member of the organisation, who is not a guest";
  return [{ field: "ask.toMemberId", expected, todo: "Choose whom to ask." }];
}
