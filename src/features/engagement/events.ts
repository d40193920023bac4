import type { Fact } from "../../platform/database/record.ts";

// No event tells who answered, or when: the record would join a member to a moment.

/** Settings are told with the organisation's, so the audit has them. */
export function pulseSettingsChanged(organisationId: string, changes: Record<string, [unknown, unknown]>): Fact {
  return { kind: "pulse-settings-changed", subject: { kind: "organisation", id: organisationId }, facts: changes };
}

export function pulseLaunched(id: string, facts: { questions: string[]; closesAt: string; asked: number }): Fact {
  return { kind: "pulse-launched", subject: { kind: "pulse", id }, facts };
}

/** `withheld`: questions of which nothing is told, because the auditor objected. */
export function pulseClosed(id: string, facts: { withheld: string[] }): Fact {
  return { kind: "pulse-closed", subject: { kind: "pulse", id }, facts };
}

export function pulseWithdrawn(id: string): Fact {
  return { kind: "pulse-withdrawn", subject: { kind: "pulse", id }, facts: {} };
}
