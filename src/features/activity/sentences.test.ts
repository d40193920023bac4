import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentenceOf } from "./sentences.ts";

const [hanna, ines, product, design, thing] = Array.from(
  { length: 5 },
  (_, at) => `01936f0e-7d7b-7cc1-a1f0-00000000000${at}`,
) as [string, string, string, string, string];
const names = {
  [hanna]: "Hanna Vogel",
  [ines]: "Inês Carvalho",
  [product]: "Product",
  [design]: "Design",
  [thing]: "the warehouse",
};
const byHanna = { id: hanna, name: "Hanna Vogel" };

const told = (
  kind: string,
  subjectId: string,
  facts: Record<string, unknown> = {},
  actor: typeof byHanna | null = byHanna,
) => sentenceOf({ kind, subject: { kind: "any", id: subjectId }, actor, facts }, names);

describe("an event in words", () => {
  const table: [kind: string, subject: string, facts: Record<string, unknown>, sentence: string][] = [
    ["organisation-created", thing, {}, "Hanna Vogel began this organisation."],
    [
      "organisation-changed",
      thing,
      {
        timeZone: ["Europe/Lisbon", "Asia/Kolkata"],
        weekStartsOn: [1, 7],
        fiscalYearStartMonth: [1, 4],
        statusRule: ["default", "pace-only"],
      },
      "Hanna Vogel changed the time zone from Europe/Lisbon to Asia/Kolkata, the first weekday from Monday to Sunday, the first month of the fiscal year from January to April and the status rule from default to pace only.",
    ],
    ["member-added", ines, { role: "admin" }, "Hanna Vogel added Inês Carvalho as an admin."],
    ["member-added", hanna, { role: "owner" }, "Hanna Vogel joined as an owner."],
    ["member-changed", hanna, { fields: ["timeZone", "place"] }, "Hanna Vogel changed their own time zone and place."],
    ["member-changed", ines, { fields: ["name"] }, "Hanna Vogel changed Inês Carvalho’s name."],
    ["member-role-changed", ines, { role: ["member", "champion"] }, "Hanna Vogel made Inês Carvalho a champion."],
    ["member-deactivated", ines, {}, "Hanna Vogel deactivated Inês Carvalho."],
    ["member-reactivated", ines, {}, "Hanna Vogel let Inês Carvalho back in."],
    [
      "team-created",
      design,
      { name: "Design", parentId: product, leadId: ines },
      "Hanna Vogel added the team “Design” under Product, led by Inês Carvalho.",
    ],
    [
      "team-created",
      product,
      { name: "Product", parentId: null, leadId: null },
      "Hanna Vogel added the team “Product”.",
    ],
    [
      "team-changed",
      design,
      { name: ["Art", "Design"], parentId: [null, product] },
      "Hanna Vogel renamed the team “Art” to “Design” and moved Design under Product.",
    ],
    [
      "team-changed",
      design,
      { parentId: [product, null], leadId: [hanna, ines] },
      "Hanna Vogel moved Design to the top and made Inês Carvalho lead of Design.",
    ],
    ["team-changed", design, { leadId: [ines, null] }, "Hanna Vogel left Design without a lead."],
    ["team-removed", design, { name: "Design" }, "Hanna Vogel removed the team “Design”."],
    ["team-member-added", product, { memberId: ines }, "Hanna Vogel added Inês Carvalho to Product."],
    ["team-member-removed", product, { memberId: ines }, "Hanna Vogel took Inês Carvalho out of Product."],
    ["team-member-added", product, { memberId: hanna }, "Hanna Vogel joined Product."],
    ["team-member-removed", product, { memberId: hanna }, "Hanna Vogel left Product."],
    [
      "invitation-sent",
      ines,
      { role: "guest", teamId: design },
      "Hanna Vogel invited Inês Carvalho as a guest, to Design.",
    ],
    ["invitation-renewed", ines, {}, "Hanna Vogel sent Inês Carvalho a new invitation."],
    ["invitation-withdrawn", ines, {}, "Hanna Vogel withdrew the invitation of Inês Carvalho."],
    ["invitation-accepted", thing, { memberId: hanna }, "Hanna Vogel accepted their invitation."],
    ["password-changed", hanna, { how: "changed" }, "Hanna Vogel changed their password."],
    ["password-changed", hanna, { how: "reset" }, "Hanna Vogel chose a new password by mail."],
    ["sessions-ended", hanna, { count: 1 }, "Hanna Vogel ended a session."],
    ["sessions-ended", hanna, { count: 3 }, "Hanna Vogel ended 3 sessions."],
    [
      "token-created",
      thing,
      { memberId: hanna, scopes: ["read", "write"] },
      "Hanna Vogel made the API token the warehouse, good for read and write.",
    ],
    ["token-revoked", thing, { memberId: ines }, "Hanna Vogel revoked the API token the warehouse of Inês Carvalho."],
    [
      "vision-written",
      thing,
      { text: [null, "Every clinic has time to care"] },
      "Hanna Vogel wrote the vision: “Every clinic has time to care”.",
    ],
    ["mission-written", thing, { text: ["A", "B"] }, "Hanna Vogel rewrote the mission: “B”."],
    [
      "imperative-written",
      thing,
      { statement: "Win the first week" },
      "Hanna Vogel wrote the imperative “Win the first week”.",
    ],
    ["imperative-changed", thing, { priority_share: [null, "40.00"] }, "Hanna Vogel changed the priority to 40%."],
    ["imperative-changed", thing, { rank: [2, 1] }, "Hanna Vogel moved it from 2nd to 1st place."],
    ["imperative-changed", thing, { rank: [12, 23] }, "Hanna Vogel moved it from 12th to 23rd place."],
    ["imperative-changed", thing, { rank: [4, 0] }, "Hanna Vogel moved it up."],
    [
      "objective-changed",
      thing,
      { rank: [1, 1000], why: ["A", "B"] },
      "Hanna Vogel changed the why from “A” to “B”, and moved it down.",
    ],
    ["imperative-archived", thing, {}, "Hanna Vogel archived the imperative."],
    ["imperative-restored", thing, {}, "Hanna Vogel brought the imperative back."],
    ["cycle-created", thing, { name: "Q1 2027" }, "Hanna Vogel planned the cycle “Q1 2027”."],
    [
      "cycle-changed",
      thing,
      { endsOn: ["2027-03-28", "2027-03-31"] },
      "Hanna Vogel changed the last day from 2027-03-28 to 2027-03-31.",
    ],
    ["cycle-state-changed", thing, { state: ["planning", "active"] }, "Hanna Vogel moved the cycle to active."],
    ["objective-created", thing, { title: "Feel at home" }, "Hanna Vogel wrote the objective “Feel at home”."],
    [
      "objective-changed",
      thing,
      { ownerId: [hanna, ines], why: ["", "because"] },
      "Hanna Vogel changed the owner from Hanna Vogel to Inês Carvalho and the why to “because”.",
    ],
    ["objective-shown", thing, { title: "x" }, "Hanna Vogel showed the objective to everyone."],
    [
      "objective-state-changed",
      thing,
      { state: ["open", "paused"], reason: "The insurer is late" },
      "Hanna Vogel paused the objective: “The insurer is late”.",
    ],
    ["objective-state-changed", thing, { state: ["paused", "open"], reason: "" }, "Hanna Vogel resumed the objective."],
    [
      "objective-state-changed",
      thing,
      { state: ["open", "dropped"], reason: "Nobody asked for it." },
      "Hanna Vogel dropped the objective: “Nobody asked for it.”",
    ],
    ["mission-written", thing, { text: ["A", "Why wait?"] }, "Hanna Vogel rewrote the mission: “Why wait?”"],
    [
      "objective-learned",
      thing,
      { learned: [null, "not-yet-observable"] },
      "Hanna Vogel noted what was learned: not yet observable.",
    ],
    ["objective-removed", thing, { title: "Feel at home" }, "Hanna Vogel removed the objective “Feel at home”."],
    [
      "objective-status-overruled",
      thing,
      { status: "at-risk", proposed: "on-track", reason: "A strike" },
      "Hanna Vogel set the status to at risk, where on track is proposed: “A strike”.",
    ],
    ["objective-status-resumed", thing, { status: "at-risk" }, "Hanna Vogel went back to the proposed status."],
    ["key-results-reordered", thing, { ids: [hanna, ines] }, "Hanna Vogel put the key results in another order."],
    ["health-metric-created", thing, { title: "Errors" }, "Hanna Vogel added the health metric “Errors”."],
    [
      "health-metric-changed",
      thing,
      { healthMetricId: ines, limit: ["2", "3"] },
      "Hanna Vogel changed the limit from 2 to 3.",
    ],
    [
      "health-metric-measured",
      thing,
      { value: ["2", "3.50"] },
      "Hanna Vogel measured the health metric at 3.5, from 2.",
    ],
    ["health-metric-removed", thing, { title: "Errors" }, "Hanna Vogel removed the health metric “Errors”."],
    [
      "support-created",
      thing,
      { parent: { kind: "key-result", id: ines }, mode: "contributes" },
      "Hanna Vogel linked the objective to the key result it contributes to.",
    ],
    [
      "support-changed",
      thing,
      { parent: { kind: "objective", id: ines }, mode: ["supports", "contributes"], above: [1, 2] },
      "Hanna Vogel changed the link to the objective: from supports to contributes.",
    ],
    [
      "support-changed",
      thing,
      { parent: { kind: "key-result", id: ines }, mode: ["contributes", "supports"], weight: ["1.00", "40"] },
      "Hanna Vogel changed the link to the key result: from contributes to supports, the weight from 1 to 40.",
    ],
    [
      "support-removed",
      thing,
      { parent: { kind: "imperative", id: ines }, mode: "supports" },
      "Hanna Vogel took away the link to the imperative it supported.",
    ],
    ["key-result-created", thing, { title: "Setup unaided" }, "Hanna Vogel wrote the key result “Setup unaided”."],
    [
      "key-result-changed",
      thing,
      { weight: ["1.00", "50.00"], milestones: [[], [{}]] },
      "Hanna Vogel changed the weight from 1 to 50 and the milestones.",
    ],
    [
      "key-result-target-changed",
      thing,
      {
        before: { kind: "metric", start: "34", target: "60" },
        after: { kind: "metric", start: "34", target: "55" },
        reason: "the baseline was wrong",
      },
      "Hanna Vogel changed the target from 60 to 55: “the baseline was wrong”.",
    ],
    [
      "key-result-kept-as-is",
      thing,
      { title: "Launch a webinar" },
      "Hanna Vogel kept the words “Launch a webinar” as they are.",
    ],
    ["key-result-coached-again", thing, {}, "Hanna Vogel let the coach speak of the words again."],
    [
      "key-result-state-changed",
      thing,
      { state: ["open", "dropped"], reason: "" },
      "Hanna Vogel dropped the key result.",
    ],
    ["key-result-removed", thing, { title: "Setup unaided" }, "Hanna Vogel removed the key result “Setup unaided”."],
    [
      "key-result-status-overruled",
      thing,
      { status: "off-track", reason: "No data" },
      "Hanna Vogel set the status to off track: “No data”.",
    ],
    ["key-result-status-resumed", thing, {}, "Hanna Vogel went back to the proposed status."],
    [
      "check-in-recorded",
      thing,
      { value: ["43", "46"], confidence: [6, 7], progress: ["0.4", "0.5"] },
      "Hanna Vogel checked in 46, from 43, confidence 7.",
    ],
    [
      "check-in-recorded",
      thing,
      { value: [null, "46"], confidence: [null, 0] },
      "Hanna Vogel checked in 46, confidence 0.",
    ],
    [
      "check-in-changed",
      thing,
      { value: ["46", "45"] },
      "Hanna Vogel corrected a check-in: changed the value from 46 to 45.",
    ],
    ["ask-made", thing, { toMemberId: ines }, "Hanna Vogel asked Inês Carvalho for something."],
    [
      "ask-changed",
      thing,
      { askText: ["one", "two testers"], askOf: [hanna, ines] },
      "Hanna Vogel changed the ask from “one” to “two testers” and the member asked from Hanna Vogel to Inês Carvalho.",
    ],
    [
      "check-in-changed",
      thing,
      { askText: [null, "A tester"], askOf: [null, ines] },
      "Hanna Vogel corrected a check-in: changed the ask to “A tester” and the member asked to Inês Carvalho.",
    ],
    ["ask-closed", thing, {}, "Hanna Vogel closed an ask."],
    ["ask-moved", thing, {}, "Hanna Vogel took an ask along to the next cycle."],
    [
      "key-result-graded",
      thing,
      { score: [null, "0.7"], suggested: "0.9", next: [null, "keep"] },
      "Hanna Vogel graded the key result 0.7, where 0.9 is suggested.",
    ],
    ["key-result-graded", thing, { score: [null, null], suggested: "0.9" }, "Hanna Vogel graded the key result."],
    ["objective-graded", thing, { score: ["0.5", "0.6"], suggested: "0.6" }, "Hanna Vogel graded the objective 0.6."],
    [
      "objective-graded",
      thing,
      { score: [null, null], outcome: [null, "not-yet-observable"] },
      "Hanna Vogel graded the objective not yet observable.",
    ],
    [
      "objective-grade-taken-back",
      thing,
      { score: "0.6" },
      "Hanna Vogel opened the objective again and took its grade back.",
    ],
    [
      "grade-amended",
      thing,
      { score: ["0.7", "0.8"], endValue: ["46", "48"], keyResultId: thing, reason: "Counted late." },
      "Hanna Vogel changed the score from 0.7 to 0.8 and the end value from 46 to 48: “Counted late.”",
    ],
    [
      "objective-rolled-over",
      thing,
      { from: thing, fromCycle: "Q1 2027", keyResultIds: [] },
      "Hanna Vogel rolled the objective over from “Q1 2027”.",
    ],
    ["retrospective-started", thing, { teamId: product }, "Hanna Vogel started the retrospective of Product."],
    ["retrospective-opened", thing, { teamId: null }, "Hanna Vogel opened the retrospective."],
    ["retrospective-note-written", thing, {}, "Hanna Vogel wrote in a retrospective."],
    ["initiative-created", thing, { title: "Bulk import" }, "Hanna Vogel planned the initiative “Bulk import”."],
    [
      "initiative-changed",
      thing,
      { startsOn: [null, "2027-01-25"] },
      "Hanna Vogel changed the first day to 2027-01-25.",
    ],
    ["initiative-state-changed", thing, { state: ["planned", "doing"] }, "Hanna Vogel started the initiative."],
    ["initiative-removed", thing, { title: "Bulk import" }, "Hanna Vogel removed the initiative “Bulk import”."],
    ["comment-written", thing, { commentId: thing }, "Hanna Vogel commented on the any."],
    ["comment-changed", thing, { commentId: thing }, "Hanna Vogel changed a comment on the any."],
    ["comment-resolved", thing, { commentId: thing }, "Hanna Vogel settled a comment on the any."],
    ["comment-reopened", thing, { commentId: thing }, "Hanna Vogel opened a comment on the any again."],
    ["comment-removed", thing, { commentId: thing }, "Hanna Vogel removed a comment on the any."],
    ["member-mentioned", thing, {}, "Hanna Vogel mentioned a member in a comment."],
    ["plan-opened", thing, { level: "team" }, "Hanna Vogel opened the plan."],
    [
      "plan-review-asked",
      thing,
      { reviewerIds: [ines, hanna], round: 1 },
      "Hanna Vogel asked Inês Carvalho and Hanna Vogel to review the plan.",
    ],
    ["plan-review-withdrawn", thing, {}, "Hanna Vogel took the plan back from review."],
    ["plan-approved", thing, {}, "Hanna Vogel approved the plan."],
    [
      "plan-changes-asked",
      thing,
      { reason: "Name a number" },
      "Hanna Vogel asked for changes to the plan: “Name a number”.",
    ],
    [
      "plan-approvals-reset",
      thing,
      { memberIds: [ines] },
      "Hanna Vogel changed what Inês Carvalho had approved, so it waits for them again.",
    ],
    [
      "plan-activated",
      thing,
      { objectives: 3, keyResults: 9, initiatives: 1 },
      "Hanna Vogel activated the plan: 3 objectives, 9 key results and 1 initiative.",
    ],
    ["plan-discarded", thing, {}, "Hanna Vogel discarded the plan."],
    ["plan-restored", thing, {}, "Hanna Vogel brought the plan back."],
    ["drafts-reordered", thing, {}, "Hanna Vogel put the drafts in another order."],
    [
      "draft-added",
      thing,
      { line: { kind: "draft-key-result", id: thing }, about: "Clinics active in week 4" },
      "Hanna Vogel added the draft key result “Clinics active in week 4”.",
    ],
    [
      "draft-changed",
      thing,
      { line: { kind: "draft-key-result", id: thing }, about: "Clinics active in week 4", title: ["a b", "c d"] },
      "Hanna Vogel changed the title from “a b” to “c d”, of the draft key result “Clinics active in week 4”.",
    ],
    [
      "draft-removed",
      thing,
      { line: { kind: "draft-key-result", id: thing }, about: "Clinics active in week 4" },
      "Hanna Vogel removed the draft key result “Clinics active in week 4”.",
    ],
    [
      "draft-restored",
      thing,
      { line: { kind: "draft-key-result", id: thing }, about: "Clinics active in week 4" },
      "Hanna Vogel put back the draft key result “Clinics active in week 4”.",
    ],
    [
      "draft-moved",
      thing,
      {
        line: { kind: "draft-key-result", id: thing },
        about: "Clinics active in week 4",
        draftObjectiveId: [ines, thing],
      },
      "Hanna Vogel moved the draft key result “Clinics active in week 4” to another draft objective.",
    ],
    [
      "draft-became-initiative",
      thing,
      { about: "Onboarding webinar", instead: "Live bookings within 7 days" },
      "Hanna Vogel made a draft key result the initiative “Onboarding webinar”, with “Live bookings within 7 days” in its place.",
    ],
    [
      "draft-accepted",
      thing,
      { line: { kind: "draft-key-result", id: thing }, about: "Clinics active in week 4", confidence: 7 },
      "Hanna Vogel accepted the draft key result “Clinics active in week 4” with confidence 7.",
    ],
    [
      "draft-declined",
      thing,
      {
        line: { kind: "draft-key-result", id: thing },
        about: "Clinics active in week 4",
        reason: "Nobody measures it",
      },
      "Hanna Vogel declined the draft key result “Clinics active in week 4”: “Nobody measures it”.",
    ],
    [
      "draft-answer-withdrawn",
      thing,
      { line: { kind: "draft-key-result", id: thing }, about: "Clinics active in week 4" },
      "Hanna Vogel took back their answer to the draft key result “Clinics active in week 4”.",
    ],
    ["template-saved", thing, { title: "A calm start" }, "Hanna Vogel saved the template “A calm start”."],
    ["template-removed", thing, { title: "A calm start" }, "Hanna Vogel removed the template “A calm start”."],
    ["import-made", thing, { fileName: "okrs.md" }, "Hanna Vogel imported “okrs.md”."],
    ["import-undone", thing, { fileName: "okrs.md" }, "Hanna Vogel took back the import of “okrs.md”."],
    ["pulse-settings-changed", thing, { on: [false, true] }, "Hanna Vogel switched pulses on."],
    [
      "pulse-settings-changed",
      thing,
      { answers: [5, 8] },
      "Hanna Vogel changed the fewest answers of a pulse from 5 to 8.",
    ],
    ["pulse-launched", thing, { asked: 62 }, "Hanna Vogel launched a pulse, which asks 62 people."],
    ["pulse-closed", thing, { withheld: [] }, "Hanna Vogel closed the pulse, and its figures are out."],
    ["pulse-withdrawn", thing, {}, "Hanna Vogel withdrew the pulse, and nothing of it is told."],
    ["site-added", thing, { name: "Lisbon" }, "Hanna Vogel added the site “Lisbon”."],
    [
      "site-changed",
      thing,
      { site: "Lisbon", place: ["Lisboa", "Lisbon"], seats: [{ "1": 8 }, { "1": 9, "2": 9 }] },
      "Hanna Vogel changed the site “Lisbon”: the place from “Lisboa” to “Lisbon” and the seats.",
    ],
    [
      "site-presence-switched",
      thing,
      { name: "Lisbon", on: [false, true] },
      "Hanna Vogel switched presence on at the site “Lisbon”.",
    ],
    ["policy-begun", thing, { title: "Quiet mornings" }, "Hanna Vogel began the policy “Quiet mornings”."],
    [
      "policy-begun",
      thing,
      { title: "Quiet mornings", previousId: product },
      "Hanna Vogel began the policy “Quiet mornings” from the one before it.",
    ],
    [
      "policy-changed",
      thing,
      { title: ["Mornings", "Quiet mornings"], outcomes: [[], [{}]] },
      "Hanna Vogel wrote on the draft: the title from “Mornings” to “Quiet mornings” and the outcomes.",
    ],
    ["policy-removed", thing, { title: "Mornings" }, "Hanna Vogel removed the draft of the policy “Mornings”."],
    [
      "policy-sealed",
      thing,
      { title: "Quiet mornings", startsOn: "2027-03-01", seed: "0f6c", covered: [product], others: [design] },
      "Hanna Vogel sealed the policy “Quiet mornings”, which starts on 2027-03-01, with 1 team drawn by lot.",
    ],
    [
      "policy-amended",
      thing,
      { rule: ["A", "B"], decidesOn: ["2027-06-01", "2027-06-08"], scopeFrom: [null, "2027-04-01"] },
      "Hanna Vogel amended the rule and the decision date.",
    ],
    [
      "policy-decided",
      thing,
      { title: "Quiet mornings", decision: "keep", early: false, lastDay: null },
      "Hanna Vogel decided to keep the policy “Quiet mornings”.",
    ],
    [
      "policy-decided",
      thing,
      { title: "Quiet mornings", decision: "stop", early: true, lastDay: "2027-04-30" },
      "Hanna Vogel decided to stop the policy “Quiet mornings”, whose last day is 2027-04-30, before its date.",
    ],
    [
      "policy-exception-made",
      thing,
      { memberId: ines, from: "2027-03-01", to: "2027-08-31" },
      "Hanna Vogel let Inês Carvalho out of the policy from 2027-03-01 to 2027-08-31.",
    ],
    ["policy-exception-ended", thing, { memberId: ines }, "Hanna Vogel ended the exception of Inês Carvalho."],
    ["policy-right-given", thing, { memberId: ines }, "Hanna Vogel gave Inês Carvalho the right to policies."],
    [
      "policy-right-taken",
      thing,
      { memberId: ines },
      "Hanna Vogel took the right to policies back from Inês Carvalho.",
    ],
    ["site-archived", thing, { name: "Lisbon" }, "Hanna Vogel archived the site “Lisbon”."],
    [
      "site-holiday-changed",
      thing,
      { name: "Lisbon", day: "2027-02-09", holiday: "Carnival" },
      "Hanna Vogel added the holiday “Carnival” on 2027-02-09 at “Lisbon”.",
    ],
    [
      "site-holiday-changed",
      thing,
      { name: "Lisbon", day: "2027-06-10", holiday: null },
      "Hanna Vogel struck the public holiday of 2027-06-10 at “Lisbon”.",
    ],
    [
      "site-holiday-changed",
      thing,
      { name: "Lisbon", day: "2027-06-10" },
      "Hanna Vogel let 2027-06-10 be as the public calendar has it again at “Lisbon”.",
    ],
    [
      "workplace-settings-changed",
      thing,
      { keepMonths: [12, 6] },
      "Hanna Vogel changed the months that planned presence is kept from 12 to 6.",
    ],
    ["presence-planned", thing, {}, "Hanna Vogel changed their plan."],
    ["meeting-agreed", thing, {}, "Hanna Vogel agreed on a meeting."],
    ["meeting-cancelled", thing, {}, "Hanna Vogel cancelled the meeting."],
    ["decision-asked", thing, {}, "Hanna Vogel asked for a decision in writing."],
    ["decision-recorded", thing, {}, "Hanna Vogel recorded what was decided."],
    [
      "anchor-days-proposed",
      thing,
      { proposalId: "p", days: "2 3", from: "2027-03-01" },
      "Hanna Vogel proposed the anchor days Tue, Wed from 2027-03-01.",
    ],
    [
      "anchor-days-accepted",
      thing,
      { proposalId: "p", days: "", from: "2027-03-01", reason: "" },
      "Hanna Vogel accepted no anchor days from 2027-03-01.",
    ],
    [
      "anchor-days-declined",
      thing,
      { proposalId: "p", days: "5", from: "2027-03-01", reason: "Half of us are off." },
      "Hanna Vogel declined the anchor days Fri from 2027-03-01: “Half of us are off.”",
    ],
    [
      "anchor-days-withdrawn",
      thing,
      { proposalId: "p", days: "5", from: "2027-03-01", reason: "" },
      "Hanna Vogel withdrew the anchor days Fri from 2027-03-01.",
    ],
    ["working-agreement-written", thing, { version: 1 }, "Hanna Vogel wrote how the team agreed to work."],
    ["working-agreement-written", thing, { version: 2 }, "Hanna Vogel changed how the team agreed to work."],
    ["working-agreement-given-up", thing, { version: 3 }, "Hanna Vogel took away how the team agreed to work."],
    [
      "working-agreement-reviewed",
      thing,
      { version: 2 },
      "Hanna Vogel reviewed how the team agreed to work, and kept it.",
    ],
    ["team-readiness-answered", thing, {}, "Hanna Vogel said how ready the team is for remote work."],
    ["intention-written", thing, { text: "Call three clinics" }, "Hanna Vogel wrote an intention."],
    [
      "intention-changed",
      thing,
      { text: ["Call", "Call three"] },
      "Hanna Vogel changed the text from “Call” to “Call three”.",
    ],
    ["intention-done", thing, {}, "Hanna Vogel did what they intended."],
    ["intention-carried", thing, {}, "Hanna Vogel carried the intention over."],
    ["intention-let-go", thing, {}, "Hanna Vogel let the intention go."],
    ["intentions-ordered", hanna, { ids: [ines] }, "Hanna Vogel put their intentions in another order."],
    [
      "dependency-proposed",
      thing,
      { title: "A queue for large files", dueOn: "2027-03-01", fromTeamId: product, onTeamId: design },
      "Hanna Vogel asked Design for “A queue for large files” by 2027-03-01, for Product.",
    ],
    [
      "dependency-changed",
      thing,
      { dueOn: ["2027-03-01", "2027-03-08"], fromTeamId: product, onTeamId: design },
      "Hanna Vogel changed the due day from 2027-03-01 to 2027-03-08.",
    ],
    [
      "dependency-state-changed",
      thing,
      { state: ["proposed", "declined"], reason: "No hands until June.", fromTeamId: product, onTeamId: design },
      "Hanna Vogel declined what Product asks of Design: “No hands until June.”",
    ],
    [
      "dependency-state-changed",
      thing,
      { state: ["declined", "proposed"], reason: "", fromTeamId: product, onTeamId: design },
      "Hanna Vogel asked Design again, for Product.",
    ],
    ["bets-changed", thing, { bets: [[], []] }, "Hanna Vogel changed the key results it should move."],
  ];
  test.each(table)("%s", (kind, subject, facts, sentence) => expect(told(kind, subject, facts)).toBe(sentence));

  test("what the product did says so, and progress speaks for itself", () => {
    expect(told("objective-moved", thing, { progress: ["0.43", "0.4625"] }, null)).toBe(
      "Progress went from 43% to 46.3%.",
    );
    expect(told("objective-moved", thing, { progress: [null, "0"] }, null)).toBe("Progress went from – to 0%.");
    expect(told("cycle-state-changed", thing, { state: ["active", "closing"] }, null)).toBe(
      "Throughline moved the cycle to closing.",
    );
  });

  test("who is gone is said so, and long words are cut", () => {
    expect(told("member-deactivated", "01936f0e-7d7b-7cc1-a1f0-0000000000ff")).toBe(
      "Hanna Vogel deactivated someone or something that is gone.",
    );
    const long = told("imperative-written", thing, { statement: `${"ä".repeat(300)}\n\nend` });
    expect(long).toBe(`Hanna Vogel wrote the imperative “${"ä".repeat(139)}…”.`);
  });

  test("a kind that is not known yet is still told", () => {
    expect(told("lunch-eaten", thing, { title: ["a b", "c d"] })).toBe(
      "Hanna Vogel changed the title from “a b” to “c d”.",
    );
    expect(told("lunch-eaten", thing)).toBe("Hanna Vogel recorded: lunch eaten.");
  });

  test("no facts, of whatever shape, break a sentence", () => {
    const kinds = fc.constantFrom(...table.map(([kind]) => kind));
    const facts = fc.dictionary(
      fc.constantFrom(
        "role",
        "fields",
        "name",
        "parentId",
        "leadId",
        "text",
        "state",
        "value",
        "confidence",
        "before",
        "after",
        "parent",
        "reason",
        "scopes",
        "progress",
        "rank",
        "mode",
        "weight",
      ),
      fc.anything({ maxDepth: 2 }).map((value) => {
        try {
          return JSON.parse(JSON.stringify(value) ?? "null");
        } catch {
          return null;
        }
      }),
    );
    fc.assert(
      fc.property(kinds, facts, (kind, given) => {
        expect(told(kind, thing, given)).toMatch(/^Hanna Vogel .+(\.|[.!?]”)$/s);
      }),
      {
        examples: [
          ["organisation-created", { reason: { toString: 0 } }],
          ["imperative-changed", { rank: [{ valueOf: 0, toString: 0 }, 1] }],
        ],
      },
    );
  });

  test("every kind that a room records has its line in the table above", () => {
    const rooms = new URL("../", import.meta.url);
    const recorded = readdirSync(rooms, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && readdirSync(new URL(`${entry.name}/`, rooms)).includes("events.ts"))
      .flatMap(({ name }) => kindsIn(readFileSync(new URL(`${name}/events.ts`, rooms), "utf8")));
    const inTable = new Set([...table.map(([kind]) => kind), "objective-moved"]);
    expect(recorded.filter((kind) => !inTable.has(kind))).toEqual([]);
    expect(recorded.length).toBeGreaterThan(30);
  });
});

/** The kinds that an events.ts names: as a fact's kind, or in a union of kinds. */
function kindsIn(source: string): string[] {
  const asFact = [...source.matchAll(/\{\s*kind: "([a-z-]+)",\s*subject/g)];
  const inUnion = [...source.matchAll(/^ {2}(?:\| |kind: )"([a-z-]+)"/gm)];
  return [...asFact, ...inUnion].map(([, kind]) => String(kind));
}
