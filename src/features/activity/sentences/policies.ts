/** What policies and the right to them are told with. */
import { changesInWords, type Facts, isNothing, labelOf, listed, quoted, textOf } from "../changes-in-words.ts";
import type { Predicate } from "./words.ts";

export const policySentences: Record<string, Predicate> = {
  "policy-begun": ({ facts }) =>
    isNothing(facts.previousId)
      ? `began the policy ${quoted(facts.title)}`
      : `began the policy ${quoted(facts.title)} from the one before it`,
  "policy-changed": ({ facts, names }) => `wrote on the draft: ${said(changesInWords(facts, names))}`,
  "policy-removed": ({ facts }) => `removed the draft of the policy ${quoted(facts.title)}`,
  "policy-sealed": ({ facts }) =>
    `sealed the policy ${quoted(facts.title)}, which starts on ${textOf(facts.startsOn)}${drawn(facts)}`,
  "policy-amended": ({ facts }) =>
    `amended ${listed(
      Object.keys(facts)
        .filter(isAmended)
        .map((each) => `the ${labelOf(each)}`),
    )}`,
  "policy-decided": ({ facts }) => decided(facts),
  "policy-exception-made": ({ facts, name }) =>
    `let ${name(facts.memberId)} out of the policy from ${textOf(facts.from)}${isNothing(facts.to) ? "" : ` to ${textOf(facts.to)}`}`,
  "policy-exception-ended": ({ facts, name }) => `ended the exception of ${name(facts.memberId)}`,
  "policy-assessed": ({ facts }) => `judged the policy by what was measured: ${verdicts[textOf(facts.verdict)]}`,
  "policy-happening-marked": ({ facts }) => `marked what happened on ${textOf(facts.on)}: ${quoted(facts.text)}`,
  "policy-happening-unmarked": () => "took back a mark of what happened",
  "policy-right-given": ({ facts, name }) => `gave ${name(facts.memberId)} the right to policies`,
  "policy-right-taken": ({ facts, name }) => `took the right to policies back from ${name(facts.memberId)}`,
};

function isAmended(field: string): boolean {
  return field !== "scopeFrom";
}

function said(changes: string | null): string {
  return changes?.replace(/^changed /, "") ?? "its words";
}

function drawn({ seed, covered }: Facts): string {
  if (isNothing(seed) || !Array.isArray(covered)) return "";
  return `, with ${covered.length} ${covered.length === 1 ? "team" : "teams"} drawn by lot`;
}

const verdicts: Record<string, string> = {
  harms: "Harms",
  "too-few-teams": "Too few teams to tell",
  "too-early": "Too early to tell",
  helps: "Helps",
  "no-difference": "No difference beyond the margin",
  "cant-tell": "Can’t tell",
};

const decisions: Record<string, string> = {
  keep: "decided to keep the policy",
  change: "decided to change the policy",
  stop: "decided to stop the policy",
};

function decided({ title, decision, early, lastDay }: Facts): string {
  const what = `${decisions[textOf(decision)] ?? "decided on the policy"} ${quoted(title)}`;
  const until = isNothing(lastDay) ? "" : `, whose last day is ${textOf(lastDay)}`;
  return `${what}${until}${early ? ", before its date" : ""}`;
}
