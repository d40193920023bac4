/** Recorded events in words, for the person who reads them now. */
import {
  changesInWords,
  type Facts,
  isChange,
  isNothing,
  labelOf,
  listed,
  type Names,
  numberOf,
  percent,
  quoted,
  textOf,
  valueInWords,
} from "./changes-in-words.ts";

interface Told {
  kind: string;
  subject: { kind: string; id: string };
  /** Null when the product did it. */
  actor: { id: string; name: string } | null;
  facts: Facts;
}

/**
 * One sentence with its actor, such as "Hanna Vogel made Inês Carvalho a champion." `names` says what ids are called
 * today; facts that are missing or of another shape shorten the sentence, they never break it.
 */
export function sentenceOf(event: Told, names: Names): string {
  const impersonal = impersonalSentences[event.kind];
  if (impersonal && !event.actor) return `${impersonal(event.facts)}.`;
  const predicate = predicates[event.kind] ?? otherwise;
  const said = predicate({ ...event, name: (id) => nameOf(id, names), names });
  return ended(`${event.actor?.name ?? "Throughline"} ${said}${because(event.facts)}`);
}

/** With a full stop, unless the words quoted last bring their own. */
function ended(sentence: string): string {
  return /[.!?]”$/.test(sentence) ? sentence : `${sentence}.`;
}

type Predicate = (event: Told & { name(id: unknown): string; names: Names }) => string;

const impersonalSentences: Record<string, (facts: Facts) => string> = {
  "pulse-closed": () => "The pulse closed, and its figures are out",
  "objective-moved": ({ progress }) =>
    isChange(progress)
      ? `Progress went from ${percentOrNone(progress[0])} to ${percentOrNone(progress[1])}`
      : "Progress moved",
};

const predicates: Record<string, Predicate> = {
  "organisation-created": () => "began this organisation",
  "organisation-changed": ({ facts, names }) => changesInWords(facts, names) ?? "changed the organisation's settings",
  "member-added": ({ actor, subject, facts, name }) =>
    actor?.id === subject.id ? `joined as ${a(facts.role)}` : `added ${name(subject.id)} as ${a(facts.role)}`,
  "member-changed": ({ actor, subject, facts, name }) => {
    const fields = Array.isArray(facts.fields)
      ? listed(facts.fields.map((field) => labelOf(textOf(field))))
      : "profile";
    return `changed ${actor?.id === subject.id ? "their own" : `${name(subject.id)}’s`} ${fields}`;
  },
  "member-role-changed": ({ subject, facts, name }) => `made ${name(subject.id)} ${a(is(facts.role))}`,
  "member-deactivated": ({ subject, name }) => `deactivated ${name(subject.id)}`,
  "member-reactivated": ({ subject, name }) => `let ${name(subject.id)} back in`,
  "team-created": ({ facts, name }) =>
    `added the team ${quoted(facts.name)}${isNothing(facts.parentId) ? "" : ` under ${name(facts.parentId)}`}${isNothing(facts.leadId) ? "" : `, led by ${name(facts.leadId)}`}`,
  "team-changed": ({ subject, facts, name }) =>
    listed(teamChanges(name(subject.id), facts, name)) || "changed the team",
  "team-removed": ({ facts }) => `removed the team ${quoted(facts.name)}`,
  "team-member-added": ({ actor, subject, facts, name }) =>
    actor?.id === facts.memberId
      ? `joined ${name(subject.id)}`
      : `added ${name(facts.memberId)} to ${name(subject.id)}`,
  "team-member-removed": ({ actor, subject, facts, name }) =>
    actor?.id === facts.memberId
      ? `left ${name(subject.id)}`
      : `took ${name(facts.memberId)} out of ${name(subject.id)}`,
  "invitation-sent": ({ subject, facts, name }) =>
    `invited ${name(subject.id)} as ${a(facts.role)}${isNothing(facts.teamId) ? "" : `, to ${name(facts.teamId)}`}`,
  "invitation-renewed": ({ subject, name }) => `sent ${name(subject.id)} a new invitation`,
  "invitation-withdrawn": ({ subject, name }) => `withdrew the invitation of ${name(subject.id)}`,
  "invitation-accepted": () => "accepted their invitation",

  "password-changed": ({ facts }) =>
    facts.how === "reset" ? "chose a new password by mail" : "changed their password",
  "sessions-ended": ({ facts }) =>
    `ended ${numberOf(facts.count) === 1 ? "a session" : `${textOf(facts.count)} sessions`}`,
  "token-created": ({ subject, facts, name }) =>
    `made the API token ${name(subject.id)}${Array.isArray(facts.scopes) ? `, good for ${listed(facts.scopes.map(textOf))}` : ""}`,
  "token-revoked": ({ actor, subject, facts, name }) =>
    `revoked the API token ${name(subject.id)}${actor?.id === facts.memberId ? "" : ` of ${name(facts.memberId)}`}`,

  "vision-written": ({ facts }) => written("vision", facts.text),
  "mission-written": ({ facts }) => written("mission", facts.text),
  "imperative-written": ({ facts }) => `wrote the imperative ${quoted(facts.statement)}`,
  "imperative-archived": () => "archived the imperative",
  "imperative-restored": () => "brought the imperative back",

  "cycle-created": ({ facts }) => `planned the cycle ${quoted(facts.name)}`,
  "cycle-state-changed": ({ facts, names }) => `moved the cycle to ${valueInWords("state", is(facts.state), names)}`,

  "objective-created": ({ facts }) => `wrote the objective ${quoted(facts.title)}`,
  "objective-shown": () => "showed the objective to everyone",
  "objective-state-changed": ({ facts }) => stateChanged("the objective", facts.state),
  "objective-learned": ({ facts, names }) =>
    `noted what was learned: ${valueInWords("learned", is(facts.learned), names)}`,
  "objective-removed": ({ facts }) => `removed the objective ${quoted(facts.title)}`,
  "objective-status-overruled": overruled,
  "objective-status-resumed": () => "went back to the proposed status",
  "key-results-reordered": () => "put the key results in another order",
  "health-metric-created": ({ facts }) => `added the health metric ${quoted(facts.title)}`,
  "health-metric-measured": ({ facts, names }) => measured("the health metric", facts, names),
  "health-metric-removed": ({ facts }) => `removed the health metric ${quoted(facts.title)}`,
  "support-created": ({ facts }) =>
    `linked the objective to ${kindOfParent(facts.parent)} it ${facts.mode === "contributes" ? "contributes to" : "supports"}`,
  "support-changed": ({ facts, names }) => linkChanged(facts, names),
  "support-removed": ({ facts }) =>
    `took away the link to ${kindOfParent(facts.parent)} it ${facts.mode === "contributes" ? "contributed to" : "supported"}`,

  "key-result-created": ({ facts }) => `wrote the key result ${quoted(facts.title)}`,
  "key-result-target-changed": ({ facts, names }) =>
    changesInWords(between(facts.before, facts.after), names) ?? "changed the target",
  "key-result-state-changed": ({ facts }) => stateChanged("the key result", facts.state),
  "key-result-removed": ({ facts }) => `removed the key result ${quoted(facts.title)}`,
  "key-result-kept-as-is": ({ facts }) => `kept the words ${quoted(facts.title)} as they are`,
  "key-result-coached-again": () => "let the coach speak of the words again",
  "key-result-status-overruled": overruled,
  "key-result-status-resumed": () => "went back to the proposed status",

  "check-in-recorded": ({ facts, names }) => {
    const confidence = isNothing(is(facts.confidence)) ? "" : `, confidence ${textOf(is(facts.confidence))}`;
    return `checked in${isNothing(is(facts.value)) ? "" : ` ${fromTo(facts.value, names)}`}${confidence}`;
  },
  "check-in-changed": ({ facts, names }) => `corrected a check-in: ${changesInWords(facts, names) ?? "its words"}`,
  "ask-made": ({ facts, name }) => `asked ${name(facts.toMemberId)} for something`,
  "ask-changed": ({ facts, names }) => changesInWords(facts, names) ?? "changed an ask",
  "ask-closed": () => "closed an ask",

  "ask-moved": () => "took an ask along to the next cycle",

  "key-result-graded": ({ facts, names }) => graded("the key result", facts, names),
  "objective-graded": ({ facts, names }) => graded("the objective", facts, names),
  "objective-grade-taken-back": () => "opened the objective again and took its grade back",
  "grade-amended": ({ facts, names }) => changesInWords(amended(facts), names) ?? "amended a grade",
  "objective-rolled-over": ({ facts }) => `rolled the objective over from ${quoted(facts.fromCycle)}`,
  "retrospective-started": ({ facts, name }) => `started the retrospective${ofTeam(facts, name)}`,
  "retrospective-note-written": () => "wrote in a retrospective",
  "retrospective-opened": ({ facts, name }) => `opened the retrospective${ofTeam(facts, name)}`,

  "initiative-created": ({ facts }) => `planned the initiative ${quoted(facts.title)}`,
  "initiative-state-changed": ({ facts }) => stateChanged("the initiative", facts.state),
  "initiative-removed": ({ facts }) => `removed the initiative ${quoted(facts.title)}`,
  "bets-changed": () => "changed the key results it should move",

  "dependency-proposed": ({ facts, name }) =>
    `asked ${name(facts.onTeamId)} for ${quoted(facts.title)}${isNothing(facts.dueOn) ? "" : ` by ${textOf(facts.dueOn)}`}, for ${name(facts.fromTeamId)}`,
  "dependency-changed": ({ facts: { fromTeamId: _from, onTeamId: _on, ...changes }, names }) =>
    changesInWords(changes, names) ?? "changed what is asked",
  "dependency-state-changed": ({ facts, name }) => dependencyMoved(facts, name),
  "comment-written": ({ subject }) => `commented on ${kindOfSubject(subject.kind)}`,
  "comment-changed": ({ subject }) => `changed a comment on ${kindOfSubject(subject.kind)}`,
  "comment-resolved": ({ subject }) => `settled a comment on ${kindOfSubject(subject.kind)}`,
  "comment-reopened": ({ subject }) => `opened a comment on ${kindOfSubject(subject.kind)} again`,
  "comment-removed": ({ subject }) => `removed a comment on ${kindOfSubject(subject.kind)}`,

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

  "import-made": ({ facts }) => `imported ${quoted(facts.fileName)}`,
  "import-undone": ({ facts }) => `took back the import of ${quoted(facts.fileName)}`,

  "pulse-settings-changed": ({ facts, names }) =>
    isNothing(facts.on)
      ? (changesInWords(facts, names) ?? "changed the settings of pulses")
      : `switched pulses ${is(facts.on) ? "on" : "off"}`,
  "pulse-launched": ({ facts }) =>
    `launched a pulse${isNothing(facts.asked) ? "" : `, which asks ${textOf(facts.asked)} people`}`,
  "pulse-closed": () => "closed the pulse, and its figures are out",
  "pulse-withdrawn": () => "withdrew the pulse, and nothing of it is told",

  "intention-written": () => "wrote an intention",
  "intention-done": () => "did what they intended",
  "intention-carried": () => "carried the intention over",
  "intention-let-go": () => "let the intention go",
  "intentions-ordered": () => "put their intentions in another order",
};

/** Any other kind: its changed fields, else its own words. */
function otherwise({ kind, facts, names }: Parameters<Predicate>[0]): string {
  return changesInWords(withoutIds(facts), names) ?? `recorded: ${kind.replaceAll("-", " ")}`;
}

function because({ reason }: Facts): string {
  return isNothing(reason) ? "" : `: ${quoted(reason)}`;
}

function nameOf(id: unknown, names: Names): string {
  return names[textOf(id)] ?? "someone or something that is gone";
}

/** What a changed fact is now. */
function is(change: unknown): unknown {
  return isChange(change) ? change[1] : change;
}

function a(role: unknown): string {
  const word = textOf(role);
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

function written(what: string, text: unknown): string {
  const first = isChange(text) && isNothing(text[0]);
  return `${first ? "wrote" : "rewrote"} the ${what}: ${quoted(is(text))}`;
}

function teamChanges(team: string, facts: Facts, name: (id: unknown) => string): string[] {
  const told: string[] = [];
  if (isChange(facts.name)) told.push(`renamed the team ${quoted(facts.name[0])} to ${quoted(facts.name[1])}`);
  if (isChange(facts.parentId)) {
    const [, parent] = facts.parentId;
    told.push(`moved ${team} ${isNothing(parent) ? "to the top" : `under ${name(parent)}`}`);
  }
  if (isChange(facts.leadId)) {
    const [, lead] = facts.leadId;
    told.push(isNothing(lead) ? `left ${team} without a lead` : `made ${name(lead)} lead of ${team}`);
  }
  return told;
}

const acts: Record<string, string> = {
  open: "resumed",
  paused: "paused",
  postponed: "postponed",
  dropped: "dropped",
  closed: "closed",
  doing: "started",
  done: "finished",
  planned: "planned again",
};

function stateChanged(what: string, state: unknown): string {
  return `${acts[textOf(is(state))] ?? "changed the state of"} ${what}`;
}

const answers: Record<string, string> = {
  accepted: "accepted",
  declined: "declined",
  withdrawn: "withdrew",
  done: "finished",
};

/** "declined what Product asks of Platform" */
function dependencyMoved({ state, fromTeamId, onTeamId }: Facts, name: (id: unknown) => string): string {
  const did = answers[textOf(is(state))];
  return did
    ? `${did} what ${name(fromTeamId)} asks of ${name(onTeamId)}`
    : `asked ${name(onTeamId)} again, for ${name(fromTeamId)}`;
}

function overruled({ facts, names }: Parameters<Predicate>[0]): string {
  const proposed = isNothing(facts.proposed)
    ? ""
    : `, where ${valueInWords("status", facts.proposed, names)} is proposed`;
  return `set the status to ${valueInWords("status", facts.status, names)}${proposed}`;
}

/** "graded the key result 0.7, where 0.6 is suggested" */
function graded(what: string, { score, suggested, outcome }: Facts, names: Names): string {
  const given = isNothing(is(score)) ? is(outcome) : is(score);
  if (isNothing(given)) return `graded ${what}`;
  const differs = !isNothing(is(score)) && !isNothing(suggested) && numberOf(suggested) !== numberOf(is(score));
  const beside = differs ? `, where ${valueInWords("score", suggested, names)} is suggested` : "";
  return `graded ${what} ${valueInWords("score", given, names)}${beside}`;
}

function amended({ score, endValue }: Facts): Facts {
  return { ...(isChange(score) ? { score } : {}), ...(isChange(endValue) ? { endValue } : {}) };
}

function ofTeam({ teamId }: Facts, name: (id: unknown) => string): string {
  return isNothing(teamId) ? "" : ` of ${name(teamId)}`;
}

function measured(what: string, facts: Facts, names: Names): string {
  return `measured ${what} at ${fromTo(facts.value, names)}`;
}

function fromTo(change: unknown, names: Names): string {
  const now = valueInWords("value", is(change), names);
  return isChange(change) && !isNothing(change[0]) ? `${now}, from ${valueInWords("value", change[0], names)}` : now;
}

/** "changed the link to the key result: from supports to contributes, the weight from 1 to 40" */
function linkChanged({ parent, mode, weight }: Facts, names: Names): string {
  const told = [
    ...(isChange(mode) ? [`from ${textOf(mode[0])} to ${textOf(mode[1])}`] : []),
    ...(isChange(weight)
      ? [`the weight from ${valueInWords("weight", weight[0], names)} to ${valueInWords("weight", weight[1], names)}`]
      : []),
  ];
  const link = `changed the link to ${kindOfParent(parent)}`;
  return told.length > 0 ? `${link}: ${told.join(", ")}` : link;
}

function kindOfParent(parent: unknown): string {
  const kind =
    parent && typeof parent === "object" && "kind" in parent ? textOf(parent.kind).replaceAll("-", " ") : "what";
  return kind === "what" ? kind : `the ${kind}`;
}

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

/** The fields in which two shapes differ, as changes. */
function between(before: unknown, after: unknown): Facts {
  const [was, now] = [before, after].map(
    (each) => (each && typeof each === "object" ? each : {}) as Record<string, unknown>,
  );
  const fields = Object.keys(now ?? {}).filter(
    (field) => JSON.stringify(was?.[field]) !== JSON.stringify(now?.[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, [was?.[field], now?.[field]]]));
}

/** Two ids side by side are no change. */
function withoutIds(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => field !== "above" && field !== "parent"));
}

function percentOrNone(progress: unknown): string {
  return isNothing(progress) ? "–" : percent(progress);
}
