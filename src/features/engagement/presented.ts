import type { Viewer } from "../../platform/http/context.ts";
import { isArm, withoutArms } from "./arms.ts";
import { EVERYONE } from "./groupings.ts";
import { mayLaunchPulses } from "./permissions.ts";
import type { KeptCell, PulseRow } from "./queries/pulses.ts";
import { type QuestionKey, WORDS } from "./question.ts";

/** A pulse that has not opened yet is planned; after its time it is counted, whether or not somebody began to. */
export function stateAt(pulse: Pick<PulseRow, "state" | "opensAt" | "closesAt">, now: { epochMilliseconds: number }) {
  if (pulse.state !== "open") return pulse.state;
  if (now.epochMilliseconds < Date.parse(pulse.opensAt)) return "planned" as const;
  return now.epochMilliseconds < Date.parse(pulse.closesAt) ? ("open" as const) : ("counting" as const);
}

export function asked(question: QuestionKey) {
  return { question, text: WORDS[question] };
}

export function presentPulse(row: PulseRow, viewer: Viewer, now: { epochMilliseconds: number }) {
  const { id, questions, opensAt, closesAt, confidential, answers, comments, crowd } = row;
  const state = stateAt(row, now);
  const close = mayLaunchPulses(viewer.role) && (state === "open" || state === "counting");
  const limits = { answers, comments, crowd };
  return {
    ...{ id, state, questions: questions.map(asked), opensAt, closesAt, confidential, ...limits },
    ...{ asked: row.asked, can: { close } },
  };
}

/** A team that is gone keeps its figures, without a name. */
export function presentTeam(id: string, names: ReadonlyMap<string, string>) {
  return id === EVERYONE ? null : { id, name: names.get(id) ?? "" };
}

export function presentCells(
  cells: readonly KeptCell[],
  names: ReadonlyMap<string, string>,
  askedIn: ReadonlyMap<string, number>,
) {
  return withoutArms(cells).map(({ id, level, groups }) => ({
    ...{ id, team: presentTeam(id, names), level },
    asked: groups.reduce((sum, group) => sum + (askedIn.get(group) ?? 0), 0),
  }));
}

/** Ids of teams, which are all cells but the whole organisation. */
export function teamsOf(cells: readonly { id: string }[]): string[] {
  return cells.map(({ id }) => id).filter((id) => id !== EVERYONE && !isArm(id));
}
