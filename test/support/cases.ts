/** What an operation's input needs beyond its schema to be taken: without a good case, the walk fails for the operation. */
import { newId } from "../../src/platform/ids.ts";
import { aPulse } from "./furnish.ts";
import { anAgreement } from "./furnish-workplace.ts";
import { type Ids, inputFor, type Operation } from "./inputs.ts";

type Amend = (ids: Ids) => Record<string, unknown>;

const okrs = "Objective,Key result,Start,Target\nMornings are calm,Calls before nine,40,10\n";

/** A file that names no cycle, for the one that is there. */
function aFile({ cycleId = newId() }: Ids) {
  return { fileName: "okrs.csv", content: Buffer.from(okrs).toString("base64"), cycleId };
}

const aCalendar =
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Example//EN\r\nBEGIN:VEVENT\r\nUID:1@example\r\nDTSTAMP:20270212T090000Z\r\nDTSTART;VALUE=DATE:20270217\r\nSUMMARY:Home\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

/** The version that the furnished plan has. */
const planVersion = (ids: Ids) => Number(ids.planVersion ?? 1);

const amendments: Record<string, Amend> = {
  "people.organisation.remove": (ids) => ({ name: ids.organisationName ?? "Another" }),
  "people.teams.remove": (ids) => ({ id: ids.emptyTeam ?? newId() }),
  "people.invitations.create": () => ({ email: "mei.tan@example.test" }),
  "activity.history.of": (ids) => ({ subjectId: ids.objectiveId ?? newId() }),
  "strategy.vision.set": () => ({ version: 1 }),
  "strategy.mission.set": () => ({ version: 1 }),
  "okrs.cycles.create": () => ({ name: "Q2 2027", startsOn: "2027-03-29", endsOn: "2027-06-27" }),
  "okrs.cycles.update": () => ({ version: 2 }),
  "okrs.cycles.setState": () => ({ version: 2, state: "closing" }),
  "okrs.objectives.setLearned": (ids) => ({ id: ids.learningObjective ?? newId() }),
  "conversation.mentions.open": (ids) => ({ commentIds: [ids.comments ?? newId()] }),
  "okrs.objectives.remove": () => ({ everything: true }),
  "coach.read": () => ({ texts: [{ text: "Launch onboarding webinar" }] }),
  "okrs.keyResults.keepAsIs": (ids) => ({ title: ids.keyResultTitle ?? "Another" }),
  "okrs.keyResults.reorder": (ids) => ({ ids: [ids.keyResultId ?? newId()] }),
  "okrs.keyResults.remove": () => ({ everything: true }),
  "okrs.supports.create": (ids) => ({
    objectiveId: ids.learningObjective ?? newId(),
    parent: { kind: "objective", id: ids.objectiveId ?? newId() },
  }),
  "alignment.dependencies.setState": () => ({ state: "accepted" }),
  "alignment.dependencies.create": ({ objectiveId = newId() }) => ({ objectiveId }),
  "cadence.checkIns.create": () => ({ value: "47" }),
  "cadence.checkIns.preview": () => ({ value: "47" }),
  "cadence.checkIns.list": (ids) => ({ keyResultId: ids.keyResultId ?? newId() }),
  "closing.keyResults.grade": (ids) => ({
    ...{ id: ids.closingKeyResult ?? newId(), score: "0" },
    note: "Nobody reported it; we saw that nothing moved.",
  }),
  "closing.objectives.close": (ids) => ({ id: ids.gradedObjective ?? newId() }),
  "closing.objectives.reopen": (ids) => ({ id: ids.gradedObjective ?? newId() }),
  "closing.amendments.create": (ids) => ({ objectiveId: ids.closedObjective ?? newId(), score: "0.6" }),
  "closing.rollovers.create": (ids) => ({ cycleId: ids.closedCycle ?? newId(), toId: ids.laterCycle ?? newId() }),
  "closing.retrospectives.write": () => ({ helped: "A calm week" }),
  "engagement.pulse.changeSettings": () => ({ version: 1, answers: 6 }),
  "engagement.pulse.launch": ({ pulses = newId() }) => ({ id: pulses, ...aPulse }),
  "engagement.pulse.answer": () => ({ answers: [{ question: "see-my-line", answer: 2 }] }),
  "workplace.sites.update": () => ({ version: 2, name: "The other end of the street" }),
  "workplace.presence.setProfile": ({ siteId = newId() }) => ({ version: 1, siteId }),
  "workplace.presence.plan": () => ({ days: [{ day: "2027-02-19", at: "home" }] }),
  "policies.policyFit.ofTeam": ({ ledByOwner = newId() }) => ({ teamId: ledByOwner }),
  "workplace.anchorDays.tryOut": () => ({ choices: [] }),
  "workplace.anchorDays.propose": () => ({ days: ["4"], from: "2027-03-01" }),
  "workplace.anchorDays.setState": () => ({ state: "accepted" }),
  "workplace.agreements.write": () => ({ version: 1, ...anAgreement, notes: "" }),
  "workplace.agreements.remove": () => ({ version: 1 }),
  "workplace.agreements.review": () => ({ version: 1 }),
  "workplace.overlap.hours": ({ teamId = newId() }) => ({ teamId }),
  "workplace.overlap.bestTimes": ({ teamId = newId() }) => ({ teamId, from: "2027-02-17", to: "2027-02-19" }),
  "workplace.meetings.create": ({ teamId = newId() }) => ({ teamId, startsAt: "2027-02-18T15:00:00Z" }),
  "workplace.decisions.create": ({ teamId = newId() }) => ({ teamId, closesOn: "2027-02-18" }),
  "workplace.calendar.preview": () => ({ content: aCalendar }),
  "workplace.calendar.import": () => ({ content: aCalendar }),
  "policies.policies.decide": () => ({ version: 2, earlyReason: "The office closes." }),
  "policies.policyAmendments.create": () => ({ version: 2, rule: "No meetings before eleven." }),
  "policies.policyExceptions.create": () => ({ from: "2027-02-17" }),
  "policies.policyExceptions.end": (ids) => ({ id: ids["policy-exceptions"] ?? newId() }),
  "policies.teamReadiness.answer": () => ({ version: 1, replies: { "decisions-written": "yes" } }),
  "policies.policyEvidence.rows": (ids) => ({ id: ids.policyId ?? newId() }),
  "policies.policyEvidence.unmark": (ids) => ({ id: ids.happenings ?? newId() }),
  "exchange.imports.preview": aFile,
  "exchange.imports.create": aFile,
  "planning.plans.changeMany": (ids) => ({
    lines: [{ id: ids["draft-objectives"] ?? newId(), version: 1 }],
    change: { commitment: "learning" },
  }),
  "planning.plans.askForReview": (ids) => ({ version: planVersion(ids), reviewerIds: [ids.reviewerId ?? newId()] }),
  "planning.plans.review": (ids) => ({ version: planVersion(ids) }),
  "planning.plans.activate": (ids) => ({ version: planVersion(ids), unreviewed: true }),
  "planning.draftObjectives.reorder": (ids) => ({ ids: [ids["draft-objectives"] ?? newId()] }),
  "planning.draftKeyResults.reorder": (ids) => ({ ids: [ids["draft-key-results"] ?? newId()] }),
  "planning.draftKeyResults.accept": () => ({ confidence: 7 }),
  "planning.draftInitiatives.reorder": (ids) => ({ ids: [ids["draft-initiatives"] ?? newId()] }),
  "planning.objectiveTemplates.use": () => ({ draftObjectiveId: newId() }),
  "roadmap.origins.create": () => ({ initiativeId: newId(), reason: "It is work." }),
  "roadmap.origins.remove": (ids) => ({ initiativeId: ids.madeInitiative ?? newId() }),
  "focus.intentions.create": (ids) => ({ keyResultId: ids.keyResultId ?? newId() }),
  "focus.intentions.carry": (ids) => ({ id: ids.leftover ?? newId() }),
  "focus.intentions.reorder": (ids) => ({ ids: [ids.intentions ?? newId()] }),
};

/** Answered otherwise than 200 to the owner's token, with why. */
export const notForTokens: Record<string, string> = {
  "signIn.session.create": "needs an e-mail address and its password",
  "signIn.session.end": "belongs to a session",
  "signIn.sessions.list": "belongs to a session",
  "signIn.sessions.end": "belongs to a session",
  "signIn.sessions.endOthers": "belongs to a session",
  "signIn.passwordReset.use": "needs a link from a letter",
  "signIn.invitation.open": "needs a link from a letter",
  "signIn.invitation.accept": "needs a link from a letter",
  "signIn.password.change": "belongs to a session",
  "signIn.tokens.create": "belongs to a session",
  "welcome.firstRun.begin": "works before there is an organisation",
};

/** A good input for the operation, made of what the organisation was furnished with. */
export function caseFor(operation: Operation, ids: Ids): Record<string, unknown> {
  return { ...inputFor(operation, ids), ...amendments[operation.name]?.(ids) };
}
