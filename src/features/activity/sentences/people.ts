/** What members, teams, invitations, sign-in and API tokens are told with. */
import {
  changesInWords,
  type Facts,
  isChange,
  isNothing,
  labelOf,
  listed,
  numberOf,
  quoted,
  textOf,
} from "../changes-in-words.ts";
import { a, is, type Predicate } from "./words.ts";

export const peopleSentences: Record<string, Predicate> = {
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
};

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
