/** What plans, their drafts, comments and templates are told with. */
import {
  changesInWords,
  type Facts,
  isChange,
  isNothing,
  listed,
  numberOf,
  quoted,
  textOf,
} from "../changes-in-words.ts";
import type { Predicate } from "./words.ts";

export const planningSentences: Record<string, Predicate> = {
  "comment-written": ({ subject }) => `commented on ${kindOfSubject(subject.kind)}`,
  "comment-changed": ({ subject }) => `changed a comment on ${kindOfSubject(subject.kind)}`,
  "comment-resolved": ({ subject }) => `settled a comment on ${kindOfSubject(subject.kind)}`,
  "comment-reopened": ({ subject }) => `opened a comment on ${kindOfSubject(subject.kind)} again`,
  "comment-removed": ({ subject }) => `removed a comment on ${kindOfSubject(subject.kind)}`,
  "member-mentioned": () => "mentioned a member in a comment",
  "plan-opened": () => "opened the plan",
  "plan-review-asked": ({ facts, name }) => `asked ${namesListed(facts.reviewerIds, name)} to review the plan`,
  "plan-review-withdrawn": () => "took the plan back from review",
  "plan-approved": () => "approved the plan",
  "plan-changes-asked": () => "asked for changes to the plan",
  "plan-approvals-reset": ({ facts, name }) =>
    `changed what ${namesListed(facts.memberIds, name)} had approved, so it waits for them again`,
  "plan-activated": ({ facts }) => `activated the plan${isNothing(facts.objectives) ? "" : activated(facts)}`,
  "plan-discarded": () => "discarded the plan",
  "plan-restored": () => "brought the plan back",
  "drafts-reordered": () => "put the drafts in another order",
  "draft-added": ({ facts }) => `added ${draftOf(facts)}`,
  "draft-changed": ({ facts, names }) => `${changesInWords(facts, names) ?? "changed something"}, of ${draftOf(facts)}`,
  "draft-removed": ({ facts }) => `removed ${draftOf(facts)}`,
  "draft-restored": ({ facts }) => `put back ${draftOf(facts)}`,
  "draft-moved": ({ facts }) =>
    `moved ${draftOf(facts)} to another ${isChange(facts.planId) ? "plan" : "draft objective"}`,
  "draft-became-initiative": ({ facts }) =>
    `made a draft key result the initiative ${quoted(facts.about)}${isNothing(facts.instead) ? "" : `, with ${quoted(facts.instead)} in its place`}`,
  "draft-accepted": ({ facts }) =>
    `accepted ${draftOf(facts)}${isNothing(facts.confidence) ? "" : ` with confidence ${textOf(facts.confidence)}`}`,
  "draft-declined": ({ facts }) => `declined ${draftOf(facts)}`,
  "draft-answer-withdrawn": ({ facts }) => `took back their answer to ${draftOf(facts)}`,
  "template-saved": ({ facts }) => `saved the template ${quoted(facts.title)}`,
  "template-removed": ({ facts }) => `removed the template ${quoted(facts.title)}`,
};

function kindOfSubject(kind: string): string {
  return `the ${kind.replaceAll("-", " ")}`;
}

/** "the draft key result “Clinics active in week 4”" */
function draftOf({ line, about }: Facts): string {
  const kind = line && typeof line === "object" && "kind" in line ? textOf(line.kind) : "draft";
  return `${kindOfSubject(kind)} ${quoted(about)}`;
}

function namesListed(ids: unknown, name: (id: unknown) => string): string {
  return Array.isArray(ids) && ids.length > 0 ? listed(ids.map(name)) : "others";
}

function activated({ objectives, keyResults, initiatives }: Facts): string {
  const counted = [
    counts(objectives, "objective"),
    counts(keyResults, "key result"),
    counts(initiatives, "initiative"),
  ];
  return `: ${listed(counted)}`;
}

function counts(count: unknown, what: string): string {
  return `${textOf(count ?? 0)} ${what}${numberOf(count) === 1 ? "" : "s"}`;
}
