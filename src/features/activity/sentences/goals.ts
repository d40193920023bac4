/** What strategy, objectives, key results, links and dependencies are told with. */
import {
  changesInWords,
  type Facts,
  isChange,
  isNothing,
  type Names,
  quoted,
  textOf,
  valueInWords,
} from "../changes-in-words.ts";
import { fromTo, is, type Predicate, stateChanged } from "./words.ts";

export const goalsSentences: Record<string, Predicate> = {
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
  "dependency-proposed": ({ facts, name }) =>
    `asked ${name(facts.onTeamId)} for ${quoted(facts.title)}${isNothing(facts.dueOn) ? "" : ` by ${textOf(facts.dueOn)}`}, for ${name(facts.fromTeamId)}`,
  "dependency-changed": ({ facts: { fromTeamId: _from, onTeamId: _on, ...changes }, names }) =>
    changesInWords(changes, names) ?? "changed what is asked",
  "dependency-state-changed": ({ facts, name }) => dependencyMoved(facts, name),
};

function written(what: string, text: unknown): string {
  const first = isChange(text) && isNothing(text[0]);
  return `${first ? "wrote" : "rewrote"} the ${what}: ${quoted(is(text))}`;
}

function overruled({ facts, names }: Parameters<Predicate>[0]): string {
  const proposed = isNothing(facts.proposed)
    ? ""
    : `, where ${valueInWords("status", facts.proposed, names)} is proposed`;
  return `set the status to ${valueInWords("status", facts.status, names)}${proposed}`;
}

function measured(what: string, facts: Facts, names: Names): string {
  return `measured ${what} at ${fromTo(facts.value, names)}`;
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
