import type { Fact } from "../../platform/database/record.ts";

type Changes = Record<string, [unknown, unknown]>;

// Sites are settings, told with the organisation's, so that the audit has them.

export function siteAdded(organisationId: string, site: { id: string; name: string }): Fact {
  return told("site-added", organisationId, { siteId: site.id, name: site.name });
}

export function siteChanged(organisationId: string, name: string, changes: Changes): Fact {
  return told("site-changed", organisationId, { site: name, ...changes });
}

/** Who switched it, where and when: the event says it with its actor and time. */
export function sitePresenceSwitched(organisationId: string, site: { id: string; name: string }, on: boolean): Fact {
  return told("site-presence-switched", organisationId, { siteId: site.id, name: site.name, on: [!on, on] });
}

export function siteArchived(organisationId: string, site: { id: string; name: string }): Fact {
  return told("site-archived", organisationId, { siteId: site.id, name: site.name });
}

/** `holiday`: its name; null where a public one is struck; left out where the public calendar holds again. */
export function siteHolidayChanged(
  organisationId: string,
  facts: { name: string; day: string; holiday?: string | null },
) {
  return told("site-holiday-changed", organisationId, facts);
}

export function workplaceSettingsChanged(organisationId: string, changes: Changes): Fact {
  return told("workplace-settings-changed", organisationId, changes);
}

/** That somebody changed their plan, and nothing of what it says. */
export function presencePlanned(siteId: string): Fact {
  return { kind: "presence-planned", subject: { kind: "presence", id: siteId }, facts: {} };
}

/** Told of the team; what was agreed is in the versions. */
export function agreementFact(
  kind: "working-agreement-written" | "working-agreement-given-up" | "working-agreement-reviewed",
  teamId: string,
  facts: { version: number },
): Fact {
  return { kind, subject: { kind: "team", id: teamId }, facts };
}

/** Who comes and when stands in the meeting, which is deleted as it ages; the record outlives it. */
export function meetingFact(kind: "meeting-agreed" | "meeting-cancelled", id: string): Fact {
  return { kind, subject: { kind: "meeting", id }, facts: {} };
}

export function decisionFact(kind: "decision-asked" | "decision-recorded", id: string): Fact {
  return { kind, subject: { kind: "written-decision", id }, facts: {} };
}

function told(kind: string, organisationId: string, facts: Record<string, unknown>): Fact {
  return { kind, subject: { kind: "organisation", id: organisationId }, facts };
}

interface AnchorProposal {
  id: string;
  teamId: string;
  days: readonly string[];
  from: string;
}

export function anchorDaysProposed({ id, teamId, days, from }: AnchorProposal): Fact {
  return aboutAnchorDays("anchor-days-proposed", teamId, { proposalId: id, days: days.join(" "), from });
}

/** `state`: accepted, declined or withdrawn. */
export function anchorDaysDecided({ id, teamId, days, from }: AnchorProposal, state: string, reason: string): Fact {
  return aboutAnchorDays(`anchor-days-${state}`, teamId, { proposalId: id, days: days.join(" "), from, reason });
}

function aboutAnchorDays(kind: string, teamId: string, facts: Record<string, unknown>): Fact {
  return { kind, subject: { kind: "team", id: teamId }, facts };
}
