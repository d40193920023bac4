import type { Fact } from "../../platform/database/record.ts";

type Changes = Record<string, [unknown, unknown]>;

export function policyBegun(id: string, facts: { title: string; kind: string; previousId: string | null }): Fact {
  return about(id, "policy-begun", facts);
}

export function policyChanged(id: string, changes: Changes): Fact {
  return about(id, "policy-changed", changes);
}

export function policyRemoved(id: string, title: string): Fact {
  return about(id, "policy-removed", { title });
}

/** `covered`, `others`: ids of teams, as the lot fell or as they were named. */
export function policySealed(
  id: string,
  facts: { title: string; startsOn: string; seed: string | null; covered: string[]; others: string[] },
): Fact {
  return about(id, "policy-sealed", facts);
}

/** The reason is kept with the amendment. */
export function policyAmended(id: string, changes: Changes): Fact {
  return about(id, "policy-amended", changes);
}

export function policyDecided(
  id: string,
  facts: { title: string; decision: string; early: boolean; lastDay: string | null; draftId: string | null },
): Fact {
  return about(id, "policy-decided", facts);
}

/** For the eyes of who was let out alone: the reason, and that there is one, is theirs. */
export function exceptionMade(policyId: string, memberId: string, facts: { from: string; to: string | null }): Fact {
  return { ...about(policyId, "policy-exception-made", { memberId, ...facts }), visibleTo: memberId };
}

export function exceptionEnded(policyId: string, memberId: string, lastDay: string): Fact {
  return { ...about(policyId, "policy-exception-ended", { memberId, lastDay }), visibleTo: memberId };
}

/** Told only when the verdict or what it was found from has changed. */
export function policyAssessed(id: string, facts: { verdict: string }): Fact {
  return about(id, "policy-assessed", facts);
}

export function happeningMarked(id: string, facts: { on: string; text: string }): Fact {
  return about(id, "policy-happening-marked", facts);
}

export function happeningUnmarked(id: string): Fact {
  return about(id, "policy-happening-unmarked", {});
}

/** Told of the team; what was replied is no fact for others. */
export function readinessAnswered(teamId: string): Fact {
  return { kind: "team-readiness-answered", subject: { kind: "team", id: teamId }, facts: {} };
}

// Rights are told with the organisation's settings, so that the audit has them.

export function policyRightGiven(organisationId: string, memberId: string): Fact {
  return { kind: "policy-right-given", subject: { kind: "organisation", id: organisationId }, facts: { memberId } };
}

export function policyRightTaken(organisationId: string, memberId: string): Fact {
  return { kind: "policy-right-taken", subject: { kind: "organisation", id: organisationId }, facts: { memberId } };
}

function about(id: string, kind: string, facts: Record<string, unknown>): Fact {
  return { kind, subject: { kind: "policy", id }, facts };
}
